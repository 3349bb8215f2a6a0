import Japanese
import Proofreading
import Records

/// Finds the kanji of a document that are to carry a reading.
///
/// A run of kanji is cut into words: those whose reading is known, and those of the dictionary. Of all cuts that one is taken that leaves the
/// fewest kanji outside any word, then the fewest without a reading, and then has the fewest words; so 京都 is not read in 東京都.
struct Furigana {
    private let level: Int
    private let words: WordTables
    private(set) var readings: ReadingList

    /// - Parameter level: up to which year of primary school the kanji go without a reading, 0 for none.
    init(level: Int, words: WordTables, readings: ReadingList) {
        (self.level, self.words, self.readings) = (level, words, readings)
    }

    /// A stretch of a text with kanji that are not taught up to the year.
    struct Stretch: Equatable {
        let range: Range<Int>
        /// Nil where nobody knows it.
        let reading: String?
    }

    /// Learns from ruby that stands in the document.
    mutating func add(_ word: ReadWord) { readings.add(ruby: word) }

    /// Whether a text has kanji that are to carry a reading.
    func concerns(_ text: some Sequence<Unicode.Scalar>) -> Bool { words.grades.hasKanji(text, above: level) }

    /// What of a text is to carry a reading, in order.
    func stretches(in text: [Unicode.Scalar]) -> [Stretch] {
        guard concerns(text) else { return [] }
        let folded = text.map { WidthFolding.ascii($0) }
        var found: [Stretch] = []
        var index = 0
        while index < text.count {
            if text[index].isKanji {
                let run = index..<(text[index...].firstIndex { !$0.isKanji } ?? text.count)
                let pieces = joined(cut(run, of: folded))
                for (number, piece) in pieces.enumerated() {
                    var told = index..<index + piece.length
                    // A kanji by itself may be read otherwise in each word: told is the word that it makes with what is beside it.
                    if !piece.isWord, piece.length == 1, !isAlone(index, in: run, of: folded) {
                        if number > 0 {
                            told = index - pieces[number - 1].length..<told.upperBound
                        } else if pieces.count > 1 {
                            told = index..<min(told.upperBound + pieces[1].length, run.upperBound)
                        }
                    }
                    add(piece, at: index, of: folded, told: told, to: &found)
                    index += piece.length
                }
            } else if let word = readings.words(at: index, of: folded).first(where: {
                isWhole($0.length, at: index, of: folded)
            }) {
                add(
                    Piece(length: word.length, kind: .read(word.word)), at: index, of: folded,
                    told: index..<index + word.length, to: &found)
                index += word.length
            } else {
                index += 1
            }
        }
        return found
    }

    // MARK: Words

    private struct Piece {
        enum Kind {
            /// A word whose reading is declared; nil where more than one is.
            case read(ReadWord?)
            case known
            /// A kanji that other words are made longer with, and one that is in no word.
            case affix, alone
        }

        let length: Int
        let kind: Kind

        var isWord: Bool {
            switch kind {
            case .read, .known: true
            case .affix, .alone: false
            }
        }
    }

    /// Fewer of each is better, the first that differs decides.
    private struct Cost: Comparable {
        var alone = 0
        var unread = 0
        /// Words, in tenths.
        var words = 0

        static func < (first: Cost, second: Cost) -> Bool {
            (first.alone, first.unread, first.words) < (second.alone, second.unread, second.words)
        }

        static func + (first: Cost, second: Cost) -> Cost {
            Cost(
                alone: first.alone + second.alone, unread: first.unread + second.unread,
                words: first.words + second.words)
        }
    }

    /// The best words that a run of kanji is made of; the last of them may go on in kana.
    private func cut(_ run: Range<Int>, of text: [Unicode.Scalar]) -> [Piece] {
        var best = [(cost: Cost, piece: Piece)?](repeating: nil, count: run.count)
        for start in run.reversed() {
            for piece in pieces(at: start, in: run, of: text) {
                let behind = start + piece.length - run.lowerBound
                let rest = behind < run.count ? best[behind]?.cost ?? Cost() : Cost()
                let whole = cost(of: piece, at: start, in: run, of: text) + rest
                if best[start - run.lowerBound].map({ whole < $0.cost }) ?? true {
                    best[start - run.lowerBound] = (whole, piece)
                }
            }
        }
        var pieces: [Piece] = []
        var index = 0
        while index < run.count, let piece = best[index]?.piece {
            pieces.append(piece)
            index += piece.length
        }
        return pieces
    }

    /// Kanji in no word that stand side by side are told as one.
    private func joined(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { joined, piece in
            if case .alone = piece.kind, let last = joined.last, case .alone = last.kind {
                joined[joined.count - 1] = Piece(length: last.length + 1, kind: .alone)
            } else {
                joined.append(piece)
            }
        }
    }

    /// What may stand at a place of a run, the longest first.
    private func pieces(at start: Int, in run: Range<Int>, of text: [Unicode.Scalar]) -> [Piece] {
        let read = readings.words(at: start, of: text).filter { length, _ in
            // A kanji is read otherwise inside a word.
            (length > 1 || isAlone(start, in: run, of: text)) && isWhole(length, at: start, of: text)
        }
        let known = words.lengths(ofWordsBeginning: text[start..<run.upperBound]).reversed().filter { length in
            length > 1 && !read.contains { $0.length == length }
        }
        let hasWordBefore = start > run.lowerBound || isCounter(start, in: run, of: text)
        let isAffix =
            Self.conjunctions.contains(text[start]) || Self.prefixes.contains(text[start])
            || hasWordBefore && Self.suffixes.contains(text[start])
        let single = Piece(length: 1, kind: isAffix ? .affix : .alone)
        return read.map { Piece(length: $0.length, kind: .read($0.word)) }
            + known.map { Piece(length: $0, kind: .known) }
            + (read.contains { $0.length == 1 } ? [] : [single])
    }

    private func cost(of piece: Piece, at start: Int, in run: Range<Int>, of text: [Unicode.Scalar]) -> Cost {
        let unread = text[start..<min(start + piece.length, run.upperBound)].count {
            words.grades.isKanji($0, above: level)
        }
        switch piece.kind {
        case .read(.some): return Cost(words: 10)
        case .read(.none): return Cost(unread: unread, words: 10)
        // 児童生徒 is two words, and so is 研修会; 不 by itself is none.
        case .known: return Cost(unread: unread, words: piece.length < 3 ? 10 : piece.length * 5 + 1)
        case .affix: return Cost(unread: unread, words: unread > 0 ? 15 : 3)
        case .alone: return Cost(alone: run.count == 1 ? 0 : 1, unread: unread, words: 10)
        }
    }

    /// Whether a kanji of a run is a word by itself: 又 in 訪問又は, 条 in 第57条第2項, 扱 in 出席扱い.
    private func isAlone(_ index: Int, in run: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
        if run.count == 1 || Self.conjunctions.contains(text[index]) || isCounter(index, in: run, of: text) {
            return true
        }
        guard index == run.upperBound - 1, run.upperBound < text.count else { return false }
        let next = text[run.upperBound]
        // What goes on in kana is read the Japanese way, before a particle it need not be.
        return next.isDigit && Self.prefixes.contains(text[index]) || next.isHiragana && !Self.particles.contains(next)
    }

    /// Whether a kanji stands behind a number: 10校程度.
    private func isCounter(_ index: Int, in run: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
        index == run.lowerBound && index > 0 && text[index - 1].isDigit
    }

    /// Whether words do not go on at either end of a stretch that begins or ends in katakana, letters or digits.
    private func isWhole(_ length: Int, at start: Int, of text: [Unicode.Scalar]) -> Bool {
        func goesOn(_ index: Int) -> Bool {
            guard index > 0, index < text.count else { return false }
            let (before, behind) = (text[index - 1], text[index])
            return before.isKatakana && behind.isKatakana || before.isLatin && behind.isLatin
                || before.isDigit && behind.isDigit
        }
        return !goesOn(start) && !goesOn(start + length)
    }

    /// Kanji that stand before or behind words without changing how those are read.
    private static let prefixes = Set("第各毎約翌元前新旧副総諸全不未非再".unicodeScalars)
    private static let particles = Set("をにがはのともでへやか".unicodeScalars)
    private static let conjunctions = Set("及又並且".unicodeScalars)
    private static let suffixes = Set(
        "等様氏殿市区町村県郡府都課係室館局長員者家会部校園所院性的化用内外上別時後書表案版型式料費額率票証券業師士立々".unicodeScalars)

    // MARK: What is found

    /// - Parameter told: what has no reading, where it has none.
    private func add(
        _ piece: Piece, at start: Int, of text: [Unicode.Scalar], told: Range<Int>, to found: inout [Stretch]
    ) {
        guard concerns(text[start..<start + piece.length]) else { return }
        guard case .read(let word) = piece.kind, let word else {
            return found.append(Stretch(range: told, reading: nil))
        }
        var place = start
        for part in word.parts {
            if concerns(part.text) {
                found.append(Stretch(range: place..<place + part.text.count, reading: part.reading))
            }
            place += part.text.count
        }
    }
}
