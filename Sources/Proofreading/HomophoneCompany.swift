import Bytes
import Diagnostics
import Files
import Japanese
import Synchronization
import Tables

internal import Glibc

/// Which of the words that are read alike a company speaks for, as `Tables/company.py` has counted it in right texts.
///
/// `homophone-company.tsv` has the words with their numbers, how often each was met, and what each may have been meant to be.
/// `homophone-company.bin` says how sure what stands beside a word, or what a sentence is about, makes it: a company’s slot lies in either of two
/// buckets of four, sixteen bits of its hash and four of a logit.
final class HomophoneCompany: Sendable {
    /// A word that others are read like.
    struct Word: Sendable {
        let text: [Unicode.Scalar]
        let number: UInt64
        /// The logarithm of how often it was met.
        let frequency: Double
        /// What it may have been meant to be.
        let alike: [Word]

        fileprivate init(_ row: [String], alike: [Word]) {
            text = Array(row[0].unicodeScalars)
            number = UInt64(row[1]) ?? 0
            frequency = (Double(row[2]) ?? 0) / 10
            self.alike = alike
        }
    }

    /// How sure a company makes a word, and how much of the company was known.
    struct Voice {
        var known = 0
        var logit: Int

        /// What two voices say for the first word and against the second: the more one has known, the less the other contradicts it.
        func against(_ other: Voice) -> Double {
            var (mine, theirs) = (Self.logarithm(logit), Self.logarithm(other.logit))
            if known > other.known { theirs = min(theirs, Self.logarithm(-logit)) }
            if other.known > known { mine = min(mine, Self.logarithm(-other.logit)) }
            return mine - theirs
        }

        private static let logarithms = (-8...8).map { -log1p(exp(-Double($0))) }
        private static func logarithm(_ logit: Int) -> Double { logarithms[logit + 8] }
    }

    /// Where a company is: beside a word, or anywhere near it.
    enum Place: UInt64 { case before = 1, behind, about }

    private let words: SortedTable
    private let file: MappedFile
    private let buckets: UInt64
    /// The words of first two scalars that have been met; there are none of most.
    private let met = Mutex<[WordHead: [Word]]>([:])

    /// Maps the tables of a folder.
    init(folder: String) throws(FileError) {
        words = try SortedTable(path: "\(folder)/homophone-company.tsv")
        file = try MappedFile(path: "\(folder)/homophone-company.bin")
        buckets = UInt64(file.count / 10)
        // A table that was cut off would say anything.
        guard words.title.contains(" \(file.count) bytes"), buckets > 0 else {
            throw FileError(path: "\(folder)/homophone-company.bin", code: FileError.failed)
        }
    }

    /// The words that a text has at a place.
    func words(in text: [Unicode.Scalar], at index: Int) -> [Word] {
        guard index + 1 < text.count, text[index].isKanji else { return [] }
        let head = WordHead(first: text[index], second: text[index + 1])
        if let words = met.withLock({ $0[head] }) {
            return words.isEmpty ? [] : words.filter { text[index...].starts(with: $0.text) }
        }
        let found = words.rows(beginningWith: Array(String(scalars: text[index...index + 1]).utf8))
            .filter { $0.count == 4 }.map { row in
                Word(
                    row, alike: row[3].split(separator: " ").compactMap { word(String($0)).map { Word($0, alike: []) } }
                )
            }
        met.withLock { $0[head] = found }
        return words(in: text, at: index)
    }

    private func word(_ text: String) -> [String]? { words.rows(beginningWith: Array("\(text)\t".utf8)).first }

    /// What the longest known company on one side of a place says of a word.
    func voice(of word: Word, _ place: Place, _ range: Range<Int>, in text: [Unicode.Scalar], else logit: Int) -> Voice
    {
        var voice = Voice(logit: logit)
        var hash = Self.hash(word, place)
        for length in 1...4 {
            let index = place == .before ? range.lowerBound - length : range.upperBound + length - 1
            let value = text.indices.contains(index) ? Self.value(text[index]) : 0
            hash = Self.mix(hash, value + 1)
            if let found = self.logit(hash) { voice = Voice(known: length, logit: found) }
            if value == 0 { break }
        }
        return voice
    }

    /// What a subject says of a word.
    func voice(of word: Word, about subject: UInt64, else logit: Int) -> Voice {
        self.logit(Self.mix(Self.hash(word, .about), subject)).map { Voice(known: 1, logit: $0) } ?? Voice(logit: logit)
    }

    /// What a sentence is about near a place: two kanji, or the beginning of a word in katakana.
    static func subjects(_ text: [Unicode.Scalar], about range: Range<Int>) -> Set<UInt64> {
        var subjects: Set<UInt64> = []
        let reach = max(0, range.lowerBound - 20)..<min(text.count, range.upperBound + 20)
        for index in reach.dropLast() where index + 1 < range.lowerBound || index >= range.upperBound {
            let (first, second) = (text[index], text[index + 1])
            if isKanji(first), isKanji(second) {
                subjects.insert(UInt64(first.value) << 20 | UInt64(second.value))
            } else if isKatakana(first), isKatakana(second), index == 0 || !isKatakana(text[index - 1]),
                index + 2 < reach.upperBound, isKatakana(text[index + 2])
            {
                subjects.insert(
                    UInt64(first.value) << 40 | UInt64(second.value) << 20 | UInt64(text[index + 2].value))
            }
        }
        return subjects
    }

    private static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || scalar == "々"
    }

    private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool { (0x30A1...0x30FC).contains(scalar.value) }

    // MARK: The table

    private func logit(_ hash: UInt64) -> Int? {
        let mark = UInt16(truncatingIfNeeded: (hash >> 48) % 65535 + 1)
        return logit(mark, in: hash) ?? logit(mark, in: Self.mix(hash, 1))
    }

    /// Four marks of two bytes, and two bytes of four logits.
    private func logit(_ mark: UInt16, in hash: UInt64) -> Int? {
        let bucket = Int(((hash & 0xFFFF_FFFF) * buckets) >> 32) * 10
        return file.withBytes { bytes in
            for slot in 0..<4
            where bytes[bucket + 2 * slot] == UInt8(mark & 0xFF) && bytes[bucket + 2 * slot + 1] == UInt8(mark >> 8) {
                let level = bytes[bucket + 8 + slot / 2] >> (slot % 2 * 4) & 15
                return Int(level) - 7
            }
            return nil
        }
    }

    private static func hash(_ word: Word, _ place: Place) -> UInt64 {
        mix(0x123_4567, word.number * 4 + place.rawValue)
    }

    private static func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
        let mixed = (state ^ value) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// What a scalar counts as: digits, letters and brackets of either width are one.
    private static func value(_ scalar: Unicode.Scalar) -> UInt64 {
        if scalar.isDigit { return 0x30 }
        if scalar.isLatin || (0xFF21...0xFF3A).contains(scalar.value) || (0xFF41...0xFF5A).contains(scalar.value) {
            return 0x41
        }
        return switch scalar {
        case "\n": 0
        case "　": 0x20
        case "（": 0x28
        case "）": 0x29
        case "，": 0x3001
        case "．": 0x3002
        default: UInt64(scalar.value)
        }
    }
}
