public import Diagnostics

/// A row of a roster, read as a form's entries.
///
/// What is told of it names the column and the kind of finding, and never what stands in the cell: rosters hold names of children.
public struct RequestReading {
    public struct Problem: Sendable {
        /// nil where it is of the row as a whole.
        public let field: FieldDeclaration?
        public let severity: Diagnostic.Severity
        public let code: DiagnosticCode
    }

    /// nil where it cannot be read at all.
    public let request: RecordView?
    public let problems: [Problem]

    /// - Parameter texts: the cells' by the fields' keys.
    public init(_ texts: [String: String], of schema: Schema, _ reference: ReferenceData?) {
        let row = RowReading(texts, as: schema.requestType, reference)
        request = row.record
        var problems = row.problems.map {
            Problem(field: $0.field, severity: $0.diagnostic.severity, code: $0.diagnostic.code)
        }
        if let request = row.record {
            problems += Checks.run(ofRequest: request, schema, reference: reference).map {
                Problem(field: row.field(of: $0), severity: $0.severity, code: $0.code)
            }
        }
        // HTML has no noncharacters (Unicode §23.7).
        problems += schema.requestType.fields.filter { field in
            guard let text = texts[field.key] else { return false }
            return text.unicodeScalars.contains {
                $0.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains($0.value)
                    // What turns the direction of what follows shows another name than is written.
                    || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            }
        }.map { Problem(field: $0, severity: .error, code: .controlCharacter) }
        self.problems = problems
    }

    /// A row that has been looked at before, as a form's entries; nil where it cannot be read at all.
    public static func request(
        _ texts: [String: String], of schema: Schema, _ reference: ReferenceData?
    ) -> RecordView? {
        RowReading(texts, as: schema.requestType, reference).record
    }

    /// The fields that have a column.
    public static func columns(of schema: Schema) -> [FieldDeclaration] {
        schema.requestType.fields.filter { !$0.isDerived }
    }
}

/// The private facilities of a board, as rosters name them.
public struct FacilityNames {
    private var facilities: [String: RecordView] = [:]

    public init(of board: Board) {
        // A name that two have is the first's, and an identifier comes before any name.
        for facility in board.privateFacilities {
            if let name = facility.text(Facility.name).map(Self.folded), facilities[name] == nil {
                facilities[name] = facility
            }
        }
        for facility in board.privateFacilities.reversed() {
            if let id = facility[Facility.id] { facilities[id] = facility }
        }
    }

    /// A facility by its identifier or its name; nil where it is none of the list's.
    public func facility(named text: String) -> RecordView? { facilities[Self.folded(text)] }

    private static func folded(_ name: String) -> String { name.filter { !$0.isWhitespace } }
}
