import Bytes
import Diagnostics
import Files
import Japanese
import Records
import Proofreading
import Templates

/// Characters in a template's file that nobody sees and a page would hold all the same: in its text, attributes and comments, as
/// themselves or as character references (`&#x202e;`).
enum HiddenCharacters {
    static func findings(in source: SourceFile) -> [Diagnostic] {
        let text = Array(source.text.unicodeScalars)
        var offsets = [0]
        for scalar in text { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        func place(_ range: Range<Int>) -> Diagnostic.Place {
            Diagnostic.Place(source, offsets[range.lowerBound]..<offsets[range.upperBound])
        }
        // A byte order mark at the head is the file's.
        let hidden = Proofreader.hidden(text).filter {
            !($0.range.lowerBound == 0 && text[0].value == 0xFEFF)
        }.map { $0.diagnostic(at: place($0.range), in: text) }
        let controls = text.indices.filter { isControl(text[$0].value) }.map {
            finding(text[$0].value, place($0..<$0 + 1))
        }
        let references = references(in: text).compactMap { value, range -> Diagnostic? in
            if isControl(value) { return finding(value, place(range)) }
            guard value != 0xA0, let scalar = Unicode.Scalar(value) else { return nil }
            return Proofreader.hidden([scalar]).first.map { found in
                let finding = found.diagnostic(at: place(range), in: [scalar])
                return Diagnostic(
                    finding.code, finding.severity, at: finding.place, finding.summary, help: finding.help)
            }
        }
        return hidden + controls + references
    }

    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value) || (0x7F..<0xA0).contains(value)
    }

    private static func finding(_ value: UInt32, _ place: Diagnostic.Place) -> Diagnostic {
        let code = String(value, radix: 16, uppercase: true)
        return Diagnostic(
            .malformedMarkup, at: place,
            Phrase(ja: "制御文字（U+\(code)）があります", en: "a control character (U+\(code)) stands here"),
            help: Phrase(ja: "消してください", en: "delete it"))
    }

    /// The characters that numbers refer to: `&#155;`, `&#x9B;`.
    private static func references(in text: [Unicode.Scalar]) -> [(value: UInt32, range: Range<Int>)] {
        var found: [(UInt32, Range<Int>)] = []
        var index = 0
        while index + 2 < text.count {
            guard text[index] == "&", text[index + 1] == "#" else {
                index += 1
                continue
            }
            let isHex = text[index + 2] == "x"
            let digits = text[(index + (isHex ? 3 : 2))...].prefix(8).prefix { $0.properties.isASCIIHexDigit }
            let end = digits.endIndex
            if end < text.count, text[end] == ";",
                let value = UInt32(String(scalars: digits), radix: isHex ? 16 : 10)
            {
                found.append((value, index..<end + 1))
            }
            index = end
        }
        return found
    }
}
