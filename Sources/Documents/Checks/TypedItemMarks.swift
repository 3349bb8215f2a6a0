import Diagnostics
import Japanese
import Markup
import Mustache
import Templates

/// Marks typed at the head of an item that has one by itself: <ol><li>(1) …, <ul><li>・…; and a number typed before one table's title.
enum TypedItemMarks {
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        tree.nodes.indices.flatMap { node -> [Diagnostic] in
            switch tree.nodes[node].kind {
            case .element(.ol): items(of: node, isNumbered: true, tree)
            case .element(.ul): items(of: node, isNumbered: false, tree)
            default: []
            }
        } + captions(in: tree)
    }

    private static func items(of list: Int, isNumbered: Bool, _ tree: TemplateTree) -> [Diagnostic] {
        let items = children(of: list, tree).filter { tree.isElement($0, .li) }
        let marks = items.map { mark(at: tree.words(in: $0)) }
        // A list without numbers may be numbered by hand, all of it.
        let isByHand = !isNumbered && items.count > 1 && marks.allSatisfy { $0 != nil && $0 != "・" }
        return isByHand
            ? []
            : zip(items, marks).compactMap { item, mark in
                // A legend speaks for itself.
                tree.child(.fieldset, of: item) != nil ? nil : mark.map { report($0, tree.place(of: item)) }
            }
    }

    /// The children of a list, also those in tags' sections.
    private static func children(of node: Int, _ tree: TemplateTree) -> [Int] {
        tree.children(of: node).flatMap { child -> [Int] in
            switch tree.nodes[child].kind {
            case .section, .invertedSection: children(of: child, tree)
            default: [child]
            }
        }
    }

    /// ①, (1), ア）, 1. or ・ that a text begins with.
    private static func mark(at text: String) -> String? {
        let text = text.trimmingPrefix(while: \.isWhitespace)
        if text.hasPrefix("・") { return "・" }
        if let kana = text.first, "アイウエオカキク".contains(kana), let close = text.dropFirst().first, ")）".contains(close) {
            return String(text.prefix(2))
        }
        return TypedMark.find(in: String(text))
    }

    /// 表1 before the title of one table, where another has none.
    private static func captions(in tree: TemplateTree) -> [Diagnostic] {
        let titles = tree.nodes.indices.filter { tree.isElement($0, .caption) }
        let numbers = titles.map { number(at: tree.words(in: $0)) }
        guard titles.count == 1 || numbers.contains(nil) else { return [] }
        return zip(titles, numbers).compactMap { title, number in number.map { report($0, tree.place(of: title)) } }
    }

    /// 表1, 第1表
    private static func number(at text: String) -> String? {
        var rest = Substring(text.trimmingPrefix(while: \.isWhitespace))
        let start = rest.startIndex
        let isOrdinal = rest.hasPrefix("第")
        if isOrdinal {
            rest = rest.dropFirst()
        } else if rest.hasPrefix("表") {
            rest = rest.dropFirst()
        } else {
            return nil
        }
        let digits = rest.prefix { $0.unicodeScalars.allSatisfy(\.isDigit) }
        guard (1...2).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        if isOrdinal {
            guard rest.hasPrefix("表") else { return nil }
            rest = rest.dropFirst()
        }
        return String(text[start..<rest.startIndex])
    }

    private static func report(_ mark: String, _ place: Diagnostic.Place?) -> Diagnostic {
        Diagnostic(
            .typedMark, .warning, at: place,
            Phrase(ja: "番号や記号「\(mark)」が打ち込んであります", en: "a mark or number is typed: \(mark)"),
            help: Phrase(
                ja: "一覧の番号や記号は自動で付きます。表は題名で示します。消してください",
                en: "lists get their marks by themselves, and tables go by their titles: leave it out"))
    }
}
