package import Diagnostics

extension DiagnosticCode {
    package static let unusedBlock = DiagnosticCode(
        "T014", canBeAllowed: false,
        meaning: (
            ja: "差し替えようとしたブロック{{$名前}}が、親のひな形にないか、同じ所で二度書かれています。",
            en: "The parent template has no block of the name that is filled in, or the block is filled twice."
        ),
        reason: (
            ja: "書いた文章が、文書のどこにも出ません。",
            en: "What was written there would appear nowhere."
        ),
        wrong: """
            {{<guideline}}
            {{$privat_opening}}<p>内容は変わることがあります。</p>{{/privat_opening}}
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
