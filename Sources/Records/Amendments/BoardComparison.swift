import Diagnostics
import Japanese

/// The data of two editions of a board, compared by what each value means: records by their identifiers, rows by their years,
/// numbers by how much they differ.
public struct BoardComparison {
    /// A part of the table for each list and record that has amendments.
    public private(set) var sections: [AmendedSection] = []
    public private(set) var list = ListAmendments()
    private var rows: [Amendment] = []
    private var isOfNamedSeries = false

    public init(new: Board, old: Board) {
        for kind in new.schema.kinds {
            guard let after = new.files[kind] ?? old.files[kind] else { continue }
            let table = new.schema.rows(of: kind)
            compare(new.files[kind]?.root, old.files[kind]?.root, isTable: table != nil)
            endSection(table.map { _ in new.title(of: kind) } ?? after.type.label.ja)
        }
        for kind in old.schema.kinds where !new.schema.kinds.contains(kind) {
            compare(nil, old.files[kind]?.root, isTable: true)
            endSection(old.title(of: kind))
        }
    }

    private mutating func endSection(_ title: String) {
        if !rows.isEmpty { sections.append(AmendedSection(title: title, rows: rows.joiningMoves())) }
        rows = []
    }

    // MARK: Files

    /// What is the same for all editions, or about how they are made and not what they say.
    private static let passedOver: Set<ObjectIdentifier> = [
        BoardRecord.edition.declaration, BoardRecord.style.declaration, BoardRecord.extends.declaration,
        BoardRecord.columns.declaration, BoardRecord.request.declaration, FieldEntry.record.declaration,
        FieldEntry.type.declaration, FieldEntry.isRequired.declaration, FieldEntry.help.declaration,
        DocumentEntry.formats.declaration, DocumentEntry.perFacility.declaration, DocumentEntry.style.declaration,
        DocumentEntry.draft.declaration, PrivateFacility.confirmed.declaration,
    ].reduce(into: []) { $0.insert(ObjectIdentifier($1)) }

    private static func fields(of type: RecordType) -> [FieldDeclaration] {
        type.fields.filter { field in
            // What a board keeps for itself is published nowhere, and an identifier is no text.
            let isInternal = field.isDeclared && field.formats.isEmpty || field === type.identifier
            // Where a figure is from is told of a series of its own, and of no other.
            let isUntold = field == Source.field.declaration && type != NamedSeries.type
            return !field.isDerived && !isInternal && !isUntold && !passedOver.contains(field.identity)
        }
    }

    /// The fields of both, those that only the old one has declared behind the others.
    private static func fields(_ new: RecordView?, _ old: RecordView?) -> [FieldDeclaration] {
        let present = new.map { fields(of: $0.type) } ?? []
        return present
            + (old.map { fields(of: $0.type) } ?? []).filter { field in !present.contains { $0.key == field.key } }
    }

    /// Compares the outermost records: each list and record in them is a part of its own.
    private mutating func compare(_ new: RecordView?, _ old: RecordView?, isTable: Bool) {
        if isTable {
            compare(new?.rows ?? [], old?.rows ?? [], place: "")
            return
        }
        var plain: [Amendment] = []
        for field in Self.fields(new, old) {
            if field.type.innerRecord == nil {
                compare(field, new, old, place: "")
                plain += rows
                rows = []
            } else if case .record = field.type {
                let (after, before) = (ComparedValue(field, in: new)?.record, ComparedValue(field, in: old)?.record)
                compare(after, before, place: "")
                endSection(field.label.ja)
            } else {
                compare(new?.records(field) ?? [], old?.records(field) ?? [], place: "", field: field)
                endSection(field.label.ja)
            }
        }
        rows = plain
    }

    // MARK: Values

    private mutating func compare(_ field: FieldDeclaration, _ new: RecordView?, _ old: RecordView?, place: String) {
        let (after, before) = (ComparedValue(field, in: new), ComparedValue(field, in: old))
        let label = Self.join(place, Self.label(of: field, isOfNamedSeries))
        // What a series of another title counts are no pupils out of school.
        let isOutside = isOfNamedSeries
        isOfNamedSeries = isOutside || (new ?? old)?.type == NamedSeries.type
        defer { isOfNamedSeries = isOutside }
        switch field.type {
        case .record:
            compare(after?.record, before?.record, place: label)
        case .list(.record(let type)) where type.summary.isEmpty:
            // Of a record's only list the items' own names say enough.
            let isOnly = (new ?? old)?.type.hasOneList ?? false
            compare(new?.records(field) ?? [], old?.records(field) ?? [], place: isOnly ? place : label)
        default:
            if let row = ComparedValue.amendment(after, before, field, label) { rows.append(row) }
        }
    }

    private mutating func compare(_ new: RecordView?, _ old: RecordView?, place: String) {
        switch (new, old) {
        case (let new?, nil):
            rows.append(
                Amendment(.added, place, new: AmendedText.only(Self.summary(new, isNamed: false, isOfNamedSeries))))
        case (nil, let old?):
            rows.append(
                Amendment(.removed, place, old: AmendedText.only(Self.summary(old, isNamed: false, isOfNamedSeries))))
        default: for field in Self.fields(new, old) { compare(field, new, old, place: place) }
        }
    }

    // MARK: Lists

    private mutating func compare(
        _ new: [RecordView], _ old: [RecordView], place: String, field: FieldDeclaration? = nil
    ) {
        guard let type = new.first?.type ?? old.first?.type else { return }
        let isKeyed = Self.key(of: type) != nil || !type.names.isEmpty
        let isList = field == FacilityLists.privateFacilities.declaration
        // Two facilities of one corporation are like each other, and not the same.
        let steps = Alignment.align(
            old: Self.items(old, type, isKeyed), new: Self.items(new, type, isKeyed), byLikeness: !isKeyed)
        for step in steps {
            switch step {
            case .added(let index):
                let text = AmendedText.only(Self.summary(new[index], isNamed: true, isOfNamedSeries))
                rows.append(Amendment(.added, Self.join(place, Self.name(of: new[index])), new: text))
                if isList { list.added.append(Self.name(of: new[index])) }
            case .removed(let index):
                let text = AmendedText.only(Self.summary(old[index], isNamed: true, isOfNamedSeries))
                rows.append(Amendment(.removed, Self.join(place, Self.name(of: old[index])), old: text))
                if isList { list.removed.append(Self.name(of: old[index])) }
            case .both(let before, let after, let isMoved):
                let label = Self.join(place, Self.name(of: new[after]))
                if isMoved { rows.append(Amendment(.moved, label)) }
                let count = rows.count
                if isKeyed || !Self.isPlain(type) {
                    compare(new[after], old[before], place: label)
                } else if let text = AmendedText(
                    new: Self.summary(new[after], isNamed: true, isOfNamedSeries),
                    old: Self.summary(old[before], isNamed: true, isOfNamedSeries))
                {
                    rows.append(Amendment(.changed, label, new: text.new, old: text.old))
                }
                if isList, rows.count > count {
                    noteChange(of: Self.name(of: new[after]), rows[count...], behind: label)
                }
            }
        }
        if type.name == Observation.type.name { compareLatest(new, old, place) }
    }

    private mutating func noteChange(of name: String, _ changes: ArraySlice<Amendment>, behind label: String) {
        let fields = changes.map { String($0.place.dropFirst(label.count + 1).prefix { $0 != "　" }) }
        list.changed.append((name, fields.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
    }

    /// The newest figures of a series against those that were the newest.
    private mutating func compareLatest(_ new: [RecordView], _ old: [RecordView], _ place: String) {
        guard let after = new.last, let before = old.last, let year = after[Observation.fiscalYear],
            let lastYear = before[Observation.fiscalYear], year != lastYear
        else { return }
        for field in Self.fields(of: after.type) where !field.type.isFiscalYear {
            guard let newest = ComparedValue(field, in: after), let last = ComparedValue(field, in: before) else {
                continue
            }
            let label = Self.join(
                place, "最新の年度（\(lastYear.long)から\(year.long)へ）　\(Self.label(of: field, isOfNamedSeries))")
            if let row = ComparedValue.amendment(newest, last, field, label) { rows.append(row) }
        }
    }

    private static func join(_ place: String, _ name: String) -> String {
        place.isEmpty || name.isEmpty ? place + name : place + "　" + name
    }

    /// The field by which records are known: their identifier, or the year that they are of.
    private static func key(of type: RecordType) -> FieldDeclaration? {
        type.identifier ?? type.fields.first { $0.key == FieldEntry.key.key } ?? type.year
    }

    /// Whether its fields are single values, which may stand on one line.
    private static func isPlain(_ type: RecordType) -> Bool {
        !fields(of: type).contains { $0.type.innerRecord != nil }
    }

    private static func items(_ records: [RecordView], _ type: RecordType, _ isKeyed: Bool) -> [Alignment.Item] {
        let key = key(of: type) ?? type.names.first
        var seen: Set<String> = []
        return records.map { record in
            let identity = key.flatMap { ComparedValue($0, in: record)?.text }.map(AmendedText.folded)
            return Alignment.Item(
                identity: identity.flatMap { seen.insert($0).inserted ? $0 : nil },
                text: AmendedText.folded(isKeyed ? name(of: record) : name(of: record) + summary(record)))
        }
    }

    /// What a record is called; where it has no name, by what it begins with.
    private static func name(of record: RecordView) -> String {
        if !record.calledName.isEmpty { return record.calledName }
        return fields(of: record.type).lazy.compactMap { ComparedValue($0, in: record)?.text }.first ?? ""
    }

    /// A record's values on one line.
    /// - Parameter isNamed: whether what it is called stands elsewhere.
    /// - Parameter isOfNamedSeries: whether it is of a series that counts something else than pupils out of school.
    private static func summary(
        _ record: RecordView, isNamed: Bool = true, _ isOfNamedSeries: Bool = false
    ) -> String {
        let isOfNamedSeries = isOfNamedSeries || record.type == NamedSeries.type
        let name = isNamed ? record.type.names.first ?? key(of: record.type) : nil
        return fields(of: record.type).filter { $0 != name }.compactMap { field in
            guard let value = ComparedValue(field, in: record) else { return nil }
            let text =
                switch value.value.content {
                case .record: value.record.map { summary($0, isNamed: false, isOfNamedSeries) } ?? ""
                case .list where field.type.itemType?.recordType?.summary.isEmpty ?? false:
                    record.records(field).map { join($0.calledName, summary($0, isNamed: true, isOfNamedSeries)) }
                        .joined(separator: "、")
                default: value.text.split(separator: "\n").joined(separator: "、")
                }
            return text.isEmpty ? nil : "\(label(of: field, isOfNamedSeries))：\(text)"
        }.joined(separator: "　")
    }

    private static func label(of field: FieldDeclaration, _ isOfNamedSeries: Bool) -> String {
        isOfNamedSeries && field == Observation.count.declaration ? NamedSeries.countLabel : field.label.ja
    }
}

extension [Amendment] {
    /// What is removed at one place and added at another as it was is moved.
    fileprivate func joiningMoves() -> [Amendment] {
        func key(_ row: Amendment) -> String {
            let name = row.place.split(separator: "　").last ?? ""
            return name + "\n" + AmendedText.folded((row.kind == .added ? row.new : row.old).map(\.text).joined())
        }
        var removed: [String: [Int]] = [:]
        for (place, row) in enumerated() where row.kind == .removed { removed[key(row), default: []].append(place) }
        var (rows, gone) = (self, Set<Int>())
        for (place, row) in enumerated() where row.kind == .added && !row.new.isEmpty {
            guard let other = removed[key(row)]?.popLast() else { continue }
            rows[place] = Amendment(
                .moved, row.place, new: row.new.unmarked,
                old: [AmendedText.Piece(text: self[other].place, isChanged: false)])
            gone.insert(other)
        }
        return rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
    }
}

extension RecordView {
    /// The rows of a declared table.
    fileprivate var rows: [RecordView] { type.fields.first.map { records($0) } ?? [] }
}

extension Board {
    /// The title of a table that it declares.
    fileprivate func title(of kind: DataFileKind) -> String {
        record?.records(BoardRecord.tables).first { $0[TableEntry.id] == kind.name }?[TableEntry.title] ?? kind.name
    }
}
