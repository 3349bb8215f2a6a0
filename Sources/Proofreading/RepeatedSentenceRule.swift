import Diagnostics
import Japanese

/// A sentence that stands twice in succession: it was pasted once more.
enum RepeatedSentenceRule {
    /// はい。はい。 is speech.
    private static let least = 8

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        let sentences = Sentences.ranges(in: text)
        return zip(sentences, sentences.dropFirst()).compactMap { first, second in
            guard text[first].last == "。", text[second].last == "。" else { return nil }
            let (one, other) = (trimmed(first, text), trimmed(second, text))
            guard other.count >= least, text[one].elementsEqual(text[other]) else { return nil }
            return WordingFinding(
                .grammar, other,
                Phrase(ja: "前の文と同じ文が続いています", en: "the sentence before stands here again"),
                help: Phrase(ja: "一方を消してください", en: "delete one of the two"))
        }
    }

    private static func trimmed(_ sentence: Range<Int>, _ text: [Unicode.Scalar]) -> Range<Int> {
        let start = sentence.first { text[$0] != " " && text[$0] != "\u{3000}" && text[$0] != "\n" }
        return (start ?? sentence.lowerBound)..<sentence.upperBound
    }
}
