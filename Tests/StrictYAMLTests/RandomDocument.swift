import TestSupport

/// Writes a file of the profile as somebody might have: every style, comments and blank lines anywhere, any indentation.
struct RandomDocument {
    var generator: SeededGenerator
    private var keys = 0

    init(seed: Int) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func text() -> String {
        var lines = chance(30) ? ["# 先頭", ""] : []
        if chance(10) { lines.append("---") }
        lines += collection(at: 0, depth: 3, isMapping: chance(60))
        if chance(20) { lines += noise(at: 0) }
        let lineBreak = chance(25) ? "\r\n" : "\n"
        return (chance(15) ? "\u{FEFF}" : "") + lines.joined(separator: lineBreak) + (chance(80) ? lineBreak : "")
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    private func margin(_ column: Int) -> String { String(repeating: " ", count: column) }

    private mutating func noise(at column: Int) -> [String] {
        var lines: [String] = []
        while chance(25) {
            lines.append(
                chance(50) ? "" : margin(pick([column, column, column + 2, 0])) + "# \(pick(["一", "b: c", "- x"]))")
        }
        return lines
    }

    private mutating func comment() -> String { chance(25) ? pick([" # c", "   # メモ", " #"]) : "" }

    private mutating func key() -> String {
        keys += 1
        return pick(["k\(keys)", "k\(keys)", "名\(keys)", "'q \(keys)'", "\"d\(keys)\""])
    }

    private mutating func collection(at column: Int, depth: Int, isMapping: Bool) -> [String] {
        var lines: [String] = []
        let gap = chance(30)
        for place in 0..<Int.random(in: 1...4, using: &generator) {
            if place > 0 {
                if gap { lines.append("") }
                lines += noise(at: column)
            }
            lines += entry(at: column, depth: depth, isMapping: isMapping)
        }
        return lines
    }

    private mutating func entry(at column: Int, depth: Int, isMapping: Bool) -> [String] {
        let lead = margin(column) + (isMapping ? key() + ":" : "-")
        switch Int.random(in: 0..<(depth > 0 ? 14 : 8), using: &generator) {
        case 0: return [lead + comment()]
        case 1...3: return [lead + pick([" ", " ", "  "]) + inlineScalar() + comment()]
        case 4: return [lead + " 一つ目", margin(column + 2) + "二つ目" + comment()]
        case 5:
            return [lead + " " + pick(["|", ">", "|-", ">+", "|+"]) + comment()] + body(at: column + pick([1, 2, 4]))
        case 6: return [lead + " " + flow(depth: 2) + comment()]
        case 7:
            return [
                lead + " [", margin(column + 2) + "a, # c", margin(column + 2) + flow(depth: 1),
                margin(column + 1) + "]",
            ]
        default:
            let nestsMapping = chance(60)
            if !isMapping, chance(75) {
                // On the line of the dash.
                var lines = collection(at: column + 2, depth: depth - 1, isMapping: nestsMapping)
                lines[0] = lead + " " + lines[0].dropFirst(column + 2)
                return lines
            }
            let indent = nestsMapping || !isMapping ? pick([2, 2, 4]) : pick([0, 2])
            return [lead + comment()] + noise(at: column + indent)
                + collection(at: column + indent, depth: depth - 1, isMapping: nestsMapping)
        }
    }

    private mutating func body(at column: Int) -> [String] {
        var lines = [margin(column) + pick(["行", "# x", "a: b"])]
        while chance(50) { lines.append(chance(30) ? "" : margin(column) + pick(["行", "- x", "  深い", "\"q\""])) }
        return lines
    }

    private mutating func inlineScalar() -> String {
        pick([
            "a", "漢字 かな", "0115551234", "2025-02-14", "30", "true", "a:b", "x#y", "'it''s'", "'- x'", "\"a\\tb\"",
            "\"名\"",
            "''", "\"\"", "0797-86-2321", "-x",
        ])
    }

    private mutating func flow(depth: Int) -> String {
        let count = Int.random(in: 0...3, using: &generator)
        let close = pick(["", " ", count > 0 ? "," : ""])
        if chance(50) { return "[" + (0..<count).map { _ in flowValue(depth) }.joined(separator: ", ") + close + "]" }
        let entries = (0..<count).map { _ in chance(15) ? key() : key() + ": " + flowValue(depth) }
        return "{" + entries.joined(separator: pick([", ", " , "])) + close + "}"
    }

    private mutating func flowValue(_ depth: Int) -> String {
        depth > 0 && chance(30) ? flow(depth: depth - 1) : inlineScalar()
    }

    // MARK: What is written into it

    mutating func content(depth: Int) -> RandomValue {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &generator) {
        case 0...2: return .scalar(newText())
        case 3, 4:
            return .sequence((0..<Int.random(in: 0...3, using: &generator)).map { _ in content(depth: depth - 1) })
        default:
            return .mapping(
                (0..<Int.random(in: 0...3, using: &generator)).map { (newKey($0), content(depth: depth - 1)) })
        }
    }

    mutating func newKey(_ number: Int) -> String {
        keys += 1
        return pick(["new\(keys)", "新 \(keys)", "a: \(keys)", "#\(keys)", " \(keys)", "0\(keys)"])
    }

    mutating func newText() -> String {
        if chance(30) { return pick(Self.words) }
        return generator.text(of: Self.pieces, count: 0...5)
    }

    private static let words = [
        "", "null", "~", "true", "No", "0115551234", "2025-02-14", "1.10", "30", "12:30", "一行目\n二行目", "一行目\n\n三行目\n",
        "x\n\n\n",
        " a\nb", "- a", "a: b", "[a]", "---", "...", "--- a", "<<", "=", "かな", "新しい値", "\n", "\n\na\n",
    ]

    private static let pieces = [
        "あ", "漢字", "a", "b c", "0797", "no", "~", ":", ": ", " #", "#", "-", "- ", "\"", "'", "\\", "\n", " ", "　",
        "\t", "{",
        "}", "[", "]", ",", "&a", "*a", "!", "|", ">", "%", "@", "`", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "😀",
        "か\u{3099}", "\r", "?", "=", "\u{1B}",
    ]
}

/// A tree as text, compared by bytes.
indirect enum RandomValue {
    case scalar(String)
    case sequence([RandomValue])
    case mapping([(String, RandomValue)])

    var isEmpty: Bool {
        switch self {
        case .scalar: false
        case .sequence(let items): items.isEmpty
        case .mapping(let entries): entries.isEmpty
        }
    }

    /// The same, each text with its length: what differs in bytes differs here.
    var description: [UInt8] {
        switch self {
        case .scalar(let text): Array("s\(text.utf8.count):".utf8) + Array(text.utf8)
        case .sequence(let items): Array("[\(items.count)".utf8) + items.flatMap(\.description)
        case .mapping(let entries):
            Array("{\(entries.count)".utf8)
                + entries.flatMap { RandomValue.scalar($0.0).description + $0.1.description }
        }
    }
}
