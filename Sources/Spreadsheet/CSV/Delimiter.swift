/// Finds what divides the cells of delimited text.
enum Delimiter {
    private static let candidates = ",\t;".utf8
    /// Lines looked at: a title may stand above the header.
    private static let lineCount = 10

    /// Comma, tab or semicolon: the one that most of the first lines have outside quotation marks, then the one there are most of,
    /// then the earlier in this list.
    static func find(in text: ArraySlice<UInt8>) -> UInt8 {
        var (lines, counts) = ([UInt8: Int](), [UInt8: Int]())
        var (inLine, isQuoted, line) = (Set<UInt8>(), false, 0)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
                line += 1
                inLine = []
            case _ where !isQuoted && candidates.contains(byte):
                counts[byte, default: 0] += 1
                if inLine.insert(byte).inserted { lines[byte, default: 0] += 1 }
            default: break
            }
            if line == lineCount { break }
        }
        func rank(_ byte: UInt8) -> (Int, Int) { (lines[byte] ?? 0, counts[byte] ?? 0) }
        return candidates.reduce(UInt8(ascii: ",")) { rank($1) > rank($0) ? $1 : $0 }
    }
}
