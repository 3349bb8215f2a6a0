extension ArraySlice<Unicode.Scalar> {
    /// Whether words stand somewhere in it.
    func contains(anyOf words: [[Unicode.Scalar]]) -> Bool {
        indices.contains { place in words.contains { self[place...].starts(with: $0) } }
    }

    /// The word that it begins with, of some.
    func start(of words: [[Unicode.Scalar]]) -> [Unicode.Scalar]? { words.first { starts(with: $0) } }

    func ends(with words: [[Unicode.Scalar]]) -> Bool { words.contains { suffix($0.count).elementsEqual($0) } }
}

extension Array where Element == [Unicode.Scalar] {
    /// Words, by their scalars.
    static func words(_ words: String) -> [[Unicode.Scalar]] {
        words.split(separator: " ").map { [Unicode.Scalar]($0.unicodeScalars) }
    }
}
