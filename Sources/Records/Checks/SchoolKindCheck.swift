import Bytes
import Diagnostics
import Japanese
import Proofreading

/// For whose school a facility is: its division against its audience, and both against what a sentence says before its name,
/// 小学生を対象とする「Palたからづか」 of a facility for years 7 to 9.
enum SchoolKindCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let facilities = [FacilityLists.prefectural, FacilityLists.municipal].flatMap {
            board.facilities?.records($0) ?? []
        }
        let bearers = Dictionary(
            facilities.compactMap { facility in facility.text(Facility.name).map { ($0, [facility]) } },
            uniquingKeysWith: +
        ).filter { $0.value.count == 1 }.compactMapValues(\.first)
        guard !bearers.isEmpty else { return [] }
        return facilities.compactMap(division) + board.filesInOrder.flatMap { file in mentions(in: file, bearers) }
    }

    private enum Kind: CaseIterable {
        case primary, lower, upper

        var words: [String] {
            switch self {
            case .primary: ["小学", "児童生徒", "小・中学", "小中学", "小、中学"]
            case .lower: ["中学", "中等部", "児童生徒"]
            case .upper: ["高校", "高等学校", "高等部"]
            }
        }

        static func kinds(in text: String) -> Set<Kind> {
            // Who has left a school is of no school.
            let text = text.replacing("中学校を卒業", with: "").replacing("小学校を卒業", with: "")
            return Set(allCases.filter { $0.words.contains(where: text.contains) })
        }
    }

    private static func division(_ facility: RecordView) -> Diagnostic? {
        guard let division = facility.text(PublicFacility.division),
            let audience = facility.text(PublicFacility.audience),
            case let (own, others) = (Kind.kinds(in: division), Kind.kinds(in: audience)),
            !own.isEmpty, !others.isEmpty, own.isDisjoint(with: others)
        else { return nil }
        return facility.report(
            .schoolYear, PublicFacility.division, severity: .warning,
            Phrase(
                ja: "部の名称「\(division)」と、対象「\(audience)」の学校が違います",
                en: "the division \"\(division)\" and the audience \"\(audience)\" are of two kinds of schools"),
            help: Phrase(ja: "どちらかを直してください", en: "mend one of the two"),
            notes: [Diagnostic.Note(facility.place(PublicFacility.audience), Phrase(ja: "対象です", en: "the audience"))])
    }

    // MARK: Sentences

    private static let quote = Array("「".utf8)

    private static func mentions(in file: DataFile, _ bearers: [String: RecordView]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        file.forEachText { value, _, _ in
            guard file.withText(of: value, { $0.firstIndex(of: quote.span) != nil }), let text = file.text(value) else {
                return
            }
            // One of a text is enough: two have changed places.
            if let finding = mention(in: text, at: file.place(of: value), bearers) { found.append(finding) }
        }
        return found
    }

    private static func mention(
        in text: String, at place: Diagnostic.Place?, _ bearers: [String: RecordView]
    ) -> Diagnostic? {
        let parts = text.split(separator: "「", omittingEmptySubsequences: false)
        return zip(parts, parts.dropFirst()).lazy.compactMap { before, behind -> Diagnostic? in
            guard let end = behind.firstIndex(of: "」"), let facility = bearers[String(behind[..<end])],
                let said = said(before)
            else { return nil }
            let division = facility.text(PublicFacility.division)
            let own = [division, facility.text(PublicFacility.audience)].compactMap(\.self).joined(separator: "、")
            let isOther = Kind.kinds(in: said).isDisjoint(with: Kind.kinds(in: own)) && !Kind.kinds(in: own).isEmpty
            // 中学部 and 中等部 are two names.
            let isOtherName = said.hasSuffix("部") && division.map { $0.hasSuffix("部") && $0 != said } ?? false
            guard isOther || isOtherName else { return nil }
            return Diagnostic(
                .schoolYear, .warning, at: place,
                Phrase(
                    ja: "「\(behind[..<end])」を「\(said)」としていますが、施設の一覧では「\(own)」です",
                    en: "it says \(said) of \"\(behind[..<end])\", of which the list says \"\(own)\""),
                help: Phrase(ja: "どちらかを直してください", en: "mend one of the two"),
                notes: [
                    Diagnostic.Note(
                        facility.place(PublicFacility.division) ?? facility.place(PublicFacility.audience),
                        Phrase(ja: "施設の一覧です", en: "the list"))
                ].compactMap(\.self))
        }.first
    }

    private static let links = ["を対象とする", "を対象とした", "を対象に、", "のための", "向けの", "が通う", "が利用する", "の"]
    private static let words = [
        "小学生", "中学生", "高校生", "小学部", "中学部", "中等部", "高等部",
    ]

    /// What stands right before a name, or before を対象とする and the like: for whom it is.
    private static func said(_ before: Substring) -> String? {
        let link = links.first(where: before.hasSuffix) ?? ""
        let rest = before.dropLast(link.count)
        guard let word = words.first(where: rest.hasSuffix) else { return nil }
        // 小学生及び中学生を対象とする: both of them.
        let earlier = rest.dropLast(word.count)
        return ["・", "、", "と", "や", "及び", "又は", "から"].contains(where: earlier.hasSuffix) ? nil : word
    }
}
