/// The words that the program puts into a page, in the page's language; `Templates/words/` has them.
public struct PageWords: Sendable {
    public enum Name: String, CaseIterable, Sendable {
        /// What the contents are called.
        case contents
        /// A reference to a heading with a number, and to one without.
        case reference
        case referenceTitle = "reference-title"
        /// A number that stands under another one.
        case numberIn = "number-in"
        /// Between things of a row, and before the last.
        case comma, and
        /// The pages of what is referred to.
        case pages
        /// The title of a draft.
        case draft
        /// What a procedure is called, and a step of it.
        case flow
        case flowStep = "flow-step"
        /// What a chart says of a series with one figure, of one with more, and of its greatest.
        case chartOne = "chart-one"
        case chartSpan = "chart-span"
        case chartGreatest = "chart-greatest"
        case qr
        /// The choice that leaves all rows, what stands there where none is left, and a choice with the number of its rows.
        case filterAll = "filter-all"
        case filterNone = "filter-none"
        case filterChoice = "filter-choice"
        /// What the files of a document are called by their formats.
        case formatHTML = "format-html"
        case formatText = "format-text"
        case formatDocx = "format-docx"
        case formatPDF = "format-pdf"
        case formatCSV = "format-csv"
        case formatJSON = "format-json"
        /// Papers with the facility filled in, and the size of a file.
        case downloadsFilled = "downloads-filled"
        case downloadsSize = "downloads-size"
        /// How many letters a blank takes.
        case limit
        /// Values: what is so and what is not, and how often something is.
        case yes, no, every, once, times
        case year = "period-year"
        case term = "period-term"
        case month = "period-month"
        case week = "period-week"
        case day = "period-day"

        /// What stands between braces in its words, in the order in which the values are given.
        public var slots: [String] {
            switch self {
            case .reference: ["number", "title"]
            case .referenceTitle, .draft: ["title"]
            case .numberIn: ["outer", "inner"]
            case .comma: ["before", "next"]
            case .and: ["before", "last"]
            case .pages: ["pages"]
            case .flowStep: ["mark", "from", "to", "label"]
            case .chartOne: ["series", "first", "first-figure"]
            case .chartSpan: ["series", "first", "first-figure", "last", "last-figure"]
            case .chartGreatest: ["greatest", "figure"]
            case .qr: ["address"]
            case .filterChoice: ["value", "count"]
            case .downloadsSize: ["size"]
            case .limit: ["count"]
            case .every, .once: ["period"]
            case .times: ["period", "count"]
            case .yes, .no, .year, .term, .month, .week, .day, .contents, .flow, .filterAll, .filterNone, .formatHTML,
                .formatText, .formatDocx, .formatPDF, .formatCSV, .formatJSON, .downloadsFilled:
                []
            }
        }
    }

    private enum Piece {
        case words(Substring)
        case slot(Int)
    }

    private var pieces: [Name: [Piece]] = [:]

    public init() {}

    public func has(_ name: Name) -> Bool { pieces[name] != nil }

    /// Sets the words of a name.
    /// - Returns: what stands between braces in them and is none of the name's slots.
    public mutating func set(_ name: Name, _ pattern: String) -> [String] {
        var (found, unknown): ([Piece], [String]) = ([], [])
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            found.append(.words(rest[..<open]))
            let slot = rest[rest.index(after: open)..<close]
            if let place = name.slots.firstIndex(of: String(slot)) {
                found.append(.slot(place))
            } else {
                unknown.append(String(slot))
            }
            rest = rest[rest.index(after: close)...]
        }
        pieces[name] = found + [.words(rest)]
        return unknown
    }

    /// The words of a name with the values of its slots; where there are none, the values alone.
    public func text(_ name: Name, _ values: String...) -> String { text(name, values) }

    public func text(_ name: Name, _ values: [String]) -> String {
        guard let pieces = pieces[name] else { return values.joined(separator: " ") }
        return pieces.reduce(into: "") { text, piece in
            switch piece {
            case .words(let words): text += words
            case .slot(let place): text += place < values.count ? values[place] : ""
            }
        }
    }

    /// Things in a row: 甲、乙及び丙.
    public func list(_ items: [String]) -> String {
        items.indices.dropFirst().reduce(items.first ?? "") { row, index in
            text(index == items.count - 1 ? .and : .comma, row, items[index])
        }
    }
}
