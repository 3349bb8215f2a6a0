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

    /// The name on the tab. What Excel does not take in a name is replaced.
    public let name: String
    public let columns: [Column]
    /// Each as long as the columns, or shorter.
    public let rows: [[String]]

    public init(name: String, columns: [Column], rows: [[String]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}
