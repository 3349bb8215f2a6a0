/// The apostrophe that keeps a cell of CSV text: without it, spreadsheets take `=1+1`, `-` or `＋81` for a formula.
///
/// Text that begins with apostrophes and such a character gets one more, so that reading gives back what was written.
enum FormulaGuard {
    static let apostrophe = UInt8(ascii: "'")

    /// Whether the text is to be written behind an apostrophe.
    static func isNeeded(_ text: some Collection<UInt8>) -> Bool {
        let rest = text.drop { $0 == apostrophe }
        guard let first = rest.first else { return false }
        if "=+-@\t\r".utf8.contains(first) { return true }
        return first == 0xEF && signs.contains { rest.starts(with: $0.utf8) }
    }

    /// Whether the first byte is an apostrophe that was put there.
    static func isThere(_ text: some Collection<UInt8>) -> Bool { text.first == apostrophe && isNeeded(text) }

    private static let signs = ["＝", "＋", "－", "＠"]
}
