public import Files

extension Limits {
    /// Mustache sections, parents and blocks inside one another in one template.
    public static let templateDepth = 100

    /// Partials and parents inside one another while a template is rendered.
    public static let partialDepth = 100

    /// Items of sections, uses of partials and blocks filled in one document, each counted as often as it is deep: a table of a million
    /// rows takes a few million, and sections of two items that stand 60 deep in one another would never end.
    public static let templateRepetitions = 20_000_000
}
