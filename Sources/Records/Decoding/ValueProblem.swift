import Diagnostics
import Japanese

/// A scalar that is not in the form of its type, with the message for each.
enum ValueProblem {
    case identifierForm(Phrase), fieldKeyForm(Phrase)
    case webAddressForm, emailForm, municipalityCodeForm, corporateNumberForm, furiganaForm
    case integerForm(Phrase), decimalForm(Phrase), rateForm(Phrase), moneyForm(Phrase), frequencyForm(Phrase)

    var code: DiagnosticCode {
        switch self {
        case .identifierForm, .fieldKeyForm: .identifierForm
        case .webAddressForm: .webAddressForm
        case .emailForm: .emailForm
        case .municipalityCodeForm: .municipalityCodeForm
        case .corporateNumberForm: .corporateNumberForm
        case .furiganaForm: .furiganaForm
        case .integerForm: .integerForm
        case .decimalForm: .decimalForm
        case .rateForm: .rateForm
        case .moneyForm: .moneyForm
        case .frequencyForm: .frequencyForm
        }
    }

    func summary(_ text: String) -> Phrase {
        switch self {
        case .identifierForm(let label), .fieldKeyForm(let label):
            Phrase(ja: "「\(text)」は「\(label.ja)」に使えません", en: "\"\(text)\" cannot be used as \"\(label.en)\"")
        case .webAddressForm:
            Phrase(ja: "「\(text)」はURLの形ではありません", en: "\"\(text)\" is not a web address")
        case .emailForm:
            Phrase(ja: "「\(text)」はメールアドレスの形ではありません", en: "\"\(text)\" is not an e-mail address")
        case .municipalityCodeForm:
            Phrase(ja: "「\(text)」は正しい全国地方公共団体コードではありません", en: "\"\(text)\" is not a valid municipality code")
        case .corporateNumberForm:
            Phrase(ja: "「\(text)」は正しい法人番号ではありません", en: "\"\(text)\" is not a valid corporate number")
        case .furiganaForm:
            Phrase(ja: "ふりがな「\(text)」に、ひらがな以外の文字があります", en: "the furigana \"\(text)\" is not all hiragana")
        case .integerForm(let label):
            Phrase(ja: "「\(label.ja)」の「\(text)」は整数の形ではありません", en: "\(label.en): \"\(text)\" is not a whole number")
        case .decimalForm(let label):
            Phrase(ja: "「\(label.ja)」の「\(text)」は小数の形ではありません", en: "\(label.en): \"\(text)\" is not a decimal number")
        case .rateForm(let label):
            Phrase(ja: "「\(label.ja)」の「\(text)」は割合の形ではありません", en: "\(label.en): \"\(text)\" is not a percentage")
        case .moneyForm(let label):
            Phrase(ja: "「\(label.ja)」の「\(text)」は金額の形ではありません", en: "\(label.en): \"\(text)\" is not an amount of money")
        case .frequencyForm(let label):
            Phrase(ja: "「\(label.ja)」の「\(text)」は頻度の形ではありません", en: "\(label.en): \"\(text)\" is not a frequency")
        }
    }

    var help: Phrase {
        switch self {
        case .identifierForm:
            Phrase(
                ja: "半角の英小文字、数字及び「-」で、64字までで書いてください（例: rakusho）。「-」で始めることはできません",
                en: "use lower-case letters, digits and hyphens, 64 at most, and none in front (as in rakusho)")
        case .fieldKeyForm:
            Phrase(
                ja: "半角の英小文字から始めて、英小文字、数字、「_」及び「-」で、40字までで書いてください（例: lunch）",
                en:
                    "begin with a lower-case letter, and use lower-case letters, digits, _ and -, 40 at most (as in lunch)"
            )
        case .webAddressForm:
            Phrase(
                ja: "「https://」から始まり、空白や全角の文字のないURLを書いてください",
                en: "write an address that begins with https://, without spaces or characters beyond ASCII")
        case .emailForm:
            Phrase(ja: "「kyoiku@city.example.jp」のように半角で書いてください", en: "write it as in kyoiku@city.example.jp")
        case .municipalityCodeForm:
            Phrase(ja: "検査数字を含む6桁の数字を半角で書いてください（例: 282146）", en: "write six digits, check digit included, as in 282146")
        case .corporateNumberForm:
            Phrase(
                ja: "国税庁の法人番号公表サイトで確かめて、13桁の数字を半角で書いてください",
                en: "look it up on the National Tax Agency's site, and write its thirteen digits")
        case .furiganaForm:
            Phrase(ja: "ひらがなで書いてください", en: "write it in hiragana")
        case .integerForm:
            Phrase(ja: "単位を付けず、「512」又は「346,482」のように半角で書いてください", en: "write it without a unit, as in 512 or 346,482")
        case .decimalForm:
            Phrase(ja: "単位を付けず、「1.8」のように半角で書いてください", en: "write it without a unit, as in 1.8")
        case .rateForm:
            Phrase(ja: "「3.7%」のように半角で書いてください", en: "write it as in 3.7%")
        case .moneyForm:
            Phrase(ja: "「7,892千円」のように、数字の後に円、千円、万円、百万円又は億円を付けてください", en: "write a number and its unit, as in 7,892千円")
        case .frequencyForm:
            Phrase(ja: "「年9回」又は「毎月」のように書いてください", en: "write it as in 年9回 or 毎月")
        }
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
