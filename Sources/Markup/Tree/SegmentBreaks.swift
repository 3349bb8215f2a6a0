import Bytes
import Japanese

/// Line breaks in the markup between two Japanese characters stand for nothing (CSS Text 3 §4.1.3): browsers differ, so
/// they are taken out before anything is written. Inline tags between the characters make no difference.
struct SegmentBreaks {
    private let width = DisplayWidth()
    /// Whether the last character of the line of text so far is a wide one.
    private var endsWide = false
    /// The text node before, where it ends in white space with a line break behind a wide character.
    private var open: Int?

    /// A block begins or ends: lines of text do not go on across it.
    mutating func noteBlock() {
        endsWide = false
        open = nil
    }

    /// Takes the breaks out of text that has been put at the end of the buffer.
    mutating func removeBreaks(from start: Int, in document: inout MarkupDocument) {
        // Text that begins with a wide character ends the break that an inline tag has interrupted.
        if let node = open, let ink = document.buffer[start...].firstIndex(where: { !isSpace($0) }),
            isWide(at: ink, in: document.buffer)
        {
            let end = inkEnd(
                of: document.buffer, from: Int(document.nodes[node].start), to: Int(document.nodes[node].end))
            document.nodes[node].end = UInt32(end)
        }
        open = nil
        guard document.buffer.span.firstIndex(of: 0x0A, from: start) != nil else { return }
        var read = start
        var write = start
        while read < document.buffer.count {
            guard isSpace(document.buffer[read]) else {
                document.buffer[write] = document.buffer[read]
                read += 1
                write += 1
                continue
            }
            var end = read
            var hasBreak = false
            while end < document.buffer.count, isSpace(document.buffer[end]) {
                if document.buffer[end] == 0x0A { hasBreak = true }
                end += 1
            }
            let isBetween = write > start ? isWide(before: write, in: document.buffer) : endsWide
            if hasBreak, isBetween, end < document.buffer.count, isWide(at: end, in: document.buffer) {
                read = end
                continue
            }
            while read < end {
                document.buffer[write] = document.buffer[read]
                read += 1
                write += 1
            }
        }
        document.buffer.removeSubrange(write...)
    }

    /// Remembers how a text node ends. The document is `inout`, though nothing in it changes, so as not to be copied.
    mutating func noteText(_ node: Int, in document: inout MarkupDocument) {
        let range = Int(document.nodes[node].start)..<Int(document.nodes[node].end)
        let end = inkEnd(of: document.buffer, from: range.lowerBound, to: range.upperBound)
        if end > range.lowerBound { endsWide = isWide(before: end, in: document.buffer) }
        if endsWide, document.buffer[end..<range.upperBound].contains(0x0A) { open = node }
    }

    private func inkEnd(of buffer: [UInt8], from start: Int, to end: Int) -> Int {
        var end = end
        while end > start, isSpace(buffer[end - 1]) { end -= 1 }
        return end
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private func isWide(at index: Int, in buffer: [UInt8]) -> Bool {
        width.columns(scalar: UTF8Scalar(buffer.span, at: index).value) == 2
    }

    private func isWide(before index: Int, in buffer: [UInt8]) -> Bool {
        var start = index - 1
        while start > 0, buffer[start] & 0xC0 == 0x80 { start -= 1 }
        return isWide(at: start, in: buffer)
    }
}
