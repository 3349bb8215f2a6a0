/// What makes a symbol hard to read, in points (§7.8.3, table 11).
extension ModuleGrid {
    /// The mask with the fewest is taken.
    var penalty: Int {
        let rows = (0..<size).map { row in Array(isDark[row * size..<(row + 1) * size]) }
        let columns = (0..<size).map { column in rows.map { $0[column] } }
        return (rows + columns).reduce(0) { $0 + Self.runs($1) + Self.finderLikes($1) } + blocks(rows) + imbalance
    }

    /// Five modules of one colour or more in a line: 3 points, and one for each further.
    private static func runs(_ line: [Bool]) -> Int {
        var (points, length) = (0, 1)
        for place in line.indices.dropFirst() {
            length = line[place] == line[place - 1] ? length + 1 : 1
            points += length == 5 ? 3 : length > 5 ? 1 : 0
        }
        return points
    }

    /// Four modules of one colour in a square, which may overlap: 3 points each.
    private func blocks(_ rows: [[Bool]]) -> Int {
        var points = 0
        for (upper, lower) in zip(rows, rows.dropFirst()) {
            for column in 1..<size
            where upper[column] == upper[column - 1] && upper[column] == lower[column]
                && upper[column] == lower[column - 1]
            {
                points += 3
            }
        }
        return points
    }

    /// What looks like a finder pattern, with four light modules on either side: 40 points each.
    private static func finderLikes(_ line: [Bool]) -> Int {
        let pattern = [true, false, true, true, true, false, true]
        var points = 0
        for start in 0...line.count - pattern.count where line[start] && line[start...].starts(with: pattern) {
            let isLight = { (places: Range<Int>) in !line[places.clamped(to: line.indices)].contains(true) }
            // Outside the symbol is the quiet zone.
            if isLight(start - 4..<start) || isLight(start + 7..<start + 11) { points += 40 }
        }
        return points
    }

    /// For each 5 % by which the dark modules are more or less than half: 10 points.
    private var imbalance: Int {
        let dark = isDark.count { $0 }
        return abs(20 * dark - 10 * isDark.count) / isDark.count * 10
    }
}
