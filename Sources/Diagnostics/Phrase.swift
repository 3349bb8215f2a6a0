/// The languages in which shirube speaks to its users.
package enum Language: String, CaseIterable, Sendable {
    case ja, en
}

/// A sentence for the reader, written in each language for itself.
package struct Phrase: Hashable, Sendable {
    package let ja: String
    package let en: String

    package init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .ja: ja
        case .en: en
        }
    }
}
