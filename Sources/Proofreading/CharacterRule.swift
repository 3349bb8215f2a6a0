import Japanese

/// Characters that have no business in a published paper.
enum CharacterRule {
    /// Kangxi radicals and the supplement (CJK Radicals): text copied from some PDF files has them for kanji.
    private static let radicals: ClosedRange<UInt32> = 0x2E80...0x2FD5

    /// The kanji of U+2F00 and those behind it (their compatibility decompositions, in Japanese forms).
    private static let kanjiOfRadicals = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛\
        矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麦麻黄黍黒黹黽鼎鼓鼠鼻斉歯龍亀龠
        """.unicodeScalars)

    /// The kanji that a radical looks like; nil for those that look like none.
    private static func kanji(ofRadical scalar: Unicode.Scalar) -> String? {
        if scalar.value >= 0x2F00 { return String(kanjiOfRadicals[Int(scalar.value) - 0x2F00]) }
        switch scalar.value {
        case 0x2E9F: return "母"
        case 0x2EA0: return "民"
        case 0x2EC4: return "西"
        case 0x2EC6: return "角"
        case 0x2ED1: return "長"
        case 0x2ED8: return "青"
        case 0x2EDD: return "食"
        case 0x2EE8: return "麦"
        case 0x2EE9: return "黄"
        case 0x2EEB: return "斉"
        case 0x2EED: return "歯"
        case 0x2EF2: return "亀"
        default: return nil
        }
    }

    /// What turns the direction of what follows (UAX #9 §2): a line may then read as another than it is.
    private static let direction: [ClosedRange<UInt32>] = [
        0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
    ]

    /// Spaces that look like others, characters without a look of their own, and numbers that are no characters.
    private static let invisible: [ClosedRange<UInt32>] = [
        0x00A0...0x00A0, 0x00AD...0x00AD, 0x034F...0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
        0x200B...0x200D, 0x2028...0x2029, 0x2060...0x2065, 0x206A...0x206F, 0x2800...0x2800, 0x3164...0x3164,
        0xFDD0...0xFDEF, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF,
    ]

    static let triggers = [
        Trigger.anywhere(
            direction + invisible + [radicals, 0x3099...0x309C, 0xFA10...0xFA10, 0xFF61...0xFF9F, 0xFFFD...0xFFFD])
    ]

    /// Whether a character lies where such ones do.
    static func mayBeHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0xA0, 0x2010..<0x2028, 0x3000..<0x3164, 0x3165..<0xD800, 0xFF01..<0xFFA0: false
        default: direction.contains { $0.contains(value) } || isInvisible(value)
        }
    }

    /// The same of all planes: variation selectors belong to the character before them.
    static func isInvisible(_ value: UInt32) -> Bool {
        value & 0xFFFE == 0xFFFE || (0xE0000...0xE00FF).contains(value) || invisible.contains { $0.contains(value) }
    }

    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        var flag = 0..<0
        for (index, scalar) in text.enumerated() {
            let place = index..<index + 1
            switch scalar.value {
            case 0x1F3F4:
                flag = flagTags(text, behind: index)
            case 0xFFFD:
                findings.append(ProofreadingFinding(.replacementCharacter, place))
            case 0xFF61...0xFF9F:
                if let finding = soundMark(text, index) {
                    findings.append(finding)
                    break
                }
                findings.append(
                    ProofreadingFinding(
                        .halfwidthKatakana, place, replacement: KatakanaWidth.fullwidth(text[index...index])))
            case 0x200D where joinsEmoji(text, index), _ where flag.contains(index):
                break
            case _ where direction.contains { $0.contains(scalar.value) }:
                findings.append(ProofreadingFinding(.directionControl, place, replacement: ""))
            case _ where isInvisible(scalar.value):
                findings.append(
                    ProofreadingFinding(.invisibleCharacter, place, replacement: scalar.value == 0xA0 ? " " : ""))
            case (0x3099...0x309A) where index > 0:
                findings.append(
                    ProofreadingFinding(
                        .decomposed, index - 1..<index + 1,
                        // A mark behind a letter that bears none was not meant.
                        replacement: KatakanaWidth.composed(text[index - 1], scalar) ?? String(text[index - 1])))
            case 0x309B...0x309C:
                findings += [soundMark(text, index)].compactMap(\.self)
            case radicals:
                guard let right = kanji(ofRadical: scalar) else { break }
                findings.append(ProofreadingFinding(.compatibilityIdeograph, place, replacement: right))
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
                    .halfwidthKatakana, last.range.lowerBound..<finding.range.upperBound,
                    replacement: KatakanaWidth.fullwidth(text[last.range.lowerBound..<finding.range.upperBound]))
            } else {
                merged.append(finding)
            }
        }
    }

    /// Whether a joiner makes one emoji of two: 👩‍🏫 (Unicode Technical Standard #51, ED-16).
    private static func joinsEmoji(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0, index + 1 < text.count else { return false }
        // A variation selector may stand between: 🏳️‍🌈.
        let before = text[index - 1].value == 0xFE0F && index > 1 ? text[index - 2] : text[index - 1]
        return isPicture(before) && isPicture(text[index + 1])
    }

    /// Digits count as emoji, too; they are not meant.
    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0xFF && scalar.properties.isEmoji }

    /// The tag characters that spell out which region's flag the black one is, their end included (the same, ED-14a): letters and
    /// digits of ISO 3166-2, as in gbsct. More than these would be text that nobody sees.
    private static func flagTags(_ text: [Unicode.Scalar], behind index: Int) -> Range<Int> {
        let tags = text[(index + 1)...].prefix(7).prefix { (0xE0020...0xE007E).contains($0.value) }
        let isRegion = tags.allSatisfy {
            (0xE0030...0xE0039).contains($0.value) || (0xE0061...0xE007A).contains($0.value)
        }
        guard (3...6).contains(tags.count), isRegion, tags.endIndex < text.count, text[tags.endIndex].value == 0xE007F
        else { return 0..<0 }
        return tags.startIndex..<tags.endIndex + 1
    }

    /// A mark of its own (゛ or ﾞ) behind a full-width letter that bears it in one character.
    private static func soundMark(_ text: [Unicode.Scalar], _ index: Int) -> ProofreadingFinding? {
        let combining: Unicode.Scalar
        switch text[index].value {
        case 0x309B, 0xFF9E: combining = "\u{3099}"
        case 0x309C, 0xFF9F: combining = "\u{309A}"
        default: return nil
        }
        guard index > 0, let whole = KatakanaWidth.composed(text[index - 1], combining) else { return nil }
        return ProofreadingFinding(.decomposed, index - 1..<index + 1, replacement: whole)
    }
}
