import Diagnostics
import Files

/// The names of files of words: a language as pages have it in `lang`, and `.txt`.
extension WordsFile {
    /// The codes of languages with two letters (ISO 639-1).
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa \
        ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr \
        ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl \
        ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur \
        uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " "))

    /// What is written for a language's code: that of its country, or the code with three letters, which stands for languages that have no
    /// shorter one.
    private static let mistaken: [Substring: String] = [
        "jp": "ja", "jpn": "ja", "eng": "en", "cn": "zh", "zho": "zh", "chi": "zh", "kor": "ko", "vn": "vi",
        "vie": "vi",
        "ph": "tl", "tgl": "tl", "np": "ne", "nep": "ne", "por": "pt", "spa": "es",
    ]

    /// Whether a file has the name of a language; what else has three letters may be one's.
    static func isLanguage(_ name: String) -> Bool {
        guard name.hasSuffix(".txt") else { return false }
        let code = name.dropLast(4)
        let isThreeLetters = code.utf8.count == 3 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        return codes.contains(code) || isThreeLetters && mistaken[code] == nil
    }

    static func misnamed(_ source: SourceFile, _ name: String) -> Diagnostic {
        // zh-Hans.txt, JA.txt, ja.text
        let code = name.lowercased().prefix { $0.isASCII && $0.isLetter }
        let meant = mistaken[code] ?? (codes.contains(code) ? String(code) : nil)
        return Diagnostic(
            .unknownName, at: Diagnostic.Place(source, 0..<0),
            Phrase(
                ja: "「\(name)」は言語の名前ではないので、このファイルの言葉は使われません",
                en: "\(name) is no language's name: no page takes words from this file"),
            help: meant.map {
                Phrase(ja: "ファイルの名前を「\($0).txt」にしてください", en: "rename it \($0).txt")
            }
                ?? Phrase(
                    ja: "ファイルの名前を、htmlのlangに書く言語の符号（日本語はja、英語はen、中国語はzh、韓国・朝鮮語はko）に.txtを付けたものにしてください",
                    en: "name it after the language as lang in html has it: ja.txt, en.txt, zh.txt, ko.txt"))
    }
}
