import Diagnostics
import Japanese

/// Parts that a sentence counts and the total that it says: 小学生18人、中学生33人の計52人; 51人（小学生18人、中学生32人）.
enum SumRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        quantities.indices.compactMap { place in
            total(quantities, place, text, sentence) ?? bracketed(quantities, place, text, sentence)
                ?? itemized(quantities, place, text, sentence)
        }
    }

    private static let totals = [[Unicode.Scalar]].words("合計で 合計は 合計 合わせて あわせて 合わせると 合わせた あわせた 総計 計 全")
    /// What may stand between the last part and the word of the total.
    private static let links = [[Unicode.Scalar]].words("の 、 で、 で が、 （ となり、 、以上 、これらを を")
    /// What makes figures others than parts of one whole.
    private static let apart = [[Unicode.Scalar]].words(
        "うち から より 増 減 前年 昨年 前回 約 以上 以下 未満 など 等、 等で 等の ほか その他を 延べ 平均 最大 各 ずつ 当たり あたり 毎 につき 除 含 又は または 定員 目標 予定 申込 重複 累計 全国 目安"
    )

    /// 小学生18人、中学生33人の計52人
    private static func total(
        _ quantities: [Quantity], _ place: Int, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let total = quantities[place]
        let before = text[sentence.lowerBound..<total.range.lowerBound]
        guard let word = totals.first(where: { before.ends(with: [$0]) }) else { return nil }
        let wordStart = total.range.lowerBound - word.count
        // 統計, 会計, 累計
        if word.count == 1, wordStart > sentence.lowerBound, text[wordStart - 1].isKanji { return nil }
        var parts: [Quantity] = []
        var next = wordStart
        for part in quantities[..<place].reversed() {
            let gap = text[part.range.upperBound..<next]
            guard part.unit == total.unit,
                parts.isEmpty ? gap.isEmpty || links.contains(where: { gap.elementsEqual($0) }) : isRow(gap)
            else { break }
            parts.append(part)
            next = part.range.lowerBound
        }
        guard parts.count >= 2, !name(before: next, text, sentence).contains(anyOf: apart),
            !isRemarked(total, text, sentence)
        else { return nil }
        // A sentence may have named something before the parts.
        var sum = parts[0].value
        let sums = parts.dropFirst().map { part in
            sum += part.value
            return sum
        }
        guard !sums.contains(where: { agrees(total, $0, parts) }) else { return nil }
        return finding(total, sums[sums.count - 1])
    }

    /// 合計18人（両方に参加した児童4人を含む。）
    private static func isRemarked(_ total: Quantity, _ text: [Unicode.Scalar], _ sentence: Range<Int>) -> Bool {
        let behind = text[total.range.upperBound..<sentence.upperBound]
        guard behind.first == "（" else { return false }
        return behind.prefix(40).contains(anyOf: remarks)
    }

    /// Who is counted once, in however many parts.
    private static let persons = [[Unicode.Scalar]].words("実人 実数")
    private static let remarks = [[Unicode.Scalar]].words("含 除 重 両方 うち 延べ 実人 実数 複数")

    /// Shares and amounts of large units are rounded, each by half of the last figure.
    private static func agrees(_ total: Quantity, _ sum: Double, _ parts: [Quantity]) -> Bool {
        if total.agrees(with: sum, isRough: false) { return true }
        guard ["%", "割", "億円", "百万円", "万円", "千円"].contains(total.unit) else { return false }
        let last = (parts + [total]).map(\.decimals).min() == 0 ? 1 : 0.1
        return abs(total.value - sum) <= last * Double(parts.count + 1) / 2 + 1e-9
    }

    /// 51人（小学生18人、中学生32人）; prices in brackets are those of several.
    private static func bracketed(
        _ quantities: [Quantity], _ place: Int, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let total = quantities[place]
        let open = total.range.upperBound
        guard open < sentence.upperBound, text[open] == "（", !total.unit.hasSuffix("円"), total.unit != "%",
            let close = text[open..<sentence.upperBound].prefix(120).firstIndex(of: "）")
        else { return nil }
        let parts = quantities[(place + 1)...].prefix { $0.range.upperBound <= close }
        guard parts.count >= 2, let first = parts.first, parts.last?.range.upperBound == close,
            parts.allSatisfy({ $0.unit == total.unit }),
            zip(parts, parts.dropFirst()).allSatisfy({ isRow(text[$0.range.upperBound..<$1.range.lowerBound]) }),
            isName(text[(open + 1)..<first.range.lowerBound]),
            !name(before: total.range.lowerBound, text, sentence).contains(anyOf: persons),
            !name(before: total.range.lowerBound, text, sentence).contains(anyOf: apart)
        else { return nil }
        let sum = parts.reduce(0) { $0 + $1.value }
        return total.agrees(with: sum, isRough: false) ? nil : finding(total, sum)
    }

    /// 掲載しているのは11施設で、内訳は市内が6施設、市外が6施設です。
    private static func itemized(
        _ quantities: [Quantity], _ place: Int, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let total = quantities[place]
        let behind = text[total.range.upperBound..<sentence.upperBound]
        guard let link = behind.start(of: itemizing)
        else {
            return nil
        }
        let parts = Array(quantities[(place + 1)...].prefix { $0.unit == total.unit })
        guard parts.count >= 2, parts.count == quantities.count - place - 1, let first = parts.first,
            let last = parts.last,
            isName(text[(total.range.upperBound + link.count)..<first.range.lowerBound]),
            zip(parts, parts.dropFirst()).allSatisfy({ isRow(text[$0.range.upperBound..<$1.range.lowerBound]) }),
            text[last.range.upperBound..<sentence.upperBound].start(
                of: endings) != nil
        else { return nil }
        let sum = parts.reduce(0) { $0 + $1.value }
        return total.agrees(with: sum, isRough: false) ? nil : finding(total, sum)
    }

    private static let itemizing = [[Unicode.Scalar]].words("で、内訳は の内訳は、 の内訳は で、その内訳は 、内訳は （内訳は （内訳： で、内訳が")
    private static let endings = [[Unicode.Scalar]].words("です である で、 でした であった ） 。 となって")
    private static let signs = [[Unicode.Scalar]].words("、 ， 及び と ・ で、 、及び 並びに")

    /// Whether the next part of a row begins there: 、中学生.
    private static func isRow(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let sign = gap.start(of: signs) else { return false }
        return isName(gap.dropFirst(sign.count))
    }

    private static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.count <= 16 && !text.contains { $0.isDigit || "。（）「」".unicodeScalars.contains($0) }
            && !text.contains(anyOf: apart)
    }

    private static func name(
        before end: Int, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> ArraySlice<Unicode.Scalar> {
        let before = text[sentence.lowerBound..<end].suffix(16)
        return before[(before.lastIndex { "、。（".unicodeScalars.contains($0) }.map { $0 + 1 } ?? before.startIndex)...]
    }

    private static func finding(_ total: Quantity, _ sum: Double) -> WordingFinding {
        let right = Quantity.text(sum, decimals: total.decimals) + total.unit
        return WordingFinding(
            .partsTotal, total.range,
            Phrase(ja: "内訳を足すと\(right)で、\(total.text)になりません", en: "the parts add up to \(right), not \(total.text)"),
            help: Phrase(ja: "内訳か合計を確かめてください", en: "check the parts, and the total"))
    }
}
