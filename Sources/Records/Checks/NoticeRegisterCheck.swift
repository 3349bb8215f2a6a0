import Bytes
import Diagnostics
import Japanese
import Proofreading

/// The notices and acts of a board against the register: number, day, title and issuer of one have to belong together.
enum NoticeRegisterCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let register = reference?.words.notices, let articles = reference?.words.articles else { return [] }
        let notices = board.allFiles.filter { $0.kind == .board }.flatMap { $0.root.records(BoardRecord.notices) }
        let cited = Set(notices.compactMap { $0.text(Notice.number).flatMap { register.entry($0)?.number } })
        return notices.flatMap { check($0, register, cited) + detail($0, register, articles) }
    }

    private static func check(
        _ notice: RecordView, _ register: NoticeRegister, _ cited: Set<String>
    ) -> [Diagnostic] {
        let title = notice.text(Notice.title).map(NoticeRegister.title) ?? ""
        let titled = register.entries(titled: title)
        guard let number = notice.text(Notice.number) else { return withoutNumber(notice, titled, register, title) }
        let date = notice[Notice.date]
        guard let entry = register.entry(number) else {
            guard let meant = meant(number, titled, date, register) else { return [] }
            return [wrongNumber(notice, meant)]
        }
        // A title that is another's says that the number is wrong.
        if let other = titled.first(where: { $0.number != entry.number }),
            !titled.contains(where: { $0.number == entry.number }),
            date == nil || date == other.date
        {
            return [wrongNumber(notice, other)]
        }
        return [
            wrongDate(notice, entry), wrongTitle(notice, title, entry, register), wrongIssuer(notice, entry),
            superseded(notice, entry, cited, register),
        ]
        .compactMap(\.self)
    }

    /// One that is cited by its day and title alone.
    private static func withoutNumber(
        _ notice: RecordView, _ titled: [NoticeRegister.Entry], _ register: NoticeRegister, _ title: String
    ) -> [Diagnostic] {
        if let entry = titled.last {
            if !titled.contains(where: { wrongIssuer(notice, $0) == nil }), let issuer = wrongIssuer(notice, entry) {
                return [issuer]
            }
            guard let month = notice[Notice.date]?.yearMonth ?? notice[Notice.month],
                !titled.contains(where: { $0.date.yearMonth == month })
            else {
                return titled.contains { $0.date == notice[Notice.date] } || notice[Notice.date] == nil
                    ? [] : [wrongDate(notice, entry)].compactMap(\.self)
            }
            return [wrongDate(notice, entry)].compactMap(\.self)
        }
        let guide = guide(notice, register, title)
        if !guide.isEmpty { return guide }
        guard let near = register.nearest(to: title),
            notice[Notice.date].map({ $0 == near.date }) ?? notice[Notice.month].map({ $0 == near.date.yearMonth })
                ?? true
        else { return [] }
        return [otherTitle(notice, near.title)]
    }

    /// A guide of another month than any edition of it, or of the month of one whose title is nearly the same.
    private static func guide(_ notice: RecordView, _ register: NoticeRegister, _ title: String) -> [Diagnostic] {
        guard let month = notice[Notice.month] ?? notice[Notice.date]?.yearMonth,
            case let field:any DeclaredField = notice[Notice.month] == nil ? Notice.date : Notice.month
        else { return [] }
        let editions = register.guides.filter { $0.title == title }
        guard editions.isEmpty else {
            let months = editions.map(\.month.long).joined(separator: "、")
            if editions.contains(where: { $0.month == month }) { return [] }
            // An edition may have come out since the table was made.
            if let last = editions.map(\.month).max(), month > last {
                return [
                    edition(
                        notice, field, .note,
                        Phrase(
                            ja: "「\(title)」の版は、知られているものでは\(months)です",
                            en: "the known editions of \(title) are those of \(months)"))
                ]
            }
            return [
                edition(
                    notice, field, .warning,
                    Phrase(ja: "「\(title)」が出たのは\(months)です", en: "the editions of \(title) are those of \(months)"))
            ]
        }
        return register.guide(near: title, month: month, issuer: notice.text(Notice.issuer) ?? "").map {
            [otherTitle(notice, $0.title)]
        } ?? []
    }

    private static func edition(
        _ notice: RecordView, _ field: any DeclaredField, _ severity: Diagnostic.Severity, _ summary: Phrase
    ) -> Diagnostic {
        notice.report(
            .wrongCitation, field, severity: severity, summary,
            help: Phrase(ja: "年月を確かめてください", en: "check the month"))
    }

    /// The entry that a number was meant for that the register does not have.
    private static func meant(
        _ number: String, _ titled: [NoticeRegister.Entry], _ date: CalendarDate?, _ register: NoticeRegister
    ) -> NoticeRegister.Entry? {
        if titled.count == 1 { return titled[0] }
        if let date, let entry = titled.first(where: { $0.date == date }) { return entry }
        return date.flatMap { date in register.entries(alike: number).first { $0.date == date } }
    }

    /// Articles and annexes that are cited, and which the act or notice does not have.
    private static func detail(
        _ notice: RecordView, _ register: NoticeRegister, _ articles: ArticleTable
    ) -> [Diagnostic] {
        guard let text = notice.text(Notice.detail), let number = notice.text(Notice.number),
            let entry = register.entry(number), let contents = articles.contents(of: entry.number)
        else { return [] }
        let scalars = Array(WidthFolding.ascii(text).unicodeScalars)
        let problem = scalars.indices.lazy.compactMap { index -> Phrase? in
            if let reading = ArticleReading(scalars, at: index, before: scalars.count) {
                return reading.problem(contents, entry.title)
            }
            guard let most = contents.annexes else { return nil }
            if let name = ["別紙", "別添", "別表"].first(where: { scalars[index...].starts(with: $0.unicodeScalars) }) {
                return Phrase(
                    ja: "「\(entry.number)」にあるのは別記で、\(name)ではありません",
                    en: "what \(entry.number) has is called 別記, not \(name)")
            }
            guard scalars[index...].starts(with: "別記".unicodeScalars),
                case let digits = scalars[(index + 2)...].prefix(while: \.isASCIIDigit),
                let annex = Int(String(scalars: digits)), annex > most
            else { return nil }
            return Phrase(
                ja: "「\(entry.number)」に、別記\(annex)はありません（別記\(most)まで）",
                en: "\(entry.number) has \(most) annexes, and no 別記\(annex)")
        }.first
        return problem.map {
            [
                notice.report(
                    .wrongCitation, Notice.detail, severity: .warning, $0,
                    help: Phrase(ja: "引用する箇所を確かめてください", en: "check what is cited"))
            ]
        } ?? []
    }

    // MARK: Findings

    private static func wrongNumber(_ notice: RecordView, _ entry: NoticeRegister.Entry) -> Diagnostic {
        notice.report(
            .wrongCitation, Notice.number, severity: .warning,
            Phrase(
                ja: "「\(entry.title)」の番号は「\(entry.number)」です", en: "the number of \(entry.title) is \(entry.number)"),
            help: Phrase(ja: "番号を確かめてください", en: "check the number"))
    }

    private static func wrongDate(_ notice: RecordView, _ entry: NoticeRegister.Entry) -> Diagnostic? {
        let (ja, en) = (
            "「\(entry.number)」（\(entry.title)）の日付は\(entry.date.long)です",
            "the day of \(entry.number) is \(entry.date.iso)"
        )
        let help = Phrase(ja: "日付を確かめてください", en: "check the day")
        if let date = notice[Notice.date], date != entry.date {
            return notice.report(.wrongCitation, Notice.date, severity: .warning, Phrase(ja: ja, en: en), help: help)
        }
        guard notice[Notice.date] == nil, let month = notice[Notice.month], month != entry.date.yearMonth else {
            return nil
        }
        return notice.report(.wrongCitation, Notice.month, severity: .warning, Phrase(ja: ja, en: en), help: help)
    }

    private static func wrongTitle(
        _ notice: RecordView, _ title: String, _ entry: NoticeRegister.Entry, _ register: NoticeRegister
    ) -> Diagnostic? {
        guard !title.isEmpty, title != entry.title, title != entry.short, !entry.title.hasPrefix(title),
            NearestName.find(title, among: [entry.title]) != nil || !register.entries(titled: title).isEmpty
        else { return nil }
        return otherTitle(notice, entry.title)
    }

    private static func otherTitle(_ notice: RecordView, _ title: String) -> Diagnostic {
        notice.report(
            .wrongCitation, Notice.title, severity: .warning,
            Phrase(ja: "正しい題名は「\(title)」です", en: "the title is \(title)"),
            help: Phrase(ja: "題名を確かめてください", en: "check the title"))
    }

    private static func wrongIssuer(_ notice: RecordView, _ entry: NoticeRegister.Entry) -> Diagnostic? {
        guard let issuer = notice.text(Notice.issuer), !entry.issuer.isEmpty, !entry.issuer.hasPrefix(issuer),
            !issuer.hasPrefix(entry.issuer), !entry.issuer.hasSuffix(issuer)
        else { return nil }
        return notice.report(
            .wrongCitation, Notice.issuer, severity: .warning,
            Phrase(ja: "「\(entry.number)」を出したのは\(entry.issuer)です", en: "\(entry.number) was issued by \(entry.issuer)"),
            help: Phrase(ja: "発出者を確かめてください", en: "check the issuer"))
    }

    private static func superseded(
        _ notice: RecordView, _ entry: NoticeRegister.Entry, _ cited: Set<String>, _ register: NoticeRegister
    ) -> Diagnostic? {
        guard let number = entry.successor, let successor = register.entry(number), !cited.contains(successor.number)
        else {
            return nil
        }
        return notice.report(
            .supersededNotice, Notice.number, severity: .warning,
            Phrase(
                ja: "「\(entry.number)」は、「\(successor.number)」（\(successor.date.long)）に置き換えられました",
                en: "\(entry.number) was replaced by \(successor.number) of \(successor.date.iso)"),
            help: Phrase(ja: "今の通知を引用してください", en: "cite the one in force"))
    }
}
