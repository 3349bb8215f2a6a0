private import CLibXML2
public import Diagnostics

/// What is wrong with markup, at a byte of it.
public struct MarkupProblem: Error, Sendable {
    public let code: DiagnosticCode
    /// A document with no other problems than warnings can still be made.
    public let severity: Diagnostic.Severity
    public let offset: Int
    public let summary: Phrase
    public let help: Phrase?

    public init(
        _ code: DiagnosticCode, _ severity: Diagnostic.Severity = .error, at offset: Int, _ summary: Phrase,
        help: Phrase? = nil
    ) {
        self.code = code
        self.severity = severity
        self.offset = offset
        self.summary = summary
        self.help = help
    }
}

/// libxml2's commonest errors in the words of this program.
struct SyntaxMessage {
    let code: Int32
    let message: String
    /// The names that the error is about.
    let first: String
    let second: String

    var phrase: Phrase {
        switch UInt32(bitPattern: code) {
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            Phrase(ja: "<\(first)>を閉じる所に</\(second)>があります", en: "</\(second)> stands where <\(first)> should be closed")
        case XML_ERR_TAG_NOT_FINISHED.rawValue:
            Phrase(ja: "タグが閉じられていません", en: "an element is never closed")
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            Phrase(ja: "文字実体参照「&\(first);」は使えません", en: "the entity &\(first); is not known")
        case XML_ERR_NAME_REQUIRED.rawValue:
            Phrase(ja: "「&」や「<」の後に名前がありません", en: "\"&\" or \"<\" stands without a name behind it")
        case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
            Phrase(ja: "属性「\(first)」が2回書かれています", en: "the attribute \(first) is written twice")
        default:
            Phrase(ja: "XHTMLとして正しくありません（\(message)）", en: "this is not well-formed XHTML (\(message))")
        }
    }

    var help: Phrase? {
        switch UInt32(bitPattern: code) {
        case XML_ERR_TAG_NAME_MISMATCH.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue:
            Phrase(ja: "<p>には</p>のように、開いた順と逆に閉じてください", en: "close elements in the reverse order of opening")
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            Phrase(ja: "文字をそのまま書いてください", en: "write the character itself")
        case XML_ERR_NAME_REQUIRED.rawValue:
            Phrase(ja: "「&」は「&amp;」、「<」は「&lt;」と書いてください", en: "write &amp; for \"&\" and &lt; for \"<\"")
        default: nil
        }
    }
}
