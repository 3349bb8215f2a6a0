package import Diagnostics

/// A text file of lines sorted by their bytes, searched where it lies: a check of one board reads a few pages of it.
package struct SortedTable: Sendable {
    package let path: String
    private let file: MappedFile

    package init(path: String) throws(FileError) {
        self.path = path
        file = try MappedFile(path: path)
    }

    /// The first line without its `# `: what the table is and of which date.
    package var title: String { String(line(at: 0).dropFirst(2)) }

    /// The lines that begin with a key, their columns split at tabs.
    package func rows(beginningWith key: String) -> [[String]] {
        let key = Array(key.utf8)
        var start = lowerBound(key)
        var rows: [[String]] = []
        while start < file.count, hasPrefix(key, at: start) {
            rows.append(columns(at: start))
            start = end(ofLineAt: start) + 1
        }
        return rows
    }

    /// The columns of the line with the longest first column that a text begins with.
    ///
    /// Lines are looked at backwards from the text's own place in the order, as long as they share their beginning.
    package func longestPrefix(of text: String, sharing shared: Int) -> [[String]] {
        let bytes = Array(text.utf8)
        var start = lowerBound(bytes + [0xFF])
        var best: [[String]] = []
        var bestLength = 0
        while start > 0 {
            start = beginning(ofLineContaining: start - 1)
            guard hasPrefix(Array(bytes.prefix(shared)), at: start) else { break }
            let row = columns(at: start)
            let length = row[0].utf8.count
            if length >= max(bestLength, 1), bytes.starts(with: row[0].utf8) {
                if length > bestLength { best = [] }
                bestLength = length
                best.append(row)
            }
        }
        return best.reversed()
    }

    // MARK: Lines

    /// Where the first line that is not less than a key begins.
    private func lowerBound(_ key: [UInt8]) -> Int {
        var low = 0
        var high = file.count
        while low < high {
            let line = beginning(ofLineContaining: (low + high) / 2)
            if isLess(line, than: key) { low = end(ofLineAt: line) + 1 } else { high = line }
        }
        return low
    }

    private func beginning(ofLineContaining index: Int) -> Int {
        var start = min(index, file.count - 1)
        while start > 0, file[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func end(ofLineAt start: Int) -> Int {
        var end = start
        while end < file.count, file[end] != 0x0A { end += 1 }
        return end
    }

    private func isLess(_ line: Int, than key: [UInt8]) -> Bool {
        for (offset, byte) in key.enumerated() {
            let index = line + offset
            guard index < file.count, file[index] != 0x0A else { return true }
            if file[index] != byte { return file[index] < byte }
        }
        return false
    }

    private func hasPrefix(_ key: [UInt8], at line: Int) -> Bool {
        guard line + key.count <= file.count else { return false }
        return key.indices.allSatisfy { file[line + $0] == key[$0] }
    }

    private func line(at start: Int) -> String {
        String(decoding: (start..<end(ofLineAt: start)).map { file[$0] }, as: UTF8.self)
    }

    private func columns(at start: Int) -> [String] {
        line(at: start).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
