import Bytes
import Diagnostics
import Japanese
import StrictYAML

/// Fees as lists write them: 入会金5,000円、月額 20,000円（教材費を含む。）, 無料, 教材費 実費.
enum FeeText {
    /// What fees are called, each with the kind that it is.
    private static let names: [(name: [Unicode.Scalar], kind: String)] = [
        ("入会金", "entrance"), ("入学金", "entrance"), ("登録料", "entrance"), ("入会費", "entrance"), ("月額", "monthly"),
        ("月謝", "monthly"), ("月会費", "monthly"), ("月々", "monthly"), ("月", "monthly"), ("年額", "yearly"),
        ("年会費", "yearly"), ("年", "yearly"), ("1回", "use"), ("一回", "use"), ("その他", "other"),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    /// - Returns: the fees of a cell, in their order.
    static func contents(_ text: String, _ fee: RecordType) -> [YAMLContent] {
        text.split(whereSeparator: \.isNewline).flatMap(parts).map { part in
            var text = part.text
            let added = added(to: fee, in: &text)
            return .mapping(entries(Line(text)) + added)
        }
    }

    /// Takes what a board has added to fees out of a text: ［割引：兄弟は半額］.
    private static func added(to fee: RecordType, in text: inout String) -> [(key: String, value: YAMLContent)] {
        fee.fields.filter(\.isDeclared).compactMap { field in
            guard let start = text.firstRange(of: "［\(field.label.ja)："),
                let end = text[start.upperBound...].firstRange(of: "］"),
                let content = CellText.content(String(text[start.upperBound..<end.lowerBound]), field.type)
            else { return nil }
            text.removeSubrange(start.lowerBound..<end.upperBound)
            return (field.key, content)
        }
    }

    /// A line's fees: parted at a comma outside brackets with a fee's name behind it.
    private static func parts(_ line: Substring) -> [Line] {
        var (texts, depth) = ([""], 0)
        for character in line {
            depth += "（(［".contains(character) ? 1 : "）)］".contains(character) ? -1 : 0
            if character == "、", depth <= 0 { texts.append("") } else { texts[texts.count - 1].append(character) }
        }
        var parts: [String] = []
        for text in texts {
            if parts.isEmpty || Line(text).name != nil {
                parts.append(text)
            } else {
                parts[parts.count - 1] += "、" + text
            }
        }
        return parts.map(Line.init).filter { !$0.scalars.isEmpty }
    }

    private static func entries(_ line: Line) -> [(key: String, value: YAMLContent)] {
        let name = line.name
        var start = name?.length ?? 0
        while start < line.folded.count, " :¥".unicodeScalars.contains(line.folded[start]) { start += 1 }
        var entries: [(key: String, value: YAMLContent)] = [(Fee.kind.key, .scalar(name?.kind ?? "other"))]
        if let (amount, end) = line.amount(from: start) {
            entries.append((Fee.amount.key, .scalar(amount)))
            start = end
        }
        let covers = line.words(from: start)
        if !covers.isEmpty { entries.append((Fee.covers.key, .scalar(covers))) }
        return entries
    }

    /// A fee as it is written, and in half width beside it, by which it is read.
    private struct Line {
        let text: String
        let scalars: [Unicode.Scalar]
        let folded: [Unicode.Scalar]

        init(_ text: String) {
            let text = CellText.trimmed(text)
            self.text = text
            scalars = Array(text.unicodeScalars)
            folded = Array(WidthFolding.ascii(text).unicodeScalars)
        }

        /// The kind that the name in front says; 年齢, 月曜 and 1回目 are none.
        var name: (kind: String, length: Int)? {
            names.first { folded.starts(with: $0.name) && isEnd($0.name.count, or: " :¥(0123456789", ["無料", "なし"]) }
                .map { ($0.kind, $0.name.count) }
        }

        /// 20,000円, 2万円, 無料; not what goes on to another amount, or to other words.
        func amount(from start: Int) -> (amount: String, end: Int)? {
            for free in ["無料", "なし"] where isFollowed(start, by: free) {
                let end = start + free.unicodeScalars.count
                return isEnd(end, or: " (") ? ("0円", end) : nil
            }
            let digits = folded[min(start, folded.count)...].prefix { ("0"..."9").contains($0) || $0 == "," }
            guard let value = Int(String(scalars: digits.filter { $0 != "," })) else { return nil }
            guard let unit = ["円", "千円", "万円"].first(where: { isFollowed(digits.endIndex, by: $0) }) else {
                // A cell of a number alone is of yen.
                return digits.endIndex == folded.count && value >= 100
                    ? (Numerals.grouped(value) + "円", digits.endIndex) : nil
            }
            let end = digits.endIndex + unit.unicodeScalars.count
            return isEnd(end, or: " (、+/税") ? (Numerals.grouped(value) + unit, end) : nil
        }

        /// What is left, without the brackets that it stands in as a whole.
        func words(from start: Int) -> String {
            let text = CellText.trimmed(String(scalars: scalars[min(start, scalars.count)...]))
            let inner = Array(WidthFolding.ascii(text))
            guard inner.first == "(" else { return text }
            var depth = 0
            for (place, character) in inner.enumerated() {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                if depth == 0 { return place == inner.count - 1 ? String(text.dropFirst().dropLast()) : text }
            }
            return text
        }

        private func isFollowed(_ place: Int, by word: String) -> Bool {
            place <= folded.count && folded[place...].starts(with: word.unicodeScalars)
        }

        private func isEnd(_ place: Int, or signs: String, _ words: [String] = []) -> Bool {
            place >= folded.count || signs.unicodeScalars.contains(folded[place])
                || words.contains { isFollowed(place, by: $0) }
        }
    }
}
