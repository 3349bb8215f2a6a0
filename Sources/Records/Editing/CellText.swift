import Diagnostics
import Japanese
import StrictYAML

/// A value as it stands in the cell of a spreadsheet, and back: choices by their labels, several values on lines of their own.
enum CellText {
    /// What a cell shows; empty for what is absent.
    static func text(_ value: Value, _ type: FieldType, in file: DataFile) -> String {
        switch (type, value.content) {
        case (_, .absent): ""
        case (.boolean, .boolean(let truth)): truth ? "はい" : "いいえ"
        case (.choice(let choices), .choice(let index)): choices[Int(index)].label.ja
        case (.list(let item), .list(let first, let count)):
            file.values[Int(first)..<Int(first + count)].map { text($0, item, in: file) }
                .joined(separator: item.isChoice ? "、" : "\n")
        case (.record(let record), .record(let first)): summary(record, Int(first), file)
        default: file.text(value) ?? ""
        }
    }

    private static func summary(_ record: RecordType, _ first: Int, _ file: DataFile) -> String {
        record.summary.map { part in
            guard let slot = record.slot(of: part.field) else { return "" }
            let text = text(file.values[first + slot], record.types[slot], in: file)
            return text.isEmpty ? "" : part.before + text + part.behind
        }.joined()
    }

    /// What a cell's text would be in the data file; nil where nothing is in it.
    static func content(_ text: String, _ type: FieldType) -> YAMLContent? {
        let text = trimmed(text)
        guard !text.isEmpty else { return nil }
        switch type {
        case .list(let item):
            let texts = text.split { "\n\r".contains($0) || item.isChoice && "、,，・".contains($0) }.map(String.init)
            return .sequence(texts.compactMap { content($0, item) })
        case .record(let record): return .mapping(entries(text, record))
        case .lines: return .scalar(text)
        case .choice(let choices): return .scalar(choices.first { [$0.key, $0.label.ja].contains(text) }?.key ?? text)
        case .boolean: return .scalar(["はい": "true", "いいえ": "false"][text] ?? text, isTyped: true)
        // 寿町９－１０ is 寿町9-10 to the post and to whoever looks it up.
        case .address: return .scalar(WidthFolding.ascii(oneLine(text)))
        default: return .scalar(oneLine(text))
        }
    }

    /// 月額 20,000円（教材費を含む。） → its parts, by what stands between them.
    private static func entries(_ text: String, _ record: RecordType) -> [(key: String, value: YAMLContent)] {
        var rest = text[...]
        var entries: [(key: String, value: YAMLContent)] = []
        let parts = record.summary
        for (place, part) in parts.enumerated() {
            if !part.before.isEmpty {
                // A part that is not there has left nothing.
                guard rest.hasPrefix(part.before) else { continue }
                rest = rest.dropFirst(part.before.count)
            }
            let ends = parts[(place + 1)...].map(\.before).filter { !$0.isEmpty } + [part.behind].filter { !$0.isEmpty }
            let end = ends.compactMap { rest.range(of: $0)?.lowerBound }.min() ?? rest.endIndex
            let value = String(rest[..<end])
            rest = rest[end...]
            if !part.behind.isEmpty, rest.hasPrefix(part.behind) { rest = rest.dropFirst(part.behind.count) }
            if let content = content(value, part.field.type) { entries.append((part.field.key, content)) }
        }
        // What no part has taken is not lost: the last one is told as wrong.
        if !rest.isEmpty, let last = parts.last {
            entries.removeAll { $0.key == last.field.key }
            entries.append((last.field.key, .scalar(text)))
        }
        return entries
    }

    /// Without spaces of either width round it.
    static func trimmed(_ text: String) -> String {
        let isSpace = { (character: Character) in character.isWhitespace }
        return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }

    /// Lines in one: nothing between two that meet in Japanese, else a space.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.reduce("") { line, next in
            let isWide = line.last.map { !$0.isASCII } ?? true
            return line + (line.isEmpty || isWide && next.first.map { !$0.isASCII } ?? true ? "" : " ") + next
        }
    }
}

extension Substring {
    /// Where a text stands first in it.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
