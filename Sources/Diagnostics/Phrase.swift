/// The languages in which shirube speaks to its users.
public enum Language: String, CaseIterable, Sendable {
    case ja, en
}

/// A sentence for the reader, written in each language for itself.
public struct Phrase: Hashable, Sendable {
    public let ja: String
    public let en: String

    public init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    public subscript(language: Language) -> String {
        switch language {
        case .ja: ja
        case .en: en
        }
    }
}
