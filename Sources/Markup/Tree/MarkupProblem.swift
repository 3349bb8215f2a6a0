public import Diagnostics

/// What is wrong with markup, at a byte of it.
public struct MarkupProblem: Error, Sendable {
    public let code: DiagnosticCode
    /// A document with no other problems than warnings can still be made.
    public let severity: Diagnostic.Severity
    public let offset: Int
    public let summary: Phrase
    public let help: Phrase?

    public init(
        _ code: DiagnosticCode, _ severity: Diagnostic.Severity = .error, at offset: Int, _ summary: Phrase,
        help: Phrase? = nil
    ) {
        self.code = code
        self.severity = severity
        self.offset = offset
        self.summary = summary
        self.help = help
    }
}
