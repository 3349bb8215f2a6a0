/// Breaks Japanese text into lines of a number of columns by the rules of 禁則処理 (JLREQ §3.1.7 to §3.1.10).
///
/// ```swift
/// LineBreaker().breakLines(bytes.span, first: 80, rest: 76) { line in … }
/// ```
public struct LineBreaker: Hashable, Sendable {
    /// Whether 々, ー and small kana may begin a line: not by the strict rule, yes by the weak one.
    public enum Strictness: String, Sendable { case strict, weak }

    public let width: DisplayWidth
    public let strictness: Strictness
    /// Whether 。．、， may stand past the end of a full line.
    public let hanging: Bool

    public init(width: DisplayWidth = DisplayWidth(), strictness: Strictness = .strict, hanging: Bool = true) {
        self.width = width
        self.strictness = strictness
        self.hanging = hanging
    }

    /// The same rules where nothing may stand past the end: inside a table's borders.
    public var withoutHanging: LineBreaker { LineBreaker(width: width, strictness: strictness, hanging: false) }

    /// Columns of the widest piece of the text that the rules do not let be broken.
    public func widestUnit(_ text: Span<UInt8>) -> Int {
        let table = CharacterProperties.basicPlane
        var widest = 0
        var column = 0
        var before = BreakContext()
        var index = 0
        while index < text.count {
            let end = before.passPlain(text, from: index, table)
            if end > index {
                (index, column) = (end, 2)
                continue
            }
            let scalar = UTF8Scalar(text, at: index)
            let properties = CharacterProperties(scalar.value, in: table)
            index += scalar.length
            let isSpace = scalar.value == 0x20 || scalar.value == 0x3000 || scalar.value == 0x0A
            if isSpace || before.allowsBreak(before: scalar.value, properties, isSpace, strictness) { column = 0 }
            if !isSpace { column += width.columns(properties) }
            widest = max(widest, column)
            before.append(scalar.value, properties, isSpace)
        }
        return widest
    }

    /// Breaks UTF-8 text into lines and hands over the byte range of each, in order.
    ///
    /// Spaces at a break are left out of both lines; LF is a break of its own. Something that cannot be broken by
    /// the rules and is longer than a line is split behind a sign of an address (/ . - ? & = @), else where the line is full:
    /// nothing is lost.
    /// - Parameters:
    ///   - first: columns of the first line.
    ///   - rest: columns of each further line.
    public func breakLines(_ text: Span<UInt8>, first: Int, rest: Int, _ line: (Range<Int>) -> Void) {
        let table = CharacterProperties.basicPlane
        var limit = max(first, 2)
        var start = 0
        var column = 0
        // The end of the line and the start of the next, should the line break at its last opportunity.
        var opportunity: (end: Int, next: Int, column: Int)?
        // The last place in a word of the line where an address may be divided, should nothing else be left.
        var division: (place: Int, column: Int)?
        var before = BreakContext()
        var index = 0
        var lastInk = 0

        func finish(end: Int, next: Int) {
            line(start..<max(start, end))
            start = next
            limit = max(rest, 2)
            opportunity = nil
            division = nil
        }

        while index < text.count {
            let end = before.passPlain(text, from: index, table)
            if end > index {
                // Letters of three bytes and two columns; the line may end before each.
                while index < end {
                    if column + 2 > limit {
                        finish(end: index, next: index)
                        column = 0
                    }
                    let count = min((limit - column) / 2, (end - index) / 3)
                    index += count * 3
                    column += count * 2
                    if index - 3 > start { opportunity = (index - 3, index - 3, column - 2) }
                }
                lastInk = index
                continue
            }
            let scalar = UTF8Scalar(text, at: index)
            if scalar.value == 0x0A {
                finish(end: lastInk, next: index + 1)
                (column, before, lastInk) = (0, BreakContext(), index + 1)
                index += 1
                continue
            }
            let properties = CharacterProperties(scalar.value, in: table)
            let columns = width.columns(properties)
            let isSpace = scalar.value == 0x20 || scalar.value == 0x3000
            // A line of nothing but the indentation would be an empty one.
            if lastInk > start, before.allowsBreak(before: scalar.value, properties, isSpace, strictness) {
                opportunity = (lastInk, index, column)
            }
            if isSpace, index == start, start > 0, text[start - 1] != 0x0A {
                // A space at the start of a line that the breaker made has done its duty.
                start += scalar.length
                lastInk = start
            } else {
                while column + columns > limit, !isSpace, columns > 0, column > 0 {
                    if hanging, properties.contains(.hanging), column <= limit { break }
                    if let taken = opportunity {
                        column -= taken.column
                        let kept = division.flatMap {
                            $0.place > taken.next ? ($0.place, $0.column - taken.column) : nil
                        }
                        finish(end: taken.end, next: taken.next)
                        division = kept
                        if taken.next == index { lastInk = index }
                    } else if let divided = division {
                        column -= divided.column
                        finish(end: divided.place, next: divided.place)
                    } else {
                        finish(end: lastInk, next: index)
                        column = 0
                    }
                }
                column += columns
            }
            index += scalar.length
            if !isSpace { lastInk = index }
            if scalar.length == 1, index < text.count,
                WebAddressBreaks.allows(
                    behind: UInt8(truncatingIfNeeded: scalar.value), after: index > 1 ? text[index - 2] : 0,
                    before: text[index])
            {
                division = (index, column)
            }
            before.append(scalar.value, properties, isSpace)
        }
        if start < text.count || start == 0 { finish(end: lastInk, next: text.count) }
    }
}

/// What stands before a possible break.
struct BreakContext {
    private var scalar: UInt32 = 0
    private var properties = CharacterProperties.zero
    private var isSpace = false
    /// Where the text stands in a number and its unit.
    private enum Number { case none, digits, separator, unit }
    private var number = Number.none
    /// Whether the two scalars before are the name of an era: 令和|５年.
    private var isEra = false

    mutating func append(_ next: UInt32, _ nextProperties: CharacterProperties, _ nextIsSpace: Bool) {
        // A combining mark belongs to the scalar that it follows.
        if nextProperties.intersection(.widthMask) == .zero, scalar != 0 { return }
        if nextProperties.contains(.digit) {
            number = .digits
        } else if number == .digits, Units.separate(next) {
            number = .separator
        } else if isUnit(next) {
            number = .unit
        } else {
            number = .none
        }
        isEra = Units.isEra(scalar, next)
        // A space behind an opening bracket does not let the bracket end the line.
        let carried = nextIsSpace ? properties.intersection(.notEnd) : []
        (scalar, properties, isSpace) = (next, nextProperties.union(carried), nextIsSpace)
    }

    /// Whether a letter belongs to the number before it, or to its unit.
    private func isUnit(_ next: UInt32) -> Bool {
        switch number {
        case .digits: Units.follow(next) || Units.link(next)
        case .unit: Units.follow(next)
        case .none, .separator: false
        }
    }

    /// Steps over letters before each of which a line may break by every rule: kanji and kana behind kanji and kana, away
    /// from numbers. Each takes three bytes and two columns.
    /// - Parameter table: `CharacterProperties.basicPlane`.
    /// - Returns: where they end; where the rules have to be asked of the next, that is where they begin, and nothing changes.
    @inline(__always)
    mutating func passPlain(_ text: Span<UInt8>, from start: Int, _ table: [UInt8]) -> Int {
        guard properties.rawValue == CharacterProperties.wide.rawValue, number == .none, !isSpace else { return start }
        var index = start
        while index + 2 < text.count {
            let (first, second, third) = (text[index], text[index + 1], text[index + 2])
            // U+3000 to U+9FFF.
            guard first >= 0xE3, first <= 0xE9, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { break }
            let next = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
            guard table[Int(next)] == CharacterProperties.wide.rawValue,
                // Kana iteration marks in two halves, and what may be the name of an era.
                next > 0x3040, !Units.endsEra(next)
            else { break }
            (scalar, isEra) = (next, false)
            index += 3
        }
        return index
    }

    func allowsBreak(
        before next: UInt32, _ nextProperties: CharacterProperties, _ nextIsSpace: Bool,
        _ strictness: LineBreaker.Strictness
    ) -> Bool {
        if nextIsSpace || nextProperties.intersection(.widthMask) == .zero { return false }
        if nextProperties.contains(.notStart) || properties.contains(.notEnd) { return false }
        if strictness == .strict, nextProperties.contains(.notStartStrict) { return false }
        if isSpace { return true }
        if properties.contains(.word), nextProperties.contains(.word) { return false }
        if nextProperties.contains(.digit) {
            // 第698号, 〒665, and digits with their separators.
            return !(properties.contains(.digit) || number == .separator || isEra || Units.lead(scalar))
        }
        if isUnit(next) { return false }
        if number == .digits, Units.separate(next) { return false }
        if Units.isEra(scalar, next) { return false }
        return !(scalar == next && Units.inseparable(scalar)) && !(scalar == 0x3033 && next == 0x3035)
            && !(scalar == 0x3034 && next == 0x3035)
    }
}

/// Characters that belong to the number beside them, and pairs that are one sign.
private enum Units {
    /// 7,892千円, 10人, ３年度.
    static func follow(_ scalar: UInt32) -> Bool { following.contains(scalar) }

    /// か, 箇, ヶ: 5か月, but not 5分か.
    static func link(_ scalar: UInt32) -> Bool { scalar == 0x304B || scalar == 0x7B87 || scalar == 0x30F6 }

    /// 第1, 〒665, №3.
    static func lead(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7B2C, 0x3012, 0xFFE5, 0x2116, 0xFF03: true
        default: false
        }
    }

    /// Points and commas of either width, and hyphens: ０７９７－８７－１７１８.
    static func separate(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x2E, 0xFF0C, 0xFF0E, 0x2010, 0x2212, 0xFF0D: true
        default: false
        }
    }

    /// 令和, 平成, 昭和, 大正, 明治
    static func isEra(_ first: UInt32, _ second: UInt32) -> Bool {
        switch second {
        case 0x548C: first == 0x4EE4 || first == 0x662D
        case 0x6210: first == 0x5E73
        case 0x6B63: first == 0x5927
        case 0x6CBB: first == 0x660E
        default: false
        }
    }

    /// Whether the name of an era may end in a letter.
    @inline(__always)
    static func endsEra(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x548C, 0x6210, 0x6B63, 0x6CBB: true
        default: false
        }
    }

    /// —— …… ‥‥
    static func inseparable(_ scalar: UInt32) -> Bool { scalar == 0x2014 || scalar == 0x2026 || scalar == 0x2025 }

    private static let following = ScalarSet("年月日時分秒度人名円千万億兆件回校級組歳週間個本枚部章節条項号番丁階目所割倍点％".unicodeScalars)
}
