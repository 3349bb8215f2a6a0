import Bytes
package import Diagnostics
import Japanese
import Markup
import Records

extension DiagnosticCode {
    package static let nowhereToAsk = DiagnosticCode(
        "D029", canBeAllowed: true,
        meaning: (
            ja: "文書が「お問合せ」「ウェブページで確認」などと案内していますが、教育委員会の連絡先（contact）に、電話番号もメールアドレスもウェブページもありません。",
            en: """
            A document tells its readers to ask, or to look at the web page, but the board's contact has no \
            telephone, no e-mail address and no web page.
            """
        ),
        reason: (
            ja: "読んだ人が、どこに尋ねればよいか分かりません。", en: "Its readers would not know whom to ask."
        ),
        wrong: """
            contact:
              address: 東京都世田谷区世田谷4丁目21番27号
            """,
        right: """
            contact:
              address: 東京都世田谷区世田谷4丁目21番27号
              telephone: 03-5432-1111
            """)
}

/// A document that sends its readers to the board, whose contact has nothing to reach it by.
enum NowhereToAsk {
    /// Words that send readers somewhere, and all that stand for them.
    private static let words = ["お問合せ", "お問い合わせ", "お問い合せ", "ウェブページで確認", "ホームページで確認", "ウェブサイトで確認"]
        .map { (word: $0, bytes: Array($0.utf8)) }

    /// - Parameter title: the document's.
    static func finding(in document: MarkupDocument, titled title: String, of board: RecordView) -> Diagnostic? {
        let contact = board[BoardRecord.contact]
        let ways = [Contact.telephone, Contact.email, Contact.web]
        guard ways.allSatisfy({ contact?[$0] == nil }) else { return nil }
        let word = blocks.lazy.flatMap(document.elements).compactMap { block -> String? in
            let text = document.text(of: block)
            let bytes = Array(text.utf8)
            guard let found = words.first(where: { bytes.span.firstIndex(of: $0.bytes.span) != nil }) else {
                return nil
            }
            // A sentence that gives a number or an address of its own sends nobody astray.
            return text.contains { $0 == "@" } || text.contains("http") || hasNumber(text) ? nil : found.word
        }.first
        guard let word else { return nil }
        return Diagnostic(
            .nowhereToAsk, .warning, at: board.place(BoardRecord.contact) ?? board.place(BoardRecord.name),
            Phrase(
                ja: "文書「\(title)」に「\(word)」とありますが、電話番号もメールアドレスもウェブページもありません",
                en: "the document \"\(title)\" says \(word), but there is no telephone, e-mail address or web page"),
            help: Phrase(
                ja: "contactにtelephone、email又はwebを書いてください", en: "write telephone, email or web under contact"))
    }

    /// Where such words stand.
    private static let blocks: [ElementName] = [.p, .li, .h2, .h3, .h4, .h5, .h6, .td, .th, .dt, .dd]

    /// 072-000-0000, in digits of either width.
    private static func hasNumber(_ text: String) -> Bool {
        let parts = WidthFolding.ascii(text).split { !("0"..."9").contains($0) && $0 != "-" }
        return parts.contains { $0.count { $0 == "-" } >= 1 && $0.count { $0 != "-" } >= 6 }
    }
}
