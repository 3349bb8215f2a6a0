import Diagnostics
import Proofreading
import Records

/// What readings above kanji are decided by, read once a run asks for them.
struct FuriganaTables: Sendable {
    private let grades: KanjiGrades
    private let words: WordTables
    /// What to propose where a document has none; nil where that table is not there.
    let known: KnownReadings?

    /// - Throws: where there is no table of the kanji by school years: at the setting that asks for it.
    init(_ reference: ReferenceData?, askedAt place: Diagnostic.Place?) throws(ParseError) {
        let found: (grades: KanjiGrades, words: WordTables)?
        do throws(FileError) {
            found = try reference.map { reference throws(FileError) in (try reference.kanjiGrades(), reference.words) }
        } catch {
            found = nil
        }
        guard let found else {
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
        (grades, words) = found
        known = try? reference?.knownReadings()
    }

    /// What a document of a style has above its kanji; nil where it has nothing.
    func furigana(_ style: HouseStyle, _ readings: ReadingList) -> Furigana? {
        style.ruby.map { Furigana(level: $0, grades: grades, words: words, readings: readings) }
    }
}
