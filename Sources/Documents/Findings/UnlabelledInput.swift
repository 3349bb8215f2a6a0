package import Diagnostics

extension DiagnosticCode {
    package static let unlabelledInput = DiagnosticCode(
        "T022", canBeAllowed: true,
        meaning: (
            ja: "記入欄に、何を書く欄かを示すラベルがありません。",
            en: "An input has no label that says what to write."
        ),
        reason: (
            ja: "読み上げソフトの利用者には、何を書く欄なのかが伝わりません。",
            en: "Those who use a screen reader cannot tell what it asks for."
        ),
        wrong: "<p>保護者氏名　<input type=\"text\" id=\"guardian\"/></p>",
        right: "<p><label for=\"guardian\">保護者氏名</label>　<input type=\"text\" id=\"guardian\"/></p>",
        source: (
            ja: "JIS X 8341-3:2016 達成基準1.3.1、3.3.2（ラベル又は説明）、4.1.2（名前、役割及び値）",
            en: """
            JIS X 8341-3:2016, success criteria 1.3.1, 3.3.2 (Labels or Instructions) and 4.1.2 (Name, \
            Role, Value)
            """
        ))
}
