package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let ownPlace = DiagnosticCode(
        "D023", canBeAllowed: true,
        meaning: (
            ja: "教育委員会の連絡先、公的施設、引用する県の通知又は「本市」のような言葉が、ほかの都道府県や市区町村のものです。",
            en:
                "The board's contact, a public facility, a prefecture's notice or a word such as 本市 belongs to another prefecture or municipality."
        ),
        reason: (
            ja: "ほかの教育委員会のデータを写して作ると、よその施設や連絡先を案内することになります。",
            en: "Data copied from another board's would send people to its office and facilities."
        ),
        wrong: """
            prefecture: 山梨県
            municipality: 南アルプス市
            contact:
              address: 兵庫県宝塚市東洋町1番1号
            """,
        right: """
            prefecture: 山梨県
            municipality: 南アルプス市
            contact:
              address: 山梨県南アルプス市小笠原376
            """)
}

/// What belongs to a board or to its prefecture lies there: its office, the public facilities, the prefecture's notices.
/// A folder copied from another board's keeps theirs.
enum OwnPlaceCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let home = HomePlace(board, reference) else { return [] }
        return [
            office(board, home, reference), prefectural(board, home), municipal(board, home),
            privateOnes(board, home), issuers(board, home),
        ]
        .compactMap(finding)
    }

    // MARK: The office

    /// Villages and a town of islands whose offices stand in a city on the way to all of them (地方自治法第4条: an ordinance says
    /// where the office is).
    private static let officesElsewhere = ["三島村", "十島村", "竹富町"]

    static func office(_ board: Board, _ home: HomePlace, _ reference: ReferenceData?) -> [Elsewhere] {
        guard let contact = board.record?[BoardRecord.contact] else { return [] }
        if contact.value(Contact.address).isAbsent { return telephone(contact, home, reference) }
        let (other, own): (String, String)
        switch home.situation(of: contact, .contact) {
        case .otherPrefecture(let prefecture): (other, own) = (prefecture, home.prefecture)
        case .otherMunicipality(let municipality):
            guard let name = home.municipality, !officesElsewhere.contains(where: { name.hasSuffix($0) }) else {
                return []
            }
            (other, own) = (municipality, name)
        case .home, .unknown: return []
        }
        let address = contact.text(Contact.address) ?? ""
        return [
            Elsewhere(
                contact, Contact.address,
                Phrase(
                    ja: "連絡先の所在地「\(address)」は\(other)ですが、この教育委員会は\(own)のものです",
                    en: "the contact's address, \"\(address)\", is in \(other), but the board is that of \(own)"))
        ]
    }

    /// A number without an address beside it, which `TelephoneAreaCheck` would compare it with.
    private static func telephone(_ contact: RecordView, _ home: HomePlace, _ reference: ReferenceData?) -> [Elsewhere]
    {
        guard let reference, let telephone = contact.text(Contact.telephone) else { return [] }
        let digits = telephone.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let areas = reference.prefectures(ofTelephone: Array(digits.prefix(6))).map { Prefecture.names[$0] }
        let near = Prefecture.neighbours(of: home.prefecture).union([home.prefecture])
        guard digits.count >= 6, !areas.isEmpty, near.isDisjoint(with: areas) else { return [] }
        return [
            Elsewhere(
                contact, Contact.telephone,
                Phrase(
                    ja:
                        "連絡先の電話番号「\(telephone)」は\(areas.sorted().joined(separator: "、"))の番号ですが、この教育委員会は\(home.prefecture)のものです",
                    en:
                        "\(telephone) is a number of \(areas.sorted().joined(separator: ", ")), but the board is one of \(home.prefecture)"
                ))
        ]
    }

    // MARK: Facilities

    private static func prefectural(_ board: Board, _ home: HomePlace) -> [Elsewhere] {
        (board.facilities?.records(FacilityLists.prefectural) ?? []).compactMap { facility in
            let name = facility.text(Facility.name) ?? ""
            // One's own may lie across the border.
            if home.isNamed(in: name) { return nil }
            switch home.situation(of: facility) {
            case .otherPrefecture(let other):
                return Elsewhere(
                    facility, Facility.address,
                    Phrase(
                        ja: "都道府県の施設「\(name)」は\(other)にありますが、この教育委員会は\(home.prefecture)のものです",
                        en: "\"\(name)\" is in \(other), but the board is one of \(home.prefecture)"))
            case .unknown:
                guard let other = Prefecture.names.first(where: { name.hasPrefix($0) }) else { return nil }
                return Elsewhere(
                    facility, Facility.name,
                    Phrase(
                        ja: "「\(name)」は\(other)の施設ですが、この教育委員会は\(home.prefecture)のものです",
                        en: "\"\(name)\" is a facility of \(other), but the board is one of \(home.prefecture)"))
            case .home, .otherMunicipality: return nil
            }
        }
    }

    private static func municipal(_ board: Board, _ home: HomePlace) -> [Elsewhere] {
        let facilities = board.facilities?.records(FacilityLists.municipal) ?? []
        let situations = facilities.map { home.situation(of: $0) }
        // Towns run a centre together, and it stands in one of them.
        let hasOwn = situations.contains(.home)
        let own = home.municipality ?? home.prefecture
        return zip(facilities, situations).compactMap { facility, situation in
            let name = facility.text(Facility.name) ?? ""
            let other: String
            switch situation {
            case .otherPrefecture(let prefecture): other = prefecture
            case .otherMunicipality(let municipality):
                guard !hasOwn, facilities.count > 1 || name.contains(municipality) else { return nil }
                other = municipality
            case .home, .unknown: return nil
            }
            // A ward's house in the mountains bears its name.
            if home.isNamed(in: (facility.text(PublicFacility.division) ?? "") + name) { return nil }
            return Elsewhere(
                facility, Facility.address,
                Phrase(
                    ja: "市区町村の施設「\(name)」は\(other)にありますが、この教育委員会は\(own)のものです",
                    en: "\"\(name)\" is in \(other), but the board is that of \(own)"))
        }
    }

    /// Children go to facilities across the border, but not to none at home.
    private static func privateOnes(_ board: Board, _ home: HomePlace) -> [Elsewhere] {
        let near = Prefecture.neighbours(of: home.prefecture)
        guard let facilities = board.facilities?[FacilityLists.privateFacilities] else { return [] }
        var elsewhere: [Elsewhere] = []
        for facility in facilities where !facility.value(Facility.address).isAbsent {
            // One near home is enough, and mostly the first is.
            guard case .otherPrefecture(let other) = home.situation(of: facility), !near.contains(other) else {
                return []
            }
            let name = facility.text(Facility.name) ?? ""
            elsewhere.append(
                Elsewhere(
                    facility, Facility.address,
                    Phrase(
                        ja: "民間施設「\(name)」は\(other)にあり、\(home.prefecture)とその隣の都道府県にあるものは一覧にありません",
                        en: "\"\(name)\" is in \(other), and none of the list is in \(home.prefecture) or beside it")))
        }
        return elsewhere.count >= 3 ? elsewhere : []
    }

    // MARK: Notices

    /// A guideline is that of one's own prefecture; ministries are nobody's.
    private static func issuers(_ board: Board, _ home: HomePlace) -> [Elsewhere] {
        let elsewhere = (board.record?.records(BoardRecord.notices) ?? []).filter { notice in
            guard let issuer = notice.text(Notice.issuer), issuer.hasSuffix("教育委員会") else { return false }
            return Prefecture.names.contains { $0 != home.prefecture && issuer.hasPrefix($0) }
        }
        return elsewhere.map { notice in
            let issuer = notice.text(Notice.issuer) ?? ""
            return Elsewhere(
                notice, Notice.issuer,
                Phrase(
                    ja: "引用する通知などの発出者が「\(issuer)」ですが、この教育委員会は\(home.prefecture)のものです",
                    en: "the notice cited was issued by \(issuer), but the board is one of \(home.prefecture)"))
        }
    }

    // MARK: Findings

    /// What is said of a field that belongs elsewhere.
    struct Elsewhere {
        let record: RecordView
        let field: Field<String>
        let summary: Phrase

        init(_ record: RecordView, _ field: Field<String>, _ summary: Phrase) {
            (self.record, self.field, self.summary) = (record, field, summary)
        }
    }

    /// Of several in one list, one finding: they have been copied together.
    private static func finding(_ elsewhere: [Elsewhere]) -> Diagnostic? {
        guard let first = elsewhere.first else { return nil }
        return first.record.report(
            .ownPlace, first.field, severity: .warning, first.summary,
            help: Phrase(
                ja: "ほかの教育委員会のデータを写したまま残っていないか、確かめてください",
                en: "check whether it has been left from another board's data"),
            notes: elsewhere.dropFirst().map {
                Diagnostic.Note($0.record.place($0.field), Phrase(ja: "これも同じです", en: "this, too"))
            })
    }
}
