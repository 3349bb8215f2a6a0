import Japanese

/// How wide the columns of a table are in Word, in twips: none narrower than the longest piece in it that a line must not part
/// (figures, telephone numbers, an amount in full-width digits), where the sheet has room for that.
struct WordColumns {
    private struct Column {
        /// Of the longest piece, and of the longest line.
        var (least, natural) = (0, 0)
        /// What a template gives it, in hundredths.
        var share: Int?
    }

    private var columns: [Column] = []
    private let breaker = LineBreaker()

    /// What a letter takes at 10.5 points: a kanji its size, a Latin letter as much as in wide fonts.
    private static let (wide, narrow) = (210, 130)
    /// The cell's margins, its rules and some air.
    private static let edges = 300
    /// The longest Latin word that is kept whole: Word parts a longer one, such as a name in an address, where its cell is full.
    private static let word = 16 * narrow
    /// What stays on one line, what a line of text has at least, and beyond what more text asks for no more width.
    private static let (short, readable, enough) = (8 * wide, 5 * wide, 40 * wide)

    /// Makes room for columns that cells stand in over several.
    mutating func widen(to count: Int) {
        while columns.count < count { columns.append(Column()) }
    }

    /// - Parameters:
    ///   - text: of a cell, its lines behind one another.
    ///   - places: where it may be parted although no rule says so, such as inside an address, in order.
    ///   - kept: what is kept together although a rule would let it be parted, such as the number of an address.
    mutating func append(
        _ text: [UInt8], breaks places: [Int], kept: [Range<Int>] = [], share: Int?, in column: Int
    ) {
        widen(to: column + 1)
        columns[column].share = share ?? columns[column].share
        for line in text.split(separator: 0x0A) {
            columns[column].natural = max(columns[column].natural, Self.width(line))
        }
        for piece in kept {
            columns[column].least = max(columns[column].least, min(Self.width(text[piece]), Self.word))
        }
        for (start, end) in zip([0] + places, places + [text.count]) {
            let piece = Array(text[start..<end])
            breaker.eachUnit(of: piece.span) {
                let width = Self.width(piece[$0])
                let isLatin = piece[$0].allSatisfy { $0 < 0x80 }
                columns[column].least = max(columns[column].least, isLatin ? min(width, Self.word) : width)
            }
        }
    }

    private static func width(_ bytes: ArraySlice<UInt8>) -> Int {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) { width, letter in
            switch DisplayWidth().columns(scalar: letter.value) {
            case 0: width
            case 1: width + narrow
            default: width + wide
            }
        }
    }

    /// Of each column, such that they take so much together.
    func widths(in total: Int) -> [Int] {
        // Short texts on one line, else what reads well, else what no line may part.
        let read = columns.map { max($0.least, min($0.natural, Self.readable)) }
        let whole = zip(columns, read).map { $0.natural <= Self.short ? $0.natural : $1 }
        for least in [whole, read, columns.map(\.least)] {
            if let widths = spread(from: least.map { $0 + Self.edges }, total) { return widths }
        }
        return Self.leveled(read.map { $0 + Self.edges }, to: total)
    }

    /// The widest give way first: the longest pieces are of addresses, which can be parted anywhere.
    private static func leveled(_ widths: [Int], to total: Int) -> [Int] {
        var (rest, count) = (total, widths.count)
        for width in widths.sorted() {
            let share = rest / count
            if width > share { return widths.map { min($0, share) } }
            (rest, count) = (rest - width, count - 1)
        }
        return widths
    }

    /// Gives what is left to those that want more; nil where nothing is.
    private func spread(from least: [Int], _ total: Int) -> [Int]? {
        let free = total - least.reduce(0, +)
        guard free >= 0, !columns.isEmpty else { return columns.isEmpty ? [] : nil }
        let wanted = zip(columns, least).map { column, least in
            max(column.share.map { total * $0 / 100 } ?? min(column.natural, Self.enough) + Self.edges, least)
        }
        let missing = zip(wanted, least).map { $0 - $1 }
        let sum = missing.reduce(0, +)
        guard sum <= free else { return zip(least, missing).map { $0 + $1 * free / sum } }
        // What nobody asks for widens the columns of text, and where there are none, all.
        let texts = columns.indices.filter { columns[$0].natural > Self.short && columns[$0].share == nil }
        let takers = texts.isEmpty ? Array(columns.indices) : texts
        let taken = takers.reduce(0) { $0 + wanted[$1] }
        var widths = wanted
        for column in takers { widths[column] += (free - sum) * wanted[column] / max(taken, 1) }
        return widths
    }
}
