/// A decimal number: `mantissa` ÷ 10^`scale`, so that 3.70 stays what was published.
public struct FixedPoint: Sendable {
    public let mantissa: Int32
    public let scale: UInt8

    public init(_ mantissa: Int32, scale: UInt8) { (self.mantissa, self.scale) = (mantissa, scale) }

    public var double: Double { (0..<scale).reduce(Double(mantissa)) { number, _ in number / 10 } }

    /// 303 at scale 2 → 3.03
    public var text: String {
        let digits = String(mantissa.magnitude)
        let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.count)) + digits
        let sign = mantissa < 0 ? "-" : ""
        return scale == 0 ? sign + padded : sign + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
    }
}
