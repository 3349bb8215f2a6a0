package import Diagnostics

extension DiagnosticCode {
    package static let unlikeValues = DiagnosticCode(
        "T036", canBeAllowed: false,
        meaning: (
            ja: "種類の違う値を比べています。",
            en: "Values of different kinds are compared."
        ),
        reason: (
            ja: "答えがいつも同じになり、条件の役をしません。",
            en: "The answer would always be the same, and the section no condition."
        ),
        wrong: "{{#capacity.equals.name}}", right: "{{#participants.exceeds.capacity}}")
}
