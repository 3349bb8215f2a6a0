package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let doubledParticle = DiagnosticCode(
        "J007", canBeAllowed: true,
        meaning: (
            ja: "「のの」「をを」「、、」のように、助詞や句読点が2回打たれているようです。",
            en: "A particle or a stop seems to be typed twice, as in のの, をを or 、、."
        ),
        reason: (
            ja: "打ち間違いのある文書は、内容まで疑われます。",
            en: "A slip of typing makes readers doubt the contents too."
        ),
        wrong: "description: 学校をを訪問し、支援の方法を助言する。",
        right: "description: 学校を訪問し、支援の方法を助言する。")
}

/// Particles and stops typed twice: のの, をを, 、、.
enum ParticleRule {
    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        text.indices.dropLast().compactMap { index in
            let scalar = text[index]
            if let right = joined(text, index) {
                return ProofreadingFinding(.doubledParticle, index..<index + 2, replacement: right)
            }
            guard scalar == text[index + 1], isParticle(scalar) else { return nil }
            let before = index > 0 ? text[index - 1] : " "
            let after = index + 2 < text.count ? text[index + 2] : " "
            // Three in a row are one finding, at the first pair.
            guard before != scalar, isDoubled(scalar, before, after) else { return nil }
            return ProofreadingFinding(.doubledParticle, index..<index + 2, replacement: String(scalar))
        }
    }

    /// These, and what `joined` knows.
    static let triggers: [Trigger] = [.doubled(particles + "て及"), .pair("を", "に"), .pair("が", "は")]

    private static let particles = "のをがにではへと、。"

    private static func isParticle(_ scalar: Unicode.Scalar) -> Bool { particles.unicodeScalars.contains(scalar) }

    /// Pairs that stand in no word: からのの, についてて, 学校がは実施し, 及及び.
    private static func joined(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        let behind = text[(index + 2)...]
        let isBeforeKanji = behind.first?.isKanji ?? false
        func follows(_ words: [String]) -> Bool {
            words.contains { text[..<index].suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
        }
        switch (text[index], text[index + 1]) {
        case ("の", "の"):
            // 互いのの役割, but くまのの森.
            return follows(behindNo) && !(behind.first?.isHiragana ?? false) ? "の" : nil
        case ("て", "て"): return follows(["につい", "によっ", "に当たっ", "に関し"]) ? "て" : nil
        case ("が", "が"):
            return ["ある", "あり", "あっ", "ない", "でき"].contains { behind.starts(with: $0.unicodeScalars) } ? "が" : nil
        case ("を", "に") where isBeforeKanji: return "を"
        case ("が", "は") where isBeforeKanji && index > 0 && text[index - 1].isKanji: return "が"
        case ("及", "及"): return "及"
        default: return nil
        }
    }

    /// Words in kana that の stands behind once.
    private static let behindNo = [
        "から", "まで", "への", "との", "互い", "ため", "こと", "とき", "それぞれ", "子ども", "こども", "いじめ", "ところ", "など", "だけ", "ごと", "たち",
        "ほか", "うち",
    ]

    /// A word that begins or ends with the letter has hiragana beside it (ものの, 家でできる, 里山ののどかな); を is in no word.
    private static func isDoubled(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
        scalar == "を" || scalar == "、" || scalar == "。" || !before.isHiragana && !before.isBlank && !after.isHiragana
    }
}
