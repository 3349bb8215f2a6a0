import Diagnostics
import Japanese

/// What belongs to a board or to its prefecture lies there: its office, the public facilities, the prefecture's notices.
/// A folder copied from another board's keeps theirs.
enum OwnPlaceCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let home = HomePlace(board, reference) else { return [] }
        return [
            contact(board, home, reference), prefectural(board, home), municipal(board, home), issuers(board, home),
        ]
        .compactMap { $0 }
    }

    // MARK: The office

    /// Villages and a town of islands whose offices stand in a city on the way to all of them (地方自治法第4条: an ordinance says
    /// where the office is).
    private static let officesElsewhere = ["三島村", "十島村", "竹富町"]

    static func contact(_ board: Board, _ home: HomePlace, _ reference: ReferenceData?) -> Diagnostic? {
        guard let contact = board.record?.record("contact") else { return nil }
        if contact["address"].isAbsent { return telephone(contact, home, reference) }
        let address = contact.text("address") ?? ""
        switch home.situation(of: contact) {
        case .otherPrefecture(let other):
            return finding(
                contact, "address",
                Phrase(
                    ja: "連絡先の所在地「\(address)」は\(other)ですが、この教育委員会は\(home.prefecture)のものです",
                    en:
                        "the contact's address, \"\(address)\", is in \(other), but the board is one of \(home.prefecture)"
                ))
        case .otherMunicipality(let other):
            guard let own = home.municipality, !officesElsewhere.contains(where: { own.hasSuffix($0) }) else {
                return nil
            }
            return finding(
                contact, "address",
                Phrase(
                    ja: "連絡先の所在地「\(address)」は\(other)ですが、この教育委員会は\(own)のものです",
                    en: "the contact's address, \"\(address)\", is in \(other), but the board is that of \(own)"))
        case .home, .unknown:
            return nil
        }
    }

    /// A number without an address beside it, which `TelephoneAreaCheck` would compare it with.
    private static func telephone(_ contact: RecordView, _ home: HomePlace, _ reference: ReferenceData?) -> Diagnostic?
    {
        guard let reference, let telephone = contact.text("telephone") else { return nil }
        let digits = telephone.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let areas = reference.prefectures(ofTelephone: Array(digits.prefix(6))).map { Prefecture.names[$0] }
        let near = Prefecture.neighbours(of: home.prefecture).union([home.prefecture])
        guard digits.count >= 6, !areas.isEmpty, near.isDisjoint(with: areas) else { return nil }
        return finding(
            contact, "telephone",
            Phrase(
                ja:
                    "連絡先の電話番号「\(telephone)」は\(areas.sorted().joined(separator: "、"))の番号ですが、この教育委員会は\(home.prefecture)のものです",
                en:
                    "\(telephone) is a number of \(areas.sorted().joined(separator: ", ")), but the board is one of \(home.prefecture)"
            ))
    }

    // MARK: Facilities

    private static func prefectural(_ board: Board, _ home: HomePlace) -> Diagnostic? {
        let elsewhere = (board.facilities?.records("prefectural") ?? []).compactMap { facility in
            prefecture(of: facility, home).map { (facility: facility, place: $0) }
        }
        return finding(elsewhere) { name, place in
            Phrase(
                ja: "県立の施設「\(name)」は\(place)の施設ですが、この教育委員会は\(home.prefecture)のものです",
                en: "\"\(name)\" is a facility of \(place), but the board is one of \(home.prefecture)")
        }
    }

    /// The other prefecture whose facility it is, by its address or else by its name; nil where it is one's own, which may lie
    /// across the border.
    private static func prefecture(of facility: RecordView, _ home: HomePlace) -> String? {
        let name = facility.text("name") ?? ""
        if home.isNamed(in: name) { return nil }
        switch home.situation(of: facility) {
        case .otherPrefecture(let other): return other
        case .unknown: return Prefecture.names.first { name.hasPrefix($0) }
        case .home, .otherMunicipality: return nil
        }
    }

    private static func municipal(_ board: Board, _ home: HomePlace) -> Diagnostic? {
        let facilities = board.facilities?.records("municipal") ?? []
        let situations = facilities.map { home.situation(of: $0) }
        // Towns run a centre together, and it stands in one of them.
        let hasOwn = situations.contains(.home)
        let elsewhere = zip(facilities, situations).compactMap { facility, situation -> (RecordView, String)? in
            let name = (facility.text("division") ?? "") + (facility.text("name") ?? "")
            switch situation {
            // A ward's house in the mountains bears its name.
            case .otherPrefecture(let other): return home.isNamed(in: name) ? nil : (facility, other)
            case .otherMunicipality(let other):
                let isTheirs = facilities.count > 1 || name.contains(other)
                return hasOwn || home.isNamed(in: name) || !isTheirs ? nil : (facility, other)
            case .home, .unknown: return nil
            }
        }
        let own = home.municipality ?? home.prefecture
        return finding(elsewhere) { name, place in
            Phrase(
                ja: "市区町村の施設「\(name)」は\(place)にありますが、この教育委員会は\(own)のものです",
                en: "\"\(name)\" is in \(place), but the board is that of \(own)")
        }
    }

    // MARK: Notices

    /// A guideline is that of one's own prefecture; ministries are nobody's.
    private static func issuers(_ board: Board, _ home: HomePlace) -> Diagnostic? {
        let elsewhere = (board.record?.records("notices") ?? []).filter { notice in
            guard let issuer = notice.text("issuer"), issuer.hasSuffix("教育委員会") else { return false }
            return Prefecture.names.contains { $0 != home.prefecture && issuer.hasPrefix($0) }
        }
        guard let notice = elsewhere.first else { return nil }
        let issuer = notice.text("issuer") ?? ""
        return finding(
            notice, "issuer",
            Phrase(
                ja: "引用する通知の発出者が「\(issuer)」ですが、この教育委員会は\(home.prefecture)のものです",
                en: "what is cited was issued by \(issuer), but the board is one of \(home.prefecture)"),
            others: elsewhere.dropFirst().map { $0.place("issuer") })
    }

    // MARK: Findings

    /// Of several in one list, one finding: they have been copied together.
    private static func finding(
        _ elsewhere: [(facility: RecordView, place: String)], _ summary: (_ name: String, _ place: String) -> Phrase
    ) -> Diagnostic? {
        guard let (facility, place) = elsewhere.first else { return nil }
        return finding(
            facility, "address", summary(facility.text("name") ?? "", place),
            others: elsewhere.dropFirst().map { $0.facility.place("address") })
    }

    private static func finding(
        _ record: RecordView, _ key: String, _ summary: Phrase, others: [Diagnostic.Place] = []
    ) -> Diagnostic {
        record.report(
            .ownPlace, key, severity: .warning, summary,
            help: Phrase(
                ja: "ほかの教育委員会のデータを写したまま残っていないか、確かめてください",
                en: "check whether it has been left from another board's data"),
            notes: others.map { Diagnostic.Note($0, Phrase(ja: "これも同じです", en: "this, too")) })
    }
}
