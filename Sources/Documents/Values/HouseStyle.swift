public import Diagnostics
import Japanese
public import Markup
public import Records

/// How a document writes digits and sets its plain text.
public struct HouseStyle: Sendable {
    public enum Digits: String, Sendable { case halfwidth, fullwidth }
    /// Of running text on paper; headings, tables' heads and drawings are in ゴシック either way.
    public enum Typeface: String, Sendable { case gothic, mincho }

    public var digits = Digits.halfwidth
    /// Whether its document is in Japanese; what is not has no digits of double width.
    var isJapanese = true { didSet { if !isJapanese { digits = .halfwidth } } }
    /// The words of its document's language.
    var words = PageWords()
    /// Where the width of digits is set, if it is.
    public var digitsPlace: Diagnostic.Place?
    /// Whether sentences end in です and ます, where that is declared.
    var isPolite: Bool?
    public var typeface = Typeface.gothic
    public var text = TextStyle()
    /// Up to which year of primary school the kanji go without a reading, 0 for none of them; nil where no readings are asked for.
    var ruby: Int?
    /// Whether readings are asked for.
    public var hasReadings: Bool { ruby != nil }
    /// Where that is set.
    var rubyPlace: Diagnostic.Place?

    /// The board's style, with what the document sets for itself.
    public init(board: RecordView, document: RecordView?) {
        let styles = [document?[DocumentEntry.style], board[BoardRecord.style]].compactMap { $0 }
        func first(_ field: Field<String>) -> String? { styles.lazy.compactMap { $0.text(field) }.first }
        digits = first(Style.digits).flatMap(Digits.init) ?? .halfwidth
        digitsPlace = styles.lazy.compactMap { $0.place(Style.digits) }.first
        isPolite = first(Style.sentences).map { $0 == "polite" }
        typeface = first(Style.typeface).flatMap(Typeface.init) ?? .gothic
        let columns = styles.lazy.compactMap { $0[Style.columns] }.first ?? 40
        let range = Style.columns.declaration.range ?? columns...columns
        let width = DisplayWidth(ambiguous: first(Style.ambiguous) == "narrow" ? .narrow : .wide)
        let strictness = first(Style.lineBreaking).flatMap(LineBreaker.Strictness.init) ?? .strict
        text = TextStyle(
            // What lies outside is reported by its check.
            columns: 2 * min(max(columns, range.lowerBound), range.upperBound),
            breaker: LineBreaker(width: width, strictness: strictness),
            tables: first(Style.tables).flatMap(TextStyle.Tables.init) ?? .rules,
            hasMark: styles.lazy.compactMap { $0[Style.byteOrderMark] }.first ?? true)
        let own = document?[DocumentEntry.ruby]
        ruby = (own ?? first(Style.ruby)).flatMap { $0 == "all" ? 0 : Int($0.dropFirst("grade-".count)) }
        rubyPlace =
            own == nil ? styles.lazy.compactMap { $0.place(Style.ruby) }.first : document?.place(DocumentEntry.ruby)
    }
}

extension HouseStyle.Digits {
    /// A text of the data with its digits in this width, as templates print it.
    func written(_ text: String) -> String {
        var bytes: [UInt8] = []
        ValueWriter(digits: self).write(Array(text.utf8).span, .other, form: nil, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
