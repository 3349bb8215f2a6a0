import Bytes
import Japanese

/// What its author meant to write later, or to take out: ○○, 要確認, TODO, ←ここ, 000-0000, ［氏名］.
public enum LeftoverRule {
    /// Signs that stand for words still to be found, twice or more in a row.
    private static let blanks = Set("○〇◯●◎×✕△▲▽▼□■◇◆＊＿？".unicodeScalars)

    /// What one such sign stands before, where it stands for a number: ○丁目, ●月, ＊時.
    private static let counted = [
        "丁目", "番", "号", "年", "月", "日", "名", "人", "件", "回", "か所", "カ所", "ヶ所", "か月", "円", "千円", "万円", "校", "歳", "時", "分",
        "％", "条",
    ].map { Array($0.unicodeScalars) }

    /// The same of words that a heading may begin with behind a mark: には、●団体が.
    private static let countedInSentences =
        counted
        + [
            "団体", "世帯", "箇所", "施設", "地区", "点", "台", "部", "ページ", "票", "学級", "クラス", "グループ",
        ].map { Array($0.unicodeScalars) }

    /// Words of work that is not done. None of them belongs to what is published.
    private static let words = [
        "要修正", "要入力", "要記入", "要差替", "要差し替え", "要検討", "作成中", "執筆中", "差替え予定", "差し替え予定", "修正案】", "【案】", "【仮】", "【要", "【確認】",
        "【確認中", "【確認待",
        "【未",
        "【旧】", "【新】", "未定稿", "課長指摘", "部長指摘", "係長指摘", "次長指摘", "課長修正", "部長修正", "係長修正", "課長コメント", "係長コメント", "部長コメント",
        "部長レク", "課長レク", "課長確認済",
        "係長確認済", "※後で", "※あとで", "※要", "※未", "※仮", "※ここ", "後で直す", "あとで直す", "ここに入れる", "ここに書く", "ここに本文",
        "ここに文章", "※課長に", "※係長に", "※部長に", "ここに挿入",
        "仮置き", "ダミー",
        "余白メモ", "メモ：", "に照会中", "ブックマークが定義されていません", "参照元が見つかりません", "Reference source not found", "Error! ", "<<", "＜＜",
        "???", "？？？", "こんな感じで", "ここまで修正", "ここまで確認", "ここから修正", "«", "»", "コメント [", "#REF!", "#N/A", "#VALUE!", "#NAME?",
        "#DIV/0!", "TODO", "ToDo", "FIXME", "TBD",
        "XXX", "ＸＸＸ", "X,XXX", "Lorem", "lorem", "ipsum", "〓",
    ].map { Array($0.unicodeScalars) }

    /// Words that say so only at the end of a text, in brackets or before a stop: 会場は調整中です is news.
    private static let closing = [
        "確認中", "調整中", "要確認", "差替", "に差し替え", "後に差し替え", "昨年度のまま", "前年度のまま", "昨年のまま", "前回のまま", "旧版のまま", "更新すること",
        "あとで", "後で確認", "あとで確認", "後日記入", "決まり次第差替え", "確定後", "後で添付", "後で追記", "後で入れる", "後で書く", "後で埋める", "昨年度の文のまま",
        "前年度の文のまま",
        "昨年の文のまま", "前回の文のまま", "膨らませる", "もう一度聞く", "仮押さえ", "回答待ち", "返事待ち", "返答待ち", "決裁待ち", "原稿待ち", "確認待ち", "資料待ち", "修正済",
        "修正済み", "反映済", "反映済み",
    ]
    .map { Array($0.unicodeScalars) }

    /// What stands alone in brackets in place of a value: （係名）, ［氏名］.
    private static let fields: Set<String> = [
        "氏名", "名前", "係名", "課名", "部署名", "学校名", "施設名", "会場名", "団体名", "住所", "金額", "日付", "年月日", "期日", "電話番号", "宛名", "担当者名",
        "題名", "仮", "Ｐ", "P", "案", "案1", "案2", "案１",
        "案２", "要確認", "未定", "画像", "写真", "図", "表", "名称は仮", "タイトル", "題名を入力", "本文", "件名",
    ]

    private static let wordsByHead = Dictionary(grouping: words) { $0[0] }
    private static let closingByHead = Dictionary(grouping: closing) { $0[0] }

    private static let heads = ScalarSet(
        (words + closing).map { $0[0] } + Array(blanks) + Array("←0XxNnＸＮ#＃（(［＜<？?★〔【第".unicodeScalars)
            + AuthorNoteRule.triggers)

    /// Whether a text may have something of the kind.
    public static func isSuspicious(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let scalar = UTF8Scalar(text, at: index)
            index += scalar.length
            guard let head = Unicode.Scalar(scalar.value), heads.contains(head) else { continue }
            let next = index < text.count ? text[index] : 0
            switch head {
            // 第2条 and 第一 are most of them.
            case "第":
                if next == 0x20 || next == 0xE3 { return true }
            // Noughts and letters that stand for others are several, or a word follows; a single 0 is a number's.
            case "0":
                if next == UInt8(ascii: "0") || next == UInt8(ascii: "-") || next == UInt8(ascii: ",") { return true }
            case "X", "N", "x", "n":
                if next >= 0x80 || next == UInt8(scalar.value) || next == UInt8(ascii: ",") { return true }
            case "ま":
                if index < text.count, UTF8Scalar(text, at: index).value == scalar.value { return true }
            default: return true
            }
        }
        return mayEndWithNote(text)
    }

    /// Whether the last words of a text may be a note without a mark.
    private static func mayEndWithNote(_ text: Span<UInt8>) -> Bool {
        var start = text.count
        repeat { start -= 1 } while start > 0 && text[start] & 0xC0 == 0x80
        return start >= 0 && Unicode.Scalar(UTF8Scalar(text, at: start).value).map(AuthorNoteRule.mayEnd) ?? false
    }

    /// Where they stand, in scalars.
    public static func find(in text: [Unicode.Scalar]) -> [Range<Int>] {
        guard text.contains(where: { heads.contains($0) }) || text.last.map(AuthorNoteRule.mayEnd) ?? false else {
            return []
        }
        let signs = signs(in: text)
        let notes = AuthorNoteRule.find(in: text).filter { note in !signs.contains { $0.overlaps(note) } }
        return notes.isEmpty ? signs : (signs + notes).sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func signs(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            if heads.contains(text[index]), let end = end(of: text, from: index) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// Texts that say what a sign means.
    private static let legends = ["を示す", "を表", "意味する", "置き換え", "のように", "印"].map { Array($0.unicodeScalars) }
    private static let samples = ["凡例", "記載例", "記入例"].map { Array($0.unicodeScalars) }

    /// Whether what stands behind a sign says what it means, or the text is one of signs.
    private static func isLegend(_ text: [Unicode.Scalar], behind end: Int) -> Bool {
        (text[..<end].suffix(200) + text[end...].prefix(200)).contains(anyOf: samples)
            || text[end...].prefix(16).contains(anyOf: legends)
    }

    /// What is quoted as it is to be written: 「○年○月○日」の欄, 「〇〇市」と伏せて.
    private static func isQuoted(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
        guard let open = text[..<start].suffix(40).lastIndex(where: { "「」".unicodeScalars.contains($0) }),
            text[open] == "「",
            let close = text[start...].prefix(40).firstIndex(where: { "「」".unicodeScalars.contains($0) }),
            text[close] == "」"
        else { return false }
        return quoting.contains { text[(close + 1)...].starts(with: $0) }
    }

    private static let quoting = ["の欄", "欄", "とある", "とあり", "と伏", "と表", "とし", "と書", "と記", "のよう", "を示", "という", "など"].map {
        Array($0.unicodeScalars)
    }

    /// Where what begins at a place ends; nil where nothing of the kind does.
    private static func end(of text: [Unicode.Scalar], from start: Int) -> Int? {
        let scalar = text[start]
        if blanks.contains(scalar), let end = endOfBlanks(text, start) { return end }
        switch scalar {
        case "←": return endOfArrow(text, start)
        case "0": return endOfNoughts(text, start)
        case "X", "x", "N", "n", "Ｘ", "Ｎ":
            if let end = endOfLetters(text, start) { return end }
        case "#", "＃":
            // 表#のとおり, 第#章
            if start > 0, text[start - 1].isKanji, start + 1 < text.count,
                text[start + 1].isHiragana || text[start + 1].isKanji
            {
                return start + 1
            }
        case "（", "(", "［", "〔", "＜", "<":
            if let end = endOfField(text, start) { return end }
        case "【":
            if let end = endOfNote(text, start) { return end }
        case "第": return endOfGap(text, start)
        default: break
        }
        for word in wordsByHead[scalar] ?? [] where text[start...].starts(with: word) {
            // TODOリスト is a list of things to do.
            let behind = text[(start + word.count)...]
            // So is what is put somewhere for the time being: 資材を仮置きする.
            if word == ["仮", "置", "き"], behind.first.map({ "場すしさせの".unicodeScalars.contains($0) }) ?? false {
                return nil
            }
            return behind.starts(with: "リスト".unicodeScalars) || isQuoted(text, start) ? nil : start + word.count
        }
        for word in closingByHead[scalar] ?? [] where text[start...].starts(with: word) {
            let end = start + word.count
            // （時期は調整中）, 人数は確認中
            let behind = text[end...].first { $0 != "：" }
            if behind.map({ "）)】］〕\n。".unicodeScalars.contains($0) }) ?? true,
                behind != "。" || isInBrackets(text, start)
            {
                return end
            }
            if word == ["要", "確", "認"], end < text.count, text[end] == "：" || text[end] == ":" { return end }
        }
        return nil
    }

    private static func isInBrackets(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        text[..<place].last { "（(【〔［）)】〕］".unicodeScalars.contains($0) }.map { "（(【〔［".unicodeScalars.contains($0) }
            ?? false
    }

    private static func endOfBlanks(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        let scalar = text[start]
        let end = text[start...].firstIndex { $0 != scalar } ?? text.count
        let before = start > 0 ? text[start - 1] : nil
        if scalar == "？" {
            // 定員は何人？？
            if end - start >= 2, before.map({ $0.isKanji || $0.isHiragana || $0.isDigit }) ?? false,
                end == text.count || "。）)】".unicodeScalars.contains(text[end])
            {
                return end
            }
            // 日没の？分前
            if before == "の", end - start == 1, let word = counted.first(where: { text[end...].starts(with: $0) }),
                text[(end + word.count)...].first.map({ "前後間目".unicodeScalars.contains($0) }) ?? false
            {
                return end + word.count
            }
            // ？？者, 別紙？のとおり; なぜ？と asks.
            guard end < text.count, before.map({ $0.isKanji }) ?? true || end - start > 1 else { return nil }
            return end - start > 1 && text[end].isKanji
                || "のはをがに".unicodeScalars.contains(text[end]) && !(before?.isHiragana ?? true) ? end : nil
        }
        if isLegend(text, behind: end) || isQuoted(text, start) { return nil }
        if isWithinNumber(text, start) { return nil }
        // １〇〇 and 二〇〇〇 are numbers.
        // 80人〇〇人: a counter before it is no numeral.
        let isBehindCounter = start > 0 && "人年月日号条項".unicodeScalars.contains(text[start - 1])
        if scalar == "〇", isBehindCounter, end - start >= 2 { return end }
        // 令和7年〇月〇日
        if scalar == "〇", isBehindCounter, end < text.count, "月日".unicodeScalars.contains(text[end]) { return end + 1 }
        // 〇〇人 has a number yet to be found; 〇人 may be a numeral's end.
        let isCounted = end - start >= 2 && end < text.count && "年人件回校名".unicodeScalars.contains(text[end])
        if scalar == "〇", isNumeral(text, start - 1) || isNumeral(text, end) && !isCounted { return nil }
        if end - start >= 2 { return end }
        // 別紙●
        if start >= 2, ["別紙", "様式", "別表", "資料"].contains(String(scalars: text[(start - 2)..<start])) {
            return end
        }
        let isInSentence = before.map { $0.isHiragana || $0.isKanji || $0 == "、" } ?? false
        let words = isInSentence ? countedInSentences : counted
        guard scalar != "×", scalar != "＿", let word = words.first(where: { text[end...].starts(with: $0) }) else {
            return nil
        }
        // ○人は、: a sign with a word of its own stands apart.
        return before.map { $0.isDigit || $0 == "・" } ?? false ? nil : end + word.count
    }

    /// ←ここを直す; in a diagram both ends of an arrow have words.
    private static func endOfArrow(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard start == 0 || " 　。（(".unicodeScalars.contains(text[start - 1]) else { return nil }
        let end = text[start...].firstIndex { "\n）)".unicodeScalars.contains($0) } ?? text.count
        return end - start > 1 ? end : nil
    }

    /// 000-0000, 0,000千円
    private static func endOfNoughts(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        // 072-000-0000 by itself is a datum; in a sentence it is a number made up on purpose.
        let isDatum = text.allSatisfy { $0.isDigit || $0 == "-" }
        let inside = isDatum ? ",." : "-,."
        guard start == 0 || !(text[start - 1].isDigit || inside.unicodeScalars.contains(text[start - 1])) else {
            return nil
        }
        let end = text[start...].firstIndex { $0 != "0" && $0 != "-" && $0 != "," } ?? text.count
        let zeros = text[start..<end].count { $0 == "0" }
        guard end == text.count || !text[end].isDigit else { return nil }
        if text[start..<end].contains(",") { return zeros >= 4 ? end : nil }
        return zeros >= 6 && text[start..<end].contains("-") ? end : nil
    }

    /// X年, 令和N年度, 0797-XX-XXXX
    private static func endOfLetters(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        let scalar = text[start]
        let before = start > 0 ? text[start - 1] : nil
        if before?.isLatin ?? false { return nil }
        let end = text[start...].firstIndex { $0 != scalar } ?? text.count
        let isMasked =
            end - start >= 2
            && (before == "-"
                || end < text.count && text[end] == "-" && end + 1 < text.count && text[end + 1] == scalar)
        // XX人
        let isCounted = end - start >= 2 && counted.contains { text[end...].starts(with: $0) }
        if scalar == "X" || scalar == "Ｘ", isMasked || isCounted { return end }
        if scalar == "x", isMasked, end - start >= 3 { return end }
        guard end - start == 1, end < text.count, scalar != "n", scalar != "x" else { return nil }
        let isYear = text[end] == "年" && (before.map { $0.isKanji || $0.isHiragana || $0 == "、" } ?? true)
        let isCount =
            ["月", "日", "名", "人", "件", "回", "円"].contains(text[end])
            && (before.map { $0.isHiragana || $0 == "年" || $0 == "月" || $0 == "、" } ?? false)
        return isYear || isCount ? end + 1 : nil
    }

    private static let persons = ["委員", "教諭", "校長", "議員", "氏", "様", "さん"].map { Array($0.unicodeScalars) }

    private static let closers: [Unicode.Scalar: Unicode.Scalar] = [
        "（": "）", "(": ")", "［": "］", "〔": "〕", "＜": "＞", "<": ">",
    ]

    /// （係名）, ［氏名］: a bracket round the name of what is to be written.
    private static func endOfField(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard let closing = closers[text[start]], let end = text[start...].prefix(12).firstIndex(of: closing),
            end > start + 1, start > 0
        else {
            return nil
        }
        let word = String(scalars: text[(start + 1)..<end])
        // 担当課：（担当課名を入力）
        if word.hasSuffix("を入力") || word.hasSuffix("を挿入"), "：:".unicodeScalars.contains(text[start - 1]) {
            return end + 1
        }
        guard fields.contains(word) else { return nil }
        // 教育長の（氏名）とする, （氏名）委員
        let isPerson =
            word == "氏名" && (text[start - 1] == "の" || persons.contains { text[(end + 1)...].starts(with: $0) })
        // A note such as （仮） stands behind a name; 氏名（名前） and a table's 図（表） do not.
        if text[start] == "（" || text[start] == "(", !isPerson,
            ["氏名", "名前", "図", "表", "写真", "案", "未定", "住所", "金額", "年月日", "日付", "期日"].contains(word)
        {
            return nil
        }
        return end + 1
    }

    /// 【別紙は後日差し替え】: a note to oneself, among headings in such brackets.
    private static func endOfNote(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard let end = text[start...].prefix(30).firstIndex(of: "】") else { return nil }
        let isNote = notes.contains { word in
            text[start...end].indices.contains { text[$0...end].starts(with: word) }
        }
        if isNote { return end + 1 }
        // 担当は【担当名】です: 【日時】 before what it is the title of is none.
        let name = String(scalars: text[(start + 1)..<end])
        let isInSentence = text[(end + 1)...].first.map { "でのにがをはまへ。、".unicodeScalars.contains($0) } ?? false
        return isInSentence && start > 0 && (fields.contains(name) || name.hasSuffix("名")) ? end + 1 : nil
    }

    /// 【利用を検討中の方へ】 is a heading: what may stand in one is a note only at its end.
    private static let notes = [
        "差し替え", "差替", "追記予定", "追記する", "挿入する", "作業用", "未確定", "未確認", "修正予定", "作成予定", "仮置き", "ダミー", "未定】", "確認中】",
        "調整中】", "検討中】", "後日】", "追って】", "あとで】", "後で】", "を入れる】", "を書く】", "を足す】", "を確認】", "と確認】", "に確認】", "ておいてください】",
        "直してください】",
        "直して】", "書きかけ】", "途中】", "作業中】", "さん、ここ", "さん確認",
    ].map { Array($0.unicodeScalars) }

    /// 規則第 条: the number of a provision that is still to be looked up.
    private static func endOfGap(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard let end = text[(start + 1)...].firstIndex(where: { $0 != " " && $0 != "　" }), end > start + 1,
            "条項".unicodeScalars.contains(text[end]), start > 0
        else { return nil }
        return end + 1
    }

    /// 一〇〇％, 二○○九年, 九、二八七、〇〇〇: noughts behind a numeral, in groups of three behind a comma.
    private static func isWithinNumber(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
        let noughts: [Unicode.Scalar] = ["〇", "○"]
        var end = start
        while noughts.contains(text[start]), let head = text[..<end].lastIndex(where: { !noughts.contains($0) }) {
            if "一二三四五六七八九".unicodeScalars.contains(text[head]) { return true }
            let group = text[(head + 1)...].prefix { noughts.contains($0) }
            guard ["、", "，"].contains(text[head]), group.count == 3 else { return false }
            end = head
        }
        return false
    }

    private static func isNumeral(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        text.indices.contains(index)
            && (text[index].isDigit || text[index].isKanjiNumeral
                || "百千万年月日人条項号".unicodeScalars.contains(text[index]))
    }
}
