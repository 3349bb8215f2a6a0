import Bytes

extension [UInt8] {
    /// Where a text stands first in some of the bytes.
    func first(of text: String, in range: PartialRangeFrom<Int>) -> Int? {
        first(of: text, in: range.lowerBound..<count)
    }

    func first(of text: String, in range: Range<Int>) -> Int? {
        let wanted = Array(text.utf8)
        guard let place = span.firstIndex(of: wanted.span, from: range.lowerBound) else { return nil }
        return place + wanted.count <= range.upperBound ? place : nil
    }

    /// Where a text stands last in some of the bytes.
    func last(of text: String, in range: Range<Int>) -> Int? {
        let wanted = Array(text.utf8)
        var place = range.upperBound - wanted.count
        while place >= range.lowerBound {
            if self[place] == wanted[0], self[place..<place + wanted.count].elementsEqual(wanted) { return place }
            place -= 1
        }
        return nil
    }
}
