/// Characters that have no business in a published paper.
enum CharacterRule {
    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        for (index, scalar) in text.enumerated() {
            let place = index..<index + 1
            switch scalar.value {
            case 0xFFFD:
                findings.append(ProofreadingFinding(.replacementCharacter, place))
            case 0xFF66...0xFF9D:
                findings.append(ProofreadingFinding(.halfwidthKatakana, place))
            case 0x00A0, 0x00AD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0xFEFF:
                findings.append(
                    ProofreadingFinding(.invisibleCharacter, place, replacement: scalar.value == 0xA0 ? " " : ""))
            case (0x3099...0x309A) where index > 0:
                let pair = String(String.UnicodeScalarView([text[index - 1], scalar]))
                findings.append(
                    ProofreadingFinding(
                        .decomposed, index - 1..<index + 1, replacement: composed(text[index - 1], scalar) ?? pair))
            case 0xFA10:
                // 塚: NFC gives the ordinary character (Unicode Standard Annex #15).
                findings.append(ProofreadingFinding(.compatibilityIdeograph, place, replacement: "塚"))
            default:
                break
            }
        }
        return findings.reduce(into: []) { merged, finding in
            // A word of half-width katakana is one finding.
            if let last = merged.last, last.kind == finding.kind, last.kind == .halfwidthKatakana,
                last.range.upperBound == finding.range.lowerBound
            {
                merged[merged.count - 1] = ProofreadingFinding(
                    .halfwidthKatakana, last.range.lowerBound..<finding.range.upperBound)
            } else {
                merged.append(finding)
            }
        }
    }

    /// か + ゙ → が: the voiced letter stands one or two behind the plain one.
    private static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> String? {
        let offset: UInt32 = mark.value == 0x3099 ? 1 : 2
        guard base.isHiragana || base.isKatakana, let scalar = Unicode.Scalar(base.value + offset) else { return nil }
        // Swift compares canonically, which is what is wanted here.
        let pair = String(String.UnicodeScalarView([base, mark]))
        return String(scalar) == pair ? String(scalar) : nil
    }
}
