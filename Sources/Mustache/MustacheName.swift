/// A name in a tag, cut at its dots: `city.latest.count`, or `.` for the current value itself.
package struct MustacheName: Hashable, Sendable {
    /// A segment as text and as its number in the library's symbol table.
    package struct Segment: Hashable, Sendable {
        package let text: String
        package let symbol: Int
    }

    /// Empty for the implicit iterator `.`.
    package let segments: [Segment]

    package var text: String { segments.isEmpty ? "." : segments.map(\.text).joined(separator: ".") }
}

/// Numbers the names used in a set of templates, so that a lookup while rendering needs no text.
package struct SymbolTable {
    private var symbols: [String: Int] = [:]
    /// The names in the order of their numbers.
    package private(set) var names: [String] = []

    mutating func symbol(_ name: String) -> Int {
        if let symbol = symbols[name] { return symbol }
        symbols[name] = names.count
        names.append(name)
        return names.count - 1
    }

    mutating func name(_ text: String) -> MustacheName {
        guard text != "." else { return MustacheName(segments: []) }
        return MustacheName(
            segments: text.split(separator: ".", omittingEmptySubsequences: false).map {
                MustacheName.Segment(text: String($0), symbol: symbol(String($0)))
            })
    }
}
