import Japanese

/// People's names, in which a space parts the family name from the given one: 林 健さん, 五十嵐 さくら.
enum PersonalNames {
    /// Family names of one kanji.
    private static let familyNames = Set(
        "林森原東西南北谷関堀辻泉岡島畑星境菅柳桂柏榊楠橘藤梶榎乾城宮脇沖浜湊滝沢牧角平堤仲中上川河江奥轟高武丹千所富長永根野橋畠姫福船古槇松丸水峰向村桃矢安簗山湯横吉今旭芦李金朴崔鄭姜王張陳楊".unicodeScalars)
    private static let titles = ["さん", "様", "氏", "君", "くん", "殿", "先生", "ちゃん"].map { Array($0.unicodeScalars) }

    /// Whether a space stands inside a name: one that has its title, or that is all of the text.
    static func isParted(_ text: [Unicode.Scalar], by space: Range<Int>) -> Bool {
        let (start, end) = (space.lowerBound, space.upperBound)
        guard text[start - 1].isKanji else { return false }
        let family = text[..<start].lastIndex { !$0.isKanji }.map { $0 + 1 } ?? 0
        let tail = text[end...].firstIndex { !$0.isKanji } ?? text.count
        if tail > end, tail - end <= 4, hasTitle(text, end + 1...tail) { return true }
        if start - family == 1, tail - end == 1, familyNames.contains(text[family]) {
            return tail == text.count || "、。（）()・".unicodeScalars.contains(text[tail]) || text[tail].isBlank
        }
        // A particle that a slip has put apart goes on to another word: 地域 や社会.
        return family == 0 && start <= 4 && (2...5).contains(text.count - end) && text[end...].allSatisfy(\.isHiragana)
    }

    private static func hasTitle(_ text: [Unicode.Scalar], _ places: ClosedRange<Int>) -> Bool {
        places.contains { place in titles.contains { text[place...].starts(with: $0) } }
    }
}
