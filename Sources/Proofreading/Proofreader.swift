import Japanese

/// What a careful proof-reader finds in a piece of Japanese text without knowing what it is about.
///
/// Each rule is a file of its own; places are offsets in Unicode scalars.
public struct ProofreadingFinding: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case replacementCharacter, halfwidthKatakana, invisibleCharacter, directionControl, decomposed,
            compatibilityIdeograph
        case unopenedBracket, unclosedBracket
        /// Closed by a bracket of another sort, or of another width.
        case otherBracket(open: String), otherWidthBracket
        case lookAlike(right: String)
        case smallTsu
        /// キヤンパス for キャンパス.
        case largeKana
        case doubledParticle, doubledWord
        case spaceInWord
    }

    /// Whether it is of how a word is written, which names decide for themselves.
    public var isOfWording: Bool {
        switch kind {
        case .lookAlike, .smallTsu, .largeKana, .doubledParticle, .doubledWord, .spaceInWord: true
        default: false
        }
    }

    public let kind: Kind
    public let range: Range<Int>
    /// The text that should stand there, where that is certain.
    public let replacement: String?

    init(_ kind: Kind, _ range: Range<Int>, replacement: String? = nil) {
        (self.kind, self.range, self.replacement) = (kind, range, replacement)
    }
}

public enum Proofreader {
    /// Signs of which some programs write one for the other; who writes both has mixed them.
    public static let ambiguousSigns: [Unicode.Scalar] = ["～", "〜", "－", "−"]

    /// Whether a text has anything that a rule may object to: most have not.
    /// - Parameter isProse: whether it is one of sentences; else it is by its stops and commas.
    public static func isSuspicious(_ text: Span<UInt8>, isProse: Bool = false) -> Bool {
        ProofreadingFilter.isSuspicious(text, isProse: isProse)
    }

    /// Faults of single characters, in text of any sort.
    public static func characters(_ text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        CharacterRule.findings(in: text) + MixedScriptRule.findings(in: text)
    }

    /// Of these findings those about what nobody sees.
    public static func hidden(_ text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        // Most texts have none, and a look at each character's number tells.
        guard text.contains(where: { CharacterRule.mayBeHidden($0.value) }) else { return [] }
        return CharacterRule.findings(in: text).filter {
            [.invisibleCharacter, .directionControl].contains($0.kind)
        }
    }

    /// What a text is, which decides what can be wrong with it.
    public enum Genre: Sendable { case prose, name, address }

    /// Faults of words and sentences.
    public static func words(_ text: [Unicode.Scalar], genre: Genre) -> [ProofreadingFinding] {
        let findings =
            BracketRule.findings(in: text) + LookAlikeRule.findings(in: text, isAddress: genre == .address)
            + ParticleRule.findings(in: text) + DoubledWordRule.findings(in: text, isAddress: genre == .address)
            + LargeKanaRule.findings(in: text)
        return genre == .prose ? findings + SpaceRule.findings(in: text) : findings
    }
}
