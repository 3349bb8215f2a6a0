public import Diagnostics

/// What is wrong with markup, at a byte of it.
public struct MarkupProblem: Error, Sendable {
    public let code: DiagnosticCode
    public let offset: Int
    public let summary: Phrase
    public let help: Phrase?

    public init(_ code: DiagnosticCode, at offset: Int, _ summary: Phrase, help: Phrase? = nil) {
        self.code = code
        self.offset = offset
        self.summary = summary
        self.help = help
    }
}
