import Diagnostics
import Records

/// Everything that the templates of one document may name.
final class DocumentScope {
    let board: Board
    /// The document's entry in `board.yaml`; nil for the board's index.
    let document: RecordView?
    let writer: ValueWriter
    /// Whether a person's particulars have been printed: such a file is for its owner's eyes.
    private(set) var isPersonal = false

    init(board: Board, document: RecordView?, style: HouseStyle) {
        self.board = board
        self.document = document
        writer = ValueWriter(digits: style.digits)
    }

    /// The names at the outside: a record a data file, the present document and all of them.
    static let rootType = RecordType(
        "root", ja: "文書", en: "document",
        DataFileKind.allCases.map {
            Field($0.rawValue, .record($0.type), .optional, ja: $0.type.label.ja, en: $0.type.label.en)
        } + [
            Field("document", .record(BoardSchema.documentType), .optional, ja: "この文書", en: "this document"),
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
        case "documents":
            return rootMember("board")?.member(named: "documents")
        default:
            return nil
        }
    }
}
