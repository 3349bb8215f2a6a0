import Japanese

/// A figure where it stands: what it is said of, and what else its sentence says.
struct FigureInSentence {
    private let text: [Unicode.Scalar]
    private let range: Range<Int>
    private let element: String
    /// The sentence, and the one before it where this one only goes on: その人数は、…
    private let sentence: Range<Int>
    private let context: Range<Int>

    /// - Parameter text: a paragraph in half-width digits.
    init(_ text: [Unicode.Scalar], _ range: Range<Int>, element: String) {
        (self.text, self.range, self.element) = (text, range, element)
        let start = Self.start(text, of: range.lowerBound)
        let rest = text[range.upperBound...].prefix(Self.longestSentence)
        sentence = start..<(rest.firstIndex(of: "。") ?? rest.endIndex)
        let head = text[start..<range.lowerBound]
        let goesOn =
            ["その", "これ", "この", "同"].contains { head.starts(with: $0.unicodeScalars) } || Self.topics(head).isEmpty
        context = (goesOn && start > 1 ? Self.start(text, of: start - 1) : start)..<sentence.upperBound
    }

    private static func start(_ text: [Unicode.Scalar], of index: Int) -> Int {
        let before = text[..<index].suffix(longestSentence)
        return before.lastIndex(of: "。").map { $0 + 1 } ?? before.startIndex
    }

    /// Of a longer one, so many characters on each side of the figure are looked at: what is farther away is said of others.
    private static let longestSentence = 400

    /// The places of the tags in the sentence.
    var tags: [Int] { sentence.filter { text[$0] == TemplateProse.tag } }

    /// Whether nothing else stands in a paragraph of its own but tags, as under a title.
    var isAlone: Bool {
        element == "p"
            && text.indices.allSatisfy {
                range.contains($0) || isBlank(text[$0]) || "()（）".unicodeScalars.contains(text[$0])
                    || text[$0] == TemplateProse.tag
            }
    }

    /// Whether it is all of a line of a cell, with 現在: （令和5年1月31日現在）.
    var isNoteInCell: Bool {
        let rest = text.indices.filter {
            !range.contains($0) && !isBlank(text[$0]) && !"()（）".unicodeScalars.contains(text[$0])
        }
        return element == "br" && rest.map { text[$0] } == Array("現在".unicodeScalars)
    }

    func isFollowed(by word: String) -> Bool { text[range.upperBound...].starts(with: word.unicodeScalars) }

    /// Whether it counts something else than people: 1,234円, 1,234件.
    var isFollowedByOtherUnit: Bool {
        guard text[range].last?.isDigit ?? false, let next = text[range.upperBound...].first else { return false }
        return "円件校回冊台本枚戸世個点時分秒%％".unicodeScalars.contains(next)
    }

    /// Whether a word stands in the sentence.
    func isAbout(_ word: String) -> Bool { contains(word, in: context) }

    /// Whether a name stands in the sentence.
    func names(_ name: String) -> Bool {
        name.unicodeScalars.count >= 2 && contains(WidthFolding.ascii(name), in: sentence)
    }

    private func contains(_ word: String, in range: Range<Int>) -> Bool {
        range.contains { text[$0..<range.upperBound].starts(with: word.unicodeScalars) }
    }

    /// Whether the figure is said of one of some nouns: 定員は20人, 定員20人, 20人の定員.
    func isSaid(of nouns: [String], owners: [String]) -> Bool {
        let head = text[sentence.lowerBound..<range.lowerBound]
        if let noun = attached { return Self.ends(noun, with: nouns, owners) }
        if let noun = counted { return Self.ends(noun, with: nouns, []) }
        // Of what is said of a time or of a tag the sentence's own subject stands before it: 令和5年度は512人.
        for topic in Self.topics(head).reversed() where !Self.isTime(topic) {
            return Self.ends(topic, with: nouns, owners)
        }
        let last = text[context].prefix(max(0, sentence.lowerBound - context.lowerBound))
        return Self.topics(last).contains { Self.ends($0, with: nouns, owners) }
    }

    /// Whether it counts something else than these: 職員20人, 20人の職員, 1時間30分.
    func isSaid(ofOtherThan nouns: [String]) -> Bool {
        if let noun = attached, !Self.ends(noun, with: nouns, []) { return true }
        return counted.map { !Self.ends($0, with: nouns, []) } ?? false
    }

    /// Whether it goes on a larger unit: 1時間30分, 9時30分.
    var isPartOfTime: Bool {
        let head = text[..<range.lowerBound]
        return text[range].last == "分"
            && ["時間", "時"].contains { word in
                Self.ends(head, word) && (head.dropLast(word.unicodeScalars.count).last?.isDigit ?? false)
            }
    }

    /// The noun right before the figure, without a particle: 定員20人, 定員約20人.
    private var attached: ArraySlice<Unicode.Scalar>? {
        var head = text[sentence.lowerBound..<range.lowerBound]
        for word in ["約", "およそ", "計", "延べ", "全", "各"] where Self.ends(head, word) {
            head = head.dropLast(word.unicodeScalars.count)
        }
        guard let last = head.last, Self.isNoun(last) else { return nil }
        return Self.phrase(head)
    }

    /// The noun behind the figure: 20人の職員.
    private var counted: ArraySlice<Unicode.Scalar>? {
        let tail = text[range.upperBound..<sentence.upperBound]
        guard tail.first == "の", let first = tail.dropFirst().first, Self.isNoun(first) else { return nil }
        return tail.dropFirst().prefix { Self.isNoun($0) || $0 == "・" }
    }

    /// What stands before は, が, も and を: the phrases that something is said of.
    private static func topics(_ head: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        head.indices.filter { index in
            guard "はがもを".unicodeScalars.contains(head[index]) || head[index] == "の" && index == head.endIndex - 1,
                index > head.startIndex
            else { return false }
            let before = head[index - 1]
            return isNoun(before) || before == TemplateProse.tag || "）)」』".unicodeScalars.contains(before)
        }.map { phrase(head[..<$0]) }
    }

    /// The noun phrase at the end of a text, with the nouns that の joins to it.
    private static func phrase(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let start = text.lastIndex { "、。（(「『".unicodeScalars.contains($0) || "はがをにで".unicodeScalars.contains($0) }
        return text[(start.map { $0 + 1 } ?? text.startIndex)...]
    }

    private static func ends(
        _ phrase: ArraySlice<Unicode.Scalar>, with nouns: [String], _ owners: [String]
    ) -> Bool {
        var phrase = phrase
        // 不登校児童生徒の数は
        if !nouns.contains(where: { ends(phrase, $0) }),
            let count = ["の人数", "の総数", "の割合", "の数", "数"].first(where: { ends(phrase, $0) })
        {
            phrase = phrase.dropLast(count.unicodeScalars.count)
        }
        guard let noun = nouns.first(where: { ends(phrase, $0) }) else { return false }
        let owner = phrase.dropLast(noun.unicodeScalars.count)
        guard !owners.isEmpty, let last = owner.last, last == "の" || isNoun(last) else { return true }
        let name = last == "の" ? owner.dropLast() : owner
        return name.last == TemplateProse.tag || owners.contains { ends(name, $0) }
    }

    private static func ends(_ text: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
        text.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
    }

    /// 令和5年度, 昨年, or a tag that may be one.
    private static func isTime(_ phrase: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = phrase.last else { return true }
        return last == TemplateProse.tag || "年月日度".unicodeScalars.contains(last)
    }

    private static func isNoun(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isKanji || (0x30A1...0x30FC).contains(scalar.value)
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }
}
