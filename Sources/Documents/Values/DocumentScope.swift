import Diagnostics
import Records

/// Everything that the templates of one document may name.
final class DocumentScope {
    let board: Board
    let style: HouseStyle
    private let writer: ValueWriter
    private let types = DocumentTypes.shared
    private let files: [DataFile]
    /// What is asked for at every tag, by the files' places: to go by way of the file would count a reference to it each time.
    private let values: [[Value]]
    /// The members of the root, by its slots.
    private var rootMembers: [DocumentValue] = []
    /// Whether what one family has asked for may be printed: not in a paper for one facility, which everybody gets.
    private let showsRequest: Bool
    private let mayBeLarge: Bool
    /// Whether a person's particulars have been printed: such a file is for its owner's eyes.
    private(set) var isPersonal = false

    /// - Parameter document: the document's entry in `board.yaml`; nil for the board's index.
    /// - Parameter facility: the facility that the paper is for; nil for one that is for all.
    init(board: Board, document: RecordView?, facility: RecordView? = nil, style: HouseStyle) {
        self.board = board
        self.style = style
        writer = ValueWriter(digits: style.digits)
        files = DataFileKind.allCases.compactMap { board.files[$0] }
        values = files.map(\.values)
        showsRequest = facility == nil
        mayBeLarge = document != nil && facility == nil
        rootMembers = Self.rootType.fields.map { field in
            switch field.key {
            case "document": member(field, document)
            case "facility": member(field, facility)
            case "documents": member(field, board.record?.value(BoardRecord.documents), of: board.files[.board])
            default: member(field, DataFileKind(rawValue: field.key).flatMap { board.files[$0]?.root })
            }
        }
    }

    /// The names at the outside: a record a data file, the present document and all of them.
    static let rootType = RecordType(
        "root", ja: "文書", en: "document",
        DataFileKind.allCases.map { kind -> any DeclaredField in
            Field<RecordView>(
                kind.rawValue, .record(kind.type), .optional, ja: kind.type.label.ja, en: kind.type.label.en)
        } + [
            Field<RecordView>("document", .record(DocumentEntry.type), .optional, ja: "この文書", en: "this document"),
            Field<RecordView>(
                "facility", .record(PrivateFacility.type), .optional, ja: "この文書の民間施設",
                en: "this document's facility"),
            Field<RecordList>("documents", BoardRecord.documents.declaration.type, ja: "作成する文書", en: "the documents"),
        ])

    /// How many bytes the paper may have: of all data, with as much again for tags; nothing is said of the index and of a
    /// paper for one facility.
    var size: Int { mayBeLarge ? files.reduce(0) { $0 + $1.source.bytes.count } * 2 : 0 }

    /// The outermost value.
    var root: DocumentValue { DocumentValue(file: nil, type: types.root, value: .absent) }

    /// The type of a value.
    func type(of value: DocumentValue) -> FieldType { types.types[Int(value.type)] }

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

    private func integer(_ number: Int, _ file: UInt8?) -> DocumentValue {
        DocumentValue(file: file, type: types.integer, value: Value(worked: .integer(number)))
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
    /// The member of a value that a name's segment means, nil where it has none of that name.
    func member(_ key: DocumentName, of value: DocumentValue) -> DocumentValue? {
        switch types.shapes[Int(value.type)] {
        case .record(let record):
            if let field = key.field, let member = types.member(Int(field), of: record) {
                return self.field(member, of: value)
            }
            // Items of lists offer their number.
            return key.isNumber && value.number > 0 ? integer(Int(value.number), value.file) : nil
        case .list(let item):
            return listMember(key.text, of: value, item)
        case .scalar:
            guard let form = key.form, allows(key.formBit, value) else { return nil }
            var value = value
            if form.isWidth { value.width = form } else { value.form = form }
            return value
        }
    }

    /// Whether a form may still follow.
    private func allows(_ form: ValueFormSet, _ value: DocumentValue) -> Bool {
        guard value.width == nil, types.forms[Int(value.type)].contains(form) else { return false }
        return value.form.map { !$0.isForMachines && ValueFormSet.widths.contains(form) } ?? true
    }

    private func field(_ member: DocumentTypes.Member, of value: DocumentValue) -> DocumentValue {
        if value.type == types.root { return rootMembers[Int(member.slot)] }
        guard let place = value.file, case .record(let first) = value.value.content else { return absent(member.type) }
        if !showsRequest, member.type == types.request { return absent(member.type) }
        let found =
            member.isDerived
            ? RecordView(
                file: files[Int(place)], type: type(of: value).recordType ?? Self.rootType, first: Int(first))[
                    slot: Int(member.slot)]
            : values[Int(place)][Int(first) + Int(member.slot)]
        if value.type == types.request, !found.isAbsent { isPersonal = true }
        return DocumentValue(file: place, type: member.type, value: found)
    }

    private func listMember(_ name: String, of value: DocumentValue, _ itemType: DocumentTypes.ID) -> DocumentValue? {
        guard let place = value.file, case .list(_, let count) = value.value.content else {
            return name == "count" ? integer(0, nil) : absent(itemType)
        }
        switch name {
        case "count":
            return integer(Int(count), place)
        case "first", "last":
            return count == 0 ? absent(itemType) : item(name == "first" ? 0 : Int(count) - 1, of: value)
        default:
            // Items that have an identifier are reached by it.
            return (0..<Int(count)).first { identifier(ofItem: $0, of: value) == name }.map { item($0, of: value) }
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
        switch value.value.content {
        case .absent: value.type == types.root ? .once : .none
        case .boolean(let value): value ? .once : .none
        case .list(_, let count): .items(Int(count))
        default: .once
        }
    }

    func item(_ index: Int, of value: DocumentValue) -> DocumentValue {
        guard let file = value.file, case .list(let first, _) = value.value.content,
            case .list(let item) = types.shapes[Int(value.type)]
        else { return value }
        return DocumentValue(
            file: file, type: item, value: values[Int(file)][Int(first) + index], number: Int32(index + 1))
    }

    func write(_ value: DocumentValue, to output: inout [UInt8]) {
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
    /// The member of a value that a name's segment means.
    func member(named name: String, of value: DocumentValue) -> DocumentValue? { member(DocumentName(name), of: value) }

    /// The identifiers of a list's items.
    func identifiers(of value: DocumentValue) -> [String] {
        guard case .list(_, let count) = value.value.content else { return [] }
        return (0..<Int(count)).compactMap { identifier(ofItem: $0, of: value) }
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
        guard let place = value.file, case .list(let first, _) = value.value.content,
            let slot = type(of: value).itemType?.recordType?.slot(of: "id"),
            case .record(let fields) = files[Int(place)].values[Int(first) + index].content
        else { return nil }
        return files[Int(place)].text(files[Int(place)].values[Int(fields) + slot])
    }
}
