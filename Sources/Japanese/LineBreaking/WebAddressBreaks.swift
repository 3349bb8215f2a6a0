/// Where an address of the web or of mail may be divided by the end of a line: behind / . - ? & = and @, where a reader expects it,
/// but not behind `https://`, which says nothing by itself.
public enum WebAddressBreaks {
    private static let starts = ["http://", "https://", "www."].map { Array($0.utf8) }

    /// Whether a line may end behind a byte of an address.
    /// - Parameter previous: the byte before it.
    @inline(__always)
    static func allows(behind byte: UInt8, after previous: UInt8, before next: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"): previous != UInt8(ascii: "/") && next != UInt8(ascii: "/")
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="),
            UInt8(ascii: "@"):
            true
        default: false
        }
    }

    /// - Returns: the places in a text, each behind one of the signs and before something else of the address.
    public static func find(in text: [UInt8]) -> [Int] {
        var found: [Int] = []
        var place = 0
        while place < text.count {
            guard isPart(text[place]) else {
                place += 1
                continue
            }
            let end = text[place...].firstIndex { !isPart($0) } ?? text.count
            if isAddress(text[place..<end]) {
                for index in place + 1..<end {
                    let previous = index > 1 ? text[index - 2] : 0
                    if allows(behind: text[index - 1], after: previous, before: text[index]) { found.append(index) }
                }
            }
            place = end
        }
        return found
    }

    private static func isPart(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
        starts.contains { word.starts(with: $0) }
            || word.firstIndex(of: UInt8(ascii: "@")).map { word[$0...].contains(UInt8(ascii: ".")) } ?? false
    }
}
