import Diagnostics

/// What can be wrong with a file's YAML: its kind, and the message. Each is declared with its kind, in the folder `Findings`.
struct SyntaxProblem {
    let code: DiagnosticCode
    let summary: Phrase
    let help: Phrase

    init(_ code: DiagnosticCode, _ summary: Phrase, help: Phrase) {
        self.code = code
        self.summary = summary
        self.help = help
    }

    /// What makes a sign of YAML's a letter of the value.
    static let quoting = Phrase(
        ja: "値全体を「\"」（値の中に「\"」があれば「'」）で囲んでください",
        en: "put the whole value in quotation marks: \", or ' where it holds a \"")

    static func hex(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
