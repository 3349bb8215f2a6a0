/// The fonts of a document for Word, which come with it, and which LibreOffice has others for.
public struct WordFonts: Sendable {
    /// Of the text, and of headings and drawings.
    let text: String
    let heading: String

    public static let gothic = WordFonts(text: sans, heading: sans)
    /// 明朝 for the text and ゴシック for headings.
    public static let mincho = WordFonts(text: properties("游明朝", latin: "Times New Roman"), heading: sans)

    private static let sans = properties("游ゴシック", latin: "Arial")

    private static func properties(_ japanese: String, latin: String) -> String {
        "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(japanese)\" w:cs=\"\(latin)\"/>"
    }
}
