/// The copy of a page that is printed: its references know their pages, its paragraphs end in more than a few characters, what ends it
/// does not stand alone, and it leads to no file of this machine.
public enum PrintCopy {
    private static let href = " href=\""
    private static let targets = " data-targets=\""

    /// Whether a page has links to places in itself, whose pages could be named.
    public static func hasReferences(in page: [UInt8]) -> Bool {
        links(in: page).contains { target(of: $0, in: page) != nil }
    }

    /// Whether the last row of a table is on another page than what ends the document below it.
    public static func partsLastRow(_ pages: [String: Int]) -> Bool { LastRow.isParted(pages) }

    /// - Parameters:
    ///   - pages: the pages of what links lead to, by ids: `<a href="#procedure" data-page="8">`, which style sheets print.
    ///   A reference to several has the pages of all: `data-page="8、9"`.
    ///   - holdsLastRow: whether the last row of a table begins a page, so that what ends the document does not stand alone.
    public static func make(of original: [UInt8], pages: [String: Int], holdsLastRow: Bool = false) -> [UInt8] {
        let marked = LastRow(in: original)?.marked(original, isHeld: holdsLastRow) ?? original
        let page = LastLines.kept(in: marked)
        var copy: [UInt8] = []
        var written = page.startIndex
        let language = page.first(of: "<html lang=\"", in: page.startIndex...)
        let isJapanese = language == nil || language == page.first(of: "<html lang=\"ja", in: page.startIndex...)
        let references = attributes(targets, in: page).map { ($0, ids(in: $0, of: page)) }
        let links = links(in: page).map { ($0, target(of: $0, in: page).map { [$0] } ?? []) }
        for (place, ids) in (references + links).sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
            let numbers = ids.compactMap { pages[$0] }
            if !ids.isEmpty, numbers.count == ids.count {
                copy += page[written..<place.upperBound]
                copy += " data-page=\"\(PageRuns.text(of: numbers, isJapanese: isJapanese))\"".utf8
                written = place.upperBound
            } else if ids.isEmpty, isRelative(place, in: page) {
                // A browser would write where it lay when it was printed.
                copy += page[written..<place.lowerBound]
                written = place.upperBound
            }
        }
        return copy + page[written...]
    }

    private static func links(in page: [UInt8]) -> [Range<Int>] { attributes(href, in: page) }

    /// Where attributes stand that begin so: ` href="…"`.
    private static func attributes(_ name: String, in page: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = page.startIndex
        while let start = page.first(of: name, in: place...) {
            guard let quote = page[(start + name.utf8.count)...].firstIndex(of: UInt8(ascii: "\"")) else { break }
            found.append(start..<quote + 1)
            place = quote
        }
        return found
    }

    private static func value(of link: Range<Int>, in page: [UInt8]) -> ArraySlice<UInt8> {
        page[link.lowerBound + href.utf8.count..<link.upperBound - 1]
    }

    /// The ids of a reference to several places.
    private static func ids(in reference: Range<Int>, of page: [UInt8]) -> [String] {
        page[reference.lowerBound + targets.utf8.count..<reference.upperBound - 1].split(separator: UInt8(ascii: " "))
            .map { String(decoding: $0, as: UTF8.self) }
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
