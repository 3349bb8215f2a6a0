/// Kana in Latin letters by the Hepburn system, for names of files and addresses: らくしょう → rakusho.
public enum Romanization {
    private static let pairs: [String: String] = [
        "きゃ": "kya", "きゅ": "kyu", "きょ": "kyo", "しゃ": "sha", "しゅ": "shu", "しょ": "sho", "ちゃ": "cha", "ちゅ": "chu",
        "ちょ": "cho", "にゃ": "nya", "にゅ": "nyu", "にょ": "nyo", "ひゃ": "hya", "ひゅ": "hyu", "ひょ": "hyo", "みゃ": "mya",
        "みゅ": "myu", "みょ": "myo", "りゃ": "rya", "りゅ": "ryu", "りょ": "ryo", "ぎゃ": "gya", "ぎゅ": "gyu", "ぎょ": "gyo",
        "じゃ": "ja", "じゅ": "ju", "じょ": "jo", "びゃ": "bya", "びゅ": "byu", "びょ": "byo", "ぴゃ": "pya", "ぴゅ": "pyu",
        "ぴょ": "pyo", "しぇ": "she", "じぇ": "je", "ちぇ": "che", "てぃ": "ti", "でぃ": "di", "ふぁ": "fa", "ふぃ": "fi",
        "ふぇ": "fe", "ふぉ": "fo", "うぃ": "wi", "うぇ": "we", "うぉ": "wo", "ゔぁ": "va", "ゔぃ": "vi", "ゔぇ": "ve", "ゔぉ": "vo",
        "とぅ": "tu", "どぅ": "du", "でゅ": "dyu", "つぁ": "tsa",
    ]
    private static let singles: [Character: String] = [
        "あ": "a", "い": "i", "う": "u", "え": "e", "お": "o", "か": "ka", "き": "ki", "く": "ku", "け": "ke", "こ": "ko",
        "さ": "sa", "し": "shi", "す": "su", "せ": "se", "そ": "so", "た": "ta", "ち": "chi", "つ": "tsu", "て": "te",
        "と": "to", "な": "na", "に": "ni", "ぬ": "nu", "ね": "ne", "の": "no", "は": "ha", "ひ": "hi", "ふ": "fu",
        "へ": "he", "ほ": "ho", "ま": "ma", "み": "mi", "む": "mu", "め": "me", "も": "mo", "や": "ya", "ゆ": "yu",
        "よ": "yo", "ら": "ra", "り": "ri", "る": "ru", "れ": "re", "ろ": "ro", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o",
        "ん": "n", "が": "ga", "ぎ": "gi", "ぐ": "gu", "げ": "ge", "ご": "go", "ざ": "za", "じ": "ji", "ず": "zu",
        "ぜ": "ze", "ぞ": "zo", "だ": "da", "ぢ": "ji", "づ": "zu", "で": "de", "ど": "do", "ば": "ba", "び": "bi",
        "ぶ": "bu", "べ": "be", "ぼ": "bo", "ぱ": "pa", "ぴ": "pi", "ぷ": "pu", "ぺ": "pe", "ぽ": "po", "ゔ": "vu",
        "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo",
    ]

    /// An identifier of lower-case letters, digits and hyphens; nil where the text has a character that is none of kana,
    /// Latin letters, digits, spaces and signs.
    public static func identifier(_ text: String) -> String? {
        let kana = Array(WidthFolding.hiragana(WidthFolding.ascii(text)).lowercased())
        var words = [""]
        var index = 0
        while index < kana.count {
            let character = kana[index]
            if index + 1 < kana.count, let pair = pairs[String(kana[index...index + 1])] {
                words[words.count - 1] += pair
                index += 2
                continue
            }
            index += 1
            switch character {
            case "っ":
                // The consonant behind it is doubled; before ch it is a t.
                guard index < kana.count, let next = latin(kana[index...]) else { continue }
                words[words.count - 1] += next.hasPrefix("ch") ? "t" : next.prefix(1)
            case "ー": continue
            case "a"..."z", "0"..."9": words[words.count - 1].append(character)
            case _ where singles[character] != nil: words[words.count - 1] += singles[character] ?? ""
            case _ where character.isLetter || character.isNumber: return nil
            default: if words.last?.isEmpty == false { words.append("") }
            }
        }
        let identifier = words.filter { !$0.isEmpty }.map(shortened).joined(separator: "-").prefix(64)
        return identifier.isEmpty ? nil : String(identifier)
    }

    private static func latin(_ kana: ArraySlice<Character>) -> String? {
        if kana.count > 1, let pair = pairs[String(kana.prefix(2))] { return pair }
        return kana.first.flatMap { singles[$0] }
    }

    /// Hepburn writes long vowels with a stroke, which identifiers leave out: rakushou → rakusho.
    private static func shortened(_ word: String) -> String {
        word.replacing("ou", with: "o").replacing("uu", with: "u").replacing("oo", with: "o")
    }
}
