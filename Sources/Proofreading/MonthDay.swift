import Bytes
import Japanese

/// A day of a sentence without its year: 8月4日. Whether a month has it is not asked.
struct MonthDay {
    let range: Range<Int>
    let month: Int
    let day: Int

    /// What begins at a place; nil where no such day does.
    init?(_ text: [Unicode.Scalar], at start: Int, before limit: Int) {
        guard text[start].isDigit, let sign = text[start..<limit].prefix(3).firstIndex(of: "月"),
            let end = text[sign..<limit].prefix(4).firstIndex(of: "日"),
            let month = Self.number(text[start..<sign]), let day = Self.number(text[(sign + 1)..<end])
        else { return nil }
        (range, self.month, self.day) = (start..<end + 1, month, day)
    }

    /// Those that stand behind no year.
    static func find(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [MonthDay] {
        sentence.compactMap { start in
            guard start == 0 || !text[start - 1].isDigit && text[start - 1] != "年" else { return nil }
            return MonthDay(text, at: start, before: sentence.upperBound)
        }
    }

    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        text.allSatisfy(\.isDigit) ? Int(WidthFolding.ascii(String(scalars: text))) : nil
    }
}
