public import Diagnostics

/// What a rule says of words, at a place in scalars.
public struct WordingFinding: Sendable {
    public let code: DiagnosticCode
    public let severity: Diagnostic.Severity
    public let range: Range<Int>
    public let summary: Phrase
    public let help: Phrase?
    /// What should stand there, where that is clear.
    public let replacement: String?

    init(
        _ code: DiagnosticCode, _ range: Range<Int>, _ summary: Phrase, severity: Diagnostic.Severity = .warning,
        help: Phrase? = nil, replacement: String? = nil
    ) {
        (self.code, self.severity, self.range) = (code, severity, range)
        (self.summary, self.help, self.replacement) = (summary, help, replacement)
    }

    /// The finding where the text stands.
    /// - Parameter place: where some scalars of the text are.
    public func diagnostic(at place: (Range<Int>) -> Diagnostic.Place) -> Diagnostic {
        let place = place(range)
        return Diagnostic(
            code, severity, at: place, summary, help: help,
            fixIts: replacement.map { [Diagnostic.FixIt(place, replacement: $0)] } ?? [])
    }
}
