package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let disagreeingFigures = DiagnosticCode(
        "D041", canBeAllowed: true,
        meaning: (
            ja: "一つの文の数が、互いに、又は数えるものと合いません。増減の数や割合、倍率、大小、平均、「80人のうち52人」の割合、期間や時刻の間の長さ、大きい数から小さい数への範囲、単位の違う範囲を確かめます。",
            en:
                "Figures of one sentence do not agree with one another, or with what they count: by how much one has changed, how many times another it is, the share that one is of the other, how long it is between two days or times, a range that goes down or from one unit to another."
        ),
        reason: (
            ja: "数を一つだけ直して、それから計算した数を直し忘れると起こります。",
            en: "It happens where one figure is brought up to date, and what was worked out from it is not."
        ),
        wrong: "相談は、前年度の40件から52件となり、5割増えました。",
        right: "相談は、前年度の40件から52件となり、3割増えました。")
}

/// What the figures of a sentence say of one another.
enum FigureRules {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains(where: \.isDigit) else { return [] }
        return SpanRule.findings(in: text) + AnniversaryRule.findings(in: text) + FiscalDayRule.findings(in: text)
            + SeasonRule.findings(in: text)
            + Sentences.ranges(in: text).flatMap { sentence -> [WordingFinding] in
                let quantities = Quantity.find(in: text, sentence)
                let units =
                    UnitRule.findings(in: text, sentence) + BoundaryRule.findings(in: text, sentence)
                    + MonthDayRule.findings(in: text, sentence) + ScheduleRule.findings(in: text, sentence)
                    + AgeRule.findings(in: text, sentence)
                guard quantities.count > 1 else { return units }
                return units + SumRule.findings(in: text, sentence, quantities)
                    + ChangeRule.findings(in: text, sentence, quantities)
                    + RangeRule.findings(in: text, sentence, quantities)
                    + ComparisonRule.findings(in: text, sentence, quantities)
                    + AverageRule.findings(in: text, sentence, quantities)
                    + RankRule.findings(in: text, sentence, quantities)
                    + ProductRule.findings(in: text, sentence, quantities)
                    + ConversionRule.findings(in: text, sentence, quantities)
            }
    }
}
