import Bytes
import Diagnostics
import Japanese

/// Ages that the law or school sets otherwise: 満9歳に達した日の翌日以後における最初の学年の初めから小学校に; 小学1年生（12歳）
/// (学校教育法第17条, 年齢計算ニ関スル法律).
enum AgeRule {
    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        sentence.compactMap { sign in
            guard text[sign] == "歳", let (age, start) = number(before: sign, text), start > sentence.lowerBound
            else { return nil }
            return compulsory(age, start..<sign + 1, text, sentence) ?? bracketed(age, start..<sign + 1, text, sentence)
        }
    }

    // MARK: 学校教育法第17条

    private static let schooling: [(words: [[Unicode.Scalar]], ages: [Int])] = [
        (.words("に達した日の翌日以後における最初の学年の初め に達した日の翌日以後の最初の学年の初め"), [6, 12]),
        (.words("に達した日の属する学年の終わり"), [12, 15]),
    ]

    private static func compulsory(
        _ age: Int, _ range: Range<Int>, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let behind = text[range.upperBound..<sentence.upperBound]
        guard let rule = schooling.first(where: { behind.start(of: $0.words) != nil }), !rule.ages.contains(age) else {
            return nil
        }
        let ages = rule.ages.map { "満\($0)歳" }.joined(separator: "又は")
        return finding(range, Phrase(ja: "就学の義務は\(ages)で定められています", en: "the law on schooling says \(ages)"))
    }

    // MARK: School years

    private static let schools: [(names: [[Unicode.Scalar]], first: Int, years: Int)] = [
        (.words("小学校 小学"), 6, 6), (.words("中学校 中学"), 12, 3), (.words("高等学校 高校"), 15, 3),
    ]

    /// 小学1年生（12歳）: a pupil is of the age at which the year begins, or a year older.
    private static func bracketed(
        _ age: Int, _ range: Range<Int>, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let before = text[sentence.lowerBound..<range.lowerBound]
        guard let open = before.indices.last, "（(".unicodeScalars.contains(text[open]),
            text[range.upperBound..<sentence.upperBound].first.map({ "）)".unicodeScalars.contains($0) }) ?? false
        else { return nil }
        let name = text[sentence.lowerBound..<open].suffix(8)
        for school in schools {
            for word in school.names {
                for start in name.indices where text[start..<open].starts(with: word) {
                    let rest = text[(start + word.count)..<open]
                    guard let year = rest.first.flatMap({ Character($0).wholeNumberValue }),
                        (1...school.years).contains(year),
                        rest.dropFirst().elementsEqual("年生".unicodeScalars)
                            || rest.dropFirst().elementsEqual("年".unicodeScalars)
                    else { continue }
                    let first = school.first + year - 1
                    guard !(first...first + 1).contains(age) else { return nil }
                    return finding(
                        range,
                        Phrase(
                            ja: "この学年は\(first)歳か\(first + 1)歳です", en: "a pupil of that year is \(first) or \(first + 1)"
                        ))
                }
            }
        }
        return nil
    }

    private static func finding(_ range: Range<Int>, _ summary: Phrase) -> WordingFinding {
        WordingFinding(
            .disagreeingFigures, range, summary, help: Phrase(ja: "年齢を確かめてください", en: "check the age"))
    }

    private static func number(before sign: Int, _ text: [Unicode.Scalar]) -> (Int, start: Int)? {
        var start = sign
        while start > 0, text[start - 1].isDigit { start -= 1 }
        guard sign - start <= 3, let number = Int(WidthFolding.ascii(String(scalars: text[start..<sign]))) else {
            return nil
        }
        return (number, start)
    }
}
