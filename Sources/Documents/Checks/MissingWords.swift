import Diagnostics
import Markup

/// What a page's language has no words for, although something in the page asks for them: told where it is asked for.
enum MissingWords {
    static func finding(_ name: PageWords.Name, in language: String, at place: Diagnostic.Place?) -> Diagnostic {
        let (summary, help) = message(name, in: language)
        return Diagnostic(.missingTemplate, at: place, summary, help: help)
    }

    static func message(_ name: PageWords.Name, in language: String) -> (summary: Phrase, help: Phrase) {
        let file = "words/\(language).txt"
        return (
            Phrase(
                ja: "この文書の言語の言葉「\(name.rawValue)」が、ひな形のフォルダーの\(file)にありません",
                en:
                    "\(file) in the folder of templates has no words for \"\(name.rawValue)\", which the page's language needs"
            ),
            Phrase(
                ja: "words/ja.txtを手本に、「\(name.rawValue): 」の行を書いてください",
                en: "write the line \"\(name.rawValue): \" as words/en.txt has it")
        )
    }
}
