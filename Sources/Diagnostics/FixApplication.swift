/// Applies fix-its to a file's bytes, and shows what they change.
package enum FixApplication {
    /// The bytes with every certain fix-it applied; all other bytes stay as they are.
    ///
    /// A quoted value keeps its quotation marks. Of two fix-its that overlap the first is applied.
    package static func apply(_ diagnostics: [Diagnostic], to source: SourceFile) -> [UInt8] {
        let fixIts = diagnostics.flatMap(\.fixIts)
            .filter { $0.isCertain && $0.place.source.path == source.path }
            .sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
        var bytes: [UInt8] = []
        var position = 0
        for fixIt in fixIts {
            let range = unquoted(fixIt.place.range, in: source.bytes)
            guard range.lowerBound >= position else { continue }
            bytes += source.bytes[position..<range.lowerBound]
            bytes += Array(fixIt.replacement.utf8)
            position = range.upperBound
        }
        return bytes + source.bytes[position...]
    }

    private static func unquoted(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        guard range.count >= 2, let first = bytes[range].first, first == bytes[range].last,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return range }
        return range.lowerBound + 1..<range.upperBound - 1
    }

    /// A unified diff of two texts of the same number of lines: fix-its change lines and neither add nor drop any.
    package static func diff(_ source: SourceFile, _ changed: [UInt8]) -> String {
        let before = lines(source.bytes)
        let after = lines(changed)
        let context = 3
        var hunks: [Range<Int>] = []
        for index in before.indices where index < after.count && !before[index].utf8.elementsEqual(after[index].utf8) {
            let hunk = max(0, index - context)..<min(before.count, index + context + 1)
            if let last = hunks.last, hunk.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<hunk.upperBound
            } else {
                hunks.append(hunk)
            }
        }
        guard !hunks.isEmpty else { return "" }
        var text = "--- \(source.path)\n+++ \(source.path)\n"
        for hunk in hunks {
            text += "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n"
            var index = hunk.lowerBound
            while index < hunk.upperBound {
                if before[index].utf8.elementsEqual(after[index].utf8) {
                    text += " \(before[index])\n"
                    index += 1
                    continue
                }
                var end = index
                while end < hunk.upperBound, !before[end].utf8.elementsEqual(after[end].utf8) { end += 1 }
                for line in before[index..<end] { text += "-\(line)\n" }
                for line in after[index..<end] { text += "+\(line)\n" }
                index = end
            }
        }
        return text
    }

    /// Compared by bytes elsewhere: to Swift's ==, か and a sound mark are が.
    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
