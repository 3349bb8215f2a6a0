import QRCode
import TestSupport
import Testing

/// Symbols held against those of an independent program (`Fixtures/make.py`), and against what the standard prints.
@Suite struct QRCodeTests {
    /// A symbol as `Fixtures/symbols.txt` has it: its parameters on a line, then its rows.
    struct Symbol {
        let version: Int
        let level: ErrorCorrectionLevel
        let mask: Int
        let text: String
        let rows: [Substring]
    }

    static func level(_ name: Substring) throws -> ErrorCorrectionLevel {
        try #require(ErrorCorrectionLevel.allCases.first { "\($0)" == name })
    }

    static func fixture(_ name: String) throws -> String {
        String(decoding: try Project.bytes("Tests/QRCodeTests/Fixtures/\(name)"), as: UTF8.self)
    }

    static func rows(_ code: QRCode) -> [String] {
        (0..<code.size).map { row in String((0..<code.size).map { code[row, $0] ? "#" : "." }) }
    }

    @Test("Each module is that of an independent program's symbol: digits, letters, bytes, segments of each, Japanese")
    func symbols() throws {
        let symbols = try Self.fixture("symbols.txt").split(separator: "\n\n")
        #expect(symbols.count == 5)
        for symbol in symbols {
            let lines = symbol.split(separator: "\n")
            let head = lines[0].split(separator: " ", maxSplits: 3)
            let code = try #require(
                QRCode(String(head[3]), level: try Self.level(head[1]), mask: Int(head[2])))
            #expect("\(code.version.number) \(code.level) \(code.mask)" == head.prefix(3).joined(separator: " "))
            #expect(Self.rows(code) == lines.dropFirst().map(String.init), "\(lines[0])")
        }
    }

    @Test("So is each of the fullest symbols of all versions at all levels, told by their digests")
    func digests() throws {
        let lines = try Self.fixture("digests.txt").split(separator: "\n")
        #expect(lines.count == 160)
        for line in lines {
            let fields = line.split(separator: " ")
            let text = Self.letters(try #require(Int(fields[3])))
            let level = try Self.level(fields[1])
            let code = try #require(QRCode(text, level: level, mask: Int(fields[2])))
            #expect("\(code.version.number) \(level) \(code.mask)" == fields.prefix(3).joined(separator: " "))
            #expect(Self.digest(Self.rows(code)) == UInt64(fields[4], radix: 16), "\(line)")
            // One letter more takes the next version.
            let next = QRCode(text + "z", level: level, mask: 0)
            #expect(next?.version.number == (code.version.number == 40 ? nil : code.version.number + 1), "\(line)")
        }
    }

    private static func letters(_ count: Int) -> String {
        String((0..<count).map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0 % 26))) })
    }

    /// FNV-1a, 64 bits.
    private static func digest(_ rows: [String]) -> UInt64 {
        rows.joined().utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    @Test("The standard's example gets the mask that the standard gives it (Annex I)")
    func example() throws {
        let code = try #require(QRCode("01234567"))
        #expect(code.version.number == 1)
        #expect(code.mask == 0b010)
    }

    @Test(
        "The largest symbols hold as much as the standard says (table 7)",
        arguments: [
            (ErrorCorrectionLevel.low, 7089, 4296, 2953), (.medium, 5596, 3391, 2331), (.quartile, 3993, 2420, 1663),
            (.high, 3057, 1852, 1273),
        ])
    func capacity(level: ErrorCorrectionLevel, digits: Int, capitals: Int, bytes: Int) {
        for (character, count) in [("1", digits), ("A", capitals), ("a", bytes)] {
            let text = String(repeating: character, count: count)
            #expect(QRCode(text, level: level, mask: 0)?.version.number == 40)
            #expect(QRCode(text + character, level: level, mask: 0) == nil)
        }
    }

    @Test("A symbol has its finder and timing patterns, and says its format twice", arguments: [0, 90, 700, 2000])
    func patterns(count: Int) throws {
        let code = try #require(QRCode(Self.letters(count)))
        let size = code.size
        #expect(size == 17 + 4 * code.version.number)
        let finder = ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"]
        for (row, line) in finder.enumerated() {
            for (column, sign) in line.enumerated() {
                #expect(code[row, column] == (sign == "#"))
                #expect(code[row, size - 1 - column] == (sign == "#"))
                #expect(code[size - 1 - row, column] == (sign == "#"))
            }
        }
        for place in 8..<size - 8 {
            #expect(code[6, place] == (place % 2 == 0) && code[place, 6] == (place % 2 == 0))
        }
        #expect(code[size - 8, 8])
        let first = [0, 1, 2, 3, 4, 5, 7].map { code[8, $0] } + [8, 7, 5, 4, 3, 2, 1, 0].map { code[$0, 8] }
        let second = (1...7).map { code[size - $0, 8] } + (1...8).reversed().map { code[8, size - $0] }
        #expect(first == second)
    }

    @Test("The mask follows from the text, unless one is asked for")
    func masks() throws {
        let chosen = try (1...100).map { try #require(QRCode("https://www.example.jp/\($0).html")).mask }
        #expect(Set(chosen).count > 4)
        for mask in 0..<8 { #expect(QRCode("a", mask: mask)?.mask == mask) }
    }

    @Test("Digits and capitals take fewer bits than letters, in between them, too")
    func segments() throws {
        let escaped = String(repeating: "%E5%AE%9D", count: 12)
        let mixed = try #require(QRCode("https://www.example.jp/" + escaped))
        let bytes = try #require(QRCode("https://www.example.jp/" + escaped.lowercased()))
        #expect(mixed.version.number < bytes.version.number)
        // A single capital is not worth a segment of its own.
        #expect(QRCode("aaaaaaaAaaaaaa")?.version.number == 1)
    }
}
