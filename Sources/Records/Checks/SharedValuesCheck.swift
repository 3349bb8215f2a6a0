import Bytes
public import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let sharedValue = DiagnosticCode(
        "D024", canBeAllowed: true,
        meaning: (
            ja: "二つの教育委員会の連絡先又は市区町村の統計の値が同じです。全ての教育委員会をまとめて検査したときに比べます。",
            en:
                "Two boards have one contact, or the same figures of their municipality. All boards of a run are compared."
        ),
        reason: (
            ja: "写したデータが一部だけ残ると、ほかの市の人数や電話番号を公表することになります。",
            en: "What is left of copied data would publish another city's figures or telephone number."
        ),
        wrong: """
            # 二つの市のファイルに同じ番号がある
            telephone: 0797-00-0000
            """,
        right: """
            # 共同で設けた窓口の番号なら、理由を書いて認める
            telephone: 0797-00-0000  # shirube: allow D024 2市で共同の窓口を設けているため
            """)
}

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
        /// The year that it is published for, and where that stands.
        let edition: Item?
        let contact: [Item]
        let figures: Item?
        /// Sentences about programs.
        let sentences: [Item]

        func isSame(as other: OwnValues) -> Bool { code == other.code && name == other.name }
    }

    struct Item: Sendable {
        let text: String
        let place: Diagnostic.Place?
        /// How many digits agree where the text does.
        var digits = 0
    }

    /// - Returns: nil where the board does not say whose it is.
    public static func values(of board: Board, reference: ReferenceData?) -> OwnValues? {
        guard let record = board.record, let code = record.text(BoardRecord.municipalityCode),
            let name = record.text(BoardRecord.name),
            let home = HomePlace(board, reference)
        else { return nil }
        // An office that is told to be another board's needs no second finding.
        let isElsewhere = !OwnPlaceCheck.office(board, home, reference).isEmpty
        return OwnValues(
            code: code, name: name, isDoubtful: !OwnPlaceCheck.check(board, reference).isEmpty,
            edition: edition(record), contact: isElsewhere ? [] : contact(record), figures: figures(board),
            sentences: sentences(board))
    }

    private static func edition(_ record: RecordView) -> Item? {
        guard let edition = record[BoardRecord.edition], let year = edition[Edition.fiscalYear] else { return nil }
        return Item(text: year.short, place: edition.place(Edition.fiscalYear))
    }

    /// Names of measures, and short texts, are many boards' alike.
    private static func sentences(_ board: Board) -> [Item] {
        guard let file = board.files[.programs] else { return [] }
        var items: [Item] = []
        file.forEachText { value, _, _ in
            let text = file.text(value) ?? ""
            if text.count >= 20, text.contains("。") { items.append(Item(text: text, place: file.place(of: value))) }
        }
        return items
    }

    private static func contact(_ record: RecordView) -> [Item] {
        guard let contact = record[BoardRecord.contact] else { return [] }
        return [Contact.address, Contact.telephone, Contact.email, Contact.web].compactMap { field in
            contact[field].map { text in
                let folded =
                    switch field.declaration.type {
                    case .address: FoldedAddress(text).text
                    case .telephone: text.filter { $0 != "-" }
                    default: text.lowercased()
                    }
                // https://example.jp and https://example.jp/ are one page.
                return Item(
                    text: field.key + " " + (folded.hasSuffix("/") ? String(folded.dropLast()) : folded),
                    place: contact.place(field))
            }
        }
    }

    /// Every figure of the municipality's series, year by year.
    private static func figures(_ board: Board) -> Item? {
        guard let city = board.statistics?[Statistics.city] else { return nil }
        let series = city.records(Series.series)
        guard let first = series.first else { return nil }
        let rows = series.map { row in
            Observation.type.fields.map { field in
                switch row.value(field).content {
                case .integer(let number): String(number)
                case .decimal(let mantissa, let scale): FixedPoint(mantissa, scale: scale).text
                case .fiscalYear(let year): year.short
                default: ""
                }
            }
        }
        let digits = rows.reduce(0) { $0 + $1.dropFirst().joined().filter(\.isNumber).count }
        return Item(text: rows.joined().joined(separator: " "), place: first.place(Observation.count), digits: digits)
    }

    /// Compares the boards of a run, each value looked up once.
    public static func check(_ boards: [OwnValues]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var contacts: [String: (board: Int, item: Item)] = [:]
        var series: [String: (board: Int, item: Item)] = [:]
        var sentences: [String: (board: Int, item: Item)] = [:]
        var editions: [[String]: Item] = [:]
        for (index, board) in boards.enumerated() {
            if let edition = board.edition {
                let key = [board.code, board.name, edition.text]
                if let other = editions[key] { findings.append(sameEdition(edition, as: other, of: board.name)) }
                editions[key] = edition
            }
            findings += copied(board, &sentences, index, boards)
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

    /// Boards word what they do by themselves: of several sentences that two share, they have been copied.
    private static func copied(
        _ board: OwnValues, _ known: inout [String: (board: Int, item: Item)], _ index: Int, _ boards: [OwnValues]
    ) -> [Diagnostic] {
        var shared: [Int: [(own: Item, other: Item)]] = [:]
        for item in board.sentences {
            if let other = known[item.text] {
                if !board.isSame(as: boards[other.board]) {
                    shared[other.board, default: []].append((item, other.item))
                }
            } else {
                known[item.text] = (index, item)
            }
        }
        return shared.sorted { $0.key < $1.key }.filter { $0.value.count >= 3 }.map { index, pairs in
            let other = boards[index]
            return other.isDoubtful && !board.isDoubtful
                ? sentences(pairs.map(\.other), of: board.name) : sentences(pairs.map(\.own), of: other.name)
        }
    }

    private static func sentences(_ copies: [Item], of name: String) -> Diagnostic {
        Diagnostic(
            .sharedValue, .warning, at: copies[0].place,
            Phrase(
                ja: "取組や事業の文章のうち\(copies.count)か所が、「\(name)」のものと同じです",
                en: "\(copies.count) texts about programs are those of \(name), too"),
            help: advice,
            notes: copies.dropFirst().map {
                Diagnostic.Note($0.place, Phrase(ja: "これも同じです", en: "this is the same, too"))
            })
    }

    private static func sameEdition(_ edition: Item, as other: Item, of name: String) -> Diagnostic {
        Diagnostic(
            .sharedValue, .warning, at: edition.place,
            Phrase(
                ja: "「\(name)」の\(edition.text)版が二つあります", en: "there are two editions of \(name) for \(edition.text)"),
            help: Phrase(
                ja: "写しなら、データのフォルダーの外に移してください。次の年度の準備なら、fiscal_yearを改めてください",
                en: "move a copy out of the data folder; for the next year's edition, change fiscal_year"),
            notes: [Diagnostic.Note(other.place, Phrase(ja: "もう一方です", en: "the other"))])
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
