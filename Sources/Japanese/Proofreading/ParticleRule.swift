/// Particles and stops typed twice: のの, をを, 、、.
enum ParticleRule {
    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        text.indices.dropLast().compactMap { index in
            let scalar = text[index]
            guard scalar == text[index + 1], isParticle(scalar) else { return nil }
            let before = index > 0 ? text[index - 1] : " "
            let after = index + 2 < text.count ? text[index + 2] : " "
            // Three in a row are one finding, at the first pair.
            guard before != scalar, isDoubled(scalar, before, after) else { return nil }
            return ProofreadingFinding(.doubledParticle, index..<index + 2, replacement: String(scalar))
        }
    }

    private static func isParticle(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "の", "を", "が", "に", "で", "は", "へ", "と", "、", "。": true
        default: false
        }
    }

    /// A word that begins or ends with the letter has hiragana beside it (ものの, 家でできる, 里山ののどかな); を is in no word.
    private static func isDoubled(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
        scalar == "を" || scalar == "、" || scalar == "。" || !before.isHiragana && before != " " && !after.isHiragana
    }
}
