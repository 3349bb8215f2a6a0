import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let mixedNumerals = DiagnosticCode(
        "J021", canBeAllowed: true,
        meaning: (
            ja: "一つの文の中で、同じ種類の数が、漢数字と算用数字、又は全角と半角の両方で書かれています。「,」を付けた数と付けない数の混在も含みます。",
            en:
                "Numbers of one kind are written in kanji and in digits, or in two widths, in one sentence. Thousands parted by a comma in one number and not in another are told, too."
        ),
        reason: (
            ja: "比べる数を読み違えます。「一人一人」「三者面談」のような言葉の中の数は、漢数字のままで構いません。",
            en: "Numbers that belong together are misread. Those in words, as in 三者面談, stay in kanji."
        ),
        wrong: "開室は週5日、1日六時間とする。", right: "開室は週5日、1日6時間とする。",
        source: (ja: "公用文作成の考え方 Ⅰ－4", en: "公用文作成の考え方 Ⅰ-4"))
}

/// Numbers of one sentence in two manners: 週5日、1日六時間 (公用文作成の考え方 Ⅰ-4).
enum NumeralRule {
    /// What is counted; words such as 一人 and 三者 that are no counts by themselves are left out below.
    private static let counters = [
        "時間", "日間", "週間", "年間", "年度", "か月", "段階", "種類", "項目", "か所", "施設", "人", "名", "回", "校", "件", "円", "点", "枚", "部",
        "分",
        "歳", "学級",
        "区分", "科目", "単位",
    ].map { Array($0.unicodeScalars) }

    private struct Number {
        let range: Range<Int>
        let isKanji: Bool
        let isFullwidth: Bool
        let value: String
        let counter: [Unicode.Scalar]
    }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        Sentences.ranges(in: text).flatMap { sentence -> [WordingFinding] in
            if let hour = hour(in: text, sentence) { return [finding(hour, text)] }
            if let odd = oddPoint(in: text, sentence) ?? oddWidth(in: text, sentence) { return [odd] }
            if let plain = ungrouped(in: text, sentence) { return [plain] }
            let numbers = numbers(in: text, sentence)
            guard numbers.count > 1 else { return [] }
            let digits = numbers.filter { !$0.isKanji }
            if let odd = digits.first(where: { number in
                digits.first { $0.counter == number.counter }.map { $0.isFullwidth != number.isFullwidth } ?? false
            }) {
                return [finding(odd, text)]
            }
            guard !digits.isEmpty else { return [] }
            return numbers.filter { number in number.isKanji && digits.contains { clash($0, number) } }.prefix(1).map {
                finding($0, text)
            }
        }
    }

    /// 1２月: both widths in one number.
    private static func oddWidth(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> WordingFinding? {
        guard
            let place = sentence.dropFirst().first(where: { place in
                text[place].isDigit && text[place - 1].isDigit
                    && text[place].isASCIIDigit != text[place - 1].isASCIIDigit
            })
        else { return nil }
        let start = (text[..<place].lastIndex { !$0.isDigit } ?? -1) + 1
        let end = text[place...].firstIndex { !$0.isDigit } ?? text.count
        let written = String(scalars: text[start..<end])
        return WordingFinding(
            .mixedNumerals, start..<end,
            Phrase(ja: "「\(written)」に、全角と半角の数字が混ざっています", en: "\(written) has digits of both widths"),
            help: Phrase(ja: "どちらかにそろえてください", en: "write them in one width"))
    }

    /// 20.000円: a point where thousands are parted.
    private static func oddPoint(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> WordingFinding? {
        sentence.lazy.compactMap { place -> WordingFinding? in
            guard text[place] == "." || text[place] == "．", place > sentence.lowerBound, text[place - 1].isDigit,
                text[(place + 1)...].prefix(3).allSatisfy({ $0 == "0" || $0 == "０" }),
                "円人千万件".unicodeScalars.contains(text.dropFirst(place + 4).first ?? "x")
            else { return nil }
            var start = place
            while start > sentence.lowerBound, text[start - 1].isDigit { start -= 1 }
            let written = String(scalars: text[start..<place + 4])
            let right = written.replacing(/[.．]/, with: ",")
            return WordingFinding(
                .mixedNumerals, start..<place + 4,
                Phrase(ja: "「\(written)」の桁区切りが、小数点になっています", en: "thousands of \(written) are parted by a point"),
                help: Phrase(ja: "「\(right)」に直してください", en: "write \(right)"), replacement: right)
        }.first
    }

    /// 1645人 beside 3,120人: thousands parted here and not there.
    private static func ungrouped(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> WordingFinding? {
        var plain: Range<Int>?
        var isGrouped = false
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard text[index].isASCIIDigit else {
                index += 1
                continue
            }
            let start = index
            while index < sentence.upperBound, text[index].isASCIIDigit || text[index] == "," { index += 1 }
            let digits = text[start..<index]
            let isCounted = units.contains { text[index..<sentence.upperBound].starts(with: $0) }
            let isPart = start > sentence.lowerBound && "-.－ー".unicodeScalars.contains(text[start - 1])
            guard isCounted, !isPart else { continue }
            if isMisgrouped(digits) { return misgrouped(start..<index, text) }
            if digits.contains(",") {
                isGrouped = true
            } else if digits.count >= 4, plain == nil {
                plain = start..<index
            }
        }
        guard isGrouped, let plain else { return nil }
        let number = String(scalars: text[plain])
        return WordingFinding(
            .mixedNumerals, plain,
            Phrase(
                ja: "「\(number)」には、同じ文のほかの数のような「,」がありません",
                en: "\(number) has no comma, unlike another number in the sentence"),
            help: Phrase(ja: "「,」の付け方をそろえてください", en: "group the thousands of both, or of neither"),
            replacement: Int(number).map { Numerals.grouped($0) })
    }

    /// 93,21,243, 1,2345: commas that part something, though not thousands. 2,3 is two or three.
    private static func isMisgrouped(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false).map(\.count)
        guard groups.count > 1, let first = groups.first else { return false }
        return !((1...3).contains(first) && groups.dropFirst().allSatisfy { $0 == 3 }) && groups.contains { $0 > 2 }
    }

    private static func misgrouped(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> WordingFinding {
        let number = String(scalars: text[range])
        return WordingFinding(
            .mixedNumerals, range,
            Phrase(ja: "「\(number)」の「,」が、3桁ごとではありません", en: "the commas of \(number) do not part thousands"),
            help: Phrase(ja: "桁が抜けていないか確かめてください", en: "see whether a digit is missing"))
    }

    private static let units = ["人", "円", "千円", "万円", "百万円", "件", "回", "名", "部", "冊", "世帯", "校", "時間"].map {
        Array($0.unicodeScalars)
    }

    /// 四時30分, 4時三十分: a time whose hour is written otherwise than its minutes.
    private static func hour(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> Number? {
        for place in sentence where text[place] == "時" && place > sentence.lowerBound && place + 1 < sentence.upperBound
        {
            let (before, behind) = (text[place - 1], text[place + 1])
            guard before.isKanjiNumeral && behind.isDigit || before.isDigit && behind.isKanjiNumeral,
                text[(place + 1)..<sentence.upperBound].first(where: { !$0.isDigit && !$0.isKanjiNumeral }) == "分"
            else { continue }
            // 授業を一時10分間止める: a word of its own.
            if before == "一", place < 2 || !"前後十".unicodeScalars.contains(text[place - 2]) { continue }
            let start = text[..<place].lastIndex { !$0.isDigit && !$0.isKanjiNumeral }.map { $0 + 1 } ?? 0
            return Number(
                range: start..<place + 1, isKanji: before.isKanjiNumeral, isFullwidth: false, value: "",
                counter: ["時"])
        }
        return nil
    }

    /// 一人 and 二人 are words, beside other numbers of persons as well.
    private static func clash(_ digits: Number, _ kanji: Number) -> Bool {
        // 十分 and 一部 are words.
        let counter = String(scalars: kanji.counter)
        if kanji.value == "十" && counter == "分" || kanji.value == "一" && counter == "部" { return false }
        guard ["一", "二"].contains(kanji.value),
            ["人", "回", "名", "部", "点"].contains(String(scalars: kanji.counter))
        else {
            return digits.counter == kanji.counter || isTime(digits.counter) && isTime(kanji.counter)
        }
        return digits.counter == kanji.counter && WidthFolding.ascii(digits.value) == (kanji.value == "一" ? "1" : "2")
    }

    private static func isTime(_ counter: [Unicode.Scalar]) -> Bool {
        ["時間", "日間", "週間", "年間", "か月", "分", "日"].contains(String(scalars: counter))
    }

    private static func numbers(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [Number] {
        var numbers: [Number] = []
        var index = sentence.lowerBound
        var quotation = Quotation()
        while index < sentence.upperBound {
            quotation.pass(text[index])
            let isKanji = text[index].isKanjiNumeral
            guard isKanji || text[index].isDigit, !quotation.isOpen else {
                index += 1
                continue
            }
            let end =
                text[index..<sentence.upperBound].firstIndex {
                    isKanji ? !($0.isKanjiNumeral || $0 == "百" || $0 == "千") : !($0.isDigit || $0 == "," || $0 == "，")
                } ?? sentence.upperBound
            let before = index > sentence.lowerBound ? text[index - 1] : nil
            defer { index = end }
            // 第三, 再三, 一人一人 and 統一 hold no count.
            guard !isKanji || !(before?.isKanji ?? false) || isCounted(text, index), before != "第",
                let counter = counters.first(where: { text[end..<sentence.upperBound].starts(with: $0) })
                    ?? (isKanji
                        ? nil : (end < sentence.upperBound && text[end] == "日" ? Array("日".unicodeScalars) : nil))
            else { continue }
            let behind = text[min(end + counter.count, sentence.upperBound)..<sentence.upperBound].first
            if isKanji, behind.map({ $0.isKanji }) ?? false { continue }
            numbers.append(
                Number(
                    range: index..<end + counter.count, isKanji: isKanji,
                    isFullwidth: !isKanji && !text[index].isASCIIDigit,
                    value: String(scalars: text[index..<end]), counter: counter))
        }
        return numbers
    }

    /// 1日六時間: the kanji before is what another number counts.
    private static func isCounted(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        index > 1 && "日週月年回人".unicodeScalars.contains(text[index - 1]) && text[index - 2].isDigit
    }

    private static func finding(_ number: Number, _ text: [Unicode.Scalar]) -> WordingFinding {
        let written = String(scalars: text[number.range])
        return WordingFinding(
            .mixedNumerals, number.range,
            Phrase(
                ja: "一つの文の中で、「\(written)」だけ数字の書き方が違います",
                en: "\"\(written)\" is written in another manner than the numbers beside it"),
            help: Phrase(ja: "文書の数字の書き方にそろえてください", en: "write all numbers of a sentence in one manner"))
    }
}
