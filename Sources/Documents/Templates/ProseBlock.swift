import Diagnostics
import Files
import Japanese

/// A block of a template written as plain text in the habit of official papers: a paragraph a line, ladders of 1, （１）, ア and ・.
///
/// `Templates/<board>/guideline/introduction_closing.txt` is the block `introduction_closing` of `guideline`. Each line of the text is
/// one of the markup, so what is found in it is told at its line.
enum ProseBlock {
    /// The markup that a text means, in a file of its name.
    static func markup(of source: SourceFile) -> SourceFile {
        var writer = Writer()
        let text = String(decoding: source.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix("\r") ? line.dropLast() : line
        }
        let kinds = lines.map { Line($0) }
        for (index, line) in kinds.enumerated() {
            writer.write(line, ladder: ladder(insideTagAt: index, kinds))
        }
        return SourceFile(path: source.path, text: writer.finish())
    }

    /// The kind of the items that a section encloses; nil where it encloses something else, too.
    private static func ladder(insideTagAt index: Int, _ lines: [Line]) -> (ladder: Ladder, mark: String)? {
        guard case .tag(let tag) = lines[index], !tag.hasPrefix("{{/") else { return nil }
        var depth = 0
        var first: (Ladder, String)?
        for line in lines[index...] {
            switch line {
            case .blank: continue
            case .paragraph: return nil
            case .item(let ladder, let mark, _): first = first ?? (ladder, mark)
            case .tag(let tag):
                if tag.hasPrefix("{{!") { continue }
                depth += tag.hasPrefix("{{/") ? -1 : 1
                if depth == 0 { return first }
            }
        }
        return nil
    }

    /// What a line is.
    private enum Line {
        case blank
        /// A section's tag, or a comment, by itself.
        case tag(Substring)
        case paragraph(Substring)
        case item(ladder: Ladder, mark: String, text: Substring)

        init(_ line: Substring) {
            let text = line.drop { $0 == "　" || $0 == " " || $0 == "\t" }
            if text.isEmpty {
                self = .blank
            } else if ["{{#", "{{^", "{{/", "{{!"].contains(where: text.hasPrefix), text.hasSuffix("}}"),
                text.firstIndex(of: "}").map({ text[$0...].count <= 2 }) ?? false
            {
                self = .tag(text)
            } else if let (ladder, mark) = Ladder.begin(text),
                ladder.isWhole || Self.isSpaced(text.dropFirst(mark.count))
            {
                let rest = text.dropFirst(mark.count)
                self = .item(ladder: ladder, mark: mark, text: rest.drop { $0 == "　" || $0 == " " })
            } else {
                self = .paragraph(text)
            }
        }

        private static func isSpaced(_ text: Substring) -> Bool { text.first == "　" || text.first == " " }
    }

    /// The kinds of marks that items bear.
    private enum Ladder {
        case bullet, number, numberInBrackets, kana, kanaInBrackets, circled

        /// Whether the mark needs no space behind it to be one: （１）相談, but 1 相談 and ア　相談.
        var isWhole: Bool { self != .number && self != .kana }

        /// The mark that a line begins with.
        static func begin(_ text: Substring) -> (Ladder, String)? {
            guard let first = text.first else { return nil }
            if first == "・" { return (.bullet, "・") }
            let folded = WidthFolding.ascii(String(text.prefix(5)))
            if let scalar = first.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
                return (.circled, String(first))
            }
            let inBrackets = folded.hasPrefix("(")
            let body = folded.dropFirst(inBrackets ? 1 : 0)
            let digits = body.prefix { $0.isASCII && $0.isNumber }
            let kana = body.first.map { "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ".contains($0) } ?? false
            let length = digits.isEmpty ? (kana ? 1 : 0) : digits.count
            guard length > 0 else { return nil }
            if inBrackets {
                guard body.dropFirst(length).first == ")" else { return nil }
                return (kana ? .kanaInBrackets : .numberInBrackets, String(text.prefix(length + 2)))
            }
            return (kana ? .kana : .number, String(text.prefix(length)))
        }

        /// （１２） → （１）, in the width of its digits.
        private func one(in mark: String, like digit: Character) -> String {
            let one = digit.isASCII ? "1" : "１"
            let digits = mark.filter(\.isNumber)
            return mark.replacing(digits, with: one)
        }

        /// The first mark of a list of the kind, in the width that the text writes.
        func first(_ mark: String) -> String {
            switch self {
            case .bullet: mark
            case .circled: "①"
            case .number, .numberInBrackets: mark.first { $0.isNumber }.map { one(in: mark, like: $0) } ?? mark
            case .kana, .kanaInBrackets: String(mark.map { "（）()".contains($0) ? $0 : "ア" })
            }
        }
    }

    private struct Writer {
        private var markup = ""
        /// The lists that are open, and whether each has an item open.
        private var open: [(ladder: Ladder, hasItem: Bool)] = []
        /// How many lists were open where each section began that has not ended.
        private var sections: [Int] = []
        private var lines = 0

        /// - Parameter ladder: the kind of the items that are all that the line's section encloses.
        mutating func write(_ line: Line, ladder: (ladder: Ladder, mark: String)?) {
            if lines > 0 { markup += "\n" }
            lines += 1
            switch line {
            case .blank: break
            case .tag(let tag): write(tag, ladder)
            case .paragraph(let text):
                close(to: sections.last ?? 0)
                markup += "<p>\(Self.escaped(text))</p>"
            case .item(let ladder, let mark, let text):
                let floor = sections.last.map { max($0 - 1, 0) } ?? 0
                if let depth = open.indices.dropFirst(floor).first(where: { open[$0].ladder == ladder }) {
                    close(to: depth + 1)
                    closeItem()
                } else {
                    begin(ladder, ladder.first(mark))
                }
                markup += "<li>\(Self.escaped(text))"
                open[open.count - 1].hasItem = true
            }
        }

        /// A section encloses whole items of one list, or whole blocks.
        private mutating func write(_ tag: Substring, _ items: (ladder: Ladder, mark: String)?) {
            if tag.hasPrefix("{{/") {
                close(to: sections.popLast() ?? 0)
                closeItem()
            } else if tag.hasPrefix("{{!") {
                markup += tag
                return
            } else {
                if let items {
                    if let depth = open.firstIndex(where: { $0.ladder == items.ladder }) {
                        close(to: depth + 1)
                        closeItem()
                    } else {
                        begin(items.ladder, items.ladder.first(items.mark))
                    }
                } else {
                    close(to: 0)
                }
                sections.append(open.count)
            }
            markup += tag
        }

        mutating func finish() -> String {
            close(to: 0)
            return markup
        }

        /// Closes the lists below a depth.
        private mutating func close(to depth: Int) {
            while open.count > depth {
                closeItem()
                markup += open.removeLast().ladder == .bullet ? "</ul>" : "</ol>"
            }
        }

        private mutating func begin(_ ladder: Ladder, _ mark: String) {
            open.append((ladder, false))
            markup += "<\(ladder == .bullet ? "ul" : "ol") data-marker=\"\(mark)\">"
        }

        private mutating func closeItem() {
            guard open.last?.hasItem ?? false else { return }
            markup += "</li>"
            open[open.count - 1].hasItem = false
        }

        /// Signs of markup as they read; tags have none.
        private static func escaped(_ text: Substring) -> String {
            String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
    }
}
