/// A table to be written: columns, and rows of text.
public struct OutputTable: Sendable {
    public struct Column: Sendable {
        /// The cell in the header row.
        public let title: String
        /// A note on the header cell: what belongs into the column.
        public let note: String?
        /// What may be chosen in the column; anything may where it is empty.
        public let choices: [String]

        public init(_ title: String, note: String? = nil, choices: [String] = []) {
            self.title = title
            self.note = note
            self.choices = choices
        }
    }

    /// What may be chosen in one cell.
    public struct CellChoices: Sendable {
        /// Counted from 0, the header not counted.
        public let row, column: Int
        public let choices: [String]

        public init(row: Int, column: Int, choices: [String]) {
            (self.row, self.column, self.choices) = (row, column, choices)
        }
    }

    /// The name on the tab. What Excel does not take in a name is replaced.
    public let name: String
    public let columns: [Column]
    /// Each as long as the columns, or shorter.
    public let rows: [[String]]
    /// Of cells by themselves.
    public let cellChoices: [CellChoices]

    public init(name: String, columns: [Column], rows: [[String]], cellChoices: [CellChoices] = []) {
        self.cellChoices = cellChoices
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}
