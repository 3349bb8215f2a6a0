import Mustache
import Records

/// Two names in one tag, whose values are compared: `{{#month.year.equals.previous.month.year}}`.
struct Comparison {
    /// What is asked of the first value.
    enum Relation: String, CaseIterable {
        /// Both print the same. What is absent equals nothing.
        case equals
        /// It is the greater, or the later.
        case exceeds
    }

    let left: MustacheName
    let relation: Relation
    let right: MustacheName

    /// nil for a name that compares nothing.
    init?(_ name: MustacheName) {
        guard let place = name.segments.dropFirst().dropLast().firstIndex(where: { Relation(rawValue: $0) != nil }),
            let relation = Relation(rawValue: name.segments[place])
        else { return nil }
        self.relation = relation
        left = MustacheName(segments: Array(name.segments[..<place]))
        right = MustacheName(segments: Array(name.segments[(place + 1)...]))
    }

    /// Whether the values of two types can stand in a relation.
    /// - Parameter areForms: whether both are printed in a form that their tag names.
    static func canRelate(_ left: FieldType, _ right: FieldType, by relation: Relation, areForms: Bool) -> Bool {
        guard let first = Measure(left), let second = Measure(right) else { return false }
        return switch relation {
        case .equals: areForms || first == second
        case .exceeds: first == second && first != .words
        }
    }

    /// What values of a type are counted in.
    private enum Measure {
        case number, money, day, month, fiscalYear, words

        init?(_ type: FieldType) {
            switch type {
            case .integer, .decimal, .rate: self = .number
            case .money: self = .money
            case .date: self = .day
            case .month: self = .month
            case .fiscalYear: self = .fiscalYear
            case .record, .list, .boolean: return nil
            default: self = .words
            }
        }
    }
}

extension DocumentScope {
    /// Whether two values stand in a relation.
    func holds(_ relation: Comparison.Relation, _ left: DocumentValue, _ right: DocumentValue) -> Bool {
        guard !left.value.isAbsent, !right.value.isAbsent else { return false }
        switch relation {
        case .exceeds: return left.value.content.exceeds(right.value.content)
        case .equals:
            var texts: (left: [UInt8], right: [UInt8]) = ([], [])
            write(left, to: &texts.left)
            write(right, to: &texts.right)
            return texts.left == texts.right
        }
    }
}

extension Value.Content {
    /// Whether it is greater, or later, than another of its kind.
    fileprivate func exceeds(_ other: Value.Content) -> Bool {
        switch (self, other) {
        case (.date(let left), .date(let right)): left > right
        case (.month(let left), .month(let right)): left > right
        case (.fiscalYear(let left), .fiscalYear(let right)): left > right
        default: (number ?? .nan) > (other.number ?? .nan)
        }
    }

    /// As a number; money in yen.
    private var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let mantissa, let scale): FixedPoint(mantissa, scale: scale).double
        case .money(let amount, let unit): Double(amount) * Double(unit.yen)
        default: nil
        }
    }
}
