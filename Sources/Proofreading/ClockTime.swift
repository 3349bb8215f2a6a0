import Bytes
import Japanese

/// A time of the day in a sentence: 午前9時30分, 15時, 午後3時半, 正午.
struct ClockTime {
    let range: Range<Int>
    /// From midnight; by the hour that is written where neither 午前 nor 午後 is.
    let minutes: Int
    let hasHalf: Bool

    static func find(in text: [Unicode.Scalar]) -> [ClockTime] {
        text.indices.compactMap { sign in
            if text[sign...].starts(with: noon) {
                return ClockTime(range: sign..<sign + 2, minutes: 12 * 60, hasHalf: true)
            }
            // 3時間, 5時限 and 同時 are others.
            guard text[sign] == "時", sign > 0, text[sign - 1].isDigit,
                !(text[(sign + 1)...].first.map { "間限点代期数給短差".unicodeScalars.contains($0) } ?? false)
            else { return nil }
            var start = sign
            while start > 0, text[start - 1].isDigit { start -= 1 }
            guard let hour = number(text[start..<sign]), hour <= 24 else { return nil }
            var (end, minutes) = (sign + 1, 0)
            if end < text.count, text[end] == "半" {
                (end, minutes) = (end + 1, 30)
            } else if let minute = text[end...].firstIndex(where: { !$0.isDigit }), text[minute] == "分", minute > end,
                let number = number(text[end..<minute]), number < 60
            {
                (end, minutes) = (minute + 1, number)
            }
            let before = text[..<start]
            let half = ["午前", "午後"].firstIndex { before.suffix(2).elementsEqual($0.unicodeScalars) }
            let isAfternoon = half == 1 && hour < 12
            return ClockTime(
                range: start - (half == nil ? 0 : 2)..<end, minutes: (isAfternoon ? hour + 12 : hour) * 60 + minutes,
                hasHalf: half != nil)
        }
    }

    private static let noon = Array("正午".unicodeScalars)

    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        text.count > 2 ? nil : Int(WidthFolding.ascii(String(scalars: text)))
    }
}
