package import Diagnostics

extension DiagnosticCode {
    package static let scheduleOrder = DiagnosticCode(
        "D012", canBeAllowed: true,
        meaning: (
            ja: "スケジュールの時期が早い順に並んでいないか、同じ行が二つあるか、計画の年度から10年を超えて離れています。又は、内容に書いた月、本格実施の年度若しくは事業を始める年度と合いません。",
            en: """
            The schedule's months are not in order, a row stands twice, or a month is more than ten years from the \
            plan's; or it is not the month that the event says, nor in the year of full operation or of the start.
            """
        ),
        reason: (
            ja: "年の打ち間違いや、行の並べ間違いです。読み手が手順を取り違えます。",
            en: "A year is mistyped or a row misplaced, and readers would take the steps in the wrong order."
        ),
        wrong: """
            - {month: 令和5年7月, event: 事業の開始}
            - {month: 令和5年4月, event: 事業者の公募}
            """,
        right: """
            - {month: 令和5年4月, event: 事業者の公募}
            - {month: 令和5年7月, event: 事業の開始}
            """)
}
