import Diagnostics
import Markup

extension Composer {
    /// Puts linked style sheets into the page, so that one file can be mailed, printed and uploaded alone.
    mutating func inlineStyleSheets(_ styleSheet: (String) -> [UInt8]?) {
        for node in document.elements(.link)
        where document.attribute(.rel, of: node) == "stylesheet" {
            let name = document.attribute(.href, of: node) ?? ""
            guard let text = styleSheet(name) else {
                report(
                    MarkupProblem(
                        .missingStyleSheet, at: document.origin(node),
                        Phrase(
                            ja: "スタイルシート「\(name)」が見つからないか、使えません", en: "the style sheet \(name) is missing or not usable"
                        ),
                        help: Phrase(ja: "ひな形のフォルダーにあるか確かめてください", en: "check that it is in the folder of templates")))
                continue
            }
            document.replace(node, by: .style, [])
            document.append(text: [0x0A] + text, to: node)
        }
    }
}
