import Diagnostics
import Japanese

/// A rate as it was published agrees with count ÷ enrolment, at the precision that it was published with.
enum RateCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let statistics = board.statistics else { return [] }
        return ["national", "city"].flatMap { (key) -> [Diagnostic] in
            let series = statistics.record(key)?.records("series") ?? []
            // A figure that is reported for itself is not reported again for its rate.
            return series.filter { !SeriesCheck.isAboveEnrolment($0) }.compactMap { row in
                mismatch(row).flatMap {
                    SeriesCheck.leaps(row, in: series) || TrendCheck.isBreak(row, in: series) ? nil : $0
                }
            }
        } + farFromNation(statistics)
    }

    /// A city's rate this many times the nation's, or this small a part of it, has slipped its decimal point.
    private static let doubtfulFactor = 6

    private static func farFromNation(_ statistics: RecordView) -> [Diagnostic] {
        let national = statistics.record("national")?.records("series") ?? []
        return (statistics.record("city")?.records("series") ?? []).compactMap { row in
            guard mismatch(row) == nil, let year = row["fiscal_year"].fiscalYear, let rate = millionths(row),
                // A few pupils in a village are no rate to be doubted.
                row["count"].integer ?? 0 >= 10,
                let nation = national.first(where: { $0["fiscal_year"].fiscalYear == year }), mismatch(nation) == nil,
                let usual = millionths(nation), rate > usual * doubtfulFactor || rate * doubtfulFactor < usual
            else { return nil }
            return row.report(
                .rateMismatch, "rate", severity: .warning,
                Phrase(
                    ja: "割合「\(row.text("rate") ?? "")」が、同じ年度の全国の割合と大きく違います",
                    en: "the rate \(row.text("rate") ?? "") is far from the nation's in the same year"),
                help: Phrase(ja: "小数点の位置を確かめてください", en: "check the decimal point"),
                notes: [Diagnostic.Note(nation.place("count"), Phrase(ja: "全国の値です", en: "the nation"))])
        }
    }

    /// The rate as published, else count ÷ enrolment, in millionths of a per cent.
    private static func millionths(_ row: RecordView) -> Int? {
        if case .decimal(let mantissa, let scale) = row["rate"].content, scale <= 6 {
            return Int(mantissa) * (1_000_000 / Int(power(scale)))
        }
        guard let count = row["count"].integer, let enrolment = row["enrolment"].integer, enrolment > 0 else {
            return nil
        }
        return count * 100_000_000 / enrolment
    }

    /// The finding where a row's rate is not that of its figures.
    static func mismatch(_ row: RecordView) -> Diagnostic? {
        guard case .decimal(let mantissa, let scale) = row["rate"].content else { return nil }
        guard mantissa <= 100 * power(scale) else {
            return row.report(
                .rateMismatch, "rate",
                Phrase(
                    ja: "割合「\(FixedPoint.text(mantissa, scale))%」が100%を超えています",
                    en: "the rate \(FixedPoint.text(mantissa, scale))% is above 100%"),
                help: Phrase(ja: "小数点の位置を確かめてください", en: "check the decimal point"))
        }
        guard let count = row["count"].integer, let enrolment = row["enrolment"].integer, enrolment > 0 else {
            return nil
        }
        // Halves are rounded up, as published tables do.
        let right = (count * 200 * Int(power(scale)) + enrolment) / (2 * enrolment)
        guard right != Int(mantissa) else { return nil }
        let text = FixedPoint.text(Int32(clamping: right), scale) + "%"
        return row.report(
            .rateMismatch, "rate",
            Phrase(
                ja:
                    "割合「\(FixedPoint.text(mantissa, scale))%」が、\(Numerals.grouped(count))÷\(Numerals.grouped(enrolment))から計算した\(text)と合いません",
                en:
                    "the rate \(FixedPoint.text(mantissa, scale))% is not \(Numerals.grouped(count)) ÷ \(Numerals.grouped(enrolment)), which is \(text)"
            ),
            help: Phrase(ja: "割合、人数及び在籍者数を元の資料で確かめてください", en: "check rate, count and enrolment against the source"))
    }

    private static func power(_ scale: UInt8) -> Int32 {
        (0..<min(scale, 7)).reduce(1) { product, _ in product * 10 }
    }
}
