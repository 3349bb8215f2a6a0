package import Diagnostics

extension DiagnosticCode {
    package static let mustacheEncoding = DiagnosticCode(
        "M009", canBeAllowed: false,
        meaning: (
            ja: "ひな形に、UTF-8という文字コードとして読めない文字があります。",
            en: "The template holds bytes that are not UTF-8."
        ),
        reason: (
            ja: "文字コードを推測して読むと、文字化けしたまま公表するおそれがあります。",
            en: "If the encoding were guessed, garbled text might be published."
        ),
        wrong: """
            {{! エディターの文字コード: Shift_JIS }}
            <h2>出席扱いの要件</h2>
            """,
        right: """
            {{! エディターの文字コード: UTF-8 }}
            <h2>出席扱いの要件</h2>
            """)
}
