package import Diagnostics

extension DiagnosticCode {
    package static let yamlDuplicateKey = DiagnosticCode(
        "Y011", canBeAllowed: false,
        meaning: (
            ja: "同じまとまりの中に、同じ項目名が2回書かれています。",
            en: "The same key is written twice in one group."
        ),
        reason: (
            ja: "どちらの値が正しいか決められず、古いほうを公表するおそれがあります。",
            en: "Either value might be the right one, and the outdated one might be published."
        ),
        wrong: """
            telephone: 0797-86-2321
            telephone: 0797-86-2322
            """,
        right: "telephone: 0797-86-2321",
        source: (
            ja: "YAML 1.2.2 §3.2.1.1（項目名は重ならない）",
            en: "YAML 1.2.2 §3.2.1.1, Nodes: keys are unique"
        ))
}

extension SyntaxProblem {
    static func duplicateKey(_ key: String) -> SyntaxProblem {
        SyntaxProblem(
            .yamlDuplicateKey,
            Phrase(ja: "項目「\(key)」が2回書かれています", en: "the key \"\(key)\" is written twice"),
            help: Phrase(
                ja: "一方を消すか、項目名を直してください。次のまとまりを始める「- 」の行が抜けていることもあります",
                en: "remove one of them or rename it; or the line with \"- \" that begins the next item may be missing")
        )
    }
}
