/// Numbers written in kanji as far as 百, or digit by digit, as addresses and dates have them: 二十三, 百五, 二〇.
public enum KanjiNumeral {
    public static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        case "百": 100
        default: nil
        }
    }

    /// The number that begins at a place, which moves behind it; nil where none does.
    public static func number(in text: [Unicode.Scalar], at index: inout Int) -> Int? {
        guard index < text.count, value(text[index]) != nil else { return nil }
        var (total, digit) = (0, 0)
        while index < text.count, let value = text[index] == "〇" ? 0 : value(text[index]), max(total, digit) < 10_000 {
            if value >= 10 {
                total += max(digit, 1) * value
                digit = 0
            } else {
                digit = digit * 10 + value
            }
            index += 1
        }
        return total + digit
    }
}

extension Unicode.Scalar {
    /// 一 to 十.
    public var isKanjiNumeral: Bool { KanjiNumeral.value(self).map { $0 <= 10 } ?? false }
}
