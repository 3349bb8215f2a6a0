import Diagnostics
import Files

/// `shirube explain CODE`: what a kind of finding means and why it matters; without a code, all kinds.
enum ExplainCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        if arguments.operands.isEmpty || arguments.has(.markdown) {
            if let operand = arguments.operands.first {
                throw .usage(
                    UsageError(
                        message: Phrase(
                            ja: "--markdownは全ての指摘の一覧を表示するので、「\(operand)」は要りません",
                            en: "--markdown prints all findings and takes no \(operand)")))
            }
            return try print(
                arguments.has(.markdown)
                    ? FindingsReference(.shirube).markdown(terminal.language)
                    : FindingsReference(.shirube).list(terminal.language),
                terminal)
        }
        let name = try arguments.onlyOperand("CODE").uppercased()
        guard let code = FindingRegistry.shirube[name] else {
            let nearest = NearestName.find(name, among: FindingRegistry.shirube.codes.map(\.id))
            throw .usage(
                UsageError(
                    message: Phrase(ja: "「\(name)」という記号はありません", en: "there is no code \(name)"),
                    help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                        ?? Phrase(
                            ja: "記号を付けずにshirube explainを実行すると、一覧を表示します", en: "shirube explain without a code lists them"
                        ))
            )
        }
        return try print(text(code, code.explanation, terminal.language), terminal)
    }

    private static func print(_ text: String, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        do throws(FileError) {
            try terminal.print(text)
            return .done
        } catch {
            throw .file(error)
        }
    }

    /// Whether a comment may silence it.
    private static func allowance(of code: DiagnosticCode) -> Phrase {
        guard code.canBeAllowed else {
            return Phrase(ja: "認めることはできません。直してください。", en: "It cannot be allowed and has to be mended.")
        }
        let data = Allowance.comment(allowing: code.id, inTemplate: false)
        let template = Allowance.comment(allowing: code.id, inTemplate: true)
        return Phrase(
            ja: "確かめた結果そのとおりで正しければ、その行のすぐ上にメモ「\(data.ja)」（ひな形では「\(template.ja)」）を書いて認めることができます。",
            en:
                "Where it is right as it stands, allow it by \"\(data.en)\" on the line above (in templates \"\(template.en)\")."
        )
    }

    private static func text(_ code: DiagnosticCode, _ explanation: DiagnosticCode.Explanation, _ language: Language)
        -> String
    {
        func section(_ ja: String, _ en: String, _ text: String) -> String {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
            return "\n\(language == .ja ? ja : en)\n" + lines.joined(separator: "\n") + "\n"
        }
        return "\(code.id): \(explanation.meaning[language])\n"
            + section("理由", "Why it matters", explanation.reason[language])
            + section("誤りの例", "Wrong", explanation.wrong) + section("正しい例", "Right", explanation.right)
            + section("認めること", "Allowing it", allowance(of: code)[language])
            + (explanation.source.map { section("根拠", "Source", $0[language]) } ?? "")
    }
}
