public import Diagnostics

extension DiagnosticCode {
    package static let facilityDiffers = DiagnosticCode(
        "D038", canBeAllowed: true,
        meaning: (
            ja: "二つの教育委員会の一覧にある同じ施設の名称、所在地、電話番号又は費用が違います。",
            en:
                "The lists of two boards have one facility, with another name, address, telephone number or fee."
        ),
        reason: (
            ja:
                "どちらかが古いか、誤っています。名称、所在地及び電話番号のうち二つが同じなら、同じ施設とみなします。隣の市の一覧も見る保護者は、どちらを信じればよいか分かりません。",
            en:
                "One of them is old or wrong. Two of name, address and telephone make it the same facility. Families look at the lists of neighbouring cities, too."
        ),
        wrong: """
            # 伊丹市
            telephone: 072-764-6335
            # 宝塚市
            telephone: 072-764-6353
            """,
        right: """
            # 伊丹市
            telephone: 072-764-6335
            # 宝塚市
            telephone: 072-764-6335
            """)
}

/// One facility in the lists of two boards of a run, which say different things of it: its name, telephone, address or fees.
public enum NeighbouringListsCheck {
    /// The facilities of a board, as far as they are compared.
    public struct Listed: Sendable {
        /// The folder's name.
        public let id: String
        fileprivate let board: String
        fileprivate let facilities: [Entry]
    }

    fileprivate struct Entry: Sendable {
        let identity: FacilityIdentity
        /// By which others are looked up that may be the same.
        let keys: [String]
        /// By kind, yen and what they buy: 20,000円 and 2万円 are one.
        let fees: Set<String>
        let facts: [Fact]
    }

    /// A value as it is written, and where it stands.
    fileprivate struct Fact: Sendable {
        let field: FieldDeclaration
        let text: String
        let place: Diagnostic.Place?
    }

    /// - Returns: nil where the board lists none.
    public static func values(of board: Board) -> Listed? {
        let facilities = board.privateFacilities
        guard !facilities.isEmpty else { return nil }
        return Listed(
            id: board.id, board: board.record?.text(BoardRecord.name) ?? board.id, facilities: facilities.map(entry))
    }

    private static func entry(_ facility: RecordView) -> Entry {
        let identity = FacilityIdentity(facility)
        let fields = [
            Facility.name.declaration, Facility.address.declaration, Facility.telephone.declaration,
            PrivateFacility.fees.declaration,
        ]
        return Entry(
            identity: identity, keys: identity.keys,
            fees: Set(
                facility.records(PrivateFacility.fees).map { fee in
                    "\(fee.text(Fee.kind) ?? "") \(fee[Fee.amount]?.yen ?? -1) \(fee.text(Fee.covers) ?? "")"
                }),
            facts: fields.compactMap { field in
                guard let slot = facility.type.slot(of: field) else { return nil }
                let text = CellText.text(facility[slot: slot], facility.type.types[slot], in: facility.file)
                return text.isEmpty ? nil : Fact(field: field, text: text, place: facility.place(field))
            })
    }

    /// Of the boards that list one facility so many are compared with each that comes behind them: an online school is in hundreds of lists.
    private static let compared = 8

    /// Compares the lists of a run, each facility looked up by two of its name, address and telephone.
    public static func check(_ boards: [Listed]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        /// The entries of the boards before, and their places by their keys.
        var entries: [(board: String, entry: Entry)] = []
        var known: [String: [Int]] = [:]
        for board in boards {
            let counts = Dictionary(board.facilities.flatMap(\.keys).map { ($0, 1) }, uniquingKeysWith: +)
            for entry in board.facilities {
                // Those that are surely the same come first.
                let others = Set(entry.keys.flatMap { known[$0] ?? [] }).sorted().map { place in
                    (place, entries[place].entry.identity.sameness(with: entry.identity))
                }.filter { $0.1 > .other }.sorted { $0.1 > $1.1 }
                for (place, sameness) in others {
                    // Of several in one house it is not known which is which.
                    let isAlone = entry.keys.contains { key in counts[key] == 1 && known[key] == [place] }
                    if sameness > .perhaps || isAlone {
                        findings += differences(entry, entries[place].entry, of: entries[place].board)
                        break
                    }
                }
            }
            for entry in board.facilities {
                for key in entry.keys where known[key]?.count ?? 0 < compared {
                    known[key, default: []].append(entries.count)
                }
                entries.append((board.board, entry))
            }
        }
        return findings
    }

    private static func differences(_ own: Entry, _ other: Entry, of board: String) -> [Diagnostic] {
        own.facts.compactMap { fact in
            guard let theirs = other.facts.first(where: { $0.field === fact.field }),
                isDifferent(fact.field, own, other)
            else { return nil }
            return Diagnostic(
                .facilityDiffers, .warning, at: fact.place,
                Phrase(
                    ja: "「\(board)」の一覧では、同じ施設の\(fact.field.label.ja)が「\(oneLine(theirs.text))」です",
                    en:
                        "in the list of \(board), the \(fact.field.label.en) of this facility is \(oneLine(theirs.text))"
                ),
                help: Phrase(
                    ja: "施設に確かめて、両方の一覧をそろえてください", en: "ask the facility, and let both lists say the same"),
                notes: [Diagnostic.Note(theirs.place, Phrase(ja: "もう一方です", en: "the other"))])
        }
    }

    private static func oneLine(_ text: String) -> String { text.split(separator: "\n").joined(separator: "、") }

    private static func isDifferent(_ field: FieldDeclaration, _ own: Entry, _ other: Entry) -> Bool {
        let (identity, theirs) = (own.identity, other.identity)
        if field == Facility.name.declaration {
            return ![.same, .branch].contains(identity.name.likeness(to: theirs.name))
        }
        if field == Facility.address.declaration { return !identity.address.isSame(as: theirs.address) }
        if field == Facility.telephone.declaration { return identity.telephones.isDisjoint(with: theirs.telephones) }
        return own.fees != other.fees
    }
}
