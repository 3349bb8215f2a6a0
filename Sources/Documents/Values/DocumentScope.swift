import Diagnostics
import Files
import Records

/// The names at the outside that are no data file's.
enum RootName: String {
    case document, facility, project, documents
}

/// Everything that the templates of one document may name.
final class DocumentScope {
    let board: Board
    /// The document's entry in `board.yaml`.
    let document: RecordView?
    let style: HouseStyle
    private let writer: ValueWriter
    let types: DocumentTypes
    private let files: [DataFile]
    /// What is asked for at every tag, by the files' places: to go by way of the file would count a reference to it each time.
    private let values: [[Value]]
    /// What a board's files leave to those that all boards may share.
    private let sharing: Sharing
    /// The members of the root, by its slots.
    private var rootMembers: [DocumentValue] = []
    /// What a form is filled in with; nil for whatever is published.
    private let request: DocumentValue?
    private let mayBeLarge: Bool

    /// - Parameter document: the document's entry in `board.yaml`; nil for the board's index.
    /// - Parameter facility: the facility that the paper is for; nil for one that is for all.
    init(
        board: Board, types: DocumentTypes, document: RecordView?, facility: RecordView? = nil, style: HouseStyle
    ) {
        (self.board, self.document) = (board, document)
        self.style = style
        writer = ValueWriter(digits: style.digits, separator: style.isJapanese ? "、" : ", ", words: style.words)
        self.types = types
        files = board.allFiles + board.madeFiles
        values = files.map(\.values)
        sharing = Sharing(files)
        let place = files.firstIndex { $0 === board.request?.file }.map { UInt8($0) }
        request = place.map { DocumentValue(file: $0, type: types.request, value: board.request?.value ?? .absent) }
        mayBeLarge = document != nil && facility == nil
        rootMembers = types.rootType.fields.map { field in
            switch RootName(rawValue: field.key) {
            case .document: member(field, document)
            case .facility: member(field, facility)
            case .project: member(field, board.project(of: document))
            case .documents: member(field, board.record?.value(BoardRecord.documents), of: board.files[.board])
            case nil: member(field, board.schema.kind(named: field.key).flatMap { board.files[$0] }, board.schema)
            }
        }
    }

    /// What findings call the outermost record by.
    static let rootName = "root"

    /// The names at the outside: a record a data file, the present document and all of them.
    static func rootType(_ schema: Schema) -> RecordType {
        let files = schema.kinds.map { kind in
            let (rows, type) = (schema.rows(of: kind), schema.type(of: kind))
            return FieldDeclaration(kind.name, rows?.type ?? .record(type), .optional, label: type.label)
        }
        return RecordType(
            rootName, label: Phrase(ja: "文書", en: "document"),
            files + [
                FieldDeclaration(
                    RootName.document.rawValue, .record(schema.documentType), .optional,
                    label: Phrase(ja: "この文書", en: "this document")),
                FieldDeclaration(
                    RootName.facility.rawValue, .record(schema.facilityType), .optional,
                    label: Phrase(ja: "この文書の民間施設", en: "this document's facility")),
                FieldDeclaration(
                    RootName.project.rawValue, .record(schema.projectType), .optional,
                    label: Phrase(ja: "この文書が報告する事業", en: "the project that this document reports")),
                FieldDeclaration(
                    RootName.documents.rawValue, .list(.record(schema.documentType)), .required,
                    label: Phrase(ja: "作成する文書", en: "the documents")),
            ])
    }

    /// The file that a value is in; nil for what is in none.
    func file(of value: DocumentValue) -> DataFile? { value.file.map { files[Int($0)] } }

    /// How many bytes the paper may have: of all data, with as much again for tags; nothing is said of the index and of a
    /// paper for one facility.
    var size: Int { mayBeLarge ? files.reduce(0) { $0 + $1.source.bytes.count } * 2 : 0 }

    /// The outermost value.
    var root: DocumentValue { DocumentValue(file: nil, type: types.root, value: .absent) }

    /// The type of a value.
    func type(of value: DocumentValue) -> FieldType { types.types[Int(value.type)] }

    /// Whether a value is printed as the address of a place, and not as a link to a map.
    func isAddress(_ value: DocumentValue) -> Bool {
        guard value.form == nil, case .address = types.textKinds[Int(value.type)] else { return false }
        return true
    }

    /// A data file's record, or the rows of a declared table.
    private func member(_ field: FieldDeclaration, _ file: DataFile?, _ schema: Schema) -> DocumentValue {
        guard let file, let rows = schema.rows(of: file.kind) else { return member(field, file?.root) }
        return member(field, file.root.value(rows), of: file)
    }

    private func member(_ field: FieldDeclaration, _ record: RecordView?) -> DocumentValue {
        member(field, record?.value, of: record?.file)
    }

    private func member(_ field: FieldDeclaration, _ value: Value?, of file: DataFile?) -> DocumentValue {
        // The root is the first record that has been numbered.
        guard let name = types.number(ofName: field.key), let type = types.member(name, of: 0)?.type else {
            preconditionFailure("the root has no \(field.key)")
        }
        guard let value, let place = files.firstIndex(where: { $0 === file }) else { return absent(type) }
        return DocumentValue(file: UInt8(place), type: type, value: value)
    }

    private func absent(_ type: DocumentTypes.ID) -> DocumentValue {
        DocumentValue(file: nil, type: type, value: .absent)
    }

    /// - Parameter list: what is counted.
    private func integer(_ number: Int, _ file: UInt8?, of list: Value? = nil) -> DocumentValue {
        DocumentValue(file: file, type: types.integer, value: Value(worked: .integer(number), from: list))
    }
}

/// What a section does with a value.
enum SectionContent {
    /// It is not printed; an inverted section is.
    case none
    /// It is printed once, with the value as its context.
    case once
    /// It is printed once for each of so many items.
    case items(Int)
}

extension DocumentScope {
    /// What a step leads to from a value; nil where it has nothing of the kind.
    func value(_ step: NameStep, of value: DocumentValue) -> DocumentValue? {
        switch step {
        case .field(let name):
            guard case .record(let record) = types.shapes[Int(value.type)], let member = types.member(name, of: record)
            else { return nil }
            return field(member, of: value)
        case .form(let form, let bit):
            guard allows(bit, value) else { return nil }
            var value = value
            if form.isWidth { value.width = form } else { value.form = form }
            return value
        case .count:
            if case .details = types.shapes[Int(value.type)] { return integer(details(of: value).count, value.file) }
            guard let place = value.file, case .list = value.value.content else { return integer(0, nil) }
            return integer(count(of: value), place, of: value.value)
        case .first, .last, .item:
            return item(step, of: value)
        case .details(let name):
            guard case .list(let item) = types.shapes[Int(value.type)],
                case .record(let record) = types.shapes[Int(item)]
            else { return nil }
            return types.member(name, of: record).map {
                DocumentValue(file: value.file, type: $0.type, value: value.value)
            }
        case .ofItem(.number): return value.number > 0 ? integer(Int(value.number), value.file) : nil
        case .ofItem(.isFirst): return value.number > 0 ? truth(value.number == 1) : nil
        case .ofItem(.isLast): return value.number > 0 ? truth(value.isLast) : nil
        case .neighbour: return nil
        }
    }

    /// What a name's first step leads to: from an item also to those beside it.
    func value(_ step: NameStep, of context: DocumentContext) -> DocumentValue? {
        guard case .neighbour(let distance) = step else { return value(step, of: context.value) }
        guard let list = context.list else { return nil }
        let index = Int(context.value.number) - 1 + distance
        guard case .items(let count) = sectionContent(of: list), (0..<count).contains(index) else {
            return absent(context.value.type)
        }
        return item(index, of: list)
    }

    /// What steps lead to from the outermost value.
    func value(_ steps: [NameStep]) -> DocumentValue? {
        steps.reduce(root) { value, step in value.flatMap { self.value(step, of: $0) } }
    }

    func truth(_ isTrue: Bool) -> DocumentValue {
        DocumentValue(file: nil, type: types.boolean, value: isTrue ? Value(worked: .boolean(true)) : .absent)
    }

    /// Whether a form may still follow.
    private func allows(_ form: ValueFormSet, _ value: DocumentValue) -> Bool {
        guard value.width == nil, types.forms[Int(value.type)].contains(form) else { return false }
        return value.form.map { !$0.isForMachines && ValueFormSet.widths.contains(form) } ?? true
    }

    private func field(_ member: DocumentTypes.Member, of value: DocumentValue) -> DocumentValue {
        if value.type == types.root { return rootMembers[Int(member.slot)] }
        guard let place = value.file, case .record(let first) = value.value.content else {
            return member.slot < 0 ? constant(member.type) : absent(member.type)
        }
        if member.type == types.request { return request ?? absent(member.type) }
        if member.slot < 0 { return constant(member.type) }
        if case .details = types.shapes[Int(member.type)] {
            return DocumentValue(file: place, type: member.type, value: value.value)
        }
        let found =
            member.isDerived
            ? RecordView(
                file: files[Int(place)], type: type(of: value).recordType ?? types.rootType, first: Int(first))[
                    slot: Int(member.slot)]
            : values[Int(place)][Int(first) + Int(member.slot)]
        if found.isAbsent, let (slot, type) = member.reason {
            return DocumentValue(file: place, type: type, value: values[Int(place)][Int(first) + Int(slot)])
        }
        if found.isAbsent, first == 0, let base = sharing.base(of: place) {
            let shared = values[Int(base)][Int(member.slot)]
            return DocumentValue(
                file: base, type: member.type, value: shared, form: shared.isAbsent ? nil : member.form)
        }
        return DocumentValue(file: place, type: member.type, value: found, form: found.isAbsent ? nil : member.form)
    }

    /// A text that is the type's own; absent where it has none.
    private func constant(_ type: DocumentTypes.ID) -> DocumentValue {
        DocumentValue(
            file: nil, type: type, value: types.constants[type] == nil ? .absent : Value(worked: .boolean(true)))
    }

    /// The types of a record's values that are listed, in their order.
    private func details(of value: DocumentValue) -> [DocumentTypes.ID] {
        guard case .details(let items, let onlyPresent) = types.shapes[Int(value.type)] else { return [] }
        guard onlyPresent else { return items.map(\.item) }
        guard let file = value.file else { return [] }
        let values = values[Int(file)]
        let records: Range<Int>
        switch value.value.content {
        case .record: return items.filter { has($0.slot, $0.reason, value.value, values) }.map(\.item)
        // Of a list what some of its records have.
        case .list(let first, let count): records = Int(first)..<Int(first + count)
        default: return []
        }
        return items.filter { item in records.contains { has(item.slot, item.reason, values[$0], values) } }.map(\.item)
    }

    /// Whether a record has a value, or the reason why it is not given.
    private func has(_ slot: Int32, _ reason: Int32?, _ record: Value, _ values: [Value]) -> Bool {
        guard case .record(let first) = record.content else { return false }
        let value = values[Int(first) + Int(slot)]
        if case .list(_, 0) = value.content { return false }
        return !value.isAbsent || reason.map { !values[Int(first) + Int($0)].isAbsent } ?? false
    }

    /// One of a list's items; absent where the list has none, nil where it has others.
    private func item(_ step: NameStep, of list: DocumentValue) -> DocumentValue? {
        let (count, none): (Int, DocumentValue?)
        switch types.shapes[Int(list.type)] {
        // The columns that a board has chosen are there whether or not there is a record.
        case .details: (count, none) = (details(of: list).count, nil)
        case .list(let item):
            (count, none) = (self.count(of: list), absent(item))
            guard list.file != nil, case .list = list.value.content else { return none }
        case .record, .scalar: return nil
        }
        switch step {
        case .first: return count == 0 ? none : item(0, of: list)
        case .last: return count == 0 ? none : item(count - 1, of: list)
        case .item(let id):
            // Items that have an identifier are reached by it; the third one, where none is called 3.
            let named = (0..<count).first { identifier(ofItem: $0, of: list) == id }
            guard let index = named ?? Int(id).flatMap({ $0 > 0 ? $0 - 1 : nil }) else { return nil }
            return index < count ? item(index, of: list) : none
        default: return nil
        }
    }

    /// A value's place and text, where it is a text of the data that is printed as it stands.
    func text(of value: DocumentValue) -> (place: Diagnostic.Place, text: String)? {
        guard let file = value.file.map({ files[Int($0)] }), value.form == nil else { return nil }
        switch value.value.content {
        case .text, .textPrefix:
            guard let text = file.text(value.value), let place = file.place(of: value.value) else { return nil }
            return (place, text)
        default: return nil
        }
    }

    func sectionContent(of value: DocumentValue) -> SectionContent {
        // A value that is listed is one, however many it holds.
        if types.units[value.type] != nil { return value.value.isAbsent ? .none : .once }
        if case .details = types.shapes[Int(value.type)] { return .items(details(of: value).count) }
        return switch value.value.content {
        case .absent: value.type == types.root ? .once : .none
        case .boolean(let value): value ? .once : .none
        case .list: .items(count(of: value))
        default: .once
        }
    }

    func item(_ index: Int, of value: DocumentValue) -> DocumentValue {
        if case .details = types.shapes[Int(value.type)] {
            let items = details(of: value)
            return DocumentValue(
                file: value.file, type: items[index], value: value.value, number: Int32(index + 1),
                isLast: index + 1 == items.count)
        }
        guard case .list(let item) = types.shapes[Int(value.type)], let (file, found) = located(index, of: value) else {
            return value
        }
        return DocumentValue(
            file: file, type: item, value: found, number: Int32(index + 1), isLast: index + 1 == count(of: value))
    }

    /// How many items a list has, with those that are shared.
    private func count(of list: DocumentValue) -> Int {
        guard let file = list.file, case .list(let first, let count) = list.value.content else { return 0 }
        return Int(count) + sharing.items(behind: file, first).count
    }

    /// An item of a list, with its file: behind the board's own stand those that are shared.
    private func located(_ index: Int, of list: DocumentValue) -> (file: UInt8, value: Value)? {
        guard let file = list.file, case .list(let first, let count) = list.value.content else { return nil }
        if index < Int(count) { return (file, values[Int(file)][Int(first) + index]) }
        let shared = sharing.items(behind: file, first)[index - Int(count)]
        return (shared.file, values[Int(shared.file)][shared.index])
    }

    func write(_ value: DocumentValue, to output: inout [UInt8]) {
        if let constant = types.constants[value.type] { return output += constant }
        guard let unit = types.units[value.type] else { return writeAsIs(value, to: &output) }
        let start = output.count
        writeAsIs(value, to: &output)
        // No line is empty between a label and what follows.
        if output[start...].contains(0x0A) {
            let lines = output[start...].split { $0 == 0x0A || $0 == 0x0D }
            output.replaceSubrange(start..., with: Array(lines.joined(separator: [0x0A])))
        }
        if !value.value.isAbsent { output += unit }
    }

    private func writeAsIs(_ value: DocumentValue, to output: inout [UInt8]) {
        if let file = value.file, value.value.content == .text {
            files[Int(file)].withText(of: value.value) {
                writer.withWidth(value.width).write(
                    $0, types.textKinds[Int(value.type)], form: value.form, to: &output)
            }
        } else if let file = value.file {
            writer.write(
                value.value, types.types[Int(value.type)], in: files[Int(file)], form: value.form, width: value.width,
                to: &output)
        } else if let number = value.value.integer {
            output.append(contentsOf: String(number).utf8)
        }
    }
}

extension DocumentScope {
    /// The identifiers of a list's items.
    func identifiers(of value: DocumentValue) -> [String] {
        (0..<count(of: value)).compactMap { identifier(ofItem: $0, of: value) }
    }

    /// Where a list's item has its identifier, or else where the list begins; nil for a list that is nowhere in the data.
    func place(of identifier: String?, in list: DocumentValue) -> Diagnostic.Place? {
        guard let file = list.file, case .list(let first, let count) = list.value.content, count > 0,
            let slot = type(of: list).itemType?.recordType?.slot(of: "id")
        else { return nil }
        let data = files[Int(file)]
        let index = identifier.flatMap { id in (0..<Int(count)).first { self.identifier(ofItem: $0, of: list) == id } }
        guard case .record(let fields) = data.values[Int(first) + (index ?? 0)].content else { return nil }
        let id = data.values[Int(fields) + slot]
        return id.isAbsent ? nil : data.place(of: id)
    }

    /// The identifier of a list's item; nil where it has none.
    private func identifier(ofItem index: Int, of value: DocumentValue) -> String? {
        guard let slot = type(of: value).itemType?.recordType?.slot(of: "id"),
            let (place, item) = located(index, of: value), case .record(let fields) = item.content
        else { return nil }
        return files[Int(place)].text(values[Int(place)][Int(fields) + slot])
    }
}
