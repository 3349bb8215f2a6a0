package import Diagnostics

extension DiagnosticCode {
    package static let mustacheStrayText = DiagnosticCode(
        "M010", canBeAllowed: false,
        meaning: (
            ja: "親のひな形を使う{{<名前}}の中で、ブロック{{$名前}}の外に文章があります。この文章は印字されません。",
            en: """
            Inside {{<name}}, which fills in a parent, text stands outside any block {{$name}} and is \
            not printed.
            """
        ),
        reason: (
            ja: "書いたつもりの文章が、気付かないうちに文書から抜けます。",
            en: "What was meant to be said would be missing from the document unnoticed."
        ),
        wrong: """
            {{<guideline}}
            <p>内容は変わることがあります。</p>
            {{/guideline}}
            """,
        right: """
            {{<guideline}}
            {{$private_opening}}<p>内容は変わることがあります。</p>{{/private_opening}}
            {{/guideline}}
            """,
        source: (
            ja: "Mustache仕様（継承）",
            en: "the Mustache specification, Inheritance"
        ))
}
