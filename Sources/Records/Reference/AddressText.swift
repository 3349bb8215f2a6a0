import Japanese

/// The form in which addresses are compared: never for output.
///
/// Spaces and widths are folded, kanji numbers become digits (北十条西, 北10条西), ヶ and ノ take one form, and 大字 and 字 are
/// left out.
package enum AddressText {
    package static func normalized(_ address: String) -> String {
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
        var text = String(String.UnicodeScalarView(digits(scalars)))
        for (written, form) in [("上ル", "上る"), ("下ル", "下る"), ("入ル", "入る"), ("番地ノ", "-"), ("番地", "-")] {
            text.replace(written, with: form)
        }
        text.replace("大字", with: "")
        text.replace("字", with: "")
        return text
    }

    /// Runs of kanji numerals as ASCII digits: 二十三 → 23.
    private static func digits(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            guard numerals[scalars[index]] != nil else {
                result.append(scalars[index])
                index += 1
                continue
            }
            var (total, digit) = (0, 0)
            while index < scalars.count, let value = numerals[scalars[index]], total < 10_000 {
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

    private static let numerals: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "百": 100,
    ]
}
