import Japanese
import Records

/// How the words of a document are read: what its board declares, its records' names, and the ruby that stands in it.
struct ReadingList {
    /// By its text in the widths that are compared; nil where two readings of one rank differ.
    private var words: [[Unicode.Scalar]: (word: ReadWord?, rank: Rank)] = [:]
    /// The lengths of the words that begin with a scalar, longest first.
    private var lengths: [Unicode.Scalar: [Int]] = [:]

    /// What wins over what.
    private enum Rank: Int { case declared, shared, name, ruby, unread }

    init(_ board: Board) {
        for file in board.allFiles + board.madeFiles {
            if file.kind == .board {
                // What a board says itself stands before what it shares.
                let isOwn = file === board.record?.file
                for reading in file.root.read(BoardRecord.readings, as: RecordList.self).map({ Array($0) }) ?? []
                where reading.file === file {
                    guard let word = reading.text(Reading.word), let furigana = reading.text(Reading.furigana) else {
                        continue
                    }
                    add(ReadWord(word, read: furigana), isOwn ? .declared : .shared)
                }
            }
            add(file)
        }
        // 山梨県南アルプス市 is these two, whatever words the dictionary has across them.
        for field in [BoardRecord.prefecture, BoardRecord.municipality] {
            if let name = board.record?.text(field) { addUnread(name) }
        }
    }

    /// Adds a word of which nothing yet says how it is read.
    private mutating func addUnread(_ name: String) {
        let text = name.unicodeScalars.map { WidthFolding.ascii($0) }
        if words[text] == nil { note(text, nil, .unread) }
    }

    /// Adds the names of a file's records.
    mutating func add(_ file: DataFile) {
        file.forEachReading { name, furigana in add(ReadWord(name, read: furigana), .name) }
    }

    /// Adds a word that ruby in the document has a reading above. Of a kanji by itself others may be read otherwise.
    mutating func add(ruby word: ReadWord) {
        if word.text.count(where: \.isKanji) > 1 { add(word, .ruby) }
    }

    private mutating func add(_ word: ReadWord?, _ rank: Rank) {
        guard let word else { return }
        let text = word.text.map { WidthFolding.ascii($0) }
        if let known = words[text] {
            guard rank.rawValue <= known.rank.rawValue else { return }
            words[text] = (rank == known.rank && known.word?.parts != word.parts ? nil : word, rank)
        } else {
            note(text, word, rank)
        }
    }

    private mutating func note(_ text: [Unicode.Scalar], _ word: ReadWord?, _ rank: Rank) {
        guard let first = text.first else { return }
        words[text] = (word, rank)
        if !(lengths[first]?.contains(text.count) ?? false) {
            lengths[first] = ((lengths[first] ?? []) + [text.count]).sorted(by: >)
        }
    }

    /// The words that stand at a place of a text, longest first; nil for a word of which it is not known which reading is meant.
    func words(at index: Int, of text: [Unicode.Scalar]) -> [(length: Int, word: ReadWord?)] {
        (lengths[text[index]] ?? []).compactMap { length in
            guard index + length <= text.count, let found = words[Array(text[index..<index + length])] else {
                return nil
            }
            return (length, found.word)
        }
    }
}
