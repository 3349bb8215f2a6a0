import Bytes
public import Diagnostics
import Japanese

/// An article as it is written: 第47条の5第2項第1号, 第二十条.
public struct ArticleReading {
    public let range: Range<Int>
    public let article: ArticleTable.Article
    public let paragraph: Int?
    public let item: Int?

    /// - Parameter start: where 第 stands.
    public init?(_ text: [Unicode.Scalar], at start: Int, before limit: Int) {
        var index = start
        func numbered(_ sign: Unicode.Scalar) -> Int? {
            var place = index
            guard place < limit, text[place] == "第" else { return nil }
            place += 1
            guard let number = Self.number(text, &place), place < limit, text[place] == sign else { return nil }
            index = place + 1
            return number
        }
        guard let first = numbered("条") else { return nil }
        var article = [first]
        while index + 1 < limit, text[index] == "の" {
            var place = index + 1
            guard let branch = Self.number(text, &place),
                // 第13条の3施設 counts something.
                place == limit || !text[place].isKanji && !"つかヶカ".unicodeScalars.contains(text[place])
                    || "第及又並若、".unicodeScalars.contains(text[place])
            else { break }
            article.append(branch)
            index = place
        }
        self.article = article
        paragraph = numbered("項")
        item = numbered("号")
        range = start..<index
    }

    private static func number(_ text: [Unicode.Scalar], _ index: inout Int) -> Int? {
        if let number = KanjiNumeral.number(in: text, at: &index) { return number }
        let digits = text[index...].prefix { $0.isDigit }
        guard (1...4).contains(digits.count) else { return nil }
        index = digits.endIndex
        return Int(String(scalars: digits.map { WidthFolding.ascii($0) }))
    }

    /// 第47条の5
    public static func written(_ article: ArticleTable.Article) -> String {
        "第\(article[0])条" + article.dropFirst().map { "の\($0)" }.joined()
    }

    /// What of it the act does not have.
    public func problem(_ contents: ArticleTable.Contents, _ title: String) -> Phrase? {
        let name = Self.written(article)
        guard contents.has(article) else {
            return article[0] > contents.last
                ? Phrase(ja: "「\(title)」は、第\(contents.last)条までです", en: "\(title) ends with article \(contents.last)")
                : Phrase(ja: "「\(title)」に、\(name)はありません", en: "\(title) has no \(name)")
        }
        if let paragraph, let most = contents.paragraphs(of: article), paragraph > most {
            return Phrase(
                ja: "「\(title)」\(name)に、第\(paragraph)項はありません（\(most)項まで）",
                en: "\(name) of \(title) has \(most) paragraphs")
        }
        if let item, let most = contents.items(of: article), item > most {
            return Phrase(
                ja: "「\(title)」\(name)に、第\(item)号はありません（\(most)号まで）", en: "\(name) of \(title) has \(most) items")
        }
        return nil
    }
}
