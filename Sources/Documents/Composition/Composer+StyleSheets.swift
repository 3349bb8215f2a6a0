package import Diagnostics
import Markup

extension DiagnosticCode {
    package static let missingStyleSheet = DiagnosticCode(
        "T010", canBeAllowed: false,
        meaning: (
            ja: "スタイルシート（体裁を決めるファイル）が見つかりません。",
            en: "The style sheet is missing."
        ),
        reason: (
            ja: "体裁のないまま公表すると、表や様式が読みにくくなります。",
            en: "Without it, tables and forms would be hard to read."
        ),
        wrong: "<link rel=\"stylesheet\" href=\"style/bace.css\"/>",
        right: "<link rel=\"stylesheet\" href=\"style/base.css\"/>")
}

extension Composer {
    /// Puts linked style sheets into the page, so that one file can be mailed, printed and uploaded alone.
    mutating func inlineStyleSheets(_ styleSheet: (String) -> StyleSheet) {
        for node in document.elements(.link)
        where document.attribute(.rel, of: node) == "stylesheet" {
            let name = document.attribute(.href, of: node) ?? ""
            let text: [UInt8]
            switch styleSheet(name) {
            case .usable(let bytes): text = bytes
            case .refused(let part):
                report(
                    MarkupProblem(
                        .unsafeMarkup, at: document.origin(node),
                        Phrase(
                            ja: "スタイルシート「\(name)」に、使えない「\(part)」があります",
                            en: "the style sheet \(name) holds \(part), which is not allowed in it"),
                        help: Phrase(
                            ja: "ほかのファイルやほかのサイトを読み込まず、このファイルだけで済むようにしてください",
                            en: "it may load no other file and nothing from another site")))
                continue
            case .missing:
                report(
                    MarkupProblem(
                        .missingStyleSheet, at: document.origin(node),
                        Phrase(
                            ja: "スタイルシート「\(name)」が見つかりません", en: "the style sheet \(name) is missing"),
                        help: Phrase(ja: "ひな形のフォルダーにあるか確かめてください", en: "check that it is in the folder of templates")))
                continue
            }
            let isForFragment = document.attribute(.dataFragment, of: node) == "true"
            document.replace(node, by: .style, isForFragment ? [(.dataFragment, "true")] : [])
            document.append(text: [0x0A] + text, to: node)
        }
    }
}
