package import Diagnostics

extension DiagnosticCode {
    package static let officialSpelling = DiagnosticCode(
        "J017", canBeAllowed: true,
        meaning: (
            ja: "公用文の書き方（漢字と仮名の使い分け、送り仮名）と違います。",
            en: "Public documents choose other kanji, kana or okurigana here."
        ),
        reason: (
            ja: "一つの文書、一つの役所の中で書き方が分かれ、読みにくくなります。施設の名称などは、持ち主の書き方のままで構いません。",
            en:
                "Papers of one office are to be written in one manner. Names are written as their owners write them."
        ),
        wrong: "申込書を提出して下さい。施設の利用に当って、次の事を確かめます。",
        right: "申込書を提出してください。施設の利用に当たって、次のことを確かめます。（「資料を下さい」「当校」はそのまま）",
        source: (
            ja: "公用文における漢字使用等について（平成22年内閣訓令第1号）、送り仮名の付け方、公用文作成の考え方",
            en: "公用文における漢字使用等について (2010), 送り仮名の付け方, 公用文作成の考え方 (2022)"
        ))
}
