package import Diagnostics

extension DiagnosticCode {
    package static let schoolYearsForm = DiagnosticCode(
        "R032", canBeAllowed: false,
        meaning: (
            ja: "対象の学年が、学校の学年として読めません。",
            en: "School years cannot be read as such."
        ),
        reason: (
            ja: "小学校は6年生、中学校と高等学校は3年生までです。ない学年が載ると、通えるかどうかが分かりません。",
            en: "Primary school has six years, secondary schools three: with another nobody knows who may come."
        ),
        wrong: "school_years: 小4～中4", right: "school_years: 小4～中3")
}
