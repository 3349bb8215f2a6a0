package import Diagnostics

extension DiagnosticCode {
    package static let partYear = DiagnosticCode(
        "D011", canBeAllowed: true,
        meaning: (
            ja: "ある年度の実績が、その年度の外か、文書の日付より後の日の現在のものになっています。又は、年度の途中の実績なのに、いつ現在かが書かれていません。",
            en: """
            A year's results are as of a day outside it or after the document's date, or the year was not over and \
            no day is given.
            """
        ),
        reason: (
            ja: "年度の途中の人数を、1年間の人数と誤解させます。",
            en: "Figures of part of a year would be read as those of the whole."
        ),
        wrong: """
            fiscal_year: 令和4年度
            as_of: 令和5年4月30日
            """,
        right: """
            fiscal_year: 令和4年度
            as_of: 令和5年1月31日
            """)
}
