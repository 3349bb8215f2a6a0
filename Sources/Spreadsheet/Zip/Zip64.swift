/// What archives add that are, or may become, larger than 32 bits can say (APPNOTE.TXT §4.3.14, §4.3.15, §4.5.3).
///
/// Libraries that write workbooks row by row, Apache POI's among them, do so for small ones, too.
struct Zip64 {
    /// What stands in a field of 32 bits whose value is elsewhere.
    static let mark = 0xFFFF_FFFF

    /// The count of entries, and where they lie.
    let directory: (count: Int, range: Range<Int>)

    /// Reads the record before the end record, by the locator between them; nil where there is none.
    init?(_ bytes: [UInt8], end: Int) throws(SpreadsheetError) {
        let locator = end - 20
        guard locator >= 0, bytes.word(locator) == 0x0706_4B50 else { return nil }
        guard let record = bytes.long(locator + 8), record <= locator - 56, bytes.word(record) == 0x0606_4B50,
            let size = bytes.long(record + 4), record + 12 + size == locator,
            let count = bytes.long(record + 32), bytes.long(record + 24) == count,
            let length = bytes.long(record + 40), let start = bytes.long(record + 48), start + length == record
        else { throw .damagedArchive(.directory, part: nil) }
        directory = (count, start..<record)
    }

    /// The values of an entry's extra field 1, which replace marks in their order.
    struct Fields {
        private let bytes: [UInt8]
        private var rest: Range<Int>

        init(_ bytes: [UInt8], _ extra: Range<Int>) {
            self.bytes = bytes
            rest = extra.upperBound..<extra.upperBound
            var field = extra.lowerBound
            while field + 4 <= extra.upperBound {
                let next = field + 4 + bytes.half(field + 2)
                if bytes.half(field) == 1, next <= extra.upperBound { rest = field + 4..<next }
                field = next
            }
        }

        /// - Returns: false where the value is a mark and its replacement missing, or beyond the file.
        mutating func replace(_ value: inout Int) -> Bool {
            guard value == mark else { return true }
            guard rest.count >= 8, let large = bytes.long(rest.lowerBound) else { return false }
            rest = rest.lowerBound + 8..<rest.upperBound
            value = large
            return true
        }
    }
}

extension [UInt8] {
    /// Eight bytes, the lowest first; nil where they say more than any size here can be.
    fileprivate func long(_ place: Int) -> Int? {
        let (low, high) = (Int(word(place)), Int(word(place + 4)))
        return high <= 0xFF ? low | high << 32 : nil
    }
}
