import Bytes
import Japanese

/// Words of a document whose kanji are to carry a reading that nobody knows, each once.
struct UnreadWords {
    struct Word {
        let text: String
        /// The kanji round it where it stood first, and how many of them stand before it.
        let run: [Unicode.Scalar]
        let distance: Int
        /// The elements of the template that it stands in, the first few: contents and references repeat what headings say.
        var origins: [Int]
        /// Whether it has a reading, which a tag in it keeps away.
        let isDivided: Bool
    }

    private(set) var words: [Word] = []
    private var places: [String: Int] = [:]

    mutating func add(_ range: Range<Int>, of text: [Unicode.Scalar], at origin: Int, isDivided: Bool = false) {
        let word = String(scalars: text[range])
        guard let place = places[word] else {
            places[word] = words.count
            let start = text[..<range.lowerBound].lastIndex { !$0.isKanji }.map { $0 + 1 } ?? 0
            let end = text[range.upperBound...].firstIndex { !$0.isKanji } ?? text.count
            words.append(
                Word(
                    text: word, run: Array(text[start..<end]), distance: range.lowerBound - start, origins: [origin],
                    isDivided: isDivided))
            return
        }
        if words[place].origins.count < 8, !words[place].origins.contains(origin) {
            words[place].origins.append(origin)
        }
    }
}
