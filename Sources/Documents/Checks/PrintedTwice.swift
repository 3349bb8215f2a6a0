package import Diagnostics
import Files
import Japanese
import Mustache
import Records

extension DiagnosticCode {
    package static let addedSign = DiagnosticCode(
        "R009", canBeAllowed: true,
        meaning: (
            ja: "文書が値の前後に自動で付けるもの（「※」「」「（案）」「年」など）が、値にも書かれています。",
            en: "What documents print round a value by themselves (※, 「」, （案）, 年) is typed in the value, too."
        ),
        reason: (
            ja: "同じ記号や語が2回続けて印刷されます。",
            en: "It would be printed twice in a row."
        ),
        wrong: "note: ※見学は予約が必要です。",
        right: "note: 見学は予約が必要です。")

    package static let printedTwice = DiagnosticCode(
        "T031", canBeAllowed: true,
        meaning: (
            ja: "値と一緒に印刷される単位や記号が、ひな形でもタグの隣に書かれています。又は、同じ値や同じ行が続けて2回出ます。",
            en:
                "A unit or sign that is printed with a value is typed beside its tag, too; or one value or line is printed twice in a row."
        ),
        reason: (
            ja: "割合は「3.03%」、年度は「令和6年度」のように、単位の付いた形で印刷されます。単位を書くと「3.03%%」「令和6年度年度」になります。",
            en: """
            Rates, fiscal years and dates are printed with their units, as in 3.03% and 令和6年度: typed once more, they \
            stand twice.
            """
        ),
        wrong: "{{statistics.city.latest.rate}}%", right: "{{statistics.city.latest.rate}}")
}

/// What is printed twice, once by a template and once by the value in it: 3年 before 年, （予定） before （予定）.
///
/// Where the value is a text, it is the data that has what documents add; where it is a date, a year or a number, which print
/// their units themselves, it is the template.
enum PrintedTwice {
    /// - Parameter data: the value's place and text, where it is a text of the data.
    static func finding(
        _ edge: RepeatedEdge, data: (place: Diagnostic.Place, text: String)?, tag: Diagnostic.Place
    ) -> Diagnostic? {
        guard isRepetition(edge) else { return nil }
        let isWhole = isEnclosed(edge.value)
        let text = isWhole ? String([edge.value.first, edge.value.last].compactMap(\.self)) : edge.text
        guard let data else {
            return Diagnostic(
                .printedTwice, .warning, at: tag,
                Phrase(
                    ja: "「\(tag.source.text(tag.range))」は「\(edge.value)」と印刷されるので、「\(text)」が2回出ます",
                    en: "\(tag.source.text(tag.range)) is printed as \"\(edge.value)\", so \"\(text)\" stands twice"),
                help: Phrase(
                    ja: "タグの\(edge.side == .before ? "前" : "後")の「\(text)」を消してください",
                    en: "leave out \"\(text)\" \(edge.side == .before ? "before" : "behind") the tag"))
        }
        let rest = remainder(data.text, edge, isWhole)
        return Diagnostic(
            .addedSign, .warning, at: data.place,
            Phrase(
                ja: "「\(text)」は文書に自動で付くので、2回出ます", en: "documents print \(text) by themselves, so it would stand twice"),
            help: Phrase(ja: "「\(text)」を消してください", en: "leave \(text) out"),
            notes: [Diagnostic.Note(tag, Phrase(ja: "印刷するのはここです", en: "it is printed here"))],
            fixIts: rest.map {
                [
                    Diagnostic.FixIt(
                        data.place, replacement: $0, isCertain: isWhole || text.unicodeScalars.contains(where: isSign))
                ]
            } ?? [])
    }

    /// The value without what is printed beside it; nil where nothing would remain.
    private static func remainder(_ text: String, _ edge: RepeatedEdge, _ isWhole: Bool) -> String? {
        var rest = text.unicodeScalars[...]
        let count = isWhole ? 1 : edge.text.unicodeScalars.count
        if isWhole || edge.side == .before {
            guard isWhole || rest.starts(with: edge.text.unicodeScalars) else { return nil }
            rest = rest.dropFirst(count)
        }
        if isWhole || edge.side == .behind {
            guard isWhole || rest.suffix(count).elementsEqual(edge.text.unicodeScalars) else { return nil }
            rest = rest.dropLast(count)
        }
        let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{3000}" }
        rest = rest.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
        return rest.isEmpty ? nil : String(rest)
    }

    // MARK: What counts

    private static let openings = Array("「『（(【〈《".unicodeScalars)
    private static let closings = Array("」』）)】〉》".unicodeScalars)
    /// Signs that stand before what they belong to.
    private static let leading: Set<Unicode.Scalar> = ["※", "〒", "第", "約"]
    /// Signs and units behind numbers.
    private static let trailing: Set<Unicode.Scalar> = [
        "年", "月", "日", "組", "人", "名", "件", "校", "回", "円", "歳", "倍", "室", "階",
    ]

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        openings.contains(scalar) || closings.contains(scalar) || "※〒：%％".unicodeScalars.contains(scalar)
    }

    private static func isRepetition(_ edge: RepeatedEdge) -> Bool {
        let text = Array(edge.text.unicodeScalars)
        if text.count > 1 {
            // Words; 20 before 2024 is no repetition, nor are brackets that close together.
            return text.contains { $0.properties.isAlphabetic }
                || text.contains { "※〒%％".unicodeScalars.contains($0) }
        }
        guard let sign = text.first else { return false }
        switch edge.side {
        case .before: return leading.contains(sign) || openings.contains(sign) && isEnclosed(edge.value)
        case .behind:
            if sign == "%" || sign == "％" { return true }
            let before = edge.value.unicodeScalars.dropLast().last
            return trailing.contains(sign)
                && before.map { $0.isDigit || $0.isKanjiNumeral } ?? false
        }
    }

    /// Whether one pair of brackets holds all of a value: not 「甲」と「乙」.
    private static func isEnclosed(_ value: String) -> Bool {
        let scalars = Array(value.unicodeScalars)
        guard scalars.count > 2, let kind = openings.firstIndex(of: scalars[0]), scalars.last == closings[kind] else {
            return false
        }
        var depth = 0
        let close = scalars.firstIndex { scalar in
            if scalar == openings[kind] { depth += 1 }
            if scalar == closings[kind] { depth -= 1 }
            return depth == 0
        }
        return close == scalars.count - 1
    }
}
