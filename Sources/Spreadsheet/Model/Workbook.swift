/// What a spreadsheet file holds, whatever its format was.
public struct Workbook: Sendable {
    /// In the order of the tabs; a CSV file has one.
    public let sheets: [Sheet]

    public init(sheets: [Sheet]) { self.sheets = sheets }
}

/// One sheet: its cells that hold something, and what a program that takes cells alone would lose.
public struct Sheet: Sendable {
    public enum Visibility: Sendable {
        case visible, hidden
        /// Hidden so that only a macro can show it.
        case veryHidden
    }

    /// nil for CSV, which names no sheet.
    public let name: String?
    public let visibility: Visibility
    /// From top to bottom; rows without cells are left out.
    public let rows: SheetRows
    /// Ranges shown as one cell; the text is in the first of each.
    public let mergedRanges: [CellRange]
    /// Columns that are not shown, counted from 1.
    public let hiddenColumns: [ClosedRange<Int>]
    /// Notes and threads of comments, in the order of their cells.
    public let comments: [CellComment]

    public init(
        name: String?, visibility: Visibility = .visible, rows: SheetRows, mergedRanges: [CellRange] = [],
        hiddenColumns: [ClosedRange<Int>] = [], comments: [CellComment] = []
    ) {
        self.name = name
        self.visibility = visibility
        self.rows = rows
        self.mergedRanges = mergedRanges
        self.hiddenColumns = hiddenColumns
        self.comments = comments
    }

    public var isHidden: Bool { visibility != .visible }

    /// Whether a column, counted from 1, is not shown.
    public func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }

    /// The row of a number, counted from 1; nil where it has no cells.
    public func row(_ number: Int) -> Row? { rows.index(ofRow: number).map { rows[$0] } }

    /// nil where the cell holds nothing.
    public subscript(address: CellAddress) -> Cell? { row(address.row)?[column: address.column] }
}

/// The cells of one row that hold something.
public struct Row: Sendable {
    /// Counted from 1, as the sheet shows it; in CSV, the how-manieth record.
    public let number: Int
    /// Whether the row is not shown: hidden by hand, or by a filter.
    public let isHidden: Bool
    /// From left to right.
    public let cells: [Cell]

    public init(number: Int, isHidden: Bool = false, cells: [Cell]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }

    /// The cell in a column, counted from 1.
    public subscript(column number: Int) -> Cell? {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].address.column < number { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].address.column == number ? cells[low] : nil
    }
}

public struct Cell: Hashable, Sendable {
    public enum Kind: Sendable {
        /// Also a number that its format shows as a code of fixed digits (665-0865) or a span of time (36:00); every cell of CSV.
        case text
        /// A decimal number such as `-12.5`, without separators; a percentage is followed by `%`.
        case number
        /// ISO 8601, as exact as the cell shows it: `2025-02-14`, `2025-02-14T09:30`, `2025-02`, `09:30`.
        case date
        /// `TRUE` or `FALSE`.
        case boolean
        /// What the sheet shows in place of a value: `#N/A`, `#REF!`.
        case error
        /// A formula whose result is empty, or was not saved with it by the program that wrote the file.
        case empty
    }

    public let address: CellAddress
    /// Lines are divided by LF.
    public let text: String
    public let kind: Kind
    /// Whether a formula made the text, which is as old as the last time the file was computed.
    public let isFormula: Bool

    public init(_ address: CellAddress, _ text: String, _ kind: Kind = .text, isFormula: Bool = false) {
        self.address = address
        self.text = text
        self.kind = kind
        self.isFormula = isFormula
    }
}

/// A note, or one contribution to a thread.
public struct CellComment: Hashable, Sendable {
    public let address: CellAddress
    public let text: String

    public init(_ address: CellAddress, _ text: String) {
        self.address = address
        self.text = text
    }
}
