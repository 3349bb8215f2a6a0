import Japanese
import StrictYAML

/// Fees as lists write them: 入会金5,000円、月額 20,000円（教材費を含む。）, 無料, 教材費 実費.
enum FeeText {
    /// What fees are called, each with the kind that it is.
    private static let names: [(name: String, kind: String)] = [
        ("入会金", "entrance"), ("入学金", "entrance"), ("登録料", "entrance"), ("入会費", "entrance"), ("月額", "monthly"),
        ("月謝", "monthly"),
        ("月会費", "monthly"), ("月々", "monthly"), ("月", "monthly"), ("年額", "yearly"), ("年会費", "yearly"), ("年", "yearly"),
        ("1回", "use"), ("一回", "use"), ("その他", "other"),
    ]

    /// - Returns: the fees of a cell, in their order.
    static func contents(_ text: String) -> [YAMLContent] {
        lines(text).map { .mapping(entries($0)) }
    }

    /// A fee a line; on one line where a fee's name stands behind a comma.
    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
            var parts: [String] = []
            for part in line.split(separator: "、") {
                let folded = WidthFolding.ascii(String(part))
                let isFee = names.contains { folded.hasPrefix($0.name) && $0.name.count > 1 }
                if isFee || parts.isEmpty { parts.append(String(part)) } else { parts[parts.count - 1] += "、" + part }
            }
            return parts.map(CellText.trimmed)
        }.filter { !$0.isEmpty }
    }

    private static func entries(_ line: String) -> [(key: String, value: YAMLContent)] {
        let folded = WidthFolding.ascii(line)
        let found = names.first { folded.hasPrefix($0.name) }
        var rest = Substring(folded.dropFirst(found?.name.count ?? 0))
        rest = rest.drop { $0 == " " || $0 == ":" || $0 == "¥" || $0 == "額" }
        var entries: [(key: String, value: YAMLContent)] = [(Fee.kind.key, .scalar(found?.kind ?? "other"))]
        if rest.hasPrefix("無料") || rest.hasPrefix("なし") {
            entries.append((Fee.amount.key, .scalar("0円")))
            rest = rest.dropFirst(2)
        } else if let amount = amount(&rest) {
            entries.append((Fee.amount.key, .scalar(amount)))
        }
        let covers = CellText.trimmed(String(rest))
        // What was written in brackets stands in brackets again.
        let words = isBracketed(covers) ? String(covers.dropFirst().dropLast()) : covers
        if !words.isEmpty {
            entries.append(
                (
                    Fee.covers.key,
                    .scalar(words.replacing("(", with: "（").replacing(")", with: "）").replacing("~", with: "～"))
                ))
        }
        return entries
    }

    /// Whether the bracket at the beginning is closed at the end.
    private static func isBracketed(_ text: String) -> Bool {
        guard text.hasPrefix("(") else { return false }
        var depth = 0
        for (index, character) in zip(text.indices, text) {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if depth == 0 { return text.index(after: index) == text.endIndex }
        }
        return false
    }

    /// 20,000円 or 2万円 at the beginning; not what goes on to another amount.
    private static func amount(_ rest: inout Substring) -> String? {
        let digits = rest.prefix { $0.isNumber && $0.isASCII || $0 == "," }
        let number = digits.filter { $0 != "," }
        guard !number.isEmpty, let value = Int(number) else { return nil }
        var behind = rest.dropFirst(digits.count)
        guard let unit = ["円", "千円", "万円"].first(where: { behind.hasPrefix($0) }) else { return nil }
        behind = behind.dropFirst(unit.count)
        guard !["~", "～", "〜", "-", "か", "以"].contains(where: { behind.hasPrefix($0) }) else { return nil }
        rest = behind
        return Numerals.grouped(value) + unit
    }
}
