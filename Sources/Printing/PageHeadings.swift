/// The headings of a page, as the HTML that this program writes has them.
public struct PageHeadings {
    private var texts: Set<String> = []
    private var headings: [Heading] = []

    /// What stands one behind the other in a heading: words between tags, and the reading above them, if there is one.
    private struct Piece {
        var words = ""
        var reading = ""
    }

    private struct Heading {
        let pieces: [Piece]

        var text: String { pieces.map(\.words).joined() }

        /// Whether a bookmark is of this heading: Chromium puts readings into it, and before what it laid out anew on the next
        /// page what it had laid out of it, which is all or the first of its lines.
        func isMeant(by title: String) -> Bool {
            title.hasSuffix(text) && text.hasPrefix(title.dropLast(text.count)) || isMeant(by: title[...], from: 0)
        }

        private func isMeant(by title: Substring, from index: Int) -> Bool {
            guard index < pieces.count else { return title.isEmpty }
            let (words, reading) = (pieces[index].words, pieces[index].reading)
            return (0...words.count).contains { count in
                let begun = words.prefix(count)
                guard title.hasPrefix(begun), title.dropFirst(count).hasPrefix(words) else { return false }
                let rest = title.dropFirst(count + words.count)
                return (0...(reading.isEmpty ? 0 : 2)).contains { times in
                    let above = String(repeating: reading, count: times)
                    return rest.hasPrefix(above) && isMeant(by: rest.dropFirst(above.count), from: index + 1)
                }
            }
        }
    }

    public init(in page: [UInt8]) {
        var place = 0
        while let start = page.first(of: "<h", in: place...) {
            place = start + 2
            guard place + 1 < page.count, (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(page[place]),
                let begin = page[place...].firstIndex(of: UInt8(ascii: ">")),
                let end = page.first(of: "</h", in: begin...)
            else { continue }
            let heading = Heading(pieces: Self.pieces(of: String(decoding: page[(begin + 1)..<end], as: UTF8.self)))
            texts.insert(heading.text)
            headings.append(heading)
            place = end
        }
    }

    /// The text of the heading that a bookmark is of; nil where it is none's.
    public func text(ofBookmark title: String) -> String? {
        texts.contains(title) ? title : headings.first { $0.isMeant(by: title) }?.text
    }

    /// The words of a heading, parted where a tag stands.
    private static func pieces(of markup: String) -> [Piece] {
        var pieces = [Piece()]
        var isReading = false
        var isBracket = false
        for (number, part) in markup.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
            var text = part
            if number > 0, let end = part.firstIndex(of: ">") {
                switch part[..<end] {
                case "rt": isReading = true
                case "/rt":
                    isReading = false
                    pieces.append(Piece())
                case "rp": isBracket = true
                case "/rp": isBracket = false
                default: pieces.append(Piece())
                }
                text = part[part.index(after: end)...]
            }
            if isBracket { continue }
            let plain = unescaped(String(text))
            if isReading {
                pieces[pieces.count - 1].reading += plain
            } else {
                pieces[pieces.count - 1].words += plain
            }
        }
        return pieces.filter { !$0.words.isEmpty }
    }

    private static func unescaped(_ text: String) -> String {
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
