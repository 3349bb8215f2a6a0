import Bytes

/// One of the parts that semicolons divide a number format into.
struct NumberFormatSection {
    enum Meaning: Equatable {
        case plain
        case percent(decimals: Int)
        case date(SerialDate.Parts)
        /// Hours, minutes or seconds that are not counted anew each day: [h]:mm.
        case elapsed
        case digits(DigitTemplate)
    }

    /// [<=999]
    struct Condition {
        let sign: String
        let bound: Double

        func holds(for value: Double) -> Bool {
            switch sign {
            case "<": value < bound
            case "<=": value <= bound
            case ">": value > bound
            case ">=": value >= bound
            case "<>": value != bound
            default: value == bound
            }
        }
    }

    private(set) var condition: Condition?
    private(set) var isForText = false
    private(set) var meaning: Meaning = .plain

    static func parse(_ code: String) -> [NumberFormatSection] {
        var scanner = Scanner(code)
        var sections = [scanner.readSection()]
        while scanner.passSemicolon() { sections.append(scanner.readSection()) }
        return sections
    }

    /// Reads a format scalar by scalar, and passes by what is quoted, escaped or in brackets.
    private struct Scanner {
        private let scalars: [UnicodeScalar]
        private var index = 0

        init(_ code: String) { scalars = Array(code.unicodeScalars) }

        mutating func passSemicolon() -> Bool {
            guard index < scalars.count else { return false }
            index += 1
            return true
        }

        mutating func readSection() -> NumberFormatSection {
            var section = NumberFormatSection()
            var (places, letters) = ([] as [DigitTemplate.Place], [] as [Character])
            var (isElapsed, isPercent, isPlain, decimals) = (false, false, false, nil as Int?)
            while index < scalars.count, scalars[index] != ";" {
                let scalar = scalars[index]
                index += 1
                switch scalar {
                case "\"":
                    while index < scalars.count, scalars[index] != "\"" {
                        places.append(.literal(scalars[index]))
                        index += 1
                    }
                    index += 1
                case "\\", "!":
                    if index < scalars.count { places.append(.literal(scalars[index])) }
                    index += 1
                // A space as wide as the next character; the next character as often as there is room.
                case "_", "*": index += 1
                case "[":
                    let text = readBracket()
                    let lower = text.lowercased()
                    if !text.isEmpty, lower.allSatisfy({ $0 == lower.first }), "hms".contains(lower.first!) {
                        isElapsed = true
                    }
                    if let first = text.first, "<>=".contains(first) {
                        let sign = text.prefix { "<>=".contains($0) }
                        section.condition = Double(text.dropFirst(sign.count)).map {
                            Condition(sign: String(sign), bound: $0)
                        }
                    }
                case "0", "#", "?":
                    places.append(scalar == "0" ? .required : .optional)
                    decimals = decimals.map { $0 + 1 }
                    if scalar == "?" { isPlain = true }
                case ".":
                    decimals = 0
                    isPlain = true
                case ",": isPlain = true
                case "%": isPercent = true
                case "@": section.isForText = true
                case "G", "g":
                    if !pass("eneral"), !pass("/標準") { letters.append("g") } else { isPlain = true }
                case "A", "a":
                    if pass("M/PM") || pass("/P") { letters.append("t") } else { letters.append("a") }
                case "E" where next == "+" || next == "-", "e" where next == "+" || next == "-":
                    index += 1
                    isPlain = true
                case "Y", "y", "E", "e", "B", "b", "M", "m", "D", "d", "H", "h", "S", "s":
                    letters.append(Character(UnicodeScalar(scalar.value | 0x20) ?? scalar))
                default: places.append(.literal(scalar))
                }
            }
            let template = DigitTemplate(places: places)
            if isElapsed {
                section.meaning = .elapsed
            } else if !letters.isEmpty {
                section.meaning = .date(Self.parts(letters))
            } else if isPercent {
                section.meaning = .percent(decimals: decimals ?? 0)
            } else if !isPlain, template.isCode {
                section.meaning = .digits(template)
            }
            section.isForText = section.isForText && section.meaning == .plain
            return section
        }

        private var next: UnicodeScalar? { index < scalars.count ? scalars[index] : nil }

        /// Passes a word that comes next, in either case.
        private mutating func pass(_ word: String) -> Bool {
            let end = index + word.unicodeScalars.count
            guard end <= scalars.count,
                String(scalars: scalars[index..<end]).lowercased() == word.lowercased()
            else { return false }
            index = end
            return true
        }

        /// What stands up to the closing bracket.
        private mutating func readBracket() -> String {
            let start = index
            while index < scalars.count, scalars[index] != "]" { index += 1 }
            defer { index += 1 }
            return String(scalars: scalars[start..<index])
        }

        /// `m` behind hours or before seconds is minutes.
        private static func parts(_ letters: [Character]) -> SerialDate.Parts {
            var parts = SerialDate.Parts()
            for (index, letter) in letters.enumerated() {
                switch letter {
                case "y", "e", "g", "b": parts.hasYear = true
                case "d", "a": parts.hasDay = true
                case "h", "s", "t": parts.hasTime = true
                default:
                    let before = letters[..<index].last { $0 != "m" }
                    let after = letters[index...].first { $0 != "m" }
                    if before == "h" || after == "s" { parts.hasTime = true } else { parts.hasMonth = true }
                }
            }
            return parts
        }
    }
}
