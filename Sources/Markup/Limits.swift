public import Files

extension Limits {
    /// Columns or rows that a table's cell runs over.
    public static let cellSpan = 100
}
