import Diagnostics
import Japanese

/// A rate as it was published agrees with count ÷ enrolment, at the precision that it was published with.
enum RateCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let statistics = board.statistics else { return [] }
        return ["national", "city"].flatMap { statistics.record($0)?.records("series") ?? [] }.compactMap(check)
    }

    private static func check(_ row: RecordView) -> Diagnostic? {
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
