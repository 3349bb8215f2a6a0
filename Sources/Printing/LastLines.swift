import Bytes

/// Keeps the last characters of a paragraph together, so that its last line on paper is none of two or three.
///
/// `text-wrap: pretty` looks after the last word, to which it takes what stands before; Japanese has no spaces, and leaves ます。 alone.
enum LastLines {
    /// So many characters are kept together at the end, the stop among them: with what `pretty` takes to them a line of four. Each
    /// more leaves a wider line above to be stretched.
    private static let count = 3
    /// The first paragraph of an item has no tags, and ends where the next or a list begins.
    private static let ends = ["</p>", "</li>", "</dd>", "<p>", "<ol", "<ul"].map { Array($0.utf8) }
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    private static let start = Array("<span style=\"white-space:nowrap\">".utf8)
    private static let end = Array("</span>".utf8)

    static func kept(in page: [UInt8]) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(page.count + page.count / 16)
        var written = page.startIndex
        var place = page.startIndex
        while let tag = page[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = tag + 1
            guard ends.contains(where: { page[tag...].starts(with: $0) }),
                let last = page[written..<tag].lastIndex(where: { $0 > 0x20 }).map({ $0 + 1 }),
                let first = tail(before: last, in: page, from: written)
            else { continue }
            copy += page[written..<first]
            copy += start
            copy += page[first..<last]
            copy += end
            written = last
        }
        return copy + page[written...]
    }

    /// Where the last characters before an end tag begin; nil where they are not that many, or have tags, entities or Latin letters in them.
    ///
    /// A number that is kept together by itself goes in as a whole.
    private static func tail(before tag: Int, in page: [UInt8], from limit: Int) -> Int? {
        var place = tag
        var kept = 0
        while kept < count {
            if page[limit..<place].hasSuffix(end) {
                guard let (start, letters) = number(before: place - end.count, in: page, from: limit) else {
                    return nil
                }
                (place, kept) = (start, kept + letters)
                continue
            }
            repeat {
                place -= 1
                guard place >= limit else { return nil }
            } while page[place] & 0xC0 == 0x80
            // Latin text has words of its own, which are not parted; figures are as Japanese as their units.
            guard page[place] >= 0x80 || digits.contains(page[place]) else { return nil }
            kept += 1
        }
        return place
    }

    private static let numberStart = Array("<span class=\"digits\">".utf8)

    /// Where the element begins that ends at a place, and how many characters it has; nil where it is none of digits, or has tags in it.
    private static func number(before end: Int, in page: [UInt8], from limit: Int) -> (start: Int, letters: Int)? {
        guard let close = page[limit..<end].lastIndex(of: UInt8(ascii: ">")),
            page[limit...close].hasSuffix(numberStart)
        else { return nil }
        return (close + 1 - numberStart.count, page[(close + 1)..<end].count { $0 & 0xC0 != 0x80 })
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ bytes: [UInt8]) -> Bool { suffix(bytes.count).elementsEqual(bytes) }
}
