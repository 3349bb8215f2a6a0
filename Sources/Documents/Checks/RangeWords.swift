import Diagnostics
import Markup
import Mustache
import Templates

/// Words behind one end of a period that speak of the other: {{from}}末, {{from}}までの, {{to}}からの.
enum RangeWords {
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let told = RangeEnds.findings(in: tree).compactMap(\.place)
        return tree.linedElements.flatMap { element -> [Diagnostic] in
            let pieces = tree.pieces(of: element)
            return zip(pieces, pieces.dropFirst()).compactMap { piece, next in
                guard case .value(let tag, _) = piece, case .text(let behind, _) = next,
                    let isEnd = end(tree.tags[tag].name), let says = end(spokenOfBy: behind), says != isEnd,
                    // What is turned about is told once.
                    !told.contains(where: {
                        $0.source === tree.tags[tag].place.source && isNear($0, tree.tags[tag].place)
                    })
                else { return nil }
                return Diagnostic(
                    .labelMismatch, .warning, at: tree.tags[tag].place,
                    says
                        ? Phrase(
                            ja: "終わりを言う言葉の前に、始めの値が印字されます", en: "the words speak of an end, and a beginning is printed")
                        : Phrase(
                            ja: "始めを言う言葉の前に、終わりの値が印字されます", en: "the words speak of a beginning, and an end is printed"),
                    help: Phrase(ja: "fromとtoのどちらのタグか、確かめてください", en: "check which is meant, from or to"))
            }
        }
    }

    private static func isNear(_ one: Diagnostic.Place, _ other: Diagnostic.Place) -> Bool {
        abs(one.range.lowerBound - other.range.lowerBound) < 120
    }

    /// Whether a name is of a period's end; nil for neither end.
    private static func end(_ name: MustacheName) -> Bool? {
        // A form may stand behind it: to.short.
        for segment in name.segments.suffix(2).reversed() {
            if segment == "to" || segment.hasSuffix("_to") { return true }
            if segment == "from" || segment.hasSuffix("_from") { return false }
        }
        return nil
    }

    /// Whether words speak of an end, right behind a value or its unit; nil where they do of neither.
    private static func end(spokenOfBy text: String) -> Bool? {
        var text = text[...]
        if let unit = ["分", "時間", "時", "人", "円", "年", "日"].first(where: text.hasPrefix) {
            text = text.dropFirst(unit.count)
        }
        // までに is said of a beginning, too: by then; からは of what comes after an end.
        if ["までに", "からは", "からも"].contains(where: text.hasPrefix) { return nil }
        if ["まで", "末", "をもって終", "に終", "で終"].contains(where: text.hasPrefix) { return true }
        return text.hasPrefix("から") || text.hasPrefix("に始ま") ? false : nil
    }
}
