import Bytes
package import Diagnostics
import Files
import StrictYAML

extension DiagnosticCode {
    package static let surroundingSpace = DiagnosticCode(
        "J009", canBeAllowed: true,
        meaning: (
            ja: "値の始め又は終わりに空白があります。",
            en: "The value begins or ends with a space."
        ),
        reason: (
            ja: "文に入れると不自然な隙間ができ、同じ名称が別のものとみなされます。",
            en: "It leaves a gap in the sentence, and makes equal names differ."
        ),
        wrong: "name: \"楽笑 フリースクール \"",
        right: "name: 楽笑 フリースクール")
}

/// Spaces and tabs at the ends of lines, which nobody sees: they are no part of a value, but trip the next hand.
enum TrailingSpaceCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.allFiles.compactMap { check($0.tree) }
    }

    /// One finding a file, which mends them all.
    private static func check(_ tree: YAMLTree) -> Diagnostic? {
        let bytes = tree.source.bytes
        var places: [Range<Int>] = []
        var lineStart = 0
        while lineStart < bytes.count {
            let lineEnd = bytes.span.firstIndex(of: 0x0A, from: lineStart) ?? bytes.count
            var end = lineEnd
            if end > lineStart, bytes[end - 1] == 0x0D { end -= 1 }
            var start = end
            while start > lineStart, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
            // A line of nothing else separates, however it does it.
            if start < end, start > lineStart { places.append(start..<end) }
            lineStart = lineEnd + 1
        }
        // In a text of several lines they are what somebody has written.
        var texts = places.isEmpty ? [] : tree.textsOfSeveralLines[...]
        places.removeAll { place in
            // Both stand in the order of the file.
            texts = texts.drop { $0.upperBound <= place.lowerBound }
            return texts.first?.contains(place.lowerBound) ?? false
        }
        guard let first = places.first else { return nil }
        return Diagnostic(
            .surroundingSpace, .note, at: Diagnostic.Place(tree.source, first),
            Phrase(
                ja: "行末に空白があります（\(places.count)行）",
                en: places.count == 1 ? "a line ends in spaces" : "\(places.count) lines end in spaces"),
            help: Phrase(ja: "空白を消してください。「shirube check --fix」で全て消せます", en: "delete them; shirube check --fix does"),
            fixIts: places.map { Diagnostic.FixIt(Diagnostic.Place(tree.source, $0), replacement: "", isCertain: true) }
        )
    }
}

extension YAMLTree {
    /// The places of scalars that are written over more than one line.
    fileprivate var textsOfSeveralLines: [Range<Int>] {
        nodes.filter { $0.kind == .scalar && $0.style != .empty && $0.style != .plain }.map(\.range).filter {
            source.bytes[$0].contains(0x0A)
        }
    }
}
