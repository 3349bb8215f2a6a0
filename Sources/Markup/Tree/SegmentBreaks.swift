import Japanese

/// Line breaks in the markup between two Japanese characters stand for nothing (CSS Text 3 §4.1.3): browsers differ, so
/// they are taken out before anything is written.
enum SegmentBreaks {
    static func remove(from start: Int, in buffer: inout [UInt8]) {
        guard let first = buffer[start...].firstIndex(of: 0x0A) else { return }
        var read = first
        var write = first
        let width = DisplayWidth()
        while read < buffer.count {
            guard isSpace(buffer[read]) else {
                buffer[write] = buffer[read]
                read += 1
                write += 1
                continue
            }
            var end = read
            var hasBreak = false
            while end < buffer.count, isSpace(buffer[end]) {
                if buffer[end] == 0x0A { hasBreak = true }
                end += 1
            }
            if hasBreak, write > start, end < buffer.count, isWide(before: write, in: buffer, width),
                isWide(at: end, in: buffer, width)
            {
                read = end
                continue
            }
            while read < end {
                buffer[write] = buffer[read]
                read += 1
                write += 1
            }
        }
        buffer.removeSubrange(write...)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isWide(at index: Int, in buffer: [UInt8], _ width: DisplayWidth) -> Bool {
        width.columns(scalar: UTF8Scalar(buffer.span, at: index).value) == 2
    }

    private static func isWide(before index: Int, in buffer: [UInt8], _ width: DisplayWidth) -> Bool {
        var start = index - 1
        while start > 0, buffer[start] & 0xC0 == 0x80 { start -= 1 }
        return isWide(at: start, in: buffer, width)
    }
}
