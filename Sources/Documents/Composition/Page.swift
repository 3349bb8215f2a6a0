import Markup
import Records

/// A page to be composed: what it needs to know beside its own markup.
struct Page {
    /// Its path in the board's folder.
    let path: String
    /// What stands at the head of each sheet.
    let runningTitle: String
    /// The files of the board, by their paths in its folder.
    let files: Set<String>
    /// In which the composer writes numbers.
    var digits = HouseStyle.Digits.halfwidth
    /// In which its text is set on paper.
    var typeface = HouseStyle.Typeface.gothic
    /// Whether it is one of many that are handed out by themselves: other papers of the board are not where its links would
    /// lead, and what its words promise has been looked at when the board was built.
    var isAlone = false
    /// What is to stand above its kanji; nil where nothing is.
    var furigana: Furigana?
    /// What the composer puts in, in the page's language.
    var words = PageWords()
    /// A style sheet's text by its name in a link.
    let styleSheet: (String) -> StyleSheet
    /// What a document, by its identifier, has been published as; nil where there is no such document, or not yet.
    let downloads: (String) -> [Download]?
    /// The board's facilities for search engines, as JSON-LD.
    let structuredData: (inout [UInt8]) -> Void

    /// From the page's folder to the board's.
    var toRoot: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }

    /// A file that readers may fetch.
    struct Download {
        let path: String
        let format: OutputFormat
        /// The facility that it is for, where the document is made for each.
        let facility: String?
        /// In bytes; nil of what is printed later.
        let size: Int?
    }
}
