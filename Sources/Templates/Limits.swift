public import Files

extension Limits {
    /// Texts and tags of partials, parents and blocks that are checked for one document, as often as they are used.
    public static let checkedInstructions = 200_000

    /// Bytes of a template with all that it takes in, and of its files and style sheets, each.
    public static let templateSize = 16 << 20

    /// XHTML elements inside one another.
    public static let elementDepth = 200

    /// Findings about one document's markup, after which it is not read on.
    public static let markupProblems = 100
}
