/// What the text writer has to know of one scalar, packed into a byte.
///
/// Columns come from UAX #11; the rules for lines from JLREQ §3.1.7 (not at a line's start), §3.1.8 (not at its end)
/// and Appendix A, for full-width and ASCII forms alike.
struct CharacterProperties: OptionSet {
    let rawValue: UInt8

    /// Bits 0 and 1: no column, one, two, or one or two by the setting for ambiguous scalars.
    static let zero = CharacterProperties([])
    static let narrow = CharacterProperties(rawValue: 1)
    static let wide = CharacterProperties(rawValue: 2)
    static let ambiguous = CharacterProperties(rawValue: 3)
    static let widthMask = CharacterProperties(rawValue: 3)

    /// Not at a line's start.
    static let notStart = CharacterProperties(rawValue: 1 << 2)
    /// Not at a line's start by the strict rule, but free by the weak one.
    static let notStartStrict = CharacterProperties(rawValue: 1 << 3)
    /// Not at a line's end.
    static let notEnd = CharacterProperties(rawValue: 1 << 4)
    /// May hang past the end of the line.
    static let hanging = CharacterProperties(rawValue: 1 << 5)
    /// Part of a Latin word, number or address, which is never split.
    static let word = CharacterProperties(rawValue: 1 << 6)
    /// An ASCII or full-width digit.
    static let digit = CharacterProperties(rawValue: 1 << 7)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ scalar: UInt32) { self.init(scalar, in: Self.basicPlane) }

    /// - Parameter table: `basicPlane`, which a loop over a text looks up once.
    @inline(__always)
    init(_ scalar: UInt32, in table: [UInt8]) {
        if scalar < 0x1_0000 { self.init(rawValue: table[Int(scalar)]) } else { self.init(beyond: scalar) }
    }

    private init(beyond scalar: UInt32) {
        if EastAsianWidthTable.wide.contains(scalar: scalar) {
            self = .wide
        } else if EastAsianWidthTable.zero.contains(scalar: scalar) {
            self = .zero
        } else {
            self = EastAsianWidthTable.ambiguous.contains(scalar: scalar) ? .ambiguous : .narrow
        }
    }

    /// One byte for each scalar of the Basic Multilingual Plane.
    static let basicPlane: [UInt8] = {
        var table = [UInt8](repeating: narrow.rawValue, count: 0x1_0000)
        func set(_ properties: CharacterProperties, _ scalars: some Sequence<UInt32>) {
            for scalar in scalars where scalar < 0x1_0000 { table[Int(scalar)] |= properties.rawValue }
        }
        for (ranges, width) in [
            (EastAsianWidthTable.zero, zero), (EastAsianWidthTable.wide, wide),
            (EastAsianWidthTable.ambiguous, ambiguous),
        ] {
            for range in ranges where range.lowerBound < 0x1_0000 {
                for scalar in range.clamped(to: 0...0xFFFF) { table[Int(scalar)] = width.rawValue }
            }
        }
        // Control characters take no column; the writers never let one through.
        for control in 0..<0x20 { table[control] = zero.rawValue }

        func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
        set(notStart, scalars("’”）〕］｝〉》」』】｠〙〗»〟‐‑゠–〜～！？‼⁇⁈⁉・：；。．、，)]}!?:;.,%％°′″℃､｡｣･"))
        set(notStartStrict, scalars("ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｰｧｨｩｪｫｬｭｮｯ"))
        set(notStartStrict, 0x31F0...0x31FF)
        set(notEnd, scalars("‘“（〔［｛〈《「『【｟〘〖«〝([{｢"))
        set(hanging, scalars("。．、，"))
        set(digit, [0x30...0x39, 0xFF10...0xFF19].joined())
        // Letters, digits and signs of ASCII; Latin letters with marks; full-width letters.
        set(word, [0x21...0x7E, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A].joined())
        return table
    }()
}

extension [ClosedRange<UInt32>] {
    /// Binary search in ascending ranges.
    fileprivate func contains(scalar: UInt32) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].contains(scalar)
    }
}
