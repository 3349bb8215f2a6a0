public import Diagnostics
import Japanese
public import Markup
public import Records

/// How a document writes digits and sets its plain text.
public struct HouseStyle: Sendable {
    public enum Digits: String, Sendable { case halfwidth, fullwidth }

    public var digits = Digits.halfwidth
    /// Where the width of digits is set, if it is.
    public var digitsPlace: Diagnostic.Place?
    public var text = TextStyle()

    /// The board's style, with what the document sets for itself.
    public init(board: RecordView, document: RecordView?) {
        let styles = [document?.record(BoardSchema.style), board.record(BoardSchema.style)].compactMap { $0 }
        func first(_ field: Field) -> String? { styles.lazy.compactMap { $0.text(field) }.first }
        digits = first(BoardSchema.digits).flatMap(Digits.init) ?? .halfwidth
        digitsPlace = styles.first { !$0[BoardSchema.digits].isAbsent }?.place(BoardSchema.digits.key)
        let columns = styles.lazy.compactMap { $0[BoardSchema.columns].integer }.first ?? 40
        let range = BoardSchema.columns.range ?? columns...columns
        let width = DisplayWidth(ambiguous: first(BoardSchema.ambiguous) == "narrow" ? .narrow : .wide)
        let strictness = first(BoardSchema.lineBreaking).flatMap(LineBreaker.Strictness.init) ?? .strict
        text = TextStyle(
            // What lies outside is reported by its check.
            columns: 2 * min(max(columns, range.lowerBound), range.upperBound),
            breaker: LineBreaker(width: width, strictness: strictness))
    }
}
