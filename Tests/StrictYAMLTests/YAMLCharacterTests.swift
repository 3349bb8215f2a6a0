import Diagnostics
import Files
import StrictYAML
import TestSupport
import Testing

/// The check that looks at sixteen bytes at a time finds what one does that looks at a character at a time.
@Suite struct YAMLCharacterTests {
    /// One of each class of the Unicode Standard's table 3-7 and of YAML 1.2 §5.1, sound and not.
    private static let pieces: [[UInt8]] = [
        [0x09], [0x0D, 0x23], [0x00], [0x08], [0x1F], [0x7E], [0x7F], [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0x81],
        [0xC2, 0x80], [0xC2, 0x85], [0xC2, 0xA0], [0xDF, 0xBF], [0xDF], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80],
        [0xE3, 0x81, 0x82], [0xE3, 0x81], [0xE3], [0xEC, 0xBF, 0xBF], [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
        [0xEE, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBE], [0xEF, 0xBC, 0x88], [0xEF, 0xBF, 0xA5],
        [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0xA0, 0xAE, 0xB7], [0xF0, 0xA0, 0xAE],
        [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE3, 0x81, 0x82, 0x82],
    ]

    @Test(arguments: 0..<40)
    func findsWhatALoopFinds(offset: Int) {
        var generator = SeededGenerator(seed: offset)
        for piece in Self.pieces {
            for length in [0, 1, 2, 15, 16, 17, 40] {
                // A comment, so that nothing but the characters is wrong.
                let head = [0x23] + Self.text(offset, &generator)
                let bytes = (offset == 0 ? piece + [0x0A] : []) + head + piece + Self.text(length, &generator)
                var found: Finding?
                do { _ = try YAMLParser.parse(SourceFile(path: "", bytes: bytes)) } catch {
                    found = Finding(code: error.diagnostic.code, offset: error.diagnostic.place?.range.lowerBound)
                }
                #expect(found == Self.finding(bytes), "\(bytes)")
            }
        }
    }

    private struct Finding: Equatable {
        let code: DiagnosticCode
        let offset: Int?
    }

    /// ASCII and Japanese of a length in bytes.
    private static func text(_ length: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        var text: [UInt8] = []
        while text.count < length {
            let isWide = text.count + 3 <= length && generator.next() % 3 > 0
            text += (isWide ? ["あ", "学", "（"] : ["a", ":", "\n#"])[Int(generator.next() % 3)].utf8
        }
        return text
    }

    private static func finding(_ bytes: [UInt8]) -> Finding? {
        do {
            var offset = 0
            for scalar in String(copying: try UTF8Span(validating: bytes.span)).unicodeScalars {
                let isAllowed =
                    switch scalar.value {
                    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
                    // The byte order mark.
                    case 0xFEFF: offset == 0
                    default: false
                    }
                if !isAllowed { return Finding(code: .yamlControlCharacter, offset: offset) }
                offset += UTF8.width(scalar)
            }
            return nil
        } catch {
            return Finding(code: .yamlEncoding, offset: error.byteOffsets.lowerBound)
        }
    }
}

/// Line breaks between wide characters, which Japanese has no spaces for.
@Suite struct LineFoldingTests {
    @Test(
        "A break folds by the text before it alone, whatever value stands before",
        arguments: ["\"楽\\u5B66\"", "\"楽\\u5B66a\"", "a"])
    func first(value: String) throws {
        let text = "a: \(value)\nb: \"\n  見学できます。\n  御覧ください。\"\nc: >-\n  一\n  二\n"
        let tree = try YAMLParser.parse(SourceFile(path: "a.yaml", text: text), folding: .japanese)
        let scalars = tree.nodes.indices.filter { tree.nodes[$0].kind == .scalar }.map { tree.text(of: $0) }
        #expect(Array(scalars.suffix(3)) == [" 見学できます。御覧ください。", "c", "一二"])
    }
}
