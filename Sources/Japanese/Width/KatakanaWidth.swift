import Bytes

/// Half-width katakana, their sound marks characters of their own, as full-width ones (JIS X 0208).
public enum KatakanaWidth {
    private static let letters = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜".unicodeScalars)

    /// ﾊﾟｿｺﾝ､ → パソコン、
    public static func fullwidth(_ word: ArraySlice<Unicode.Scalar>) -> String {
        var text: [Unicode.Scalar] = []
        for scalar in word {
            if scalar.value == 0xFF9E || scalar.value == 0xFF9F, let last = text.last,
                let whole = composed(last, scalar.value == 0xFF9E ? "\u{3099}" : "\u{309A}")?.unicodeScalars.first
            {
                text[text.count - 1] = whole
            } else {
                text.append(letters[Int(scalar.value) - 0xFF61])
            }
        }
        return String(scalars: text)
    }

    /// か + ゙ → が, ウ + ゙ → ヴ: the voiced letter stands one or two behind the plain one, or in a row of its own.
    public static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> String? {
        guard base.isHiragana || base.isKatakana else { return nil }
        // Swift compares canonically, which is what is wanted here.
        let pair = String(scalars: [base, mark])
        let candidates = [base.value + 1, base.value + 2, 0x3094, 0x30F4] + Array(0x30F7...0x30FA)
        return candidates.lazy.compactMap { Unicode.Scalar($0) }.map { String($0) }.first { $0 == pair }
    }

    /// Half-width katakana as full-width, sound marks joined; all else as it is.
    public static func fullwidth(_ text: String) -> String {
        var result = ""
        var run: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if (0xFF61...0xFF9F).contains(scalar.value) {
                run.append(scalar)
            } else {
                result += fullwidth(run[...])
                run = []
                result.unicodeScalars.append(scalar)
            }
        }
        return result + fullwidth(run[...])
    }
}
