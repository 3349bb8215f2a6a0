import Japanese

/// Kana left out, one too many, changed about, or with other marks.
extension Emender {
    mutating func emendKana(_ place: Int) {
        let (previous, sign, next) = (signs[place - 1], signs[place], signs[place + 1])
        let isClash = Self.clash(previous, sign) || Self.clash(sign, next)
        if sign == previous || sign == next {
            consider(.doubledKana, place..<place + 1, [])
        } else if isClash {
            consider(.clashingParticles, place..<place + 1, [])
        } else if !Self.optional.contains(sign) || !next.isKanji, !isByRun(place..<place + 1) {
            // 繰越し明許費, のべ件数 may be written so.
            consider(.surplusKana, place..<place + 1, [])
        }
        if next.isKana, next != sign, !isByRun(place..<place + 2) {
            consider(.swappedKana, place..<place + 2, [next, sign])
        }
        for other in Self.marks[sign] ?? [] where !Self.isEither(sign, next) {
            consider(.otherMark, place..<place + 1, [other])
        }
        for length in 2...4 {
            let end = place + length
            guard end < signs.count, signs[end - 1].isKana else { break }
            guard previous.isKanji || signs[end].isKanji else { continue }
            for kanji in tables.lexicon.kanji(read: signs[place..<end]) where kanji != Self.harm {
                consider(.halfWritten, place..<end, [kanji])
            }
        }
    }

    /// Of a run only its class is known, and not what word it makes: ゆきだるまルーム.
    private func isByRun(_ range: Range<Int>) -> Bool {
        let runs: Set<UInt32> = [0x30, 0x41, SignText.katakana]
        return runs.contains(signs[range.lowerBound - 1]) || runs.contains(signs[range.upperBound])
    }

    mutating func emendMissing(_ place: Int) {
        consider(.missingKana, place..<place, each: Self.seldomLeftOut)
    }

    // MARK: Kana that are mistaken for others

    static func values(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// くらい and ぐらい; ぢゃ is speech.
    private static func isEither(_ sign: UInt32, _ next: UInt32) -> Bool {
        sign == values("く")[0] && next == values("ら")[0] || sign == values("ぢ")[0] && small.contains(next)
    }

    /// Particles that do not stand side by side: には does.
    private static func clash(_ first: UInt32, _ second: UInt32) -> Bool {
        particles.contains(first) && particles.contains(second)
            && !(first == values("に")[0] && second == values("は")[0])
    }

    private static let particles = Set(values("をにはがの"))
    private static let optional = Set(values("しりみきけげえちれべ"))
    private static let small = Set(values("ゃゅょ"))
    /// What minutes and headlines do without (国に対し調整図る), and what politeness adds.
    private static let oftenLeftOut = Set(values("をにはがでのともへてたるなおご"))
    private static let seldomLeftOut = (UInt32(0x3041)...0x3093).filter { !oftenLeftOut.contains($0) }
    /// 障がい is written so on purpose.
    private static let harm: UInt32 = 0x5BB3

    private static let marks: [UInt32: [UInt32]] = {
        let alike =
            "きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちぢ つづ てで とど はば はぱ ばぱ ひび ひぴ びぴ ふぶ ふぷ ぶぷ へべ へぺ べぺ ほぼ ほぽ ぼぽ つっ やゃ ゆゅ よょ おを わは ずづ じぢ"
        var marks: [UInt32: [UInt32]] = [:]
        for pair in alike.split(separator: " ") {
            let (one, other) = (values(String(pair))[0], values(String(pair))[1])
            marks[one, default: []].append(other)
            marks[other, default: []].append(one)
        }
        return marks
    }()
}
