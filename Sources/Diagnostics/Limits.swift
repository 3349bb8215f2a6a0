/// What input may ask for at most: every limit of every module, each far above what a board of education needs.
///
/// What goes beyond is a finding, so that a file made in malice or by mistake ends the run in time and with a message.
public enum Limits {
    /// Bytes of a file, whose places are kept in 32 bits.
    public static let fileSize = Int(UInt32.max) - 1

    /// YAML collections inside one another.
    public static let yamlDepth = 100

    /// Bytes of a YAML key: longer ones are no simple keys (YAML 1.2.2 §7.4.3, §8.2.2).
    public static let yamlKeyLength = 1024

    /// Mustache sections, parents and blocks inside one another in one template.
    public static let templateDepth = 100

    /// Partials and parents inside one another while a template is rendered.
    public static let partialDepth = 100

    /// Items of sections, uses of partials and blocks filled in one document, each counted as often as it is deep: a table of a million
    /// rows takes a few million, and sections of two items that stand 60 deep in one another would never end.
    public static let templateRepetitions = 20_000_000

    /// Columns or rows that a table's cell runs over.
    public static let cellSpan = 100

    /// Texts and tags of partials, parents and blocks that are checked for one document, as often as they are used.
    public static let checkedInstructions = 200_000

    /// Bytes of a template with all that it takes in, and of its files and style sheets, each.
    public static let templateSize = 16 << 20

    /// Bytes of a document's text and attributes, and of what `shirube render` writes: a list of a hundred thousand facilities has
    /// a fifth of it.
    public static let documentSize = 256 << 20

    /// Bytes of a journal or manifest: a million paths.
    public static let recordSize = 64 << 20

    /// XHTML elements inside one another.
    public static let elementDepth = 200

    /// Findings about one document's markup, after which it is not read on.
    public static let markupProblems = 100

    /// Bytes of a name from a document that a message repeats.
    public static let quotedName = 100

    /// Characters of a message, and bytes shown of its line before, at and behind the place.
    public static let messageLength = 1000

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
