/// A kind of finding: its code, whether a comment may allow it, and what `shirube explain` says of it.
///
/// Each is declared beside the check that reports it or, where several do, in the folder `Findings` of the lowest of their modules. The letter
/// says what it is about: F files, A comments that allow a finding, Y YAML, M Mustache, R forms of values, P postal codes, addresses and telephones, D what the data
/// says, J Japanese text, T templates and the documents made from them.
public struct DiagnosticCode: Identifiable, Hashable, Sendable {
    /// The letter and a number of three digits.
    public let id: String
    /// Whether a comment `shirube: allow` may silence findings of this kind.
    ///
    /// It may where somebody can know better than the program and the documents can be made all the same. It may not where a
    /// value or a template cannot be read, or where what would be published has a hole, a dead end or something live in it.
    public let canBeAllowed: Bool
    public let explanation: Explanation

    /// - Parameters:
    ///   - meaning: what the finding means.
    ///   - reason: why it matters to those who publish or read the documents.
    ///   - wrong: an example as it stands in a file; `right` is the same, mended.
    ///   - source: where the rule comes from; nil where it is this program's own.
    package init(
        _ id: String, canBeAllowed: Bool, meaning: (ja: String, en: String), reason: (ja: String, en: String),
        wrong: String,
        right: String, source: (ja: String, en: String)? = nil
    ) {
        self.id = id
        self.canBeAllowed = canBeAllowed
        explanation = Explanation(
            meaning: Phrase(ja: meaning.ja, en: meaning.en), reason: Phrase(ja: reason.ja, en: reason.en), wrong: wrong,
            right: right, source: source.map { Phrase(ja: $0.ja, en: $0.en) })
    }

    /// What `shirube explain` says of a kind of finding.
    public final class Explanation: Sendable {
        public let meaning: Phrase
        public let reason: Phrase
        public let wrong: String
        public let right: String
        public let source: Phrase?

        fileprivate init(meaning: Phrase, reason: Phrase, wrong: String, right: String, source: Phrase?) {
            self.meaning = meaning
            self.reason = reason
            self.wrong = wrong
            self.right = right
            self.source = source
        }
    }

    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.id == rhs.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
