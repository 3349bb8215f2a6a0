/// Applies fix-its to a file's bytes, and shows what they change.
public enum FixApplication {
    /// The certain fix-its for a file, in their order; of two that overlap the first. How a value of several lines is
    /// broken is its author's to say.
    public static func fixIts(of diagnostics: [Diagnostic], for source: SourceFile) -> [Diagnostic.FixIt] {
        var end = 0
        return diagnostics.flatMap(\.fixIts)
            .filter { $0.isCertain && $0.place.source.key == source.key && isInLine($0) }
            .sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
            .filter { fixIt in
                guard fixIt.place.range.lowerBound >= end else { return false }
                end = fixIt.place.range.upperBound
                return true
            }
    }

    /// The bytes with fix-its applied that do not overlap; all other bytes stay as they are.
    ///
    /// A quoted value keeps its quotation marks.
    /// - Parameter quotesPlain: whether values without quotation marks get some.
    public static func apply(
        _ fixIts: [Diagnostic.FixIt], to source: SourceFile, quotesPlain: Bool = false
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        var position = 0
        for fixIt in fixIts {
            let range = fixIt.place.range
            bytes += source.bytes[position..<range.lowerBound]
            let replaced = source.bytes[range]
            let quote = replaced.count >= 2 && replaced.first == replaced.last ? replaced.first : nil
            switch quote {
            case UInt8(ascii: "'"): bytes += Array("'\(fixIt.replacement.replacing("'", with: "''"))'".utf8)
            case UInt8(ascii: "\""): bytes += quoted(fixIt.replacement)
            default: bytes += quotesPlain ? quoted(fixIt.replacement) : Array(fixIt.replacement.utf8)
            }
            position = range.upperBound
        }
        return bytes + source.bytes[position...]
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let text = Array(text.utf8)
        JSONValue.writeString(text.span, to: &bytes)
        return bytes
    }

    private static func isInLine(_ fixIt: Diagnostic.FixIt) -> Bool {
        !fixIt.place.source.bytes[fixIt.place.range].contains(0x0A)
    }

    /// A unified diff of two texts of the same number of lines: fix-its change lines and neither add nor drop any.
    public static func diff(_ source: SourceFile, _ changed: [UInt8]) -> String {
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
                    text += " \(shown(before[index]))\n"
                    index += 1
                    continue
                }
                var end = index
                while end < hunk.upperBound, !before[end].utf8.elementsEqual(after[end].utf8) { end += 1 }
                for line in before[index..<end] { text += "-\(shown(line))\n" }
                for line in after[index..<end] { text += "+\(shown(line))\n" }
                index = end
            }
        }
        return text
    }

    /// A line for a terminal, but for its tabs.
    private static func shown(_ line: String) -> String {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { DiagnosticFormatter.printable(String($0)) }
            .joined(separator: "\t")
    }

    /// Compared by bytes elsewhere: to Swift's ==, か and a sound mark are が.
    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
