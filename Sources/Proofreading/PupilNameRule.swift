import Bytes
import Diagnostics
import Japanese

/// 生徒 of a primary school, 児童 of a lower secondary one (学校教育法 第18条): pupils of the former are 児童, of the latter 生徒.
enum PupilNameRule {
    private static let primary = ["小学校", "小学部", "小学生", "小学"].map { Array($0.unicodeScalars) }
    private static let secondary = ["中学校", "中学部", "中学生", "中学", "高等学校", "高校", "高等部"].map { Array($0.unicodeScalars) }
    private static let others = ["学校", "児童", "義務教育", "特別支援", "小中", "小・中", "園"].map { Array($0.unicodeScalars) }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("徒") || text.contains("童") else { return [] }
        return Sentences.ranges(in: text).compactMap { finding(in: text, $0) }
    }

    /// Of a sentence that names schools of one kind alone.
    private static func finding(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> WordingFinding? {
        func places(_ words: [[Unicode.Scalar]]) -> [Int] {
            sentence.filter { place in words.contains { text[place..<sentence.upperBound].starts(with: $0) } }
        }
        let (lower, upper) = (places(primary), places(secondary))
        guard lower.isEmpty != upper.isEmpty, let school = (lower + upper).first else { return nil }
        let isPrimary = upper.isEmpty
        let word = Array((isPrimary ? "生徒" : "児童").unicodeScalars)
        let other = Array((isPrimary ? "児童" : "生徒").unicodeScalars)
        let found = places([word])
        guard found.count == 1, let place = found.first, place > school, place - school <= 26,
            !places([other]).contains(where: { abs($0 - place) == 2 || $0 == place + 3 || $0 == place - 3 }),
            // 生徒会, 生徒指導, 児童館: words of their own.
            text[(place + 2)...].first.map({ "がのをにはも、。）".unicodeScalars.contains($0) }) ?? true
                || text[(place + 2)...].starts(with: "とその".unicodeScalars),
            text[place - 1].isHiragana
        else { return nil }
        // Between them no other school, and no join.
        let between = text[school..<place].dropFirst(3)
        guard !between.contains(where: { "、及又並".unicodeScalars.contains($0) }) || between.contains("で"),
            !between.indices.contains(where: { index in others.contains { between[index...].starts(with: $0) } }),
            !between.contains("と")
        else { return nil }
        let replacement = String(scalars: other)
        return WordingFinding(
            .schoolYear, place..<place + 2,
            isPrimary
                ? Phrase(ja: "小学校に在籍するのは「児童」です", en: "pupils of a primary school are 児童")
                : Phrase(ja: "中学校などに在籍するのは「生徒」です", en: "pupils of a secondary school are 生徒"),
            help: Phrase(ja: "「\(replacement)」か、学校の種類を直してください", en: "write \(replacement), or mend the kind of school"))
    }
}
