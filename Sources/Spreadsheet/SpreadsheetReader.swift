/// Reads a spreadsheet, whatever its name: what the bytes are decides.
public enum SpreadsheetReader {
    /// Reads a workbook (.xlsx, .xlsm) or delimited text (.csv, .tsv).
    ///
    /// - Throws: what keeps the file as a whole from being read; nothing of it is taken then.
    public static func read(_ bytes: [UInt8]) throws(SpreadsheetError) -> Workbook {
        switch FileFormat(bytes) {
        case .zip: try WorkbookReader.read(bytes)
        case .text: Workbook(sheets: [try CSVReader.read(bytes)])
        case .foreign(let format): throw .foreignFormat(format)
        case .empty: throw .emptyFile
        }
    }
}
