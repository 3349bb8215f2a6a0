/// How a run of characters is written: the fewer characters a mode has, the fewer bits it takes for each (§7.3).
enum DataMode: CaseIterable {
    case numeric, alphanumeric, byte

    /// By which a segment says its mode (table 2).
    var indicator: Int {
        switch self {
        case .numeric: 0b0001
        case .alphanumeric: 0b0010
        case .byte: 0b0100
        }
    }

    /// The versions within which the count of characters takes as many bits.
    static let countRanges = [1...9, 10...26, 27...40]

    /// The bits that the count of a segment's characters takes in each of these ranges (table 3).
    var countBits: [Int] {
        switch self {
        case .numeric: [10, 12, 14]
        case .alphanumeric: [9, 11, 13]
        case .byte: [8, 16, 16]
        }
    }

    /// The bits of a character, in sixths: digits come three in ten bits, letters two in eleven.
    var sixthsOfBit: Int {
        switch self {
        case .numeric: 20
        case .alphanumeric: 33
        case .byte: 48
        }
    }

    /// A character's value in this mode; nil where the mode does not have it (table 5).
    func value(_ character: UInt8) -> Int? {
        switch self {
        case .numeric: Self.letters.prefix(10).firstIndex(of: character)
        case .alphanumeric: Self.letters.firstIndex(of: character)
        case .byte: Int(character)
        }
    }

    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
}
