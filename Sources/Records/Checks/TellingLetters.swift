import Japanese

/// Letters that tell two names apart for a reason, though all others of them are the same: 第一小学校 beside 第二小学校, 東公民館 beside
/// 西公民館.
struct TellingLetters: Sendable {
    private let others: ScalarSet

    /// Numbers and sides tell apart whatever has a name.
    ///
    /// - Parameter others: what does so of the names that are compared.
    init(and others: String = "") { self.others = ScalarSet(("東西南北" + others).unicodeScalars) }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || scalar.isKanjiNumeral || others.contains(scalar)
    }
}
