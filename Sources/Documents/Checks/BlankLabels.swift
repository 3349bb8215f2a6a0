import Diagnostics
import Files
import Markup
import Mustache
import Records
import Templates

/// Blanks of forms that are called otherwise than what stands before them, or than the field that they are for.
struct BlankLabels {
    private let tree: TemplateTree

    /// A blank: what its label says, and the name under which its answer is known.
    private struct Blank {
        let node: Int
        let words: String
        let key: String
        /// The key as it is written.
        let written: String
    }

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = BlankLabels(tree: tree)
        let labels = check.labels()
        let blanks = tree.nodes.indices.compactMap { check.blank($0, labels) }
        guard !blanks.isEmpty else { return check.formNumber() + check.sameCell() }
        return check.formNumber() + check.ofOtherFields(blanks) + check.twins(blanks) + check.besideWords()
            + check.besideLegends(blanks) + check.otherLegends(blanks) + check.sameCell()
            + check.targets() + check.labelledTwice()
    }

    // MARK: Reading

    /// The words of `<label for="…">`, by what they are for.
    private func labels() -> [String: String] {
        var labels: [String: String] = [:]
        for node in tree.nodes.indices where tree.isElement(node, .label) {
            guard let target = tree.attribute(.for, of: node).map({ tree.words(in: $0) }) else { continue }
            labels[target] = tree.words(in: node)
        }
        return labels
    }

    private func blank(_ node: Int, _ labels: [String: String]) -> Blank? {
        guard tree.isElement(node, .input) || tree.isElement(node, .textarea), !isChoice(node),
            let name = words(.name, of: node),
            let label = words(.ariaLabel, of: node) ?? words(.id, of: node).flatMap({ labels[$0] })
        else { return nil }
        var key = name
        for end in Self.parts where key.hasSuffix(end) && key.count > end.count {
            key = String(key.dropLast(end.count))
        }
        return Blank(
            node: node, words: Self.stem(label), key: key.replacing("-", with: "_"), written: key)
    }

    private func isChoice(_ node: Int) -> Bool {
        ["radio", "checkbox"].contains(words(.type, of: node) ?? "")
    }

    private func words(_ name: AttributeName, of node: Int) -> String? {
        tree.attribute(name, of: node).flatMap { tree.valueTags(in: $0).isEmpty ? tree.words(in: $0) : nil }
    }

    private static let parts = ["_era_year", "_weekday", "_month", "_day", "_year"]
    private static let partWords = ["の令和の年", "の曜日", "の年", "の月", "の日"]

    /// 依頼日の令和の年（※必須） → 依頼日
    private static func stem(_ label: String) -> String {
        var text = ""
        var depth = 0
        for character in label where !character.isWhitespace {
            if "（(".contains(character) { depth += 1 }
            if depth == 0 { text.append(character) }
            if "）)".contains(character) { depth = max(0, depth - 1) }
        }
        for end in partWords where text.hasSuffix(end) && text.count > end.count + 1 {
            return String(text.dropLast(end.count))
        }
        return text
    }

    // MARK: The field that it is for

    private static let request: RecordType? = DocumentTypes.shared.types[Int(DocumentTypes.shared.request)].recordType

    /// A blank for one field of a form's entries that is called by another's label.
    private func ofOtherFields(_ blanks: [Blank]) -> [Diagnostic] {
        guard let request = Self.request else { return [] }
        return blanks.compactMap { blank in
            guard let slot = request.slot(of: blank.key) else { return nil }
            let field = request.fields[slot]
            let (own, words) = (Self.core(field.label.ja), Self.core(blank.words))
            let isTurned =
                field.key.hasSuffix("_from") && ["終わり", "終了"].contains(where: words.hasSuffix)
                || field.key.hasSuffix("_to") && ["初め", "始め", "始まり", "開始"].contains(where: words.hasSuffix)
            let other = request.fields.first { other in
                let label = Self.core(other.label.ja)
                return other.key != field.key && !field.key.hasSuffix("_" + other.key) && label.count >= 2
                    && (words == label || words == label + "名")
            }
            guard isTurned || other != nil && own != words && !words.contains(own) && !own.contains(words) else {
                return nil
            }
            return report(blank, ja: "「\(field.label.ja)」（\(blank.key)）", en: "for \(blank.key), \(field.label.en)")
        }
    }

    private static func core(_ label: String) -> String { label.filter { $0 != "の" } }

    private func report(_ blank: Blank, ja: String, en: String, besides other: Blank? = nil) -> Diagnostic {
        Diagnostic(
            .labelMismatch, .warning, at: labelPlace(blank.node, blank.words, blank.written),
            Phrase(
                ja: "記入欄の名前は「\(blank.words)」ですが、\(ja)の欄です", en: "the blank is called \"\(blank.words)\", and is \(en)"),
            help: Phrase(ja: "名前か、欄の指定を直してください", en: "mend what it is called, or what it is for"),
            notes: [
                other.flatMap { labelPlace($0.node, $0.words, $0.written) }.map {
                    Diagnostic.Note($0, Phrase(ja: "もう一つの欄です", en: "the other one"))
                }
            ])
    }

    /// Where a blank's label is written: where a block is filled with it, beside the blank's own key if there are several.
    private func labelPlace(_ node: Int, _ words: String, _ key: String? = nil) -> Diagnostic.Place? {
        let places = tree.fillings(with: words)
        let own = places.first { place in
            let before = place.source.bytes[max(0, place.range.lowerBound - 60)..<place.range.lowerBound]
            return key.map { String(decoding: before, as: UTF8.self).contains("}}\($0){{") } ?? false
        }
        return own ?? (places.count == 1 ? places[0] : nil) ?? tree.place(of: node)
    }

    // MARK: One label twice

    /// Two dates of a form that are called the same.
    private func twins(_ blanks: [Blank]) -> [Diagnostic] {
        var known: [String: Blank] = [:]
        var told: Set<String> = []
        return blanks.compactMap { blank in
            guard blank.words.count >= 3, tree.attribute(.ariaLabel, of: blank.node) != nil else { return nil }
            guard let first = known[blank.words] else {
                known[blank.words] = blank
                return nil
            }
            guard first.key != blank.key, !tree.exclude(first.node, blank.node), told.insert(blank.words).inserted
            else { return nil }
            return report(
                blank, ja: "「\(first.key)」の欄も同じ名前で、こちらは「\(blank.key)」",
                en: "for \(blank.key); so is that for \(first.key)", besides: first)
        }
    }

    // MARK: What stands before it

    /// 報告日　 before a blank called 依頼日.
    private func besideWords() -> [Diagnostic] {
        tree.nodes.indices.filter { tree.isElement($0, .p) }.flatMap { paragraph -> [Diagnostic] in
            var label: String?
            var found: [Diagnostic] = []
            for node in tree.content(of: paragraph) {
                guard case .element(let name) = tree.nodes[node].kind else { continue }
                switch name {
                case .span where words(.class, of: node) == "form-label": label = Self.stem(tree.words(in: node))
                case .label: label = nil
                case .input, .textarea:
                    defer { label = nil }
                    guard let shown = label, shown.count >= 2, !isChoice(node),
                        let own = words(.ariaLabel, of: node).map(Self.stem),
                        !own.contains(shown), !shown.contains(own)
                    else { continue }
                    found.append(
                        Diagnostic(
                            .labelMismatch, .warning, at: labelPlace(node, own, blank(node, [:])?.written),
                            Phrase(
                                ja: "「\(shown)」とある所の記入欄の名前が「\(own)」です",
                                en: "the blank behind \"\(shown)\" is called \"\(own)\""),
                            help: Phrase(ja: "どちらかを直してください", en: "mend one of the two")))
                default: break
                }
            }
            return found
        }
    }

    /// 利用を始める日 over a blank called 利用を終える日.
    private func besideLegends(_ blanks: [Blank]) -> [Diagnostic] {
        tree.nodes.indices.filter { tree.isElement($0, .fieldset) }.compactMap { set in
            guard let legend = tree.child(.legend, of: set) else { return nil }
            let title = Self.stem(tree.words(in: legend))
            let inside = blanks.filter { $0.node > set && $0.node < Int(tree.nodes[set].next) }
            guard title.count >= 3, let blank = inside.first, Set(inside.map(\.key)).count == 1,
                tree.attribute(.ariaLabel, of: blank.node) != nil, blank.words.count >= 3,
                blank.words.last == title.last,
                !blank.words.contains(title), !title.contains(blank.words)
            else { return nil }
            return report(blank, ja: "見出し「\(title)」", en: "below \"\(title)\"")
        }
    }

    /// 保護者の意見 over the blank for 学校長の意見.
    private func otherLegends(_ blanks: [Blank]) -> [Diagnostic] {
        guard let request = Self.request else { return [] }
        return tree.nodes.indices.filter { tree.isElement($0, .fieldset) }.compactMap { set in
            guard let legend = tree.child(.legend, of: set), tree.valueTags(in: legend).isEmpty else { return nil }
            let title = Self.stem(tree.words(in: legend))
            let inside = blanks.filter { $0.node > set && $0.node < Int(tree.nodes[set].next) }
            guard Set(inside.map(\.key)).count == 1, let slot = inside.first.flatMap({ request.slot(of: $0.key) }),
                case let label = request.fields[slot].label, title != label.ja,
                let matter = label.ja.split(separator: "の").last, matter != label.ja, title.hasSuffix("の\(matter)")
            else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.place(of: legend),
                Phrase(
                    ja: "見出しは「\(title)」ですが、「\(label.ja)」の欄です",
                    en: "the legend is \"\(title)\", and the blank is for \(label.en)"),
                help: Phrase(ja: "見出しか、欄の指定を直してください", en: "mend the legend, or what the blank is for"))
        }
    }

    /// Two boxes of one cell that are called the same: a reader hears one of them twice.
    private func sameCell() -> [Diagnostic] {
        tree.nodes.indices.filter { tree.isElement($0, .td) }.flatMap { cell -> [Diagnostic] in
            var known: [String: Int] = [:]
            return tree.content(of: cell).compactMap { node in
                guard tree.isElement(node, .input), let label = tree.attribute(.ariaLabel, of: node) else { return nil }
                let words = tree.source(of: label)
                guard let first = known[words] else {
                    known[words] = node
                    return nil
                }
                guard !tree.exclude(first, node) else { return nil }
                return Diagnostic(
                    .labelMismatch, .warning, at: tree.place(of: node),
                    Phrase(ja: "一つのセルに、名前が「\(words)」の欄が二つあります", en: "two blanks of one cell are called \"\(words)\""),
                    help: Phrase(ja: "どちらかの名前（aria-label）を直してください", en: "mend what one of them is called"),
                    notes: [Diagnostic.Note(tree.place(of: first), Phrase(ja: "もう一つの欄です", en: "the other one"))])
            }
        }
    }

    // MARK: What it points to

    /// aria-describedby that leads to nothing; a blank that no `for` leads to is told as one without a label.
    private func targets() -> [Diagnostic] {
        let ids = Set(
            tree.nodes.indices.compactMap { node -> String? in
                guard case .element = tree.nodes[node].kind else { return nil }
                return words(.id, of: node)
            })
        return tree.nodes.indices.compactMap { node in
            guard case .element = tree.nodes[node].kind else { return nil }
            guard let targets = words(.ariaDescribedby, of: node),
                let target = targets.split(separator: " ").first(where: { !ids.contains(String($0)) })
            else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.place(of: node),
                Phrase(ja: "「\(target)」というidの要素がありません", en: "nothing has the id \"\(target)\""),
                help: Phrase(
                    ja: "aria-describedbyを、説明のある要素のidにしてください",
                    en: "let aria-describedby name the id of what describes it"))
        }
    }

    // MARK: The form's number

    /// 様式3 at the head of form2.
    private func formNumber() -> [Diagnostic] {
        guard tree.name.hasPrefix("form"), let number = Int(tree.name.dropFirst(4)) else { return [] }
        return tree.nodes.indices.compactMap { node in
            guard tree.isElement(node, .p), tree.valueTags(in: node).isEmpty else { return nil }
            let words = tree.words(in: node).filter { !$0.isWhitespace }
            guard words.hasPrefix("様式"), let typed = Int(words.dropFirst(2)), typed != number else { return nil }
            let text = tree.children(of: node).first { if case .text = tree.nodes[$0].kind { true } else { false } }
            return Diagnostic(
                .citedHeading, .warning, at: text.flatMap { tree.place(of: $0) } ?? tree.place(of: node),
                Phrase(ja: "「\(words)」とありますが、この様式は様式\(number)です", en: "it says \(words), and this is form \(number)"),
                help: Phrase(ja: "「様式\(number)」にしてください", en: "write 様式\(number)"))
        }
    }

    /// Two labels for one blank: another one has none.
    private func labelledTwice() -> [Diagnostic] {
        var known: [String: Int] = [:]
        return tree.nodes.indices.compactMap { node in
            guard tree.isElement(node, .label), let target = words(.for, of: node) else { return nil }
            guard let first = known[target] else {
                known[target] = node
                return nil
            }
            guard !tree.exclude(first, node) else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.place(of: node),
                Phrase(ja: "「\(target)」の欄のラベルが二つあります", en: "the blank \"\(target)\" has two labels"),
                help: Phrase(ja: "forを、ラベルの欄のidにしてください", en: "let for name the id of the label's blank"),
                notes: [Diagnostic.Note(tree.place(of: first), Phrase(ja: "前のラベルです", en: "the one before"))])
        }
    }
}
