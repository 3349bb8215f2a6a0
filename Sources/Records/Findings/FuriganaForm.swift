package import Diagnostics

extension DiagnosticCode {
    package static let furiganaForm = DiagnosticCode(
        "R030", canBeAllowed: true,
        meaning: (ja: "ふりがなに、ひらがな以外の文字があります。", en: "Furigana holds other letters than hiragana."),
        reason: (
            ja: "ふりがなの欄は、名前の読み方をひらがなで示すためのものです。",
            en: "The field shows how a name is read, in hiragana."
        ),
        wrong: "pupil_furigana: タカラヅカ　はな", right: "pupil_furigana: たからづか　はな")
}

extension ValueProblem {
    static let furiganaForm = ValueProblem(.furiganaForm, help: Phrase(ja: "ひらがなで書いてください", en: "write it in hiragana"))
    { text in
        Phrase(ja: "ふりがな「\(text)」に、ひらがな以外の文字があります", en: "the furigana \"\(text)\" is not all hiragana")
    }
}
