import Bytes
import Japanese

/// A text in its old and its new form, and what differs between the two.
public struct AmendedText: Sendable {
    /// A stretch of text that both forms have, or that one of them has alone.
    public struct Piece: Sendable, Equatable {
        public var text: String
        public var isChanged: Bool

        public init(text: String, isChanged: Bool) { (self.text, self.isChanged) = (text, isChanged) }
    }

    public let new: [Piece]
    public let old: [Piece]

    /// - Returns: nil where the two say the same: widths, forms of a glyph, normalisation and spaces are no amendments.
    public init?(new: String, old: String) {
        guard Self.folded(new) != Self.folded(old) else { return nil }
        let (after, before) = (Self.words(new), Self.words(old))
        let kept = Self.withoutStrays(after.map(\.key).commonPairs(with: before.map(\.key)), after.map(\.key))
        self.new = Self.pieces(after, kept: Set(kept.map(\.new)))
        self.old = Self.pieces(before, kept: Set(kept.map(\.old)))
    }

    /// A text that only one of the two has.
    public static func only(_ text: String) -> [Piece] {
        text.isEmpty ? [] : [Piece(text: text, isChanged: true)]
    }

    // MARK: Words

    /// What texts are compared by: letters in one width and one form, without spaces.
    public static func folded(_ text: String) -> String {
        let wide = WidthFolding.ascii(KatakanaWidth.fullwidth(text))
        var scalars = String.UnicodeScalarView()
        for scalar in wide.unicodeScalars where !scalar.properties.isWhitespace {
            scalars.append(GlyphVariants.folded(scalar))
        }
        return String(scalars)
    }

    private struct Word {
        let text: String
        let key: String
    }

    /// Characters, but numbers and Latin words whole: 346,482 is not amended digit by digit.
    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var run = ""
        func endRun() {
            if !run.isEmpty { words.append(Word(text: run, key: folded(run))) }
            run = ""
        }
        for character in text {
            let folded = WidthFolding.ascii(String(character))
            let isPart = folded.unicodeScalars.allSatisfy {
                $0.isASCII && $0.properties.isAlphabetic || $0.properties.numericType == .decimal
            }
            if isPart || !run.isEmpty && [",", "."].contains(folded) {
                run.append(character)
            } else if character.isWhitespace {
                endRun()
                words.append(Word(text: String(character), key: ""))
            } else {
                endRun()
                words.append(Word(text: String(character), key: Self.folded(String(character))))
            }
        }
        endRun()
        return words
    }

    /// Without single characters that stand between two changes, which count as changed, too: 会場 for 教室 is one amendment.
    private static func withoutStrays(_ pairs: [(old: Int, new: Int)], _ keys: [String]) -> [(old: Int, new: Int)] {
        pairs.enumerated().filter { place, pair in
            func isCut(_ other: Int) -> Bool {
                guard pairs.indices.contains(other) else { return false }
                return abs(pairs[other].new - pair.new) > 1 || abs(pairs[other].old - pair.old) > 1
            }
            let isAlone = isCut(place - 1) && isCut(place + 1)
            return !isAlone || keys[pair.new].count != 1 || "。、".contains(keys[pair.new])
        }.map(\.element)
    }

    private static func pieces(_ words: [Word], kept: Set<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var space = ""
        for (place, word) in words.enumerated() {
            // White space says nothing: between what is changed it goes along, beside it it does not.
            if word.key.isEmpty {
                space += word.text
                continue
            }
            let isChanged = !kept.contains(place)
            if let last = pieces.last, last.isChanged == isChanged {
                pieces[pieces.count - 1].text += space + word.text
            } else if let last = pieces.last, !last.isChanged {
                pieces[pieces.count - 1].text += space
                pieces.append(Piece(text: word.text, isChanged: isChanged))
            } else {
                pieces.append(Piece(text: space + word.text, isChanged: isChanged))
            }
            space = ""
        }
        if !pieces.isEmpty { pieces[pieces.count - 1].text += space }
        return pieces
    }
}

extension [AmendedText.Piece] {
    /// The same text with nothing marked.
    var unmarked: [AmendedText.Piece] {
        isEmpty ? [] : [AmendedText.Piece(text: map(\.text).joined(), isChanged: false)]
    }
}
