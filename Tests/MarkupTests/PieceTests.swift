import Bytes
import Diagnostics
import Markup
import Testing

/// Large documents, which are read and written in pieces.
@Suite struct PieceTests {
    static let markup: [UInt8] = {
        let rows = (1...16_000).map {
            "<tr><th scope=\"row\">第\($0)教室 &amp; 相談室</th><td><a href=\"https://www.example.jp/\($0)\">案内</a></td></tr>\n"
        }
        return Array(
            "<html lang=\"ja\"><body><main><table class=\"records\"><caption>一覧</caption><tbody>\n\(rows.joined())</tbody></table>\n</main></body></html>"
                .utf8)
    }()

    @Test("Markup in pieces, cut anywhere, reads as it does whole", arguments: [1, 2, 3, 1000, 4096, 1_000_003])
    func read(size: Int) {
        let markup = Array(Self.markup.prefix(size < 1000 ? 3000 : .max))
        let pieces = stride(from: 0, to: markup.count, by: size).map {
            Array(markup[$0..<min($0 + size, markup.count)])
        }
        let (whole, cut) = (MarkupParser.parse(markup), Self.parse(pieces))
        #expect(HTMLWriter.write(cut.document) == HTMLWriter.write(whole.document))
        #expect(cut.problems.map(\.offset) == whole.problems.map(\.offset))
    }

    @Test("Nothing is no document, and what stands behind a NUL is not lost without a word")
    func ends() {
        #expect(Self.parse([]).problems.map(\.code) == [.malformedMarkup])
        #expect(Self.parse([[], []]).problems.map(\.code) == [.malformedMarkup])
        let page = Array("<html><body><p>あ</p></body></html>".utf8)
        #expect(Self.parse([[], page, []]).problems.count == 0)
        #expect(Self.parse([page, [0], page]).problems.map(\.code) == [.malformedMarkup])
    }

    private static func parse(_ pieces: [[UInt8]]) -> (document: MarkupDocument, problems: [MarkupProblem]) {
        var rest = pieces[...]
        return MarkupParser.parse(expecting: 0) { rest.popFirst() }
    }

    @Test("Pages and texts that are handed on in pieces are those that are not")
    func written() {
        let (document, problems) = MarkupParser.parse(Self.markup)
        #expect(problems.map(\.offset) == [])
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
