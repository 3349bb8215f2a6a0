import Japanese

/// Tells whether the scalars that pass stand inside quotation marks: what is quoted is spelt as it is.
public struct Quotation {
    /// What closes the marks that are open, the innermost last.
    private var closing: [Unicode.Scalar] = []

    public var isOpen: Bool { !closing.isEmpty }

    public init() {}

    /// A mark that closes an outer one closes those in it, too; one that closes none is passed over.
    public mutating func pass(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "「": closing.append("」")
        case "『": closing.append("』")
        case "“": closing.append("”")
        case "〈": closing.append("〉")
        case "《": closing.append("》")
        case "」", "』", "”", "〉", "》":
            if let opening = closing.lastIndex(of: scalar) { closing.removeSubrange(opening...) }
        default: break
        }
    }
}
