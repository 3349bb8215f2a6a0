public import Diagnostics
public import Records

/// A stretch of a document's text with the values that stand in it: where each printed figure comes from.
public struct TracedText: Sendable {
    /// A value that is printed, and the bytes of the text that it takes.
    public struct Piece: Sendable {
        public let range: Range<Int>
        /// nil for what is no datum: an item's number, how many there are.
        public let datum: Datum?
        /// The tag that prints it; nil in a download.
        public let tag: Diagnostic.Place?
    }

    /// What prints it: the document's identifier, or the name of a file to be downloaded.
    public let document: String
    /// Whether it is on a page, and not in a download or what search engines read.
    public let isOnPage: Bool
    public let title: String
    /// The heading that it stands under.
    public let heading: String
    public let text: String
    public let pieces: [Piece]
    /// The element of the template that it stands in.
    public let element: Diagnostic.Place?

    init(
        document: String, isOnPage: Bool = true, title: String, heading: String, text: String, pieces: [Piece],
        element: Diagnostic.Place?
    ) {
        (self.document, self.isOnPage, self.title, self.heading) = (document, isOnPage, title, heading)
        (self.text, self.pieces, self.element) = (text, pieces, element)
    }

    /// The text of a piece.
    public func text(of piece: Piece) -> String { text(piece.range) }

    /// What is printed at some bytes of the text.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
}

/// What the maker of a document notes of the text that it writes.
struct TextTrace {
    private(set) var text: [UInt8]
    private(set) var pieces: [(range: Range<Int>, value: DocumentValue, tag: Int)]
    /// The heading that it stands under; of a heading itself it.
    var heading: String
    /// Its element in the template's tree.
    let element: Int
    /// Which lines it stands in, with what is parted from it by inline elements alone.
    let stretch: Int

    mutating func append(_ other: TextTrace) {
        let start = text.count
        text += other.text
        pieces += other.pieces.map { ($0.range.lowerBound + start..<$0.range.upperBound + start, $0.value, $0.tag) }
    }
}

extension [TextTrace] {
    /// With what a reader sees as one text as one.
    var joined: [TextTrace] {
        reduce(into: []) { joined, trace in
            if joined.last?.stretch == trace.stretch {
                joined[joined.count - 1].append(trace)
            } else {
                joined.append(trace)
            }
        }
    }
}
