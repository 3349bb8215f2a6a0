/// A name in a tag, cut at its dots: `city.latest.count`, or `.` for the current value itself.
package struct MustacheName: Hashable, Sendable {
    /// Empty for the implicit iterator `.`.
    package let segments: [String]

    init(_ text: String) {
        segments = text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// The name of a file or block, which is one piece, dots and all.
    init(whole text: String) {
        segments = [text]
    }

    package var text: String { segments.isEmpty ? "." : segments.joined(separator: ".") }
}
