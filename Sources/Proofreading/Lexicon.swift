import Diagnostics
public import Files
import Synchronization
import Tables

/// The words that are written in kanji, and which kanji read alike.
///
/// Its tables are mapped (`words.tsv`, `kanji-readings.tsv`); what has been found about a run of kanji is kept, as papers say the same
/// words again and again.
public final class Lexicon: Sendable {
    public static let wordsName = "words.tsv"
    public static let readingsName = "kanji-readings.tsv"
    public static let homophonesName = "homophone-words.tsv"
    public static let alikeName = "alike-words.tsv"

    private let words: SortedTable
    private let readings: SortedTable
    private let homophones: SortedTable
    private let alike: SortedTable
    let grades: KanjiGrades
    private let taughtByReading = Mutex<[[Unicode.Scalar]: [Unicode.Scalar]]>([:])
    private let known = Mutex<[[Unicode.Scalar]: [Misconversion]]>([:])

    /// Maps the tables of a folder.
    public init(folder: String) throws(FileError) {
        words = try SortedTable(path: "\(folder)/\(Self.wordsName)")
        readings = try SortedTable(path: "\(folder)/\(Self.readingsName)")
        homophones = try SortedTable(path: "\(folder)/\(Self.homophonesName)")
        alike = try SortedTable(path: "\(folder)/\(Self.alikeName)")
        grades = try KanjiGrades(folder: folder)
    }

    /// A part of a run that is no word, and the words that read like it.
    struct Misconversion: Sendable {
        let range: Range<Int>
        let right: [String]
        /// Whether it is one only where する follows, which the word cannot have.
        var isBeforeSuru = false
        /// Whether it is a word, in the wrong place.
        var isWord = false
    }

    /// What is wrong with a run of kanji, looked for once.
    func misconversions(in run: [Unicode.Scalar], _ find: () -> [Misconversion]) -> [Misconversion] {
        if let found = known.withLock({ $0[run] }) { return found }
        let found = find()
        known.withLock { if $0.count < Self.kept { $0[run] = found } }
        return found
    }

    /// Runs that are kept: more than a country's papers have.
    private static let kept = 200_000

    /// The lengths of the words that a text begins with.
    func lengths(ofWordsBeginning text: ArraySlice<Unicode.Scalar>) -> [Int] {
        words.lengths(ofPrefixesOf: text.prefix(Self.longest))
    }

    /// The same without what is merely two words side by side in some term.
    func lengths(ofSingleWordsBeginning text: ArraySlice<Unicode.Scalar>) -> [Int] {
        words.rows(ofPrefixesOf: text.prefix(Self.longest)).filter { found in
            found.rows.contains { !($0.last?.hasPrefix("b") ?? false) }
        }.map(\.length)
    }

    /// Kanji of the longest word that runs are cut into.
    private static let longest = 12

    func isWord(_ text: some Sequence<Unicode.Scalar>) -> Bool { mark(of: text) != nil }

    /// Whether it is a word of the field, which may have been meant.
    func isOfField(_ text: some Sequence<Unicode.Scalar>) -> Bool { mark(of: text)?.first == "d" }

    /// Whether it stands in some term, as it is or as two words side by side.
    func isInTerm(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        mark(of: text)?.first.map { $0 == "d" || $0 == "b" } ?? false
    }

    /// Whether する may follow.
    func isVerbal(_ text: some Sequence<Unicode.Scalar>) -> Bool { mark(of: text)?.last == "v" }

    /// The words of the field that a word outside it reads like.
    func homophones(ofWord text: some Sequence<Unicode.Scalar>) -> [String] {
        (homophones.rows(beginningWith: Self.key(text)).first?.last ?? "").split(separator: " ").map(String.init)
    }

    /// The words that one is read like and that are often written.
    func alikeWords(_ word: ArraySlice<UInt32>) -> [[UInt32]] {
        (alike.rows(beginningWith: Self.key(word.compactMap(Unicode.Scalar.init))).first?.last ?? "")
            .split(separator: " ").map { $0.unicodeScalars.map(\.value) }
    }

    private func mark(of text: some Sequence<Unicode.Scalar>) -> String? {
        let key = Self.key(text)
        return words.rows(beginningWith: key).first?.last
    }

    /// The kanji that share a Sino-Japanese reading with one.
    func homophones(of kanji: Unicode.Scalar) -> Set<Unicode.Scalar> {
        var found: Set<Unicode.Scalar> = []
        for reading in column(kanji).split(separator: " ") {
            found.formUnion(column(reading.unicodeScalars).unicodeScalars)
        }
        found.remove(kanji)
        return found
    }

    /// The kanji of a Sino-Japanese reading.
    func kanji(read reading: ArraySlice<UInt32>) -> [UInt32] {
        column(reading.compactMap(Unicode.Scalar.init)).unicodeScalars.map(\.value)
    }

    /// The kanji of a reading that schools teach; there are few readings, and each is met again and again.
    func taught(_ reading: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        let reading = Array(reading)
        if let found = taughtByReading.withLock({ $0[reading] }) { return found }
        let found = Array(column(reading).unicodeScalars).filter { grades[$0] != nil }
        taughtByReading.withLock { if $0.count < Self.kept { $0[reading] = found } }
        return found
    }

    /// A row's first column, with the tab behind it.
    private static func key(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
        var key: [UInt8] = []
        for scalar in text { key.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        key.append(0x09)
        return key
    }

    private func column(_ kanji: Unicode.Scalar) -> String { column([kanji]) }

    private func column(_ key: some Sequence<Unicode.Scalar>) -> String {
        let key = Self.key(key)
        return readings.rows(beginningWith: key).first?.last ?? ""
    }
}
