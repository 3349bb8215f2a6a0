import Japanese

/// Cyrillic and Greek letters that look like Latin ones, in a word with Latin letters: Раl for Pal. Nobody sees the difference,
/// and no search finds the word.
enum MixedScriptRule {
    /// The Latin letter that another looks like (Unicode's confusables, UTS #39, as far as fonts do not tell them apart).
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip(
            "АВЕКМНОРСТУХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ".unicodeScalars,
            "ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXovp".unicodeScalars))

    static let triggers = [Trigger.anywhere(latin.keys.map { $0.value...$0.value })]

    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        guard text.contains(where: { latin[$0] != nil }) else { return [] }
        var findings: [ProofreadingFinding] = []
        var index = 0
        while index < text.count {
            let end = text[index...].firstIndex { !isLetter($0) } ?? text.count
            let word = text[index..<end]
            if word.contains(where: \.isLatin) {
                for place in word.indices {
                    guard let right = latin[word[place]] else { continue }
                    findings.append(
                        ProofreadingFinding(
                            .lookAlike(right: String(right)), place..<place + 1, replacement: String(right)))
                }
            }
            index = max(end, index + 1)
        }
        return findings
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLatin || (0x0370...0x052F).contains(scalar.value)
    }
}
