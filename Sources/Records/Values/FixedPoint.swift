/// Decimal numbers as a whole number and a count of decimals.
public enum FixedPoint {
    /// 303 at scale 2 → 3.03
    public static func text(_ mantissa: Int32, _ scale: UInt8) -> String {
        let digits = String(mantissa.magnitude)
        let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.count)) + digits
        let sign = mantissa < 0 ? "-" : ""
        return scale == 0 ? sign + padded : sign + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
    }
}
