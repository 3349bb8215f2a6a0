public import Diagnostics

/// What is wrong with a document, at the origin of one of its nodes.
public struct MarkupProblem: Error, Sendable {
    public let code: DiagnosticCode
    /// A document with no other problems than warnings can still be made.
    public let severity: Diagnostic.Severity
    public let origin: Int
    public let summary: Phrase
    public let help: Phrase?

    public init(
        _ code: DiagnosticCode, _ severity: Diagnostic.Severity = .error, at origin: Int, _ summary: Phrase,
        help: Phrase? = nil
    ) {
        self.code = code
        self.severity = severity
        self.origin = origin
        self.summary = summary
        self.help = help
    }
}
