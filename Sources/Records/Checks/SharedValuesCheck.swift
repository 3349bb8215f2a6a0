import Bytes
public import Diagnostics
import Japanese

/// What two boards of one run share though it belongs to one of them: the office's contact, and the figures of the
/// municipality. National figures and private facilities are everybody's.
public enum SharedValuesCheck {
    /// The few values of a board that are its own, taken from it so that the board itself need not be kept.
    public struct OwnValues: Sendable {
        /// One board may be published twice: it is known by its code and its name, of which a copy may keep one.
        let code: String
        let name: String
        /// Whether something else in its folder is another board's.
        let isDoubtful: Bool
        let contact: [Item]
        let figures: Item?

        func isSame(as other: OwnValues) -> Bool { code == other.code && name == other.name }
    }

    struct Item: Sendable {
        let text: String
        let place: Diagnostic.Place
        /// How many digits agree where the text does.
        var digits = 0
    }

    /// - Returns: nil where the board does not say whose it is.
    public static func values(of board: Board, reference: ReferenceData?) -> OwnValues? {
        guard let record = board.record, let code = record.text("municipality_code"), let name = record.text("name"),
            let home = HomePlace(board, reference)
        else { return nil }
        // An office that is told to be another board's needs no second finding.
        let isElsewhere = !OwnPlaceCheck.office(board, home, reference).isEmpty
        return OwnValues(
            code: code, name: name, isDoubtful: !OwnPlaceCheck.check(board, reference).isEmpty,
            contact: isElsewhere ? [] : contact(record), figures: figures(board))
    }

    private static func contact(_ record: RecordView) -> [Item] {
        guard let contact = record.record("contact") else { return [] }
        return ["address", "telephone", "email", "web"].compactMap { key in
            contact.text(key).map { text in
                let folded =
                    switch key {
                    case "address": FoldedAddress(text).text
                    case "telephone": text.filter { $0 != "-" }
                    default: text.lowercased()
                    }
                // https://example.jp and https://example.jp/ are one page.
                return Item(
                    text: key + " " + (folded.hasSuffix("/") ? String(folded.dropLast()) : folded),
                    place: contact.place(key))
            }
        }
    }

    /// Every figure of the municipality's series, year by year.
    private static func figures(_ board: Board) -> Item? {
        guard let city = board.statistics?.record("city") else { return nil }
        let keys = ["fiscal_year", "count", "primary", "lower_secondary", "enrolment", "rate"]
        let series = city.records("series")
        guard let first = series.first else { return nil }
        let rows = series.map { row in
            keys.map { key in
                switch row[key].content {
                case .integer(let number): String(number)
                case .decimal(let mantissa, let scale): FixedPoint.text(mantissa, scale)
                case .fiscalYear(let year): year.short
                default: ""
                }
            }
        }
        let digits = rows.reduce(0) { $0 + $1.dropFirst().joined().filter(\.isNumber).count }
        return Item(text: rows.joined().joined(separator: " "), place: first.place("count"), digits: digits)
    }

    /// Compares the boards of a run, each value looked up once.
    public static func check(_ boards: [OwnValues]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var contacts: [String: (board: Int, item: Item)] = [:]
        var series: [String: (board: Int, item: Item)] = [:]
        for (index, board) in boards.enumerated() {
            var shared: [(item: Item, other: (board: Int, item: Item))] = []
            for item in board.contact {
                guard let other = contacts[item.text] else {
                    contacts[item.text] = (index, item)
                    continue
                }
                if !board.isSame(as: boards[other.board]) { shared.append((item, other)) }
            }
            if let first = shared.first {
                let others = shared.dropFirst().filter { $0.other.board == first.other.board }
                findings.append(contact(first, boards, others: others.map(\.item)))
            }
            // The figures of two small towns agree by chance, the likelier the more towns there are.
            guard let item = board.figures, item.digits >= 5 + String(boards.count).count else { continue }
            guard let other = series[item.text] else {
                series[item.text] = (index, item)
                continue
            }
            guard !board.isSame(as: boards[other.board]) else { continue }
            // It is the copy that has more of another's; else the later one is told.
            let isOtherCopied = boards[other.board].isDoubtful && !board.isDoubtful
            if isOtherCopied { series[item.text] = (index, item) }
            findings.append(
                isOtherCopied
                    ? figures(at: other.item, as: item, of: board.name)
                    : figures(at: item, as: other.item, of: boards[other.board].name))
        }
        return findings
    }

    private static func contact(
        _ shared: (item: Item, other: (board: Int, item: Item)), _ boards: [OwnValues], others: [Item]
    ) -> Diagnostic {
        let name = boards[shared.other.board].name
        return Diagnostic(
            .sharedValue, .warning, at: shared.item.place,
            Phrase(
                ja: "連絡先が「\(name)」のものと同じです", en: "the contact is the same as that of \(name)"),
            help: advice,
            notes: [Diagnostic.Note(shared.other.item.place, Phrase(ja: "もう一方です", en: "the other"))]
                + others.map { Diagnostic.Note($0.place, Phrase(ja: "これも同じです", en: "this is the same, too")) })
    }

    private static func figures(at copy: Item, as original: Item, of name: String) -> Diagnostic {
        Diagnostic(
            .sharedValue, .warning, at: copy.place,
            Phrase(
                ja: "市区町村の統計の値が、「\(name)」のものと全て同じです",
                en: "all figures of the municipality are the same as those of \(name)"),
            help: advice, notes: [Diagnostic.Note(original.place, Phrase(ja: "もう一方です", en: "the other"))])
    }

    private static let advice = Phrase(
        ja: "一方のデータを写したまま残っていないか、確かめてください", en: "check whether it has been left from the other's data")
}
