package import Diagnostics

extension DiagnosticCode {
    package static let smallAmount = DiagnosticCode(
        "D034", canBeAllowed: true,
        meaning: (
            ja: "事業の予算額が、10万円に届きません。",
            en: "A project's budget is less than 100,000 yen."
        ),
        reason: (
            ja: "千円単位の額から「千」が落ちると、額が千分の一になります。本当にその額なら、そのままにしてください。",
            en:
                "Where the 千 of thousands of yen has been left out, it is a thousandth. Where it is right, leave it."
        ),
        wrong: "budget: 7,892円",
        right: "budget: 7,892千円")
}
