import Japanese

/// The form in which addresses are compared: never for output.
///
/// Spaces and widths are folded, kanji numbers become digits (北十条西, 北10条西), ヶ and ノ take one form, and 大字 and 字 are
/// left out.
public enum AddressText {
    public static func normalized(_ address: String) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in WidthFolding.ascii(address).unicodeScalars {
            switch scalar {
            case " ": continue
            case "ヶ", "ヵ", "が", "ガ", "け": scalars.append("ケ")
            case "之", "の": scalars.append("ノ")
            case "ッ", "っ": scalars.append("ツ")
            case "\u{FA10}": scalars.append("塚")
            case "﨑": scalars.append("崎")
            default: scalars.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(digits(folded(scalars))))
    }

    /// 上ル as 上る, 番地 and 番地の as a hyphen; 大字 and 字 left out.
    private static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "字": break
            case "大" where next == "字": break
            case "ル" where result.last.map { $0 == "上" || $0 == "下" || $0 == "入" } ?? false: result.append("る")
            case "番" where next == "地":
                result.append("-")
                index += index + 2 < scalars.count && scalars[index + 2] == "ノ" ? 2 : 1
            default: result.append(scalar)
            }
            index += 1
        }
        return result
    }

    /// Runs of kanji numerals as ASCII digits: 二十三 → 23.
    private static func digits(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            guard numeral(scalars[index]) != nil else {
                result.append(scalars[index])
                index += 1
                continue
            }
            var (total, digit) = (0, 0)
            while index < scalars.count, let value = numeral(scalars[index]), max(total, digit) < 10_000 {
                if value >= 10 {
                    total += max(digit, 1) * value
                    digit = 0
                } else {
                    digit = digit * 10 + value
                }
                index += 1
            }
            result.append(contentsOf: String(total + digit).unicodeScalars)
        }
        return result
    }

    private static func numeral(_ scalar: Unicode.Scalar) -> Int? {
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
}
