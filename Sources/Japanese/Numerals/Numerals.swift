/// Whole numbers in the scripts that Japanese papers count with.
public enum Numerals {
    /// 346482 → 346,482: separated from four digits up.
    public static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var out: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out.append(UInt8(ascii: ",")) }
            out.append(digit)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// 346482 → 三十四万六千四百八十二.
    public static func kanji(_ number: Int) -> String {
        guard number != 0 else { return "〇" }
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let small = ["", "十", "百", "千"]
        let large = ["", "万", "億", "兆", "京"]
        var rest = number.magnitude
        var out = ""
        var group = 0
        while rest > 0 {
            var part = ""
            var four = Int(rest % 10_000)
            for place in 0..<4 where four > 0 {
                let digit = four % 10
                // 十, 百 and 千 stand without 一 before them.
                if digit > 0 { part = (digit == 1 && place > 0 ? "" : digits[digit]) + small[place] + part }
                four /= 10
            }
            if !part.isEmpty { out = part + large[group] + out }
            rest /= 10_000
            group += 1
        }
        return (number < 0 ? "マイナス" : "") + out
    }

    /// 1 → Ⅰ … 12 → Ⅻ as one character each; spelt with the letters above that.
    public static func roman(_ number: Int) -> String {
        if (1...12).contains(number), let scalar = Unicode.Scalar(0x215F + UInt32(number)) { return String(scalar) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var out = ""
        for (value, sign) in signs {
            while rest >= value {
                out += sign
                rest -= value
            }
        }
        return out
    }

    /// 1 → ① … 50 → ㊿, nil above: there is no character for it.
    public static func circled(_ number: Int) -> String? {
        let base: UInt32 =
            switch number {
            case 1...20: 0x2460 - 1
            case 21...35: 0x3251 - 21
            case 36...50: 0x32B1 - 36
            default: 0
            }
        guard base > 0 else { return nil }
        return Unicode.Scalar(base + UInt32(number)).map(String.init)
    }

    /// 1 → ⅰ … 12 → ⅻ; spelt with the letters above that.
    public static func smallRoman(_ number: Int) -> String {
        if (1...12).contains(number), let scalar = Unicode.Scalar(0x216F + UInt32(number)) { return String(scalar) }
        return roman(number).lowercased()
    }

    /// 1 → ⑴ … 20 → ⒇, nil above: there is no character for it.
    public static func bracketed(_ number: Int) -> String? {
        (1...20).contains(number) ? Unicode.Scalar(0x2473 + UInt32(number)).map(String.init) : nil
    }

    /// 1 → ㋐ … 47 → ㋾, nil above.
    public static func circledKatakana(_ number: Int) -> String? {
        (1...47).contains(number) ? Unicode.Scalar(0x32CF + UInt32(number)).map(String.init) : nil
    }

    /// 1 → ｱ, 2 → ｲ: in half width, as some papers mark within brackets.
    public static func halfwidthKatakana(_ number: Int) -> String {
        letters(number, halfwidthKatakanaLetters)
    }

    /// 1 → ａ.
    public static func fullwidthLatin(_ number: Int) -> String {
        letters(number, fullwidthLatinLetters)
    }

    /// 1 → ア, 2 → イ … in the order of the fifty sounds; アア after ン.
    public static func katakana(_ number: Int) -> String {
        letters(number, katakanaLetters)
    }

    /// 1 → a … 26 → z, 27 → aa.
    public static func latin(_ number: Int) -> String {
        letters(number, latinLetters)
    }

    private static let halfwidthKatakanaLetters = Array("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
    private static let fullwidthLatinLetters = Array("ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ")
    private static let katakanaLetters = Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
    private static let latinLetters = Array("abcdefghijklmnopqrstuvwxyz")

    private static func letters(_ number: Int, _ alphabet: [Character]) -> String {
        var rest = number
        var out = ""
        while rest > 0 {
            rest -= 1
            out = String(alphabet[rest % alphabet.count]) + out
            rest /= alphabet.count
        }
        return out
    }

    /// ASCII digits to full-width digits.
    public static func fullwidth(_ text: String) -> String {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        WidthFolding.appendFullwidthDigits(bytes.span, to: &out)
        return String(decoding: out, as: UTF8.self)
    }
}
