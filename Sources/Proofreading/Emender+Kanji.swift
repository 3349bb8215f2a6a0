import Japanese

/// Kanji and words for others that are read alike, or look so; words that stand twice.
extension Emender {
    mutating func emendRepeated(_ place: Int) {
        guard signs[place].isKanji else { return }
        if signs[place] == signs[place + 1] { consider(.repeatedOne, place..<place + 1, []) }
        for length in 2...4 where place + 2 * length < signs.count {
            let (first, second) = (signs[place..<place + length], signs[(place + length)..<(place + 2 * length)])
            guard first.allSatisfy(\.isKanji) else { break }
            if first.elementsEqual(second) { consider(.repeatedKanji, place..<place + length, []) }
        }
    }

    mutating func emendKanji(_ place: Int) {
        emendWords(place)
        let (previous, sign, next) = (signs[place - 1], signs[place], signs[place + 1])
        // A word of one kanji may be any; so may the stem of a verb.
        guard previous.isKanji || next.isKanji, !next.isKana || Self.behindNouns.contains(next), !isInWord(place) else {
            return
        }
        let alike = Unicode.Scalar(sign).map { tables.lexicon.homophones(of: $0) } ?? []
        consider(.kanjiReadAlike, place..<place + 1, each: alike.lazy.map(\.value))
        guard tables.sequences.isCommon(sign), previous != 0x30, !Self.numerals.contains(previous),
            !Self.numerals.contains(sign)
        else { return }
        consider(.otherKanji, place..<place + 1, each: tables.sequences.commonKanji.lazy.filter { $0 != sign })
    }

    private mutating func emendWords(_ place: Int) {
        for start in max(1, place - 2)...place where !(start..<place).contains(where: { isUnusual[$0] }) {
            for length in 2...3 where start + length > place && start + length < signs.count {
                for word in tables.lexicon.alikeWords(signs[start..<start + length]) {
                    consider(.wordReadAlike, start..<start + length, word)
                }
            }
        }
    }

    /// Whether a kanji is part of a word that the lexicon has.
    private func isInWord(_ place: Int) -> Bool {
        (max(0, place - 3)...place).contains { start in
            let run = signs[start..<min(signs.count, place + 4)].prefix { $0.isKanji }.compactMap(Unicode.Scalar.init)
            return start + run.count > place
                && tables.lexicon.lengths(ofWordsBeginning: run[...]).contains { $0 > 1 && start + $0 > place }
        }
    }
    private static let behindNouns = Set(values("をにはがのでともやへしさすかまな"))
    private static let numerals = Set(values("一二三四五六七八九十百千万"))
}
