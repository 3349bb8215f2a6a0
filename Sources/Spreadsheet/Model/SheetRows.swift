/// The rows of a sheet that have cells, from top to bottom; those of CSV are read when they are asked for.
public struct SheetRows: RandomAccessCollection, Sendable {
    private enum Storage: Sendable {
        case rows([Row])
        case records(CSVRecords)
    }

    private let storage: Storage

    public init(_ rows: [Row]) { storage = .rows(rows) }

    init(_ records: CSVRecords) { storage = .records(records) }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch storage {
        case .rows(let rows): rows.count
        case .records(let records): records.places.count
        }
    }

    public subscript(index: Int) -> Row {
        switch storage {
        case .rows(let rows): rows[index]
        case .records(let records): records[index]
        }
    }

    private func number(at index: Int) -> Int {
        switch storage {
        case .rows(let rows): rows[index].number
        case .records(let records): records.places[index].number
        }
    }

    /// The index of the row of a number, counted from 1; nil where it has no cells.
    func index(ofRow number: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.number(at: middle) < number { low = middle + 1 } else { high = middle }
        }
        return low < count && self.number(at: low) == number ? low : nil
    }
}
