import Diagnostics
import Japanese

/// A facility's name as it is compared: NPO法人みらい フリースクール みらい and みらい are one.
struct ComparedName: Sendable {
    /// The name without what kind of body or place it is; of one that says nothing else, all of it.
    let core: String
    /// What kind of place it says it is.
    private let kinds: Set<String>

    init(_ name: String) {
        let words = WidthFolding.ascii(name).split { $0 == " " }.map { Self.folded(String($0)) }
        // The body that runs it stands before it.
        let bodies = words.prefix { word in Self.bodies.contains { word.hasPrefix($0) && word != $0 } }
        let all = (bodies.count < words.count ? words.dropFirst(bodies.count) : words[...]).joined()
        let named = Self.without(Self.bodies, all)
        let core = Self.without(Self.kinds, named)
        self.core = core.unicodeScalars.count < 2 ? named : core
        kinds = core.unicodeScalars.count < 2 ? [] : Set(Self.kinds.filter { named.contains($0) })
    }

    /// Bodies that run a place, as `folded` has them.
    private static let bodies = [
        "認定特定非営利活動法人", "特定非営利活動法人", "認定npo法人", "npo法人", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人",
        "社会福祉法人", "学校法人", "医療法人", "宗教法人", "株式会社", "有限会社", "合同会社", "合資会社", "(株)", "(有)", "(一社)", "(特非)",
    ].map(folded)

    /// Kinds of place, of which one operator may run several side by side.
    private static let kinds = [
        "フリースクール", "フリースペース", "オルタナティブスクール", "オルタナティブ・スクール", "サポート校", "居場所", "教育支援センター", "学習支援教室",
        "放課後等デイサービス",
    ].map(folded)

    /// Without spaces, widths, brackets, glyph variants; katakana as hiragana, Roman numerals as digits.
    private static func folded(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in WidthFolding.hiragana(WidthFolding.ascii(name)).unicodeScalars {
            switch scalar {
            case " ", "・", "(", ")", "「", "」", "『", "』", "\"", "'", ".", "、", "-", "~", "〜": continue
            case "A"..."Z": scalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            case "Ⅰ"..."Ⅻ": scalars.append(contentsOf: String(scalar.value - 0x215F).unicodeScalars)
            case "ⅰ"..."ⅻ": scalars.append(contentsOf: String(scalar.value - 0x216F).unicodeScalars)
            default: scalars.append(GlyphVariants.folded(scalar))
            }
        }
        return String(scalars)
    }

    private static func without(_ words: [String], _ name: String) -> String {
        words.reduce(name) { $0.replacing($1, with: "") }
    }

    /// Whether two are one: one of them may leave out what kind of place it is, or the branch.
    func isSame(as other: ComparedName) -> Bool {
        guard kinds.isEmpty || other.kinds.isEmpty || kinds == other.kinds else { return false }
        if core == other.core { return true }
        let (short, long) = core.utf8.count < other.core.utf8.count ? (core, other.core) : (other.core, core)
        let rest = long.dropFirst(short.count)
        return short.count >= 2 && long.hasPrefix(short) && !Self.isPart(rest)
            && ["校", "教室", "本部", "校舎", "分室", "キャンパス"].contains { rest.hasSuffix(Self.folded($0)) }
    }

    /// Whether one is a slip for the other: a letter or two in kana.
    func isNear(_ other: ComparedName) -> Bool {
        let (a, b) = (Array(core), Array(other.core))
        // To compare costs the product of the lengths.
        guard kinds.isEmpty || other.kinds.isEmpty || kinds == other.kinds, (4...200).contains(min(a.count, b.count)),
            max(a.count, b.count) <= 200
        else { return false }
        return NearestName.distance(a, b) <= max(1, min(a.count, b.count) / 5)
    }

    /// Whether what they differ in says which of several it is: 小学部 and 中等部, 第1 and 第2, A and B.
    func isDistinguished(from other: ComparedName) -> Bool {
        if !kinds.isEmpty, !other.kinds.isEmpty, kinds != other.kinds { return true }
        let (a, b) = (Array(core), Array(other.core))
        let before = zip(a, b).prefix { $0 == $1 }.count
        let behind = zip(a.dropFirst(before).reversed(), b.dropFirst(before).reversed()).prefix { $0 == $1 }.count
        let differing = [a.dropFirst(before).dropLast(behind), b.dropFirst(before).dropLast(behind)]
        return differing.contains { !$0.isEmpty } && differing.allSatisfy { $0.isEmpty || Self.isPart($0) }
            && (before + behind > 0)
    }

    /// Whether it says which part or which of several: 中等部, 第二, B, 女子.
    private static func isPart(_ text: some Collection<Character>) -> Bool {
        text.allSatisfy {
            "0123456789abcdefghijklmnopqrstuvwxyz一二三四五六七八九十第号小中高大学初前後東西南北上下男女児童生徒子部等級科年本分新旧館校室教".contains($0)
        }
    }
}
