/// The patterns that invert data modules, so that a symbol has no shapes that mislead readers (§7.8.2, table 10).
enum DataMask {
    typealias Condition = @Sendable (_ row: Int, _ column: Int) -> Bool

    static let all: [Condition] = [
        { ($0 + $1) % 2 == 0 },
        { row, _ in row % 2 == 0 },
        { _, column in column % 3 == 0 },
        { ($0 + $1) % 3 == 0 },
        { ($0 / 2 + $1 / 3) % 2 == 0 },
        { $0 * $1 % 2 + $0 * $1 % 3 == 0 },
        { ($0 * $1 % 2 + $0 * $1 % 3) % 2 == 0 },
        { (($0 + $1) % 2 + $0 * $1 % 3) % 2 == 0 },
    ]
}
