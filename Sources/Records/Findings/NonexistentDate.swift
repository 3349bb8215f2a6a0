package import Diagnostics

extension DiagnosticCode {
    package static let nonexistentDate = DiagnosticCode(
        "R014", canBeAllowed: false,
        meaning: (
            ja: "暦にない日付です。又は、1873年（明治6年）より前の日付です。",
            en: "The calendar has no such date, or it is before 1873."
        ),
        reason: (
            ja: "ない日付を公表すると、期限や発出日を読み手が確かめられません。",
            en: "Readers could not tell which day was meant."
        ),
        wrong: "date: 令和7年2月29日",
        right: "date: 令和7年2月28日",
        source: (
            ja: "明治5年太政官布告第337号（太陽暦の採用）",
            en: "Great Council of State Proclamation No. 337 of 1872: the solar calendar"
        ))
}
