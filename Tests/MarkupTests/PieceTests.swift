import Bytes
import Markup
import MarkupSupport
import Testing

/// Large documents, which are written in pieces.
@Suite struct PieceTests {
    static let markup: [UInt8] = {
        let rows = (1...16_000).map {
            "<tr><th scope=\"row\">第\($0)教室 &amp; 相談室</th><td><a href=\"https://www.example.jp/\($0)\">案内</a></td></tr>\n"
        }
        return Array(
            "<html lang=\"ja\"><body><main><table class=\"records\"><caption>一覧</caption><tbody>\n\(rows.joined())</tbody></table>\n</main></body></html>"
                .utf8)
    }()

    @Test("Pages and texts that are handed on in pieces are those that are not")
    func written() {
        let parsed = ParsedMarkup(Self.markup)
        #expect(parsed.findings.isEmpty)
        let document = parsed.document
        let writers: [(Overflow?) -> [UInt8]] = [
            { HTMLWriter.write(document, overflow: $0) },
            { HTMLWriter.writeFragment(document, headingLevel: 2, overflow: $0) },
            { TextWriter.write(document, style: TextStyle(), overflow: $0) },
            { TextWriter.write(document, style: TextStyle(columns: 20), overflow: $0) },
        ]
        for write in writers {
            var pieces: [[UInt8]] = []
            let rest = write { pieces.append($0) }
            #expect(pieces.count > 0)
            #expect(Array(pieces.joined()) + rest == write(nil))
        }
    }
}
