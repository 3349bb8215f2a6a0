import Bytes
import Diagnostics
import Japanese

/// A facility's name as it is compared: NPO法人みらい フリースクール みらい and みらい are one.
struct ComparedName: Sendable {
    /// The name without what kind of body or place it is; of one that says nothing else, all of it.
    let core: String
    /// What kind of place it says it is.
    private let kinds: Set<String>

    init(_ name: String) {
        let plain = Self.withoutNotes(WidthFolding.ascii(name))
        let words = plain.split { $0 == " " }.map { Self.folded(String($0)) }.filter { !$0.isEmpty }
        // The body that runs it stands before it, or alone.
        let bodies = words.prefix { word in Self.bodies.contains { word.hasPrefix($0) && word != $0 } }
        let all = (bodies.count < words.count ? words.dropFirst(bodies.count) : words[...]).joined()
        let named = Self.without(Self.bodies, all)
        let core = Self.without(Self.kinds, named)
        self.core = core.unicodeScalars.count < 2 ? named : core
        kinds = core.unicodeScalars.count < 2 ? [] : Set(Self.kinds.filter { named.contains(bytesOf: $0) })
    }

    /// Bodies that run a place, as `folded` has them, the longer before those that are in them.
    private static let bodies = [
        "認定特定非営利活動法人", "特定非営利活動法人", "認定NPO法人", "NPO法人", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "労働者協同組合",
        "社会福祉法人", "学校法人", "医療法人", "宗教法人", "株式会社", "有限会社", "合同会社", "合資会社",
    ].map(folded)

    /// How bodies are written short: (株), ㈱; NPO before a name.
    private static let abbreviations = [
        "(株)", "(有)", "(同)", "(資)", "(名)", "(一社)", "(一財)", "(公社)", "(公財)", "(特非)", "(福)", "(学)", "(医)", "(宗)", "(NPO)",
        "㈱", "㈲", "㈻", "NPO ",
    ]

    /// Kinds of place, of which one operator may run several side by side.
    private static let kinds = [
        "フリースクール", "フリースペース", "オルタナティブスクール", "サポート校", "居場所", "教育支援センター", "学習支援教室", "放課後等デイサービス",
    ].map(folded)

    /// Without abbreviations of bodies, and without notes in brackets: who runs it, what it was called, how it is read.
    private static func withoutNotes(_ name: String) -> String {
        var name = abbreviations.reduce(name) { $0.replacing(bytesOf: $1, with: " ") }
        while let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") {
            let note = name[name.index(after: open)..<close]
            let isReading = !note.isEmpty && note.unicodeScalars.allSatisfy { $0.isHiragana || $0.isKatakana }
            let isAside =
                isReading || ["運営", "旧", "通称", "略称", "NPO"].contains { note.hasPrefix($0) } || note.contains("法人")
                || note.contains("会社")
            // What is in other brackets is part of the name.
            name.replaceSubrange(open...close, with: isAside ? "" : "\(note)")
        }
        return name.split(separator: "/").first.map(String.init) ?? name
    }

    /// Without spaces, widths, marks, glyph variants; katakana as hiragana, Roman numerals as letters, 第一 as 第1.
    private static func folded(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        let words = name.replacing(bytesOf: "子供", with: "こども").replacing(bytesOf: "子ども", with: "こども")
        let sounds = [("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"), ("ゔ", "ぶ")]
        let text = sounds.reduce(WidthFolding.hiragana(words)) { $0.replacing(bytesOf: $1.0, with: $1.1) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "A"..."Z": scalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            case "0"..."9", "a"..."z": scalars.append(scalar)
            case "Ⅰ"..."Ⅻ": scalars.append(contentsOf: roman[Int(scalar.value - 0x2160)].unicodeScalars)
            case "ⅰ"..."ⅻ": scalars.append(contentsOf: roman[Int(scalar.value - 0x2170)].unicodeScalars)
            case "①"..."⑳": scalars.append(contentsOf: String(scalar.value - 0x245F).unicodeScalars)
            case "々": if let last = scalars.last { scalars.append(last) }
            case "ヶ", "ゖ", "け", "が": scalars.append("け")
            case "﨑": scalars.append("崎")
            case "\u{FA10}": scalars.append("塚")
            case _ where scalars.last == "第" && KanjiNumeral.value(scalar) != nil:
                scalars.append(contentsOf: String(KanjiNumeral.value(scalar) ?? 0).unicodeScalars)
            // Letters of other scripts tell several apart: α, β.
            case _ where scalar.properties.isAlphabetic || scalar == "ー": scalars.append(GlyphVariants.folded(scalar))
            default: break
            }
        }
        return String(scalars)
    }

    private static let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

    private static func without(_ words: [String], _ name: String) -> String {
        words.reduce(name) { $0.replacing(bytesOf: $1, with: "") }
    }

    private func hasKind(of other: ComparedName) -> Bool {
        kinds.isEmpty || other.kinds.isEmpty || kinds == other.kinds
    }

    /// How two names stand to each other.
    enum Likeness: Int {
        case other
        /// A letter or two in kana differ: a slip for the other.
        case near
        /// One leaves out the branch.
        case branch
        case same
    }

    func likeness(to other: ComparedName) -> Likeness {
        guard hasKind(of: other) else { return .other }
        if core == other.core { return .same }
        if isBranch(of: other) || other.isBranch(of: self) { return .branch }
        return isNear(other) ? .near : .other
    }

    private func isBranch(of other: ComparedName) -> Bool {
        guard other.core.count >= 2, core.hasPrefix(other.core) else { return false }
        let rest = core.dropFirst(other.core.count)
        return Self.branches.contains { rest.hasSuffix($0) && rest.count > $0.count }
            && !["学校", "小学部", "中学部"].contains { rest.hasSuffix($0) }
    }

    private static let branches = ["校", "本部", "校舎", "キャンパス"].map(folded)

    /// Whether it says which branch it is.
    var namesBranch: Bool { Self.branches.contains { core.hasSuffix($0) } }

    private func isNear(_ other: ComparedName) -> Bool {
        let (a, b) = (Array(core), Array(other.core))
        // To compare costs the product of the lengths.
        guard (4...200).contains(min(a.count, b.count)), max(a.count, b.count) <= 200 else { return false }
        let before = zip(a, b).prefix { $0 == $1 }.count
        let behind = zip(a.dropFirst(before).reversed(), b.dropFirst(before).reversed()).prefix { $0 == $1 }.count
        let differing = a.dropFirst(before).dropLast(behind) + b.dropFirst(before).dropLast(behind)
        // い組 and ろ組 are two, and so is what differs in kanji, letters or numbers.
        let isKana = differing.allSatisfy { letter in letter.unicodeScalars.allSatisfy { $0.isHiragana || $0 == "ー" } }
        let follows = behind > 0 ? a[a.count - behind] : nil
        return isKana && !["組", "班"].contains(follows)
            && NearestName.distance(a, b) <= max(1, min(a.count, b.count) / 5)
    }

    /// Whether what they differ in says which of several it is: 小学部 and 中等部, 第1 and 第2, A and B, 昼間部 and 夜間部.
    func isDistinguished(from other: ComparedName) -> Bool {
        let (a, b) = (Array(core), Array(other.core))
        var before = zip(a, b).prefix { $0 == $1 }.count
        // I and II, 1 and 12 are told apart as wholes.
        while before > 0, a[before - 1].isASCII { before -= 1 }
        var behind = zip(a.dropFirst(before).reversed(), b.dropFirst(before).reversed()).prefix { $0 == $1 }.count
        while behind > 0, a[a.count - behind].isASCII { behind -= 1 }
        let differing = [a.dropFirst(before).dropLast(behind), b.dropFirst(before).dropLast(behind)]
        return hasKind(of: other) && before + behind > 0 && differing.allSatisfy { !$0.isEmpty && Self.isPart($0) }
    }

    /// Whether it says which part or which of several: 中等部, 第2, B, 女子.
    private static func isPart(_ text: some Collection<Character>) -> Bool {
        text.allSatisfy {
            "0123456789abcdefghijklmnopqrstuvwxyzαβγ甲乙丙第号小中高大学初前後東西南北上下左右昼夜朝夕間男女児童生徒子部等級科年本分新旧館月火水木金土日曜".contains($0)
        }
    }
}
