/// A text that stands at an end of a printed value and once more right beside it: 令和6年度 before 年度.
public struct RepeatedEdge: Sendable {
    public enum Side: Sendable { case before, behind }

    /// Where it stands once more.
    public let side: Side
    public let text: String
    /// The value as it was printed.
    public let value: String

    /// The longest text that is looked for, in bytes; in an input the rest of its tag may be as long.
    static let limit = 48
    /// How far back a tag may begin that a value stands in.
    private static let tagLimit = 1024

    /// The longest text on each side of a value, which is a part of it; none inside a tag of markup, whose attributes repeat
    /// names, but for what stands in an input.
    static func find(around range: Range<Int>, in output: [UInt8]) -> [RepeatedEdge] {
        let (start, end) = (range.lowerBound, range.upperBound)
        let (lower, upper) = isInInput(start, output) ? input(around: range, output) : (start, end)
        let before = (1...limit).last { length in
            length <= min(range.count - 1, lower) && output[start + length - 1] == output[lower - 1]
                && isBoundary(start + length, output)
                && output[start..<start + length].elementsEqual(output[lower - length..<lower])
        }
        let behind = (1...limit).last { length in
            length <= min(range.count - 1, output.count - upper) && output[end - length] == output[upper]
                && isBoundary(end - length, output) && isBoundary(upper + length, output)
                && output[end - length..<end].elementsEqual(output[upper..<upper + length])
        }
        guard before != nil || behind != nil, lower < start || !isInTag(start, output) else { return [] }
        let value = String(decoding: output[range], as: UTF8.self)
        func edge(_ side: Side, _ range: Range<Int>) -> RepeatedEdge {
            RepeatedEdge(side: side, text: String(decoding: output[range], as: UTF8.self), value: value)
        }
        return [before.map { edge(.before, start..<start + $0) }, behind.map { edge(.behind, end - $0..<end) }]
            .compactMap(\.self)
    }

    /// Whether a character begins at an index.
    private static func isBoundary(_ index: Int, _ output: [UInt8]) -> Bool {
        index >= output.count || output[index] & 0xC0 != 0x80
    }

    private static func isInInput(_ index: Int, _ output: [UInt8]) -> Bool {
        output[..<index].suffix(8).elementsEqual(" value=\"".utf8)
    }

    /// Where the input begins and ends that a value stands in.
    private static func input(around range: Range<Int>, _ output: [UInt8]) -> (Int, Int) {
        let start = output[..<range.lowerBound].suffix(tagLimit).lastIndex(of: UInt8(ascii: "<")) ?? range.lowerBound
        let end = output[range.upperBound...].prefix(limit).firstIndex(of: UInt8(ascii: ">"))
        return (start, end.map { $0 + 1 } ?? output.count)
    }

    private static func isInTag(_ index: Int, _ output: [UInt8]) -> Bool {
        output[..<index].suffix(tagLimit).last { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
            == UInt8(ascii: "<")
    }
}
