import Bytes
import Diagnostics
import Files
import Japanese
import Proofreading
import Records

/// Latin letters of a name that look like others: PdIたからづか for Palたからづか.
struct LatinNames {
    private struct Name: Hashable {
        let letters: String
        /// What follows the letters in the name.
        let rest: String
    }

    private var names: Set<Name> = []

    init(_ board: Board) {
        for facilities in board.facilityLists {
            let (file, slot) = (facilities.file, facilities.type.slot(of: Facility.name))
            for index in facilities.indices {
                let name = facilities.value(of: index, in: slot)
                // Most have no Latin letter.
                guard !name.isAbsent, facilities.withText(of: name, Self.hasLetter) else { continue }
                let text = Array((file.text(name) ?? "").unicodeScalars)
                for name in Self.names(in: text) { names.insert(name.name) }
            }
        }
    }

    private static func hasLetter(_ text: Span<UInt8>) -> Bool {
        text.firstIndex { $0.within(0x41...0x5A) | $0.within(0x61...0x7A) } != nil
    }

    /// Runs of two Latin letters or more with kana or kanji behind them.
    private static func names(in text: [Unicode.Scalar]) -> [(name: Name, range: Range<Int>)] {
        var found: [(name: Name, range: Range<Int>)] = []
        var index = 0
        while index < text.count {
            var end = index
            while end < text.count, isLetter(text[end]) { end += 1 }
            if end - index >= 2, end + 2 <= text.count, text[end].value >= 0x3041, text[end] != TemplateProse.tag {
                let letters = String(scalars: text[index..<end])
                found.append(
                    (Name(letters: letters, rest: String(scalars: text[end..<end + 2])), index..<end))
            }
            index = max(end, index + 1)
        }
        return found
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
            || (0x30...0x39).contains(scalar.value)
    }

    func findings(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Diagnostic] {
        Self.names(in: paragraph.scalars).compactMap { name, range in
            guard !names.contains(name),
                let right = names.first(where: { $0.rest == name.rest && isNear($0.letters, name.letters) })
            else { return nil }
            let place = Diagnostic.Place(source, paragraph.range(range))
            return Diagnostic(
                .lookAlike, .warning, at: place,
                Phrase(
                    ja: "「\(name.letters)\(name.rest)…」は、名称「\(right.letters)\(right.rest)…」と似ていますが違います",
                    en:
                        "\"\(name.letters)\(name.rest)…\" is like the name \"\(right.letters)\(right.rest)…\", but not the same"
                ),
                help: Phrase(ja: "「\(right.letters)」ではありませんか", en: "did you mean \"\(right.letters)\"?"),
                fixIts: [Diagnostic.FixIt(place, replacement: right.letters)])
        }
    }

    private func isNear(_ name: String, _ other: String) -> Bool {
        guard name.count == other.count else { return false }
        return zip(name, other).filter { $0 != $1 }.count * 3 <= name.count * 2
    }
}
