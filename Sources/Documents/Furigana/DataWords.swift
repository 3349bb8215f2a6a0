import Diagnostics
import Japanese
import Records

/// Where words stand in a board's data: all of them are looked for at once, as there may be thousands.
struct DataWords {
    private typealias Scalars = [Unicode.Scalar]

    /// By word, the first text that it stands in with no kanji beside it, and the first with some.
    private var places: [Scalars: (whole: Diagnostic.Place?, other: Diagnostic.Place?)] = [:]
    /// The lengths of the words that begin with a scalar.
    private var lengths: [Unicode.Scalar: Set<Int>] = [:]

    init(_ words: some Sequence<[Unicode.Scalar]>, in board: Board) {
        for word in words {
            guard let first = word.first else { continue }
            places[word] = (nil, nil)
            lengths[first, default: []].insert(word.count)
        }
        for file in board.allFiles {
            file.forEachText { value, type, _ in
                // Where its reading is declared it is not printed.
                if type != Reading.type { find(in: Array((file.text(value) ?? "").unicodeScalars), value, file) }
            }
        }
    }

    /// The place of a word; nil where no data has it.
    func place(of word: [Unicode.Scalar]) -> Diagnostic.Place? {
        places[word].flatMap { $0.whole ?? $0.other }
    }

    private mutating func find(in text: Scalars, _ value: Value, _ file: DataFile) {
        var offset = 0
        for index in text.indices {
            for length in lengths[text[index]] ?? [] where index + length <= text.count {
                let word = Array(text[index..<index + length])
                guard let known = places[word], known.whole == nil else { continue }
                let isWhole =
                    !(index > 0 && text[index - 1].isKanji)
                    && !(index + length < text.count && text[index + length].isKanji)
                guard isWhole || known.other == nil else { continue }
                let count = word.reduce(0) { $0 + UTF8.width($1) }
                let place =
                    file.verbatimStart(of: value).map {
                        Diagnostic.Place(file.source, $0 + offset..<$0 + offset + count)
                    } ?? file.place(of: value)
                places[word] = isWhole ? (place, known.other) : (known.whole, place)
            }
            offset += UTF8.width(text[index])
        }
    }
}
