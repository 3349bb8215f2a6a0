import Diagnostics
import Japanese

/// A scalar that is not in the form of its type: its kind, and the message. Each is declared with its kind, in the folder `Findings`.
struct ValueProblem {
    let code: DiagnosticCode
    let help: Phrase
    let summary: @Sendable (_ text: String) -> Phrase

    init(_ code: DiagnosticCode, help: Phrase, summary: @escaping @Sendable (_ text: String) -> Phrase) {
        self.code = code
        self.help = help
        self.summary = summary
    }
}

/// The three types that the calendar reads.
enum CalendarKind {
    case date, month, fiscalYear

    private var code: DiagnosticCode {
        switch self {
        case .date: .dateForm
        case .month: .monthForm
        case .fiscalYear: .fiscalYearForm
        }
    }

    private var name: Phrase {
        switch self {
        case .date: Phrase(ja: "年月日", en: "date")
        case .month: Phrase(ja: "年月", en: "month")
        case .fiscalYear: Phrase(ja: "年度", en: "fiscal year")
        }
    }

    private var form: Phrase {
        switch self {
        case .date:
            Phrase(ja: "「令和7年2月14日」又は「2025-02-14」のように書いてください", en: "write it as in 令和7年2月14日 or 2025-02-14")
        case .month:
            Phrase(ja: "日を付けず、「令和7年3月」又は「2025-03」のように書いてください", en: "write it without a day, as in 令和7年3月 or 2025-03")
        case .fiscalYear:
            Phrase(ja: "「令和6年度」又は「2024」のように書いてください", en: "write it as in 令和6年度 or 2024")
        }
    }

    func report(
        _ error: CalendarError, _ text: String
    ) -> (code: DiagnosticCode, summary: Phrase, help: Phrase, replacement: String?) {
        switch error {
        case .form:
            (
                code, Phrase(ja: "「\(text)」は\(name.ja)の形ではありません", en: "\"\(text)\" is not in the form of a \(name.en)"),
                form,
                nil
            )
        case .unusual(let canonical):
            (
                code, Phrase(ja: "「\(text)」は\(name.ja)の書き方と違います", en: "\"\(text)\" is not how a \(name.en) is written"),
                Phrase(ja: "「\(canonical)」と書いてください", en: "write \"\(canonical)\""), canonical
            )
        case .nonexistent:
            (
                .nonexistentDate,
                Phrase(
                    ja: "「\(text)」という\(name.ja)は暦にないか、1873年（明治6年）より前です",
                    en: "there is no \(name.en) \"\(text)\", or it is before 1873"),
                Phrase(ja: "正しい\(name.ja)を確かめてください", en: "check the calendar"), nil
            )
        case .outsideEra(let era, let canonical):
            (
                .dateOutsideEra,
                Phrase(ja: "「\(text)」は\(era.name)の期間にありません", en: "\"\(text)\" does not lie in the era \(era.name)"),
                Phrase(ja: "「\(canonical)」と書いてください", en: "write \"\(canonical)\""), canonical
            )
        case .weekday(let weekday):
            (
                .wrongWeekday,
                Phrase(
                    ja: "「\(text)」の曜日が違います。正しくは\(weekday.name)曜日です",
                    en: "\"\(text)\" is a \(weekday.english) (\(weekday.name))"
                ),
                Phrase(ja: "年月日と曜日のどちらが正しいか確かめてください", en: "check which of the two is right"), nil
            )
        }
    }
}
