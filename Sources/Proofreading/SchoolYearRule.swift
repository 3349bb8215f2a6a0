import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let schoolYear = DiagnosticCode(
        "D035", canBeAllowed: true,
        meaning: (
            ja:
                "その学校にない学年（小学校は6年、中学校及び高等学校は3年まで）、始めと終わりが逆又は同じ学年、又は学校と合わない「児童」「生徒」が書かれています。施設の部の名称、対象及びそれを述べる文章の学校が食い違うときも含みます。",
            en:
                "A school year that the school does not have (six in primary school, three in the others), years from the higher to the lower or to the same, or 児童 and 生徒 of the wrong kind of school; or a facility's division, audience and what a sentence says of them are of different schools."
        ),
        reason: (
            ja: "対象となる学年を間違えて伝えることになります。",
            en: "Readers would be told wrong for whom something is."
        ),
        wrong: "audience: 中学1年生から4年生まで",
        right: "audience: 中学1年生から3年生まで")
}

/// School years that there are not: 小学9年生, 中学1年生から4年生まで (学校教育法 第32条, 第47条, 第56条).
enum SchoolYearRule {
    private static let schools: [(names: [[Unicode.Scalar]], last: Int)] = [
        (["小学校", "小学"], 6), (["中学校", "中学"], 3), (["高等学校", "高校"], 3),
    ].map { names, last in (names.map { Array($0.unicodeScalars) }, last) }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("年") else { return [] }
        return Sentences.ranges(in: text).flatMap { sentence -> [WordingFinding] in
            var findings = nextSchool(text, sentence)
            var school: (name: String, last: Int)?
            var first: (year: Int, start: Int, end: Int)?
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                if let found = Self.school(in: text, at: index, before: sentence.upperBound) {
                    school = (String(scalars: text[index..<found.end]), found.last)
                    first = nil
                    index = found.end
                } else if let (year, end) = year(in: text, at: index, before: sentence.upperBound) {
                    if let school = school ?? (isPrimary(text[sentence]) ? (name: "小学校", last: 6) : nil),
                        year > school.last
                    {
                        findings.append(finding(index..<end, text, school))
                    }
                    // 6年生から3年生まで, 3年生から3年生まで
                    if let first, school != nil, first.year >= year,
                        text[first.end..<index].elementsEqual("から".unicodeScalars),
                        text[end...].starts(with: "まで".unicodeScalars)
                    {
                        findings.append(
                            first.year == year
                                ? single(first.start..<end, text) : reversed(first.start..<end, text))
                    }
                    first = (year, index, end)
                    index = end
                } else {
                    // 、 and 。 begin anew; 義務教育学校 has nine.
                    if "、・（）「」及又校".unicodeScalars.contains(text[index]) { school = nil }
                    index += 1
                }
            }
            return findings
        }
    }

    private static let besides = [[Unicode.Scalar]].words("中学 義務教育 小中 一貫 大学 将来 卒業生 兄 姉 及び 並びに")
    private static let goingOn = [[Unicode.Scalar]].words("高等学校への進学 高校への進学 高校進学 高校受験 高等学校入学者選抜 高校入試")

    /// 小学校の3年生に、高等学校への進学に向けた: pupils of primary school go on to lower secondary school.
    private static func nextSchool(_ text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        let words = text[sentence]
        guard words.contains(anyOf: [primary]), !words.contains(anyOf: besides),
            let place = words.indices.first(where: { words[$0...].start(of: goingOn) != nil }),
            let phrase = words[place...].start(of: goingOn)
        else { return [] }
        return [
            WordingFinding(
                .schoolYear, place..<place + phrase.count,
                Phrase(ja: "小学校の次に進むのは、中学校です", en: "pupils of primary school go on to lower secondary school"),
                help: Phrase(ja: "学校の種類を確かめてください", en: "check the kind of school"))
        ]
    }

    /// Whether a sentence is of primary school alone: 小学部には、3年生から7年生までの児童が通っています.
    private static func isPrimary(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
        sentence.contains(anyOf: [primary]) && !sentence.contains(anyOf: others)
    }

    private static let primary = Array("小学".unicodeScalars)
    private static let others = [[Unicode.Scalar]].words("中学 義務教育 小中 一貫 高校 高等 生徒 大学")

    private static func school(
        in text: [Unicode.Scalar], at index: Int, before end: Int
    ) -> (end: Int, last: Int)? {
        for school in schools {
            for name in school.names where text[index..<end].starts(with: name) {
                return (index + name.count, school.last)
            }
        }
        return nil
    }

    /// 4年生, 第４学年, 四年生
    private static func year(in text: [Unicode.Scalar], at index: Int, before end: Int) -> (year: Int, end: Int)? {
        guard index == 0 || !text[index - 1].isDigit, let year = digit(text[index]) else { return nil }
        let rest = text[(index + 1)..<end]
        if let behind = ["年生", "学年"].first(where: { rest.starts(with: $0.unicodeScalars) }) {
            return (year, index + 1 + behind.unicodeScalars.count)
        }
        // 小学3年から6年まで; 3年間 is a span.
        let isBehindSchool = index > 0 && "学校".unicodeScalars.contains(text[index - 1])
        let isEnd = text[..<index].suffix(3).elementsEqual("年から".unicodeScalars)
        let words = isBehindSchool ? ["年から", "年以上", "年以下", "年まで"] : isEnd ? ["年まで"] : []
        return words.contains { rest.starts(with: $0.unicodeScalars) } ? (year, index + 2) : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        Character(scalar).wholeNumberValue.flatMap { (1...9).contains($0) ? $0 : nil }
    }

    private static func finding(
        _ range: Range<Int>, _ text: [Unicode.Scalar], _ school: (name: String, last: Int)
    ) -> WordingFinding {
        let written = String(scalars: text[range])
        return WordingFinding(
            .schoolYear, range,
            Phrase(
                ja: "\(school.name)に「\(written)」はありません（\(school.last)年生まで）",
                en: "there is no \(written) in \(school.name), which has \(school.last) years"),
            help: Phrase(ja: "学年か、学校の種類を直してください", en: "mend the year, or the kind of school"))
    }

    private static func single(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> WordingFinding {
        let written = String(scalars: text[range])
        return WordingFinding(
            .schoolYear, range,
            Phrase(ja: "「\(written)」は、始めと終わりが同じ学年です", en: "\(written) ends with its beginning"),
            help: Phrase(ja: "終わりの学年を確かめるか、一つだけ書いてください", en: "check the last year, or write the one alone"))
    }

    private static func reversed(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> WordingFinding {
        let written = String(scalars: text[range])
        return WordingFinding(
            .schoolYear, range,
            Phrase(ja: "「\(written)」は、始めと終わりが逆です", en: "\(written) begins with its end"),
            help: Phrase(ja: "下の学年から書いてください", en: "write the lower year first"))
    }
}
