/// How a row of digits may have been mistyped for another of as many.
public enum DigitSlip: Sendable {
    case oneDigit
    /// In the order of two that stand side by side.
    case neighbours

    /// nil where the two are the same, or differ in more.
    public init?(_ written: [UInt8], for right: [UInt8]) {
        guard written.count == right.count else { return nil }
        let places = written.indices.filter { written[$0] != right[$0] }
        switch places.count {
        case 1: self = .oneDigit
        case 2:
            let (first, second) = (places[0], places[1])
            guard second == first + 1, written[first] == right[second], written[second] == right[first] else {
                return nil
            }
            self = .neighbours
        default: return nil
        }
    }
}
