import Diagnostics
import Proofreading
import Records

/// What readings above kanji are decided by, read once a run asks for them.
struct FuriganaTables: Sendable {
    private let words: WordTables
    /// What to propose where a document has none; nil where that table is not there.
    let known: KnownReadings?

    /// - Throws: where there are no tables: at the setting that asks for it.
    init(_ reference: ReferenceData?, askedAt place: Diagnostic.Place?) throws(ParseError) {
        guard let reference else {
            throw ParseError(
                Diagnostic(
                    .referenceMissing, at: place,
                    Phrase(
                        ja: "漢字を習う学年などの表が見付からないので、ふりがなを付けられません",
                        en: "the tables of kanji and words were not found, so no readings can be put above them"),
                    help: Phrase(
                        ja: "Data/referenceのフォルダーを元に戻すか、表のあるフォルダーを--referenceで指定してください",
                        en: "restore the folder Data/reference, or name the tables' folder with --reference")))
        }
        words = reference.words
        known = try? reference.knownReadings()
    }

    /// What a document of a style has above its kanji; nil where it has nothing.
    func furigana(_ style: HouseStyle, _ readings: ReadingList) -> Furigana? {
        style.ruby.map { Furigana(level: $0, words: words, readings: readings) }
    }
}
