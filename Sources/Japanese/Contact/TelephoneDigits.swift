/// A telephone number by its digits, to be compared however it is grouped.
public struct TelephoneDigits: Hashable, Sendable {
    /// The digits as one number, behind a 1 that keeps the leading zero.
    public private(set) var number: UInt64 = 1
    public private(set) var count = 0

    mutating func append(_ digit: UInt8) {
        number = number &* 10 &+ UInt64(digit & 0x0F)
        count += 1
    }

    /// 189, #8000: a number that is the same everywhere, and nobody's own.
    public var isShort: Bool { count < 5 }

    /// The first digits, behind a 1.
    public func first(_ length: Int) -> Int {
        var rest = number
        for _ in 0..<max(0, count - length) { rest /= 10 }
        return Int(rest)
    }

    /// Whether the plan of numbers (電気通信番号計画) has numbers that begin so; of a fixed one the table of area codes tells more.
    public var isAssigned: Bool {
        switch first(4) - 10_000 {
        // Behind 050 to 090 stands 1 to 9: 080-0 is 0800.
        case 500, 600, 700, 900: false
        // 00XY chooses a telephone company.
        case 0...99: false
        default: true
        }
    }

    /// Whether it begins with an area code.
    public var isFixed: Bool {
        let prefix = first(4) - 10_000
        guard count == 10, case .fixed = TelephoneNumber.Kind(prefix: prefix) else { return false }
        // 0170 and 0180 are services.
        return prefix != 170 && prefix != 180
    }
}
