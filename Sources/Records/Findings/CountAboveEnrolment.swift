package import Diagnostics

extension DiagnosticCode {
    package static let countAboveEnrolment = DiagnosticCode(
        "D004", canBeAllowed: true,
        meaning: (
            ja: "不登校児童生徒数が、在籍者数より多くなっています。",
            en: "More pupils do not attend than are enrolled."
        ),
        reason: (
            ja: "二つの値が入れ替わっているか、どちらかの桁が誤っています。",
            en: "The two are exchanged, or a digit of one is wrong."
        ),
        wrong: """
            count: 9,321,243
            enrolment: 346,482
            """,
        right: """
            count: 346,482
            enrolment: 9,321,243
            """)
}
