internal import Diagnostics
import Files

/// The place of a cell, as a sheet's margins show it: `C5` is in the third column and the fifth row.
public struct CellAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let columnNumber: UInt16
    private let rowNumber: UInt32

    /// Counted from 1.
    public var column: Int { Int(columnNumber) }
    /// Counted from 1.
    public var row: Int { Int(rowNumber) }

    /// - Parameters: column and row within what a sheet can have (`Limits.sheetColumns`, `Limits.sheetRows`).
    public init(column: Int, row: Int) {
        columnNumber = UInt16(column)
        rowNumber = UInt32(row)
    }

    /// nil unless the text is an address in a sheet: one to three letters and a number (ECMA-376 §18.18.62 ST_Ref).
    public init?(_ text: some StringProtocol) {
        var (column, row) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 0x40
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 0x30
            default: return nil
            }
            guard column <= Limits.sheetColumns, row <= Limits.sheetRows else { return nil }
        }
        guard row > 0 else { return nil }
        self.init(column: column, row: row)
    }

    /// The letters of a column, counted from 1: 27 is AA.
    public static func letters(ofColumn column: Int) -> String {
        var (rest, letters) = (column, "")
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    public var description: String { Self.letters(ofColumn: column) + String(row) }

    /// Row by row, from left to right.
    public static func < (one: Self, other: Self) -> Bool {
        (one.rowNumber, one.columnNumber) < (other.rowNumber, other.columnNumber)
    }
}

/// A rectangle of cells, by its first and last: `A1:C2`.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
    public let first: CellAddress
    public let last: CellAddress

    /// nil unless the second lies at the first, or to its right and below.
    public init?(_ first: CellAddress, _ last: CellAddress) {
        guard first.column <= last.column, first.row <= last.row else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// nil unless the text is one address, or two with a colon between them.
    init?(_ text: String) {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = ends.first.flatMap({ CellAddress($0) }),
            let last = CellAddress(ends[ends.count - 1])
        else { return nil }
        self.init(first, last)
    }

    public func contains(_ address: CellAddress) -> Bool {
        (first.column...last.column).contains(address.column) && (first.row...last.row).contains(address.row)
    }

    public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
