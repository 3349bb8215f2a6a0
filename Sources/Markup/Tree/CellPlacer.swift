import Diagnostics
import Files

/// Finds the columns that a table's cells stand in, row by row: a cell that runs over several rows pushes those of the rows
/// below aside (HTML §4.9.12.1).
public struct CellPlacer {
    /// By column, how many rows from the present one on are taken by cells that have been placed.
    private var taken: [UInt16] = []
    private var next = 0
    /// Whether a cell has been placed where another one was already.
    public private(set) var hasOverlap = false

    public init() {}

    /// How many columns there are so far.
    public var columns: Int { taken.count }

    /// How many columns of the present row are taken.
    public var filled: Int { taken.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } }

    /// Places the row's next cell.
    /// - Returns: its first column.
    public mutating func place(columns: Int, rows: Int) -> Int {
        while next < taken.count, taken[next] > 0 { next += 1 }
        let first = next
        next += columns
        while taken.count < next { taken.append(0) }
        for column in first..<next {
            if taken[column] > 0 { hasOverlap = true }
            taken[column] = max(taken[column], UInt16(clamping: rows))
        }
        return first
    }

    public mutating func endRow() {
        for column in taken.indices where taken[column] > 0 { taken[column] -= 1 }
        next = 0
    }

    /// Ends a head or body, where all cells end.
    /// - Returns: whether some cell was to run on.
    public mutating func endSection() -> Bool {
        let isCut = taken.contains { $0 > 0 }
        for column in taken.indices { taken[column] = 0 }
        return isCut
    }
}

extension MarkupDocument {
    /// How many columns or rows a cell runs over; 1 where that is not said or is no number.
    public func span(_ name: AttributeName, of cell: NodeID) -> Int {
        guard let text = attribute(name, of: cell), let number = Int(text) else { return 1 }
        return min(max(number, 1), Limits.cellSpan)
    }

    /// How many columns a table has, by its first row.
    func columns(of table: NodeID) -> Int {
        let row = children(table).lazy.flatMap { self.children($0) }.first { self.element($0) == .tr }
        return row.map { children($0).reduce(0) { $0 + span(.colspan, of: $1) } } ?? 0
    }
}
