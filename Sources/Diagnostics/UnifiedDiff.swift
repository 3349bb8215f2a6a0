public import Files

/// A diff in the form of `diff -u`, made from what is known to have changed, in time linear in the size of the files.
public enum UnifiedDiff {
    /// Bytes of the old file, and those of the new one in their place.
    public struct Change: Sendable {
        public let old, new: Range<Int>

        public init(old: Range<Int>, new: Range<Int>) {
            (self.old, self.new) = (old, new)
        }
    }

    /// Lines of the old file, and those of the new one in their place.
    private struct Block {
        var old, new: Range<Int>
    }

    private static let context = 3

    /// - Parameter changes: in the order of their places, none overlapping; all bytes outside them are the same.
    /// - Returns: nothing where no line changes.
    public static func text(_ old: SourceFile, _ new: SourceFile, _ changes: [Change]) -> String {
        let (before, after) = (Lines(old.bytes), Lines(new.bytes))
        var hunks: [[Block]] = []
        for block in blocks(changes, before, after) {
            if let last = hunks.last?.last, block.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].append(block)
            } else {
                hunks.append([block])
            }
        }
        if hunks.isEmpty { return "" }
        var text = "--- \(old.path)\n+++ \(new.path)\n"
        for hunk in hunks { write(hunk, before, after, to: &text) }
        return text
    }

    /// The lines that differ: changes on one line joined, lines that are the same at both ends left out.
    private static func blocks(_ changes: [Change], _ before: Lines, _ after: Lines) -> [Block] {
        var blocks: [Block] = []
        for change in changes {
            let block = Block(old: before.lines(of: change.old), new: after.lines(of: change.new))
            if let last = blocks.last,
                block.old.lowerBound < last.old.upperBound || block.new.lowerBound < last.new.upperBound
            {
                blocks[blocks.count - 1] = Block(
                    old: last.old.lowerBound..<max(block.old.upperBound, last.old.upperBound),
                    new: last.new.lowerBound..<max(block.new.upperBound, last.new.upperBound))
            } else {
                blocks.append(block)
            }
        }
        return blocks.compactMap { block in
            var (old, new) = (block.old, block.new)
            while !old.isEmpty, !new.isEmpty, before[old.lowerBound] == after[new.lowerBound] {
                (old, new) = (old.dropFirst(), new.dropFirst())
            }
            while !old.isEmpty, !new.isEmpty, before[old.upperBound - 1] == after[new.upperBound - 1] {
                (old, new) = (old.dropLast(), new.dropLast())
            }
            return old.isEmpty && new.isEmpty ? nil : Block(old: old, new: new)
        }
    }

    private static func write(_ hunk: [Block], _ before: Lines, _ after: Lines, to text: inout String) {
        guard let first = hunk.first, let last = hunk.last else { return }
        let lead = min(context, first.old.lowerBound)
        let tail = min(context, before.count - last.old.upperBound)
        let old = first.old.lowerBound - lead..<last.old.upperBound + tail
        let new = first.new.lowerBound - lead..<last.new.upperBound + tail
        text += "@@ -\(span(old)) +\(span(new)) @@\n"
        var line = old.lowerBound
        for block in hunk {
            for index in line..<block.old.lowerBound { write(" ", before[index], to: &text) }
            for index in block.old { write("-", before[index], to: &text) }
            for index in block.new { write("+", after[index], to: &text) }
            line = block.old.upperBound
        }
        for index in line..<old.upperBound { write(" ", before[index], to: &text) }
    }

    /// Lines are counted from 1; of no lines the one before is named.
    private static func span(_ lines: Range<Int>) -> String {
        lines.count == 1
            ? "\(lines.lowerBound + 1)" : "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
    }

    private static func write(_ sign: String, _ line: ArraySlice<UInt8>, to text: inout String) {
        let isWhole = line.last == 0x0A
        text += sign + shown(String(decoding: isWhole ? line.dropLast() : line, as: UTF8.self)) + "\n"
        if !isWhole { text += "\\ No newline at end of file\n" }
    }

    /// A line for a terminal, but for its tabs.
    private static func shown(_ line: String) -> String {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { DiagnosticFormatter.printable(String($0)) }
            .joined(separator: "\t")
    }

    /// A file's lines, each with its line feed: compared by bytes, since to Swift's ==, か and a sound mark are が.
    private struct Lines {
        private let bytes: [UInt8]
        private let starts: [Int]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            var starts = bytes.isEmpty ? [] : [0]
            for index in bytes.indices.dropLast() where bytes[index] == 0x0A { starts.append(index + 1) }
            self.starts = starts
        }

        var count: Int { starts.count }

        subscript(line: Int) -> ArraySlice<UInt8> {
            bytes[starts[line]..<(line + 1 < starts.count ? starts[line + 1] : bytes.count)]
        }

        /// The lines that a range of bytes touches, those at its ends included.
        func lines(of range: Range<Int>) -> Range<Int> {
            let last = min(line(at: range.upperBound) + 1, count)
            return min(line(at: range.lowerBound), last)..<last
        }

        private func line(at offset: Int) -> Int {
            // Behind the last line feed there is no line yet.
            if offset == bytes.count, bytes.last ?? 0x0A == 0x0A { return count }
            var (low, high) = (0, starts.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if starts[middle] <= offset { low = middle } else { high = middle }
            }
            return low
        }
    }
}
