internal import Diagnostics
import Files

/// The records of delimited text, read again where they lie: a list of any length takes little more than its file.
struct CSVRecords: Sendable {
    /// Where a record begins (a file has at most `Limits.fileSize`), and the number of its row.
    struct Place: Sendable {
        private let startByte: UInt32
        private let rowNumber: UInt32

        init(start: Int, number: Int) { (startByte, rowNumber) = (UInt32(start), UInt32(number)) }

        var start: Int { Int(startByte) }
        var number: Int { Int(rowNumber) }
    }

    private let text: ArraySlice<UInt8>
    private let delimiter: UInt8
    let places: [Place]

    init(_ text: ArraySlice<UInt8>, _ delimiter: UInt8, _ places: [Place]) {
        (self.text, self.delimiter, self.places) = (text, delimiter, places)
    }

    subscript(index: Int) -> Row {
        let place = places[index]
        var reader = CSVReader(text, delimiter, at: place.start)
        // It has been read once, and the text is the same.
        return Row(number: place.number, cells: (try? reader.readCells(ofRow: place.number)) ?? [])
    }
}
