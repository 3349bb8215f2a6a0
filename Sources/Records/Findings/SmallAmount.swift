package import Diagnostics

extension DiagnosticCode {
    package static let smallAmount = DiagnosticCode(
        "D034", canBeAllowed: true,
        meaning: (
            ja: "予算額が、10万円に届かないか、100億円以上です。又は、施設の費用が100万円以上の「千円」で書かれています。",
            en:
                "A project’s budget is less than 100,000 yen or ten thousand million or more, or a facility’s fee is a million yen or more, written in 千円."
        ),
        reason: (
            ja: "千円単位の額から「千」が落ちると、額が千分の一になります。本当にその額なら、そのままにしてください。",
            en:
                "Where the 千 of thousands of yen has been left out, it is a thousandth. Where it is right, leave it."
        ),
        wrong: "budget: 7,892円",
        right: "budget: 7,892千円")
}
