public import Files

extension Limits {
    /// Rows and columns of a sheet: what Excel's have.
    public static let sheetRows = 1_048_576
    public static let sheetColumns = 16_384

    /// Cells that hold something in a workbook, and ranges merged: a list of a hundred thousand facilities has two million.
    public static let workbookCells = 2_000_000

    /// UTF-16 units of a cell's text: what Excel takes.
    public static let cellText = 32_767

    /// Bytes of a workbook's part when it is inflated, and of all that are read.
    public static let workbookPart = 64 << 20
    public static let workbookParts = 128 << 20
}
