private import CLibXML2
import Diagnostics
import Markup

/// libxml2's errors in the words of this program: what is wrong, and what to do.
struct SyntaxMessage {
    let summary: Phrase
    let help: Phrase?

    /// - Parameters:
    ///   - code: libxml2's.
    ///   - first: the names that the error is about.
    init(code: Int32, first: String, second: String) {
        (summary, help) = Self.phrases(UInt32(bitPattern: code), first, second)
    }

    private static let escapes = Phrase(
        ja: "「&」は「&amp;」、「<」は「&lt;」と書いてください", en: "write &amp; for \"&\" and &lt; for \"<\"")

    private static func phrases(_ code: UInt32, _ first: String, _ second: String) -> (summary: Phrase, help: Phrase?) {
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH.rawValue where ElementName.byName[first]?.isVoid ?? false:
            (
                Phrase(ja: "<\(first)>が閉じられていません", en: "<\(first)> is never closed"),
                Phrase(ja: "中に何も入らない要素は「<\(first)/>」と書いてください", en: "write <\(first)/>, as nothing stands in it")
            )
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            (
                Phrase(
                    ja: "<\(first)>を閉じる所に</\(second)>があります", en: "</\(second)> stands where <\(first)> should be closed"
                ),
                Phrase(ja: "<p>には</p>のように、開いた順と逆に閉じてください", en: "close elements in the reverse order of opening")
            )
        case XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_LTSLASH_REQUIRED.rawValue:
            (
                Phrase(ja: "タグが閉じられていません", en: "an element is never closed"),
                Phrase(ja: "<p>には</p>のように、開いた順と逆に閉じてください", en: "close elements in the reverse order of opening")
            )
        case XML_ERR_GT_REQUIRED.rawValue:
            (
                Phrase(ja: "タグが「>」で終わっていません", en: "a tag does not end with \">\""),
                Phrase(ja: "タグの終わりに「>」を書いてください", en: "write \">\" where the tag ends")
            )
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            (
                Phrase(ja: "文字実体参照「&\(first);」は使えません", en: "the entity &\(first); is not known"),
                Phrase(ja: "文字をそのまま書いてください", en: "write the character itself")
            )
        case XML_ERR_NAME_REQUIRED.rawValue, XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue,
            XML_ERR_ENTITYREF_NO_NAME.rawValue:
            (Phrase(ja: "「&」や「<」を文字として書いた所があります", en: "\"&\" or \"<\" stands for itself here"), escapes)
        case XML_ERR_INVALID_CHARREF.rawValue, XML_ERR_INVALID_DEC_CHARREF.rawValue,
            XML_ERR_INVALID_HEX_CHARREF.rawValue:
            (
                Phrase(ja: "「&#…;」の書き方が正しくないか、使えない文字です", en: "\"&#…;\" is not in its form, or names no character"),
                Phrase(ja: "文字をそのまま書いてください", en: "write the character itself")
            )
        case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
            (
                Phrase(ja: "属性「\(first)」が2回書かれています", en: "the attribute \(first) is written twice"),
                Phrase(ja: "一方を消してください", en: "delete one of them")
            )
        case XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue:
            (
                Phrase(ja: "属性「\(first)」に値がありません", en: "the attribute \(first) has no value"),
                Phrase(ja: "「\(first)=\"\(first)\"」のように書いてください", en: "write it as in \(first)=\"\(first)\"")
            )
        case XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue, XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue:
            (
                Phrase(ja: "属性の値が「\"」で囲まれていません", en: "the value of an attribute is not in quotation marks"),
                Phrase(ja: "class=\"center\"のように、半角の「\"」で囲んでください", en: "write it as in class=\"center\"")
            )
        case XML_ERR_LT_IN_ATTRIBUTE.rawValue:
            (Phrase(ja: "属性の値の中に「<」があります", en: "\"<\" stands in the value of an attribute"), escapes)
        case XML_ERR_SPACE_REQUIRED.rawValue:
            (
                Phrase(ja: "属性の前に空白がありません", en: "there is no space before an attribute"),
                Phrase(ja: "属性と属性の間に半角の空白を入れてください", en: "put a space between attributes")
            )
        case XML_ERR_COMMENT_NOT_FINISHED.rawValue, XML_ERR_HYPHEN_IN_COMMENT.rawValue:
            (
                Phrase(ja: "コメント（<!-- -->）の書き方が正しくありません", en: "the comment (<!-- -->) is not in its form"),
                Phrase(ja: "「-->」で終え、中に「--」を書かないでください", en: "end it with -->, and write no -- in it")
            )
        case XML_ERR_MISPLACED_CDATA_END.rawValue:
            (
                Phrase(ja: "「]]>」は書けません", en: "\"]]>\" cannot be written"),
                Phrase(ja: "「]]&gt;」と書いてください", en: "write ]]&gt;")
            )
        case XML_ERR_DOCUMENT_END.rawValue:
            (
                Phrase(ja: "</html>の後に余分なものがあります", en: "something stands behind </html>"),
                Phrase(ja: "消すか、<body>の中に移してください", en: "delete it, or move it into <body>")
            )
        case XML_ERR_DOCUMENT_EMPTY.rawValue, XML_ERR_DOCUMENT_START.rawValue:
            (
                Phrase(ja: "<html>の前に余分なものがあるか、何も書かれていません", en: "something stands before <html>, or nothing is there"),
                Phrase(ja: "全体を<html>～</html>で囲んでください", en: "enclose all of it in <html>…</html>")
            )
        case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_ENCODING.rawValue:
            (
                Phrase(
                    ja: "書くことのできない文字（制御文字など）があります",
                    en: "there is a character that cannot be written, such as a control character"),
                Phrase(ja: "消してください", en: "delete it")
            )
        default:
            (
                Phrase(ja: "XHTMLとして正しくありません", en: "this is not well-formed XHTML"),
                Phrase(
                    ja: "この行と前の行のタグ、属性及び「&」「<」の書き方を確かめてください",
                    en: "check the tags, attributes, \"&\" and \"<\" of this line and the one before")
            )
        }
    }
}
