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
        record.summarized(first, in: file).map { piece in
            switch piece {
            case .words(let words): words
            case .value(let value, let type): text(value, type, in: file)
            }
        }.joined()
    }

    /// What a cell's text would be in the data file; nil where nothing is in it.
    static func content(_ text: String, _ type: FieldType) -> YAMLContent? {
        let text = trimmed(text)
        // A dash says that there is nothing.
        guard let first = text.unicodeScalars.first, text.unicodeScalars.count > 1 || !Self.dashes.contains(first)
        else {
            return nil
        }
        switch type {
        case .list(.record(let fee)): return .sequence(FeeText.contents(text, fee))
        case .list(.choice(let choices)): return .sequence(chosen(text, choices).map { .scalar($0) })
        case .list(let item):
            return .sequence(text.split(whereSeparator: \.isNewline).compactMap { content(String($0), item) })
        case .lines: return .scalar(text)
        case .choice(let choices): return .scalar(choices.first { [$0.key, $0.label.ja].contains(text) }?.key ?? text)
        case .boolean: return .scalar(["はい": "true", "いいえ": "false"][text] ?? text, isTyped: true)
        // 寿町９－１０ is 寿町9-10 to the post and to whoever looks it up.
        case .address: return .scalar(WidthFolding.ascii(oneLine(text)))
        case .integer, .decimal: return .scalar(withoutUnit(text))
        // A spreadsheet makes a day of 2025-03.
        case .month: return .scalar(month(ofDay: oneLine(text)) ?? oneLine(text))
        default: return .scalar(oneLine(text))
        }
    }

    private static let dashes: [Unicode.Scalar] = ["-", "－", "−", "–", "—", "ー", "―"]

    /// The keys of choices, by their whole labels; what is none of them stays as it is, to be told.
    private static func chosen(_ text: String, _ choices: [FieldType.Choice]) -> [String] {
        let names = choices.flatMap { [($0.label.ja, $0.key), ($0.key, $0.key)] }.sorted { $0.0.count > $1.0.count }
        let isSeparator = { (character: Character) in character.isWhitespace || "、,，・／/".contains(character) }
        var rest = text[...]
        var keys: [String] = []
        while true {
            rest = rest.drop(while: isSeparator)
            guard !rest.isEmpty else { return keys }
            let found = names.first { name in
                rest.hasPrefix(name.0) && rest.dropFirst(name.0.count).first.map(isSeparator) ?? true
            }
            let word = found?.0 ?? String(rest.prefix { !isSeparator($0) })
            rest = rest.dropFirst(word.count)
            let key = found?.1 ?? word
            if !keys.contains(key) { keys.append(key) }
        }
    }

    /// Without spaces of either width round it.
    static func trimmed(_ text: String) -> String {
        var rest = text.unicodeScalars[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest.endIndex == text.endIndex && rest.startIndex == text.startIndex ? text : String(rest)
    }

    /// None stands behind the ideographic space, and most characters do.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x3000 && scalar.properties.isWhitespace
    }

    /// Lines in one, with a space between: of full width behind Japanese.
    private static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: breaksLine) else { return text }
        return text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty }.reduce("") {
            line, next in
            guard let last = line.last else { return next }
            return line + ("。、）」".contains(last) ? "" : last.isASCII ? " " : "　") + next
        }
    }

    /// What `Character.isNewline` goes by (Unicode §5.8).
    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// 令和7年5月 for 2025-05-01, 2025/5/1 or 令和7年5月1日; nil for what is no day.
    private static func month(ofDay text: String) -> String? {
        if let date = try? CalendarParser.date(text) { return date.yearMonth.long }
        let parts = WidthFolding.ascii(text).split(whereSeparator: { "/-.".contains($0) }).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return CalendarDate(year: year, month: month, day: day)?.yearMonth.long
    }

    /// ２０名, 20人程度, 1.5km: a number with what it counts, which the field says.
    private static func withoutUnit(_ text: String) -> String {
        let folded = WidthFolding.ascii(text)
        let number = folded.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
        let units = ["名", "人", "件", "円", "分", "km", "日", "回", "名程度", "人程度", "名まで", "人まで"]
        return number.isEmpty || !units.contains(String(folded.dropFirst(number.count))) ? text : String(number)
    }
}
