/// Tells whether the scalars that pass stand inside quotation marks: what is quoted is spelt as it is.
public struct Quotation {
    public private(set) var isOpen = false

    public init() {}

    public mutating func pass(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "「", "『", "“", "〈", "《": isOpen = true
        case "」", "』", "”", "〉", "》": isOpen = false
        default: break
        }
    }
}
