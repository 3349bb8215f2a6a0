/// What `shirube explain` says of a kind of finding.
public struct Explanation: Sendable {
    /// What the finding means.
    public let meaning: Phrase
    /// Why it matters to those who publish or read the documents.
    public let reason: Phrase
    /// An example that is wrong, and the same done right; as they stand in a file.
    public let wrong: String
    public let right: String
    /// Where the rule comes from; nil where it is this program's own.
    public let source: Phrase?

    init(
        meaning: (ja: String, en: String), reason: (ja: String, en: String), wrong: String, right: String,
        source: (ja: String, en: String)? = nil
    ) {
        self.meaning = Phrase(ja: meaning.ja, en: meaning.en)
        self.reason = Phrase(ja: reason.ja, en: reason.en)
        self.wrong = wrong
        self.right = right
        self.source = source.map { Phrase(ja: $0.ja, en: $0.en) }
    }
}
