public import Diagnostics
import JSON

/// The private facilities that the boards of a prefecture list, each once, with the boards that list it.
public struct RollUp: Sendable {
    /// The document that prints it, by its identifier.
    public static let document = "roll-up"

    private struct Entry {
        let identity: FacilityIdentity
        /// Those that list it, by their places in `boards`, each with what it has of it.
        var listings: [(board: Int, facility: RecordView)]

        /// As the first board that lists it has it.
        var facility: RecordView { listings[0].facility }
    }

    private let boards: [(board: Board, name: String)]
    private let entries: [Entry]

    /// - Parameter boards: in the order in which they are to be named.
    public init(_ boards: [Board]) {
        self.boards = Self.named(boards.filter { $0.facilities != nil })
        var entries: [Entry] = []
        var known: [String: [Int]] = [:]
        for (index, board) in self.boards.map(\.board).enumerated() {
            let facilities = board.privateFacilities.map { (view: $0, identity: FacilityIdentity($0)) }
            let places = Self.places(of: facilities.map(\.identity), among: entries.map(\.identity), known)
            for (facility, found) in zip(facilities, places) {
                let place = found ?? entries.count
                if found == nil {
                    entries.append(Entry(identity: facility.identity, listings: []))
                }
                entries[place].listings.append((index, facility.view))
                for key in facility.identity.keys where !(known[key]?.contains(place) ?? false) {
                    known[key, default: []].append(place)
                }
            }
        }
        self.entries = entries
    }

    /// Which of the entries each of a board's facilities is: those that are surest first, and what a board lists as two are two.
    private static func places(
        of facilities: [FacilityIdentity], among entries: [FacilityIdentity], _ known: [String: [Int]]
    ) -> [Int?] {
        var pairs: [(facility: Int, entry: Int, sameness: FacilityIdentity.Sameness)] = []
        for (number, facility) in facilities.enumerated() {
            for entry in Set(facility.keys.flatMap { known[$0] ?? [] }).sorted() {
                let sameness = entries[entry].sameness(with: facility)
                if sameness > .perhaps { pairs.append((number, entry, sameness)) }
            }
        }
        var places = [Int?](repeating: nil, count: facilities.count)
        var taken: Set<Int> = []
        for pair in pairs.sorted(by: { ($1.sameness, $0.facility, $0.entry) < ($0.sameness, $1.facility, $1.entry) })
        where places[pair.facility] == nil && taken.insert(pair.entry).inserted { places[pair.facility] = pair.entry }
        return places
    }

    /// Boards with their municipalities' names; of two that are called alike (府中市) the prefecture, too.
    private static func named(_ boards: [Board]) -> [(board: Board, name: String)] {
        func name(_ board: Board) -> String { board.record?.text(BoardRecord.municipality) ?? board.id }
        func prefecture(_ board: Board) -> String { board.record?.text(BoardRecord.prefecture) ?? "" }
        let prefectures = Dictionary(grouping: boards, by: name).mapValues { Set($0.map(prefecture)) }
        return boards.map { board in
            let isShared = prefectures[name(board)]?.count ?? 0 > 1
            return (board, isShared ? "\(name(board))（\(prefecture(board))）" : name(board))
        }
    }

    private func names(_ entry: Entry) -> [String] {
        var seen: Set<String> = []
        return entry.listings.map { boards[$0.board].name }.filter { seen.insert($0).inserted }
    }

    /// Where what the list says comes from, by the list as the template reads it.
    func origins(of list: RecordView) -> MadeOrigins {
        var origins = MadeOrigins()
        func derive(
            _ record: RecordView, _ field: FieldDeclaration, _ path: [String], _ formula: Formula, isFigure: Bool
        ) {
            origins.derived.append(
                MadeOrigins.Derived(record: record, field: field, path: path, formula: formula, isFigure: isFigure))
        }
        var counts: [Formula.Part] = []
        var names: [Formula.Part] = []
        for ((board, municipality), made) in zip(boards, list.records(RollUpRecord.boards)) {
            guard let record = board.record, let facilities = board.facilities else { continue }
            origins.repeated += [(made, record), (made, facilities)]
            let count = Formula.Part(
                countOf: FacilityLists.privateFacilities, in: facilities, called: "\(municipality)　民間施設")
            counts.append(count)
            names.append(Formula.Part(record, BoardRecord.name.declaration, called: "名称"))
            derive(
                made, RollUpRecord.ListingBoard.count.declaration,
                [record.text(BoardRecord.name) ?? board.id, RollUpRecord.ListingBoard.count.declaration.label.ja],
                Formula(text: "民間施設を数えて\(count.text)", parts: [count]), isFigure: true)
        }
        let listings = entries.reduce(0) { $0 + $1.listings.count }
        derive(
            list, RollUpRecord.facilities.declaration, ["全ての教育委員会の民間施設", "件数"],
            Formula(text: "\(listings) - \(listings - entries.count)（重複） = \(entries.count)", parts: counts),
            isFigure: true)
        derive(
            list, RollUpRecord.boards.declaration, ["民間施設を載せている教育委員会", "件数"],
            Formula(text: "教育委員会を数えて\(names.count)", parts: names), isFigure: true)
        for (entry, made) in zip(entries, list.records(RollUpRecord.facilities)) {
            origins.repeated.append((made, entry.facility))
            let parts = entry.listings.map { index, facility in
                Formula.Part(facility, Facility.name.declaration, called: "\(boards[index].name)　名称")
            }
            derive(
                made, RollUpRecord.ListedFacility.boards.declaration,
                [entry.facility.text(Facility.name) ?? "", RollUpRecord.ListedFacility.boards.declaration.label.ja],
                Formula(text: self.names(entry).joined(separator: "、"), parts: parts), isFigure: false)
        }
        return origins
    }

    /// The list as the template reads it.
    var json: JSONValue {
        func texts(_ record: RecordView, _ fields: [FieldDeclaration]) -> [(String, JSONValue)] {
            fields.compactMap { field in
                guard let slot = record.type.slot(of: field) else { return nil }
                let text = CellText.text(record[slot: slot], record.type.types[slot], in: record.file)
                return text.isEmpty ? nil : (field.key, .string(text.split(separator: "\n").joined(separator: "、")))
            }
        }
        let fields = [
            Facility.name.declaration, PrivateFacility.operator.declaration, Facility.postalCode.declaration,
            Facility.address.declaration, Facility.telephone.declaration, Facility.noTelephone.declaration,
            Facility.web.declaration, PrivateFacility.kind.declaration,
        ]
        return .object([
            (
                "boards",
                .array(
                    boards.map { board, municipality in
                        .object(
                            [
                                ("name", .string(board.record?.text(BoardRecord.name) ?? board.id)),
                                ("municipality", .string(municipality)),
                                ("count", .string(String(board.privateFacilities.count))),
                            ] + (board.facilities.map { texts($0, [FacilityLists.asOf.declaration]) } ?? []))
                    })
            ),
            (
                "facilities",
                .array(
                    entries.map { entry in
                        .object(
                            texts(entry.facility, fields) + [("boards", .array(names(entry).map { .string($0) }))])
                    })
            ),
        ])
    }
}

/// A roll-up as templates name it: `{{#roll_up.facilities}}`.
public enum RollUpRecord {
    static let boards = Field<RecordList>("boards", .list(.record(ListingBoard.type)), ja: "教育委員会", en: "boards")
    public static let facilities = Field<RecordList>(
        "facilities", .list(.record(ListedFacility.type)), ja: "民間施設", en: "private facilities")
    static let type = RecordType("roll_up", ja: "取りまとめ", en: "roll-up", hasSource: false, [boards, facilities])

    enum ListingBoard {
        static let name = Field<String>("name", .text, ja: "名称", en: "name")
        static let municipality = Field<String>("municipality", .text, ja: "市区町村", en: "municipality")
        static let count = Field<Int>("count", .integer, ja: "掲載施設数", en: "facilities listed")
        static let type = RecordType(
            "listing_board", ja: "教育委員会", en: "board", hasSource: false,
            [name, municipality, count, FacilityLists.asOf])
    }

    /// What is said of each facility.
    public static var columns: [FieldDeclaration] { ListedFacility.type.fields }

    enum ListedFacility {
        static let kind = Field<String>("kind", .text, .optional, ja: "利用の方法", en: "how pupils take part")
        static let boards = Field<[String]>("boards", .list(.text), ja: "掲載している市区町村", en: "listed by")
        static let type = RecordType(
            "listed_facility", ja: "民間施設", en: "private facility", hasSource: false,
            [
                Facility.name, PrivateFacility.operator, Facility.postalCode, Facility.address, Facility.telephone,
                Facility.noTelephone, Facility.web, kind, boards,
            ])
    }
}

extension Board {
    /// Whether it publishes the list of all boards' facilities.
    public var rollsUp: Bool {
        record?.records(BoardRecord.documents).contains { $0.text(DocumentEntry.id) == RollUp.document } ?? false
    }

    /// The same board with the facilities of all, which templates name `roll_up`.
    public func with(_ rollUp: RollUp) throws(ParseError) -> Board {
        try with(.rollUp, RollUpRecord.type, rollUp.json, origins: rollUp.origins)
    }

    /// What it has of all boards' facilities.
    public var rollUp: RecordView? { files[.rollUp]?.root }
}
