import Diagnostics
import Japanese

/// What a sentence says of two figures that stand in it: by how much one has changed, to how many times, which share one is of the other.
enum ChangeRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        quantities.indices.dropLast().compactMap { place in
            let (one, other) = (quantities[place], quantities[place + 1])
            let third = place + 2 < quantities.count ? quantities[place + 2] : nil
            guard one.unit == other.unit, !relations.contains(one.unit) || one.unit == "%" else { return nil }
            let line = Line(text: text, end: sentence.upperBound)
            let gap = text[one.range.upperBound..<other.range.lowerBound]
            if let third, let finding = result(one, other, third, gap, line) { return finding }
            if isWhole(gap) { return third.flatMap { share(of: one, other, $0, line) } }
            guard let change = change(one, other, gap, line) else { return nil }
            return direction(change, third, line) ?? third.flatMap { amount(change, $0, line) }
        }
    }

    /// Units of what two figures make together.
    private static let relations: Set<String> = ["倍", "割", "%", "ポイント"]

    private struct Line {
        let text: [Unicode.Scalar]
        let end: Int

        /// What stands right behind a figure.
        func behind(_ quantity: Quantity) -> ArraySlice<Unicode.Scalar> { text[quantity.range.upperBound..<end] }

        func between(_ one: Quantity, _ other: Quantity) -> ArraySlice<Unicode.Scalar> {
            text[one.range.upperBound..<other.range.lowerBound]
        }
    }

    private struct Change {
        let from: Quantity
        let to: Quantity
        /// The one that stands behind.
        let last: Quantity
    }

    // MARK: From one figure to another

    /// 292人から令和5年度の512人へ; 96人で、前年度の112人より.
    private static func change(
        _ one: Quantity, _ other: Quantity, _ gap: ArraySlice<Unicode.Scalar>, _ line: Line
    ) -> Change? {
        guard gap.count <= 20, !gap.contains(anyOf: asides) else { return nil }
        let behind = line.behind(other)
        if gap.starts(with: "から".unicodeScalars),
            behind.start(of: goals) != nil
        {
            return Change(from: one, to: other, last: other)
        }
        guard gap.contains(anyOf: pasts),
            gap.start(of: states) != nil,
            behind.start(of: thans) != nil
        else { return nil }
        return Change(from: other, to: one, last: other)
    }

    private static let asides = [[Unicode.Scalar]].words("。 うち 目標 定員 全国 平均")
    private static let goals = [[Unicode.Scalar]].words("へ に、 に増 に減 に上 に下 に伸 と、 となり まで増 まで減 に")
    private static let pasts = [[Unicode.Scalar]].words("前年 昨年 前回 前期 一昨年")
    private static let states = [[Unicode.Scalar]].words("で、 で 、 となり、 と、 であり、")
    private static let thans = [[Unicode.Scalar]].words("より から に比べ と比べ を上回 を下回")
    private static let links = [[Unicode.Scalar]].words("に、 と、 となり、 へ、 と")
    private static let negations = [[Unicode.Scalar]].words("ない ず、 ません 目標")
    private static let up = [[Unicode.Scalar]].words("増 上昇 上回 多く 多い 多か 伸び")
    private static let down = [[Unicode.Scalar]].words("減 低下 下回 少な")

    /// 40件から52件に減った
    private static func direction(_ change: Change, _ third: Quantity?, _ line: Line) -> WordingFinding? {
        guard change.from.value != change.to.value else { return nil }
        let isSaid = third.map { line.between(change.last, $0).count <= 12 && isAmount($0, of: change) } ?? false
        let behind = line.behind(isSaid ? third ?? change.last : change.last).prefix(12)
        // 5人から8人にし、負担を減らした: what is said behind is of something else.
        let start = isSaid ? behind : behind.dropFirst(behind.start(of: links)?.count ?? 0)
        let words = start.prefix { !"。（）、をがは".unicodeScalars.contains($0) }
        guard !words.contains(anyOf: negations),
            let place = words.indices.first(where: { words[$0...].start(of: up + down) != nil }),
            let word = words[place...].start(of: up + down)
        else { return nil }
        let isUp = up.contains(word)
        guard isUp != (change.to.value > change.from.value) else { return nil }
        let (from, to) = (change.from.text, change.to.text)
        return WordingFinding(
            .disagreeingFigures,
            change.from.range.lowerBound < change.to.range.lowerBound
                ? change.from.range.lowerBound..<place + word.count : change.to.range.lowerBound..<place + word.count,
            Phrase(
                ja: "\(from)から\(to)は、\(isUp ? "減って" : "増えて")います",
                en: "from \(from) to \(to) is \(isUp ? "less" : "more")"),
            help: Phrase(ja: "数か、増減の言葉を確かめてください", en: "check the figures, and which way they go"))
    }

    private static func isAmount(_ third: Quantity, of change: Change) -> Bool {
        third.unit == change.from.unit || relations.contains(third.unit)
    }

    /// 約1.5倍になった, 5割増えた, 16人増えた
    private static func amount(_ change: Change, _ third: Quantity, _ line: Line) -> WordingFinding? {
        let gap = line.between(change.last, third)
        let behind = line.behind(third)
        guard gap.count <= 14, change.from.value > 0,
            !gap.contains(anyOf: breaks)
        else { return nil }
        let difference = abs(change.to.value - change.from.value)
        let isChange = behind.prefix(4).contains(anyOf: up + down)
        let expected: Double
        switch third.unit {
        case "倍": expected = change.to.value / change.from.value
        case change.from.unit where isChange, "ポイント" where change.from.unit == "%": expected = difference
        case "割" where isChange: expected = difference / change.from.value * 10
        case "%" where isChange: expected = difference / change.from.value * 100
        case let unit where isChange && change.from.unit == "%" && ["人", "件", "名"].contains(unit):
            return WordingFinding(
                .disagreeingFigures, third.range,
                Phrase(ja: "割合の差が「\(third.text)」になっています", en: "\(third.text) is no difference of shares"),
                help: Phrase(ja: "単位は「ポイント」ではありませんか", en: "was ポイント meant?"))
        default: return nil
        }
        return finding(third, expected, gap, behind)
    }

    /// 80人から16人増え、96人となりました: what comes of a change.
    private static func result(
        _ one: Quantity, _ change: Quantity, _ third: Quantity, _ gap: ArraySlice<Unicode.Scalar>, _ line: Line
    ) -> WordingFinding? {
        guard third.unit == one.unit, gap.elementsEqual(["か", "ら"]) || gap.elementsEqual(["よ", "り"]),
            case let between = line.between(change, third), let word = between.start(of: up + down),
            between.dropFirst(word.count).start(of: results) != nil, between.count <= 10,
            line.behind(third).start(of: ends) != nil
        else { return nil }
        let expected = one.value + (up.contains(word) ? change.value : -change.value)
        return finding(third, expected, between, line.behind(third))
    }

    private static let results = [[Unicode.Scalar]].words("え、 加し、 、 少し、 り、 して え加し加し、 えて って")
    private static let ends = [[Unicode.Scalar]].words("とな にな でし です に達 へ")

    // MARK: Shares

    /// 80人のうち52人, 80人中52人
    private static func isWhole(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
        gap.count <= 16 && gap.start(of: ofWhole) != nil && !gap.contains { $0.isDigit }
    }

    /// 80人のうち52人が回答し、回答率は65％であった
    private static func share(
        of whole: Quantity, _ part: Quantity, _ third: Quantity, _ line: Line
    ) -> WordingFinding? {
        let gap = line.between(part, third)
        guard third.unit == "%" || third.unit == "割", whole.value > 0, gap.count <= 20,
            !gap.contains(anyOf: others),
            gap.contains(anyOf: rates) || between.contains(where: { gap.elementsEqual($0) })
        else { return nil }
        let expected = part.value / whole.value * (third.unit == "%" ? 100 : 10)
        return finding(third, expected, gap, line.behind(third))
    }

    private static let breaks = [[Unicode.Scalar]].words("。 うち （ 全国 目標 平均 年前 前の 比 が は を も")
    private static let ofWhole = [[Unicode.Scalar]].words("のうち 中")
    /// What a share says of others than the part before it.
    private static let others = [[Unicode.Scalar]].words("。 前年 昨年 全国 県 市の 平均 残 ほか 目標 うち 増 減 満足 正答 達成")
    /// What is a share of the whole by its name.
    private static let rates = [[Unicode.Scalar]].words("回答率 参加率 出席率 利用率 提出率 回収率 登録率 割合 全体の")
    private static let between = [[Unicode.Scalar]].words("（ （約 ( (約 で、 で、約 、 、約 で 、ほぼ で、およそ")
    private static let rough = [[Unicode.Scalar]].words("約 およそ おおよそ ほぼ 概ね おおむね")
    private static let roughBehind = [[Unicode.Scalar]].words("程度 近 弱 強 前後 ほど くらい ぐらい")
    private static let atLeast = [[Unicode.Scalar]].words("以上 を超 超 余 強 あまり")
    private static let atMost = [[Unicode.Scalar]].words("未満 弱 以下 近")

    private static func finding(
        _ written: Quantity, _ expected: Double, _ before: ArraySlice<Unicode.Scalar>,
        _ behind: ArraySlice<Unicode.Scalar>
    ) -> WordingFinding? {
        let isRough = before.ends(with: rough) || behind.start(of: roughBehind) != nil
        // 8割以上 is said of 9, and 未満 of less.
        if behind.start(of: atLeast) != nil, written.value <= expected + 1e-9 { return nil }
        if behind.start(of: atMost) != nil, written.value + 1e-9 >= expected { return nil }
        guard !written.agrees(with: expected, isRough: isRough) else { return nil }
        let right = Quantity.text(expected, decimals: written.decimals) + written.unit
        return WordingFinding(
            .disagreeingFigures, written.range,
            Phrase(
                ja: "前の二つの数からは\(right)になりますが、\(written.text)とあります",
                en: "the two figures before it make \(right), and \(written.text) is written"),
            help: Phrase(ja: "三つの数を確かめてください", en: "check the three figures"))
    }
}
