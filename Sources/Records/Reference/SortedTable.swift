public import Diagnostics

/// A text file of lines sorted by their bytes, searched where it lies: a check of one board reads a few pages of it.
public struct SortedTable: Sendable {
    public let path: String
    private let file: MappedFile

    public init(path: String) throws(FileError) {
        self.path = path
        file = try MappedFile(path: path)
    }

    /// The first line without its `# `: what the table is and of which date.
    public var title: String {
        file.withBytes { bytes in String(Self.text(bytes, 0..<Self.end(bytes, ofLineAt: 0)).dropFirst(2)) }
    }

    /// The lines that begin with a key, their columns split at tabs.
    public func rows(beginningWith key: String) -> [[String]] {
        var rows: [[String]] = []
        let key = Array(key.utf8)
        forEachRow(beginningWith: key.span) { line, bytes in
            rows.append(Self.columns(bytes, line))
            return true
        }
        return rows
    }

    /// Hands over the lines that begin with a key, as long as the closure wants more of them.
    func forEachRow(beginningWith key: Span<UInt8>, _ body: (_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool) {
        var cursor = 0
        forEachRow(beginningWith: key, from: &cursor, body)
    }

    /// The same of a key that is not less than the one before, beginning at the place that its search has ended at.
    func forEachRow(
        beginningWith key: Span<UInt8>, from cursor: inout Int,
        _ body: (_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool
    ) {
        file.withBytes { bytes in
            cursor = Self.lowerBound(key, bytes, from: cursor)
            var start = cursor
            while start < bytes.count, Self.hasPrefix(key, bytes, at: start) {
                let end = Self.end(bytes, ofLineAt: start)
                guard body(start..<end, bytes) else { return }
                start = end + 1
            }
        }
    }

    /// The columns of the line with the longest first column that a text begins with.
    ///
    /// Lines are looked at backwards from the text's own place in the order, as long as they share their beginning.
    public func longestPrefix(of text: String, sharing shared: Int) -> [[String]] {
        let key = Array(text.utf8)
        let beginning = Array(key.prefix(shared))
        let end = key + [0xFF]
        return file.withBytes { bytes in
            var start = Self.lowerBound(end.span, bytes)
            var best: [[String]] = []
            var bestLength = 0
            while start > 0 {
                start = Self.beginning(bytes, ofLineContaining: start - 1)
                guard Self.hasPrefix(beginning.span, bytes, at: start) else { break }
                let row = Self.columns(bytes, start..<Self.end(bytes, ofLineAt: start))
                let length = row[0].utf8.count
                if length >= max(bestLength, 1), key.starts(with: row[0].utf8) {
                    if length > bestLength { best = [] }
                    bestLength = length
                    best.append(row)
                }
            }
            return best.reversed()
        }
    }

    // MARK: Lines

    /// Where the first line that is not less than a key begins; no line before a place is one.
    private static func lowerBound(_ key: Span<UInt8>, _ bytes: Span<UInt8>, from place: Int = 0) -> Int {
        var low = place
        var high = bytes.count
        // In steps that double, as long as the lines there are less.
        var step = 256
        while place > 0, low + step < bytes.count {
            let line = max(beginning(bytes, ofLineContaining: low + step), low)
            guard isLess(bytes, line, than: key) else {
                high = line
                break
            }
            low = end(bytes, ofLineAt: line) + 1
            step *= 2
        }
        while low < high {
            let line = beginning(bytes, ofLineContaining: (low + high) / 2)
            if isLess(bytes, line, than: key) { low = end(bytes, ofLineAt: line) + 1 } else { high = line }
        }
        return low
    }

    private static func beginning(_ bytes: Span<UInt8>, ofLineContaining index: Int) -> Int {
        var start = min(index, bytes.count - 1)
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private static func end(_ bytes: Span<UInt8>, ofLineAt start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return end
    }

    private static func isLess(_ bytes: Span<UInt8>, _ line: Int, than key: Span<UInt8>) -> Bool {
        for offset in key.indices {
            let index = line + offset
            guard index < bytes.count, bytes[index] != 0x0A else { return true }
            if bytes[index] != key[offset] { return bytes[index] < key[offset] }
        }
        return false
    }

    private static func hasPrefix(_ key: Span<UInt8>, _ bytes: Span<UInt8>, at line: Int) -> Bool {
        guard line + key.count <= bytes.count else { return false }
        for offset in key.indices where bytes[line + offset] != key[offset] { return false }
        return true
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    }

    static func columns(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [String] {
        text(bytes, line).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
