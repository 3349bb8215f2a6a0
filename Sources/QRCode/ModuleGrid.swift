/// The modules of a symbol: its function patterns, and what is placed between them.
struct ModuleGrid {
    let size: Int
    private(set) var isDark: [Bool]
    /// Modules that hold no data.
    private var isFunction: [Bool]

    subscript(row: Int, column: Int) -> Bool { isDark[row * size + column] }

    /// A symbol without data.
    init(_ version: QRVersion) {
        size = version.size
        isDark = Array(repeating: false, count: size * size)
        isFunction = isDark
        for place in 0..<size {
            for line in [(6, place), (place, 6)] { setFunction(line.0, line.1, place % 2 == 0) }
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            drawSquares(row, column, radius: 4) { $0 != 2 && $0 != 4 }
        }
        drawAlignmentPatterns(version.alignmentCentres)
        // Until the mask is known, its places are kept free.
        drawFormat(0)
        if version.hasVersionInformation { drawVersion(BCHCode.version(version)) }
    }

    /// The symbol with a mask over its data, and the format information that says so.
    consuming func masked(_ mask: Int, _ level: ErrorCorrectionLevel) -> ModuleGrid {
        let inverts = DataMask.all[mask]
        for row in 0..<size {
            for column in 0..<size where !isFunction[row * size + column] && inverts(row, column) {
                isDark[row * size + column].toggle()
            }
        }
        drawFormat(BCHCode.format(level, mask: mask))
        return self
    }

    /// Places codewords two columns at a time, from the right, upwards and downwards by turns (§7.7.3).
    mutating func place(_ codewords: [UInt8]) {
        // Modules that are left over are light.
        var bits = BitString(codewords).bits.makeIterator()
        // The vertical timing pattern takes a column of its own.
        let columns = (0..<size).reversed().filter { $0 != 6 }
        var rows = Array((0..<size).reversed())
        for pair in stride(from: 0, to: columns.count, by: 2) {
            for row in rows {
                for column in columns[pair...pair + 1] where !isFunction[row * size + column] {
                    isDark[row * size + column] = bits.next() ?? false
                }
            }
            rows.reverse()
        }
    }
}

extension ModuleGrid {
    private mutating func setFunction(_ row: Int, _ column: Int, _ dark: Bool) {
        isDark[row * size + column] = dark
        isFunction[row * size + column] = true
    }

    /// Squares round a centre, as far as they lie in the symbol.
    private mutating func drawSquares(_ row: Int, _ column: Int, radius: Int, isDark: (_ distance: Int) -> Bool) {
        for y in max(row - radius, 0)...min(row + radius, size - 1) {
            for x in max(column - radius, 0)...min(column + radius, size - 1) {
                setFunction(y, x, isDark(max(abs(y - row), abs(x - column))))
            }
        }
    }

    /// At all crossings but those in finder patterns (§6.3.6).
    private mutating func drawAlignmentPatterns(_ centres: [Int]) {
        let corners = [(6, 6), (6, size - 7), (size - 7, 6)]
        for row in centres {
            for column in centres where !corners.contains(where: { $0 == (row, column) }) {
                drawSquares(row, column, radius: 2) { $0 != 1 }
            }
        }
    }

    /// Once round the upper left finder pattern, and once beside the two others (§7.9.1).
    private mutating func drawFormat(_ format: Int) {
        for bit in 0..<15 {
            let dark = format >> bit & 1 == 1
            // Down along column 8 and left along row 8, past the timing patterns.
            let down = bit < 6 ? bit : bit + 1
            let left = bit < 9 ? 15 - bit : 14 - bit
            if bit < 8 {
                setFunction(down, 8, dark)
                setFunction(8, size - 1 - bit, dark)
            } else {
                setFunction(8, left, dark)
                setFunction(size - 15 + bit, 8, dark)
            }
        }
        setFunction(size - 8, 8, true)
    }

    /// Beside the upper right finder pattern, and above the lower left one (§7.10).
    private mutating func drawVersion(_ version: Int) {
        for bit in 0..<18 {
            let (near, far) = (bit / 3, size - 11 + bit % 3)
            setFunction(near, far, version >> bit & 1 == 1)
            setFunction(far, near, version >> bit & 1 == 1)
        }
    }
}
