package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let rateMismatch = DiagnosticCode(
        "D005", canBeAllowed: true,
        meaning: (
            ja: "書かれた割合が、人数÷在籍者数から計算した値と合いません。又は、100%を超えています。",
            en: "The rate is not count divided by enrolment, at its own precision, or it is above 100%."
        ),
        reason: (
            ja: "三つの値のどれかが誤っています。読み手が計算すればすぐに分かります。",
            en: "One of the three is wrong, and any reader can work it out."
        ),
        wrong: """
            count: 346,482
            enrolment: 9,321,243
            rate: 3.9%
            """,
        right: """
            count: 346,482
            enrolment: 9,321,243
            rate: 3.7%
            """)
}

/// A rate as it was published agrees with count ÷ enrolment, at the precision that it was published with.
enum RateCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let statistics = board.statistics else { return [] }
        return board.series.flatMap { series in
            // A figure that is reported for itself is not reported again for its rate.
            return series.filter { !SeriesCheck.isAboveEnrolment($0) }.compactMap { row in
                mismatch(row).flatMap {
                    SeriesCheck.leaps(row, in: series) || TrendCheck.isBreak(row, in: series)
                        || OffLineCheck.isOff(row, in: series) ? nil : $0
                }
            }
        } + farFromNation(statistics)
    }

    /// A city's rate this many times the nation's, or this small a part of it, has slipped its decimal point.
    private static let doubtfulFactor = 6

    private static func farFromNation(_ statistics: RecordView) -> [Diagnostic] {
        let national = statistics[Statistics.national]?.records(Series.series) ?? []
        return (statistics[Statistics.city]?.records(Series.series) ?? []).compactMap { row in
            guard mismatch(row) == nil, let year = row[Observation.fiscalYear], let rate = millionths(row),
                // A few pupils in a village are no rate to be doubted.
                row[Observation.count] ?? 0 >= 10,
                let nation = national.first(where: { $0[Observation.fiscalYear] == year }), mismatch(nation) == nil,
                let usual = millionths(nation), rate > usual * doubtfulFactor || rate * doubtfulFactor < usual
            else { return nil }
            return row.report(
                .rateMismatch, Observation.rate, severity: .warning,
                Phrase(
                    ja: "割合「\(row.text(Observation.rate) ?? "")」が、同じ年度の全国の割合と大きく違います",
                    en: "the rate \(row.text(Observation.rate) ?? "") is far from the nation's in the same year"),
                help: Phrase(ja: "小数点の位置を確かめてください", en: "check the decimal point"),
                notes: [Diagnostic.Note(nation.place(Observation.count), Phrase(ja: "全国の値です", en: "the nation"))])
        }
    }

    /// The rate as published, else count ÷ enrolment, in millionths of a per cent.
    private static func millionths(_ row: RecordView) -> Int? {
        if let rate = row[Observation.rate], rate.scale <= 6 {
            return Int(rate.mantissa) * (1_000_000 / Int(power(rate.scale)))
        }
        guard let count = row[Observation.count], let enrolment = row[Observation.enrolment], enrolment > 0 else {
            return nil
        }
        return count * 100_000_000 / enrolment
    }

    /// The finding where a row's rate is not that of its figures.
    static func mismatch(_ row: RecordView) -> Diagnostic? {
        guard let rate = row[Observation.rate] else { return nil }
        guard rate.mantissa <= 100 * power(rate.scale) else {
            return row.report(
                .rateMismatch, Observation.rate,
                Phrase(
                    ja: "割合「\(rate.text)%」が100%を超えています",
                    en: "the rate \(rate.text)% is above 100%"),
                help: Phrase(ja: "小数点の位置を確かめてください", en: "check the decimal point"))
        }
        guard let count = row[Observation.count], let enrolment = row[Observation.enrolment], enrolment > 0 else {
            return nil
        }
        // Halves are rounded up, as published tables do.
        let right = (count * 200 * Int(power(rate.scale)) + enrolment) / (2 * enrolment)
        guard right != Int(rate.mantissa) else { return nil }
        let text = FixedPoint(Int32(clamping: right), scale: rate.scale).text + "%"
        return row.report(
            .rateMismatch, Observation.rate,
            Phrase(
                ja:
                    "割合「\(rate.text)%」が、\(Numerals.grouped(count))÷\(Numerals.grouped(enrolment))から計算した\(text)と合いません",
                en:
                    "the rate \(rate.text)% is not \(Numerals.grouped(count)) ÷ \(Numerals.grouped(enrolment)), which is \(text)"
            ),
            help: Phrase(ja: "割合、人数及び在籍者数を元の資料で確かめてください", en: "check rate, count and enrolment against the source"),
            // Any of the three may be the slip.
            notes: [
                Diagnostic.Note(row.place(Observation.count), Phrase(ja: "人数です", en: "the count")),
                Diagnostic.Note(row.place(Observation.enrolment), Phrase(ja: "在籍者数です", en: "the enrolment")),
            ])
    }

    private static func power(_ scale: UInt8) -> Int32 {
        (0..<min(scale, 7)).reduce(1) { product, _ in product * 10 }
    }
}
