public import Files

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
    public func rows(beginningWith key: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        forEachRow(beginningWith: key.span) { line, bytes in
            rows.append(Self.columns(bytes, line))
            return true
        }
        return rows
    }

    /// Hands over the lines that begin with a key, as long as the closure wants more of them.
    public func forEachRow(beginningWith key: Span<UInt8>, _ body: (_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool) {
        var cursor = 0
        forEachRow(beginningWith: key, from: &cursor, body)
    }

    /// The same of a key that is not less than the one before, beginning at the place that its search has ended at.
    public func forEachRow(
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

    /// The rows of a column that a text begins with, for every length at which it is one, shortest first.
    ///
    /// Each length is looked up from where the one before was found, and no more once no row begins so.
    /// - Parameter columns: what stands in a row before that column, tabs included.
    public func rows(
        behind columns: String = "", ofPrefixesOf text: ArraySlice<Unicode.Scalar>
    ) -> [(length: Int, rows: [[String]])] {
        var found: [(length: Int, rows: [[String]])] = []
        forEachRow(behind: columns, ofPrefixesOf: text) { length, line, bytes in
            if found.last?.length != length { found.append((length, [])) }
            found[found.count - 1].rows.append(Self.columns(bytes, line))
        }
        return found
    }

    /// The lengths at which a text begins with a row's first column.
    public func lengths(ofPrefixesOf text: ArraySlice<Unicode.Scalar>) -> [Int] {
        var lengths: [Int] = []
        forEachRow(behind: "", ofPrefixesOf: text) { length, _, _ in
            if lengths.last != length { lengths.append(length) }
        }
        return lengths
    }

    private func forEachRow(
        behind columns: String, ofPrefixesOf text: ArraySlice<Unicode.Scalar>,
        _ body: (_ length: Int, _ line: Range<Int>, _ bytes: Span<UInt8>) -> Void
    ) {
        var key = Array(columns.utf8)
        var cursor = 0
        for (index, scalar) in text.enumerated() {
            key.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            var goesOn = false
            let length = key.count
            forEachRow(beginningWith: key.span, from: &cursor) { line, bytes in
                goesOn = true
                // The rows of the key itself come first: a tab is less than any letter.
                guard line.lowerBound + length < line.upperBound, bytes[line.lowerBound + length] == 0x09 else {
                    return false
                }
                body(index + 1, line, bytes)
                return true
            }
            guard goesOn else { break }
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
        unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// A line's columns, parted by tabs.
    public static func columns(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [String] {
        var columns: [String] = []
        var start = line.lowerBound
        for index in line where bytes[index] == 0x09 {
            columns.append(text(bytes, start..<index))
            start = index + 1
        }
        return columns + [text(bytes, start..<line.upperBound)]
    }
}
