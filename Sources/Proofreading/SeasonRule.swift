import Bytes
import Diagnostics
import Japanese

/// Days that are not of the season, or the term of school, that they are said to be of: 冬季休業（7月19日から8月31日まで）.
enum SeasonRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("月") else { return [] }
        return Sentences.ranges(in: text).flatMap { sentence in
            sentence.compactMap { place -> WordingFinding? in
                guard let (name, months) = season(text[place..<sentence.upperBound]),
                    let date = date(behind: place + name.count, text, sentence), !months.contains(date.month)
                else { return nil }
                let month = date.month
                return WordingFinding(
                    .disagreeingFigures, date.range,
                    Phrase(
                        ja: "\(month)月は、「\(String(scalars: name))」の時期ではありません",
                        en: "month \(month) is not the time of \(String(scalars: name))"),
                    help: Phrase(ja: "月か、名称を確かめてください", en: "check the month, or the name"))
            }
        }
    }

    private static let seasons: [(names: [[Unicode.Scalar]], months: Set<Int>)] = [
        (.words("夏季休業 夏期休業 夏休み 夏季休暇"), [6, 7, 8, 9]),
        (.words("冬季休業 冬期休業 冬休み 冬季休暇"), [11, 12, 1, 2]),
        (.words("春季休業 春期休業 春休み 学年末休業"), [2, 3, 4]),
        (.words("年末年始"), [12, 1]),
        (.words("1学期 １学期 一学期"), [4, 5, 6, 7, 8]), (.words("2学期 ２学期 二学期"), [8, 9, 10, 11, 12]),
        (.words("3学期 ３学期 三学期"), [1, 2, 3]),
    ]

    private static func season(_ text: ArraySlice<Unicode.Scalar>) -> (name: [Unicode.Scalar], months: Set<Int>)? {
        for season in seasons {
            if let name = text.start(of: season.names) { return (name, season.months) }
        }
        return nil
    }

    private static let links = [[Unicode.Scalar]].words("期間 中 日 の期間 （ は、 は ( ： : 、")

    /// The month and day right behind a name: 冬季休業の期間（12月25日.
    private static func date(behind start: Int, _ text: [Unicode.Scalar], _ sentence: Range<Int>) -> MonthDay? {
        var index = start
        while index < sentence.upperBound, let link = text[index..<sentence.upperBound].start(of: links) {
            index += link.count
        }
        guard index > start else { return nil }
        return index < sentence.upperBound ? MonthDay(text, at: index, before: sentence.upperBound) : nil
    }
}
