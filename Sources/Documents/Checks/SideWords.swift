import Diagnostics
import Markup
import Mustache
import Templates

/// Sides and editions in a sentence about two columns: 左が新（…）、右が旧（…）, each side once, and each edition beside its own value.
enum SideWords {
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        tree.linedElements.flatMap { element -> [Diagnostic] in
            let pieces = tree.pieces(of: element)
            return [sides(of: pieces, in: tree)].compactMap(\.self) + editions(in: pieces, tree)
        }
    }

    /// 右が新…、右が旧: one side for both.
    private static func sides(of pieces: [LinePiece], in tree: TemplateTree) -> Diagnostic? {
        let texts = pieces.compactMap { piece -> (words: String, node: Int)? in
            if case .text(let words, let node) = piece { (words, node) } else { nil }
        }
        let all = texts.map(\.words).joined()
        guard all.contains("新"), all.contains("旧") else { return nil }
        func count(_ side: String) -> Int { all.components(of: side + "が") + all.components(of: side + "は") }
        let (left, right) = (count("左"), count("右"))
        guard left + right == 2, left != right, let place = texts.first.flatMap({ tree.place(of: $0.node) }) else {
            return nil
        }
        let side = left == 2 ? "左" : "右"
        return Diagnostic(
            .labelMismatch, .warning, at: place,
            Phrase(ja: "新と旧の両方が「\(side)」とされています", en: "the new and the old are both said to be on one side, \(side)"),
            help: Phrase(ja: "左と右のどちらか、確かめてください", en: "check which is on the left, and which on the right"))
    }

    /// 旧（ before the tag of the new edition.
    private static func editions(in pieces: [LinePiece], _ tree: TemplateTree) -> [Diagnostic] {
        zip(pieces, pieces.dropFirst()).compactMap { before, next in
            guard case .text(let words, _) = before, case .value(let tag, _) = next,
                let printed = tree.tags[tag].name.segments.last, printed == "new" || printed == "old",
                let open = words.last, "（(".contains(open), let said = words.dropLast().last,
                said == "新" || said == "旧", (said == "新") != (printed == "new")
            else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.tags[tag].place,
                said == "新"
                    ? Phrase(ja: "「新」の後に、旧の版が印字されます", en: "behind 新 the old edition is printed")
                    : Phrase(ja: "「旧」の後に、新の版が印字されます", en: "behind 旧 the new edition is printed"),
                help: Phrase(ja: "言葉か、タグの名前（new、old）を直してください", en: "mend the word, or the tag's name, new or old"))
        }
    }
}

extension String {
    /// How often a word stands in it.
    fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
