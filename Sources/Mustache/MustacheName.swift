/// A name in a tag, cut at its dots: `city.latest.count`, or `.` for the current value itself.
public struct MustacheName: Hashable, Sendable {
    /// Empty for the implicit iterator `.`.
    public let segments: [String]

    public init(_ text: String) {
        segments = text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    public init(segments: [String]) {
        self.segments = segments
    }

    /// The name of a file or block, which is one piece, dots and all.
    init(whole text: String) {
        segments = [text]
    }

    public var text: String { segments.isEmpty ? "." : segments.joined(separator: ".") }
}
