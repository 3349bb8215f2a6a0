/// A text that stands at an end of a printed value and once more right beside it: 令和6年度 before 年度.
struct RepeatedEdge {
    enum Side { case before, behind }

    /// Where it stands once more.
    let side: Side
    let text: String
    /// The value as it was printed.
    let value: String

    /// The longest text that is looked for, in bytes.
    static let limit = 48

    /// The longest text on each side of a value, which is a part of it.
    /// - Parameters:
    ///   - before: what ends where the value begins, or where the input begins that it is in.
    ///   - behind: what begins where it ends.
    static func find(
        _ value: ArraySlice<UInt8>, before: ArraySlice<UInt8>, behind: ArraySlice<UInt8>
    ) -> [RepeatedEdge] {
        // A part of it, and no more than there is beside it.
        let longest = min(limit, value.count - 1)
        guard longest > 0 else { return [] }
        let first = (1...longest).last { length in
            length <= before.count && isBoundary(value, value.startIndex + length)
                && isBoundary(before, before.endIndex - length)
                && value.prefix(length).elementsEqual(before.suffix(length))
        }
        let last = (1...longest).last { length in
            length <= behind.count && isBoundary(value, value.endIndex - length)
                && isBoundary(behind, behind.startIndex + length)
                && value.suffix(length).elementsEqual(behind.prefix(length))
        }
        func edge(_ side: Side, _ text: ArraySlice<UInt8>) -> RepeatedEdge {
            RepeatedEdge(
                side: side, text: String(decoding: text, as: UTF8.self), value: String(decoding: value, as: UTF8.self))
        }
        return [first.map { edge(.before, value.prefix($0)) }, last.map { edge(.behind, value.suffix($0)) }]
            .compactMap(\.self)
    }

    /// Whether a character begins at an index.
    private static func isBoundary(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        index >= text.endIndex || text[index] & 0xC0 != 0x80
    }
}
