public import Diagnostics
public import Files
public import Records
import Spreadsheet

/// A spreadsheet's rows put into a list of a board.
public struct ListImport {
    /// What is told of a cell, or of a row.
    public struct Finding: Sendable {
        /// 「シート1」 C5; of a row without its column.
        public let place: String
        public let severity: Diagnostic.Severity
        public let code: DiagnosticCode?
        public let summary: Phrase
        public let help: Phrase?
    }

    public private(set) var findings: [Finding] = []
    public private(set) var counts: [ListEditor.Outcome: Int] = [:]
    /// The file as it will be, and what changes in it; nil where nothing does, or an error stands.
    public private(set) var edition: (source: SourceFile, diff: String, isNew: Bool)?

    /// - Throws: where the file that the rows go into cannot be edited.
    public init(_ table: SheetTable, into editor: ListEditor) throws(ParseError) {
        var editor = editor
        for row in table.rows {
            let (outcome, problems) = editor.merge(row.texts, errors: row.errors, row: "\(row.number)行目")
            counts[outcome, default: 0] += 1
            let name = editor.name(of: row.texts).map { "（\($0)）" } ?? ""
            findings += problems.map { problem in
                let cell = problem.field.flatMap { table.address(of: $0.key, in: row.number) }.map { "\($0)" }
                let sheet = table.sheet.map { "「\($0)」" } ?? ""
                return Finding(
                    place: sheet + (cell ?? "\(row.number)行目") + name, severity: problem.severity, code: problem.code,
                    summary: problem.summary, help: problem.help)
            }
        }
        // What has to be mended comes first, row by row.
        findings = findings.filter { $0.severity != .note } + findings.filter { $0.severity == .note }
        if !findings.contains(where: { $0.severity == .error }) { edition = try editor.applied() }
    }
}
