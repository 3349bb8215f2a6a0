import Diagnostics
import Files
import Japanese
import Proofreading

/// The words that a template's author has typed, a paragraph at a time, each character with its place.
///
/// Tags of both languages are left out: inline elements leave no trace, blocks end a paragraph, and a Mustache tag stands
/// as one character that is no letter.
struct TemplateProse {
    /// What a Mustache tag is read as.
    static let tag: Unicode.Scalar = "\u{FFFC}"

    struct Paragraph {
        var scalars: [Unicode.Scalar] = []
        /// The byte at which each scalar begins.
        var offsets: [Int] = []
        /// The element that it is the text of: p, td, li.
        var element = ""
        /// What was left over in it, and what a proof-reader finds, whoever's it is.
        private(set) var leftovers: [Range<Int>] = []
        private(set) var slips: [ProofreadingFinding] = []

        mutating func proofread() {
            leftovers = LeftoverRule.find(in: scalars)
            if Proofreader.isSuspicious(utf8.span, isProse: true) {
                slips = Proofreader.characters(scalars) + Proofreader.words(scalars, genre: .prose)
            }
        }

        /// The bytes of some of the scalars.
        func range(_ scalars: Range<Int>) -> Range<Int> {
            guard let last = scalars.last, scalars.upperBound <= offsets.count else { return 0..<0 }
            return offsets[scalars.lowerBound]..<offsets[last] + UTF8.width(self.scalars[last])
        }

        private var utf8: [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(scalars.count * 3)
            for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
            return bytes
        }

        /// The scalars in the widths in which figures are compared, each in its place.
        var folded: [Unicode.Scalar] { scalars.map { WidthFolding.ascii($0) } }
    }

    let source: SourceFile
    let paragraphs: [Paragraph]
    /// Whether it is of a template that all boards share, and so not the board's to change.
    let isShared: Bool

    init(source: SourceFile, paragraphs: [Paragraph]) {
        self.source = source
        self.paragraphs = paragraphs
        isShared = false
    }

    init(_ source: SourceFile, isShared: Bool) {
        self.source = source
        self.isShared = isShared
        var reader = Reader(bytes: source.bytes)
        reader.read()
        paragraphs = reader.paragraphs
    }

    private struct Reader {
        let bytes: [UInt8]
        var paragraphs: [Paragraph] = []
        var current = Paragraph()
        var index = 0

        /// Elements inside a line of text, which do not part it.
        private static let inline: Set<String> = [
            "a", "em", "strong", "span", "ruby", "time", "small", "label", "input", "ref", "wbr",
        ]

        mutating func read() {
            // A byte order mark says nothing.
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
            while index < bytes.count {
                if starts("{{") {
                    readMustacheTag()
                } else if starts("<!--") {
                    skip(past: "-->")
                } else if bytes[index] == UInt8(ascii: "<") {
                    readElement()
                } else {
                    readCharacter()
                }
            }
            close()
        }

        private func starts(_ text: StaticString) -> Bool {
            bytes[index...].starts(with: "\(text)".utf8)
        }

        private mutating func skip(past text: String) {
            let end = Array(text.utf8)
            while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
            index = min(bytes.count, index + end.count)
        }

        private mutating func readMustacheTag() {
            let start = index
            let sigil = index + 2 < bytes.count ? bytes[index + 2] : 0
            skip(past: "}}")
            switch sigil {
            // Comments print nothing; blocks and partials are places of their own.
            case UInt8(ascii: "!"): break
            case UInt8(ascii: "$"), UInt8(ascii: ">"), UInt8(ascii: "<"): close()
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"): break
            default: append(TemplateProse.tag, at: start)
            }
        }

        private mutating func readElement() {
            let start = index
            index += 1
            let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
            if isEnd { index += 1 }
            let name = bytes[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
            skip(past: ">")
            let text = String(decoding: name, as: UTF8.self)
            // A reference or blank prints something, whatever it will be.
            if text == "ref" || text == "input" { append(TemplateProse.tag, at: start) }
            if !Self.inline.contains(text) {
                close()
                current.element = isEnd ? "" : text
            }
        }

        private mutating func readCharacter() {
            let scalar = UTF8Scalar(bytes.span, at: index)
            if let value = Unicode.Scalar(scalar.value) { append(value, at: index) }
            index += scalar.length
        }

        private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
            if scalar == "\n" || scalar == "\r" || scalar == "\t" { return }
            current.scalars.append(scalar)
            current.offsets.append(offset)
        }

        private mutating func close() {
            if current.scalars.contains(where: { $0 != " " }) {
                current.proofread()
                paragraphs.append(current)
            }
            current = Paragraph()
        }
    }
}
