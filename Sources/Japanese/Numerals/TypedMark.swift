/// A mark that somebody typed in front of a title: 1　はじめに, （２）手続, 第3章 支援, ①相談.
public enum TypedMark {
    /// - Returns: the mark, as it is written; nil where the title begins with words, or with a number that is part of them
    ///   (3年間の取組, 1.5倍, （１）の手続).
    public static func find(in title: String) -> String? {
        var rest = title.drop { $0.isWhitespace }
        let start = rest.startIndex
        let closing = rest.first.flatMap { ["（": "）", "(": ")"][$0] }
        if closing != nil { rest.removeFirst() }
        let isOrdinal = rest.first == "第"
        if isOrdinal { rest.removeFirst() }
        let counter = rest.prefix { digits.contains($0) || romans.contains($0) || isOrdinal && kanji.contains($0) }
        rest = rest.dropFirst(counter.count)
        if counter.isEmpty, !isOrdinal, let sign = rest.first, signs.contains(sign) {
            rest.removeFirst()
            return continues(rest) ? nil : String(title[start..<rest.startIndex])
        }
        guard (1...2).contains(counter.count) else { return nil }
        if let closing {
            guard rest.first.map(String.init) == closing else { return nil }
            rest.removeFirst()
            return continues(rest) ? nil : String(title[start..<rest.startIndex])
        }
        if isOrdinal, let part = rest.first, "章節部項編".contains(part) { rest.removeFirst() }
        let end = rest.startIndex
        guard let separator = rest.popFirst(), let next = rest.first else { return nil }
        // 3 年生 is spaced out.
        if separator == " " || separator == "\u{3000}" {
            return "年月日人回つ歳名校件".contains(next) ? nil : String(title[start..<end])
        }
        guard "．.、）)".contains(separator), !digits.contains(next) else { return nil }
        return String(title[start..<rest.startIndex])
    }

    private static let digits = Set("0123456789０１２３４５６７８９")
    private static let romans = Set("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")
    private static let kanji = Set("一二三四五六七八九十")
    private static let signs = Set("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㋐㋑㋒㋓㋔")

    /// Whether the title speaks of what has that mark.
    private static func continues(_ rest: Substring) -> Bool {
        rest.first.map { "のかとを及又～・、".contains($0) } ?? true
    }
}
