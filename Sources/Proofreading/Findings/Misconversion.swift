package import Diagnostics

extension DiagnosticCode {
    package static let misconversion = DiagnosticCode(
        "J016", canBeAllowed: true,
        meaning: (
            ja: "誤った漢字です。かな漢字変換の誤り（言葉として存在しないか、前後の言葉と合わない同音の言葉）、形の似た字、仮名で書きかけた語です。",
            en:
                "A wrong kanji: a word that an input method chose and that is none or does not fit, one that looks alike, or a word left half in kana."
        ),
        reason: (
            ja: "読み上げると正しく聞こえるので見落としやすく、意味が変わってしまうことがあります。",
            en: "Read aloud it sounds right, so it is overlooked, and it may say something else."
        ),
        wrong: "支援の対称となる児童生徒について、指導主時が助言します。",
        right: "支援の対象となる児童生徒について、指導主事が助言します。（「線対称の図形」「対照表」はそのまま）",
        source: (
            ja: "IPADIC、UniDic、KANJIDIC及びData/referenceの表",
            en: "IPADIC, UniDic, KANJIDIC, and tables of Data/reference"
        ))
}
