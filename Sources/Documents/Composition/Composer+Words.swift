import Diagnostics
import Markup

/// The words that the composer itself puts in.
extension Composer {
    /// Looks whether the page's language has the words that are needed; what it lacks is told where it is asked for.
    mutating func require(_ names: PageWords.Name..., at node: MarkupDocument.NodeID) {
        for name in names where !words.has(name) && missingWords.insert(name).inserted {
            let (summary, help) = MissingWords.message(name, in: document.language)
            report(MarkupProblem(.missingTemplate, at: document.origin(node), summary, help: help))
        }
    }

    /// Puts in the style sheet in which a language other than Japanese has what the style sheets say, where there is one: `style/en.css`.
    mutating func addStyle(ofLanguage styleSheet: (String) -> StyleSheet) {
        guard !document.isJapanese, let head = document.elements(.head).first,
            case .usable(let text) = styleSheet("style/\(document.language).css")
        else { return }
        document.append(text: [0x0A] + text, to: document.append(.style, to: head))
    }
}
