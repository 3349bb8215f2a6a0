package import Diagnostics

extension DiagnosticCode {
    package static let capacityExceeded = DiagnosticCode(
        "D010", canBeAllowed: true,
        meaning: (
            ja: "参加人数が定員を超えていて、その理由が書かれていません。",
            en: "More took part than the capacity allows, and no reason is given."
        ),
        reason: (
            ja: "人数の誤りか、説明を求められる事柄のどちらかです。",
            en: "Either a figure is wrong, or the reader will ask why."
        ),
        wrong: """
            capacity: 20
            participants: 31
            """,
        right: """
            capacity: 20
            participants: 31
            note: 希望者が多く、2回に分けて実施したため
            """)
}
