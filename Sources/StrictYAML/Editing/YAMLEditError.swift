public import Diagnostics

/// Why edits were not made; then nothing has changed.
public struct YAMLEditError: Error, Sendable {
    public enum Code: Sendable {
        /// Two edits of one place, or an edit of something that another edit removes or replaces.
        case overlapping
        /// The place is not of the kind that the edit is for, such as a key to be inserted into a scalar.
        case wrongKind
        /// A key to be inserted, or a new name, is there already.
        case keyExists
        /// The result would be no YAML of the strict profile.
        case unreadable
        /// The result would be read otherwise than was meant.
        case misread
    }

    public let code: Code
    /// Where in the unchanged file.
    public let place: Diagnostic.Place
    /// What the parser says of the result, whose places are in it, where it is unreadable.
    public let reason: ParseError?

    init(_ code: Code, at place: Diagnostic.Place, reason: ParseError? = nil) {
        (self.code, self.place, self.reason) = (code, place, reason)
    }

    public var summary: Phrase {
        switch code {
        case .overlapping:
            Phrase(ja: "一つの箇所に二つの変更が重なっているので、何も変えていません", en: "two edits touch one place; nothing was changed")
        case .wrongKind:
            Phrase(ja: "この箇所には加えられない値なので、何も変えていません", en: "this place does not take such a value; nothing was changed")
        case .keyExists:
            Phrase(ja: "加える項目が既にあるので、何も変えていません", en: "the key to be added is there already; nothing was changed")
        case .unreadable, .misread:
            Phrase(
                ja: "変更した結果が意図したとおりに読めないので、何も変えていません",
                en: "the result would not be read as it is meant; nothing was changed")
        }
    }
}
