public import Files
import JSON

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
        let before = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let after = changed.split(separator: 0x0A, omittingEmptySubsequences: false)
        let changes = zip(before, after).filter { $0 != $1 }.map {
            UnifiedDiff.Change(old: $0.startIndex..<$0.endIndex, new: $1.startIndex..<$1.endIndex)
        }
        return UnifiedDiff.text(source, SourceFile(path: source.path, bytes: changed), changes)
    }
}
