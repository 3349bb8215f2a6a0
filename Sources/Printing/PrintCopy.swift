/// The copy of a page that is printed: its references know their pages, and it leads to no file of this machine.
public enum PrintCopy {
    private static let href = " href=\""

    /// Whether a page has links to places in itself, whose pages could be named.
    public static func hasReferences(in page: [UInt8]) -> Bool {
        links(in: page).contains { target(of: $0, in: page) != nil }
    }

    /// - Parameter pages: the pages of what links lead to, by ids: `<a href="#procedure" data-page="8">`, which style sheets print.
    public static func make(of page: [UInt8], pages: [String: Int]) -> [UInt8] {
        var copy: [UInt8] = []
        var written = page.startIndex
        for link in links(in: page) {
            if let number = target(of: link, in: page).flatMap({ pages[$0] }) {
                copy += page[written..<link.upperBound]
                copy += " data-page=\"\(number)\"".utf8
                written = link.upperBound
            } else if isRelative(link, in: page) {
                // A browser would write where it lay when it was printed.
                copy += page[written..<link.lowerBound]
                written = link.upperBound
            }
        }
        return copy + page[written...]
    }

    /// The attributes ` href="…"`.
    private static func links(in page: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = page.startIndex
        while let start = page.first(of: href, in: place...) {
            guard let quote = page[(start + href.utf8.count)...].firstIndex(of: UInt8(ascii: "\"")) else { break }
            found.append(start..<quote + 1)
            place = quote
        }
        return found
    }

    private static func value(of link: Range<Int>, in page: [UInt8]) -> ArraySlice<UInt8> {
        page[link.lowerBound + href.utf8.count..<link.upperBound - 1]
    }

    /// The id that a link leads to in the page itself.
    private static func target(of link: Range<Int>, in page: [UInt8]) -> String? {
        let value = value(of: link, in: page)
        return value.first == UInt8(ascii: "#") ? String(decoding: value.dropFirst(), as: UTF8.self) : nil
    }

    /// Whether it leads to another file beside it: it has no scheme (RFC 3986 §4.2).
    private static func isRelative(_ link: Range<Int>, in page: [UInt8]) -> Bool {
        let value = value(of: link, in: page)
        guard let first = value.first, first != UInt8(ascii: "#") else { return false }
        let head = value.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return !head.contains(UInt8(ascii: ":"))
    }
}
