public import Diagnostics

/// One facility in the lists of two boards of a run, which say different things of it: its name, telephone, address or fees.
public enum NeighbouringListsCheck {
    /// The facilities of a board, as far as they are compared.
    public struct Listed: Sendable {
        fileprivate let board: String
        fileprivate let facilities: [Entry]
    }

    fileprivate struct Entry: Sendable {
        let identity: FacilityIdentity
        let name: Fact
        let address: Fact
        let telephone: Fact
        let fees: Fact
    }

    /// A value as it is written, what it is compared by, and where it stands.
    fileprivate struct Fact: Sendable {
        let text: String
        let key: String
        let place: Diagnostic.Place?
    }

    /// - Returns: nil where the board lists none.
    public static func values(of board: Board) -> Listed? {
        let facilities = board.privateFacilities
        guard !facilities.isEmpty else { return nil }
        return Listed(board: board.record?.text(BoardRecord.name) ?? board.id, facilities: facilities.map(entry))
    }

    private static func entry(_ facility: RecordView) -> Entry {
        func fact(_ field: some DeclaredField, _ key: (String) -> String) -> Fact {
            let text = facility.text(field) ?? ""
            return Fact(text: text, key: key(text), place: facility.place(field))
        }
        let fees = facility.records(PrivateFacility.fees).map { fee in
            [fee.text(Fee.kind), fee[Fee.amount].map { "\($0.yen)" }].compactMap(\.self).joined(separator: " ")
        }
        return Entry(
            identity: FacilityIdentity(facility), name: fact(Facility.name, FacilityName.key),
            address: fact(Facility.address, FacilityIdentity.place),
            telephone: fact(Facility.telephone, FacilityIdentity.digits),
            fees: Fact(
                text: fees.joined(separator: "、"), key: fees.sorted().joined(separator: "\n"),
                place: facility.place(PrivateFacility.fees)))
    }

    /// Compares the lists of a run, each facility looked up by two of its name, address and telephone.
    public static func check(_ boards: [Listed]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var known: [String: (board: Int, entry: Entry)] = [:]
        for (index, board) in boards.enumerated() {
            for entry in board.facilities {
                let keys = entry.identity.keys
                if let other = keys.lazy.compactMap({ known[$0] }).first, other.board != index {
                    findings += differences(entry, other.entry, of: boards[other.board].board)
                }
                for key in keys where known[key] == nil { known[key] = (index, entry) }
            }
        }
        return findings
    }

    private static func differences(_ own: Entry, _ other: Entry, of board: String) -> [Diagnostic] {
        // Two in one building with one number are two.
        guard own.name.key == other.name.key || FacilityName.isNear(own.name.text, other.name.text) else { return [] }
        let facts = [
            (Facility.name.declaration, own.name, other.name),
            (Facility.address.declaration, own.address, other.address),
            (Facility.telephone.declaration, own.telephone, other.telephone),
            (PrivateFacility.fees.declaration, own.fees, other.fees),
        ]
        return facts.compactMap { field, own, other in
            guard !own.key.isEmpty, !other.key.isEmpty, own.key != other.key else { return nil }
            // One of the two may leave out the building, or which branch it is.
            let mayBeShorter = field === Facility.name.declaration || field === Facility.address.declaration
            if mayBeShorter, own.key.hasPrefix(other.key) || other.key.hasPrefix(own.key) { return nil }
            return Diagnostic(
                .facilityDiffers, .warning, at: own.place,
                Phrase(
                    ja: "「\(board)」の一覧では、同じ施設の\(field.label.ja)が「\(other.text)」です",
                    en: "in the list of \(board), the \(field.label.en) of this facility is \(other.text)"),
                help: Phrase(ja: "施設に確かめて、両方の一覧をそろえてください", en: "ask the facility, and let both lists say the same"),
                notes: [Diagnostic.Note(other.place, Phrase(ja: "もう一方です", en: "the other"))])
        }
    }
}
