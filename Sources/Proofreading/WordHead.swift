/// The first two scalars of a word, or its only one, by which tables keep their words: hundreds begin with one kana.
struct WordHead: Hashable {
    private let scalars: UInt64

    init(first: Unicode.Scalar, second: Unicode.Scalar?) {
        scalars = UInt64(first.value) << 32 | UInt64(second?.value ?? 0)
    }

    /// Of the word that begins at a place; nil behind the end.
    init?(_ text: [Unicode.Scalar], at index: Int) {
        guard index < text.count else { return nil }
        self.init(first: text[index], second: index + 1 < text.count ? text[index + 1] : nil)
    }

    var first: Unicode.Scalar { Unicode.Scalar(UInt32(scalars >> 32)) ?? "\u{FFFD}" }
}
