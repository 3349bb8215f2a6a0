import Diagnostics
import Records

/// Everything that the templates of one document may name.
final class DocumentScope {
    let board: Board
    /// The document's entry in `board.yaml`; nil for the board's index.
    let document: RecordView?
    /// The facility that the paper is for; nil for one that is for all.
    let facility: RecordView?
    let style: HouseStyle
    let writer: ValueWriter
    /// Whether a person's particulars have been printed: such a file is for its owner's eyes.
    private(set) var isPersonal = false

    init(board: Board, document: RecordView?, facility: RecordView? = nil, style: HouseStyle) {
        self.board = board
        self.facility = facility
        self.document = document
        self.style = style
        writer = ValueWriter(digits: style.digits)
    }

    /// The names at the outside: a record a data file, the present document and all of them.
    static let rootType = RecordType(
        "root", ja: "文書", en: "document",
        DataFileKind.allCases.map {
            Field($0.rawValue, .record($0.type), .optional, ja: $0.type.label.ja, en: $0.type.label.en)
        } + [
            Field("document", .record(BoardSchema.documentType), .optional, ja: "この文書", en: "this document"),
            Field(
                "facility", .record(FacilitiesSchema.privateFacilityType), .optional, ja: "この文書の民間施設",
                en: "this document's facility"),
            Field("documents", BoardSchema.documents.type, ja: "作成する文書", en: "the documents"),
        ])

    func notePersonalData() { isPersonal = true }

    var root: DocumentValue {
        DocumentValue(scope: self, file: nil, type: .record(Self.rootType), value: .absent)
    }

    func rootMember(_ name: String) -> DocumentValue? {
        if let kind = DataFileKind(rawValue: name) {
            guard let file = board.files[kind] else {
                return DocumentValue(scope: self, file: nil, type: .record(kind.type), value: .absent)
            }
            return DocumentValue(scope: self, file: file, type: .record(kind.type), value: file.rootValue)
        }
        switch name {
        case "document":
            guard let document else {
                return DocumentValue(scope: self, file: nil, type: .record(BoardSchema.documentType), value: .absent)
            }
            return DocumentValue(scope: self, file: document.file, type: .record(document.type), value: document.value)
        case "facility":
            let type = FieldType.record(FacilitiesSchema.privateFacilityType)
            return DocumentValue(scope: self, file: facility?.file, type: type, value: facility?.value ?? .absent)
        case "documents":
            return rootMember("board")?.member(named: "documents")
        default:
            return nil
        }
    }
}
