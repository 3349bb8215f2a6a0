/// A line and column, both counted from 1, columns in Unicode scalars.
public struct SourceLocation: Hashable, Sendable {
    public let line: Int
    public let column: Int
}

/// Where the lines of a file begin, to turn byte offsets into lines and columns. LF, CR LF and CR end a line.
public struct LineTable: Sendable {
    private let source: SourceFile
    private let starts: [Int]
    /// Scalars before each block of bytes: of many places in one long line, each is found without walking along it.
    private let scalars: [Int]
    private static let block = 1024

    public init(_ source: SourceFile) {
        self.source = source
        var starts = [0]
        var scalars: [Int] = []
        var count = 0
        let bytes = source.bytes
        for index in bytes.indices {
            if index % Self.block == 0 { scalars.append(count) }
            if Self.beginsScalar(bytes[index]) { count += 1 }
            let isEnd =
                bytes[index] == UInt8(ascii: "\n")
                || bytes[index] == UInt8(ascii: "\r") && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if isEnd { starts.append(index + 1) }
        }
        if bytes.count % Self.block == 0 { scalars.append(count) }
        (self.starts, self.scalars) = (starts, scalars)
    }

    public func location(at offset: Int) -> SourceLocation {
        let line = lineIndex(at: offset)
        return SourceLocation(line: line + 1, column: scalars(before: offset) - scalars(before: starts[line]) + 1)
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.block
        return source.bytes[block * Self.block..<offset].reduce(scalars[block]) { $0 + (Self.beginsScalar($1) ? 1 : 0) }
    }

    /// A scalar has one byte that continues none; what comes before a place in ill-formed text is well-formed.
    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    /// The bytes of the line that an offset lies in, without its end.
    public func line(at offset: Int) -> Range<Int> {
        let line = lineIndex(at: offset)
        var end = line + 1 < starts.count ? starts[line + 1] : source.bytes.count
        while end > starts[line], source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
        return starts[line]..<end
    }

    private func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
