/// Particles typed twice: のの, をを.
enum ParticleRule {
    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        text.indices.dropLast().compactMap { index in
            let scalar = text[index]
            guard scalar == text[index + 1], "のをがにではへと".unicodeScalars.contains(scalar) else { return nil }
            let before = index > 0 ? text[index - 1] : " "
            let after = index + 2 < text.count ? text[index + 2] : " "
            // Three in a row are one finding, at the first pair.
            guard before != scalar, isDoubled(scalar, before, after) else { return nil }
            return ProofreadingFinding(.doubledParticle, index..<index + 2, replacement: String(scalar))
        }
    }

    /// The words in which two such letters stand side by side rightly are left alone.
    private static func isDoubled(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
        switch scalar {
        case "を": true
        // もののあはれ, そのの.
        case "の": before != "も" && before != "こ" && before != "そ"
        case "が", "へ": !before.isHiragana || !after.isHiragana
        // 〜にに, 〜でで: behind a kanji or katakana.
        case "に", "で": before.isKanji || before.isKatakana
        // はは and とと begin words too: only between a kanji and a kanji.
        default: (before.isKanji || before.isKatakana) && (after.isKanji || after == "、")
        }
    }
}
