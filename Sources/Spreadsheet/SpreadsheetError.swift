/// Why a file cannot be read, or a table not be written.
///
/// `message` and `help` say it to the user.
public enum SpreadsheetError: Error, Hashable, Sendable {
    case emptyFile
    case foreignFormat(ForeignFormat)

    // The archive that a workbook is

    /// The end is missing, where the archive's contents are listed.
    case truncatedArchive
    case damagedArchive(ArchiveDamage, part: String?)
    case unsupportedArchive(ArchiveFeature)
    /// More bytes than a part may have, or all of them together.
    case expandsTooFar(part: String, limit: Int)

    // The workbook

    case missingPart(String)
    /// A part that is no well-formed XML, or not what ECMA-376 says; line counted from 1 where it is known.
    case malformedPart(String, line: Int?)
    case documentType(part: String)
    case tooManyCells(sheet: String?, limit: Int)
    /// Rows or columns beyond what Excel's sheets have.
    case beyondSheet(sheet: String?)

    // Text

    /// A byte that is neither of UTF-8 nor of CP932, or half a character of UTF-16: line and byte counted from 1, the byte in its line.
    case invalidText(line: Int, byte: Int, TextEncoding)
    case nul(line: Int)
    /// A quotation mark inside a cell that does not begin with one, or text behind the closing one.
    case strayQuote(line: Int)
    /// A cell that begins with a quotation mark and never ends; the line where it begins.
    case unclosedQuote(line: Int)

    // Writing

    /// A cell that holds more UTF-16 units than Excel lets it.
    case longText(sheet: String, CellAddress)
    case tableTooLarge(sheet: String)

    /// The same error without the names that people give to sheets and parts.
    public var withoutNames: SpreadsheetError {
        switch self {
        case .damagedArchive(let damage, _): .damagedArchive(damage, part: nil)
        case .expandsTooFar(_, let limit): .expandsTooFar(part: "…", limit: limit)
        case .missingPart: .missingPart("…")
        case .malformedPart(_, let line): .malformedPart("…", line: line)
        case .documentType: .documentType(part: "…")
        case .tooManyCells(_, let limit): .tooManyCells(sheet: nil, limit: limit)
        case .beyondSheet: .beyondSheet(sheet: nil)
        default: self
        }
    }

    /// A format that a spreadsheet may be taken for.
    public enum ForeignFormat: Sendable, CaseIterable {
        /// BIFF in an OLE2 file (.xls).
        case oldExcel
        /// A workbook encrypted with a password: OLE2, too.
        case encrypted
        /// .ods
        case openDocument
        /// .xlsb
        case binaryWorkbook
        /// HTML or XML that was given the name of a spreadsheet; exports of web systems are.
        case markup
        case pdf
        /// A zip of something else, such as .docx.
        case otherArchive
        /// OLE2 of something else.
        case otherDocument
    }

    public enum ArchiveDamage: Sendable, CaseIterable {
        /// The list of contents does not agree with what it lists.
        case directory
        case overlap
        case unsafeName
        case duplicateName
        /// What is not deflated as RFC 1951 says.
        case stream
        case size
        case checksum
    }

    public enum ArchiveFeature: Sendable, CaseIterable {
        case severalDisks, encryption, compression
    }

    public enum TextEncoding: Sendable {
        case utf8OrCP932, utf16
    }
}
