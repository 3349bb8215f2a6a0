public import Files

extension Limits {
    /// Bytes of a name from a document that a message repeats.
    public static let quotedName = 100

    /// Characters of a message, and bytes shown of its line before, at and behind the place.
    public static let messageLength = 1000
}
