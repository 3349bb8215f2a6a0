import Diagnostics
import Japanese

/// The data of two editions of a board, compared by what each value means: records by their identifiers, rows by their years,
/// numbers by how much they differ.
public struct BoardComparison {
    /// A part of the table for each list and record that has amendments.
    public private(set) var sections: [AmendedSection] = []
    public private(set) var list = ListAmendments()
    private var rows: [Amendment] = []

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
        if !rows.isEmpty { sections.append(AmendedSection(title: title, rows: rows)) }
        rows = []
    }

    // MARK: Files

    /// What is the same for all editions, or about how they are printed and not what they say.
    private static let passedOver: Set<ObjectIdentifier> = [
        BoardRecord.edition.declaration, BoardRecord.style.declaration, BoardRecord.extends.declaration,
        BoardRecord.columns.declaration, BoardRecord.fields.declaration, BoardRecord.tables.declaration,
        BoardRecord.request.declaration, DocumentEntry.formats.declaration, DocumentEntry.perFacility.declaration,
        DocumentEntry.style.declaration, DocumentEntry.draft.declaration, PrivateFacility.confirmed.declaration,
        Source.field.declaration,
    ].reduce(into: []) { $0.insert(ObjectIdentifier($1)) }

    private static func fields(of type: RecordType) -> [FieldDeclaration] {
        type.fields.filter { !$0.isDerived && !passedOver.contains($0.identity) }
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
                compare(Located(field, in: new)?.record, Located(field, in: old)?.record, place: "")
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
        let (after, before) = (Located(field, in: new), Located(field, in: old))
        let label = place.isEmpty ? field.label.ja : place + "　" + field.label.ja
        switch field.type {
        case .record:
            compare(after?.record, before?.record, place: label)
        case .list(.record(let type)) where type.summary.isEmpty:
            // Of a record's only list the items' own names say enough.
            let isOnly = (new ?? old)?.type.hasOneList ?? false
            compare(new?.records(field) ?? [], old?.records(field) ?? [], place: isOnly ? place : label)
        default:
            if let row = Self.amendment(after, before, field, label) { rows.append(row) }
        }
    }

    private mutating func compare(_ new: RecordView?, _ old: RecordView?, place: String) {
        for field in Self.fields(new, old) { compare(field, new, old, place: place) }
    }

    /// A value with the file that it is in.
    private struct Located {
        let value: Value
        let type: FieldType
        let file: DataFile

        init?(_ field: FieldDeclaration, in record: RecordView?) {
            guard let record, let slot = record.type.slot(of: field.key) else { return nil }
            (value, file) = record.located(slot)
            type = record.type.types[slot]
            if value.isAbsent { return nil }
        }

        var text: String { CellText.text(value, type, in: file) }

        var record: RecordView? { RecordView.read(value, as: type, in: file) }

        /// What it is compared by: a day is the same however it is written.
        var key: String {
            switch value.content {
            case .text, .textPrefix, .list, .record: AmendedText.folded(text)
            default: "\(value.content)"
            }
        }

        /// Its size, where it is a number of something.
        var number: Int? {
            switch value.content {
            case .integer(let number): number
            case .money(let amount, let unit): amount * unit.yen
            default: nil
            }
        }
    }

    private static func amendment(
        _ new: Located?, _ old: Located?, _ field: FieldDeclaration, _ place: String
    ) -> Amendment? {
        switch (new, old) {
        case (let new?, let old?):
            guard new.key != old.key, let text = AmendedText(new: new.text, old: old.text) else { return nil }
            var row = Amendment(.changed, place, new: text.new, old: text.old)
            if let after = new.number, let before = old.number {
                let isMoney = if case .money = new.value.content { true } else { false }
                row.difference = signed(after - before, isMoney ? "円" : field.unit ?? "")
                row.rate = rate(after - before, of: before)
            }
            return row
        case (let new?, nil): return Amendment(.added, place, new: AmendedText.only(new.text))
        case (nil, let old?): return Amendment(.removed, place, old: AmendedText.only(old.text))
        case (nil, nil): return nil
        }
    }

    private static func signed(_ number: Int, _ unit: String) -> String {
        (number > 0 ? "+" : number < 0 ? "-" : "") + Numerals.grouped(abs(number)) + unit
    }

    /// By what part of what it was something has grown: one decimal, half away from nought.
    private static func rate(_ difference: Int, of before: Int) -> String? {
        guard before > 0, abs(difference) < Int.max / 2000 else { return nil }
        let tenths = (abs(difference) * 2000 + before) / (2 * before)
        return (difference > 0 ? "+" : difference < 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)%"
    }

    // MARK: Lists

    private mutating func compare(
        _ new: [RecordView], _ old: [RecordView], place: String, field: FieldDeclaration? = nil
    ) {
        guard let type = new.first?.type ?? old.first?.type else { return }
        let steps = Alignment.align(old: Self.items(old, type), new: Self.items(new, type))
        let isList = field?.identity == FacilityLists.privateFacilities.declaration.identity
        for step in steps {
            switch step {
            case .added(let index):
                let name = new[index].calledName
                rows.append(Amendment(.added, Self.join(place, name), new: AmendedText.only(Self.summary(new[index]))))
                if isList { list.added.append(name) }
            case .removed(let index):
                let name = old[index].calledName
                rows.append(
                    Amendment(.removed, Self.join(place, name), old: AmendedText.only(Self.summary(old[index]))))
                if isList { list.removed.append(name) }
            case .both(let before, let after, let isMoved):
                let name = new[after].calledName
                let label = Self.join(place, name)
                if isMoved { rows.append(Amendment(.moved, label)) }
                let count = rows.count
                if Self.isKeyed(type) || !Self.isPlain(type) {
                    compare(new[after], old[before], place: label)
                } else if let text = AmendedText(new: Self.summary(new[after]), old: Self.summary(old[before])) {
                    rows.append(Amendment(.changed, place, new: text.new, old: text.old))
                }
                if isList, rows.count > count {
                    let fields = rows[count...].map { String($0.place.dropFirst(label.count + 1).prefix { $0 != "　" }) }
                    list.changed.append((name, fields.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
                }
            }
        }
        if type.name == Observation.type.name { compareLatest(new, old, place) }
    }

    /// The newest figures of a series against those that were the newest.
    private mutating func compareLatest(_ new: [RecordView], _ old: [RecordView], _ place: String) {
        guard let after = new.last, let before = old.last, let year = after[Observation.fiscalYear],
            let lastYear = before[Observation.fiscalYear], year != lastYear
        else { return }
        for field in Self.fields(of: after.type) where !field.type.isFiscalYear {
            guard let newest = Located(field, in: after), let last = Located(field, in: before) else { continue }
            let label = Self.join(place, "最新の年度（\(lastYear.long)から\(year.long)へ）　\(field.label.ja)")
            if let row = Self.amendment(newest, last, field, label) { rows.append(row) }
        }
    }

    private static func join(_ place: String, _ name: String) -> String {
        place.isEmpty || name.isEmpty ? place + name : place + "　" + name
    }

    /// The field by which rows without an identifier are known: the year or the day that they are of.
    private static func key(of type: RecordType) -> FieldDeclaration? {
        type.identifier
            ?? type.fields.first { field in
                if case .required = field.presence, case .fiscalYear = field.type { true } else { false }
            }
    }

    private static func isKeyed(_ type: RecordType) -> Bool { key(of: type) != nil || !type.names.isEmpty }

    /// Whether its fields are single values, which may stand on one line.
    private static func isPlain(_ type: RecordType) -> Bool {
        !fields(of: type).contains { $0.type.innerRecord != nil }
    }

    private static func items(_ records: [RecordView], _ type: RecordType) -> [Alignment.Item] {
        let key = key(of: type) ?? type.names.first
        var seen: Set<String> = []
        return records.map { record in
            let identity = key.flatMap { Located($0, in: record)?.key }.flatMap { seen.insert($0).inserted ? $0 : nil }
            return Alignment.Item(identity: identity, text: AmendedText.folded(record.calledName + summary(record)))
        }
    }

    /// A record's values on one line, without what it is called and known by.
    private static func summary(_ record: RecordView) -> String {
        let own = [record.type.identifier, record.type.names.first ?? key(of: record.type)].compactMap { $0?.identity }
        return fields(of: record.type).filter { !own.contains($0.identity) }.compactMap { field in
            guard let value = Located(field, in: record) else { return nil }
            let text =
                switch value.value.content {
                case .record: value.record.map(summary) ?? ""
                case .list where field.type.itemType?.recordType?.summary.isEmpty ?? false:
                    record.records(field).map { join($0.calledName, summary($0)) }.joined(separator: "、")
                default: value.text.split(separator: "\n").joined(separator: "、")
                }
            return text.isEmpty ? nil : "\(field.label.ja)：\(text)"
        }.joined(separator: "　")
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
