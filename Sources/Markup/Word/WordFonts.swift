/// The fonts of a document for Word, which come with it, and which LibreOffice has others for.
struct WordFonts {
    /// Of the text, and of headings and drawings.
    let text: String
    let heading: String

    /// 明朝 for the text and ゴシック for headings.
    static let standard = WordFonts(
        text: properties("游明朝", latin: "Times New Roman"), heading: properties("游ゴシック", latin: "Arial"))

    private static func properties(_ japanese: String, latin: String) -> String {
        "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(japanese)\" w:cs=\"\(latin)\"/>"
    }
}
