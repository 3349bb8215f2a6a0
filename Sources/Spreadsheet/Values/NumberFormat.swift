import Bytes

/// What a number format makes of a number (ECMA-376-1 §18.8.30, §18.8.31), as far as it changes what the number means.
///
/// Dates, percentages and codes with fixed digits are told apart; decimals, separators, signs and units that a format adds
/// are left aside, and the number is given as it is stored.
struct NumberFormat {
    private let sections: [NumberFormatSection]
    /// Whether it gives every number as it is stored.
    let isPlain: Bool

    static let general = NumberFormat("General")

    init(_ code: String) {
        // Excel takes 255 characters.
        let all = code.utf16.count <= 255 ? NumberFormatSection.parse(code) : []
        // The last section of four, or one with @ alone, is for text.
        let numeric = all.prefix(3).filter { !$0.isForText }
        sections = numeric.isEmpty ? [NumberFormatSection()] : Array(numeric)
        isPlain = sections.allSatisfy { $0.meaning == .plain }
    }

    /// The text and kind of a number in a cell of this format.
    func apply(to number: DecimalText, is1904: Bool) -> (text: String, kind: Cell.Kind) {
        var plain: (String, Cell.Kind) { (number.asShown().text, .number) }
        switch (sections.count == 1 ? sections[0] : section(for: number.value)).meaning {
        case .plain: return plain
        case .percent(let decimals): return (number.percent(decimals: decimals).text + "%", .number)
        case .digits(let template):
            guard let digits = number.wholeDigits else { return plain }
            return (template.fill(digits), .text)
        case .elapsed:
            guard let span = SerialDate(number.value, is1904: false) else { return plain }
            return (span.elapsed, .text)
        case .date(let parts):
            guard let text = SerialDate(number.value, is1904: is1904)?.text(showing: parts) else { return plain }
            return (text, .date)
        }
    }

    /// By their conditions; without any, the first is for positive numbers, the second for negative ones, the third for zero.
    private func section(for value: Double) -> NumberFormatSection {
        if sections.contains(where: { $0.condition != nil }) {
            return sections.first { $0.condition.map { $0.holds(for: value) } ?? true } ?? sections[sections.count - 1]
        }
        if value < 0, sections.count > 1 { return sections[1] }
        return value == 0 && sections.count > 2 ? sections[2] : sections[0]
    }

    /// The formats that have a number and no code in a file (§18.8.30), as Excel has them in Japanese: those that mean a date, or a percentage.
    static func builtIn(_ id: Int) -> NumberFormat {
        NumberFormat(builtInCodes[id] ?? "General")
    }

    private static let builtInCodes: [Int: String] = {
        var codes = [
            9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
            19: "h:mm:ss AM/PM",
            20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 30: "m/d/yy", 32: "h\"時\"mm\"分\"",
            33: "h\"時\"mm\"分\"ss\"秒\"",
            45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
        ]
        for id in [27, 36, 50, 57] { codes[id] = "[$-411]ge.m.d" }
        for id in [28, 29, 51, 54, 58] { codes[id] = "[$-411]ggge\"年\"m\"月\"d\"日\"" }
        for id in [34, 52, 55] { codes[id] = "yyyy\"年\"m\"月\"" }
        for id in [35, 53, 56] { codes[id] = "m\"月\"d\"日\"" }
        codes[31] = "yyyy\"年\"m\"月\"d\"日\""
        return codes
    }()
}

/// Digits in fixed places, as in the format 000-0000 of a postal code.
struct DigitTemplate: Equatable {
    enum Place: Equatable {
        /// 0 where the number has no digit for it.
        case required
        /// Nothing then.
        case optional
        case literal(UnicodeScalar)
    }

    let places: [Place]

    /// Whether it is more than a plain number's format: two zeros, or a hyphen between digits; and no words or units.
    var isCode: Bool {
        let literals = places.compactMap { if case .literal(let scalar) = $0 { scalar } else { nil } }
        // The longest code there is in Japan has 13 digits.
        return places.count <= 20 && places.contains { $0 == .required || $0 == .optional }
            && literals.allSatisfy { "-〒() ".unicodeScalars.contains($0) }
            && (literals.contains("-") || places.filter { $0 == .required }.count >= 2)
    }

    /// - Parameter digits: in ASCII; those that have no place come before the first.
    func fill(_ digits: [UInt8]) -> String {
        var (rest, reversed) = (digits, [] as [UnicodeScalar])
        let first = places.firstIndex { $0 == .required || $0 == .optional }
        for (index, place) in places.enumerated().reversed() {
            switch place {
            case .literal(let scalar): reversed.append(scalar)
            case .required: reversed.append(rest.popLast().map { UnicodeScalar($0) } ?? "0")
            case .optional: if let digit = rest.popLast() { reversed.append(UnicodeScalar(digit)) }
            }
            if index == first { while let digit = rest.popLast() { reversed.append(UnicodeScalar(digit)) } }
        }
        let spaces = (reversed.prefix { $0 == " " }.count, reversed.reversed().prefix { $0 == " " }.count)
        return String(scalars: reversed.dropFirst(spaces.0).dropLast(spaces.1).reversed())
    }
}
