/// Keeps the last row of a table with what ends the document below it: where to ask, or the colophon.
///
/// Either would stand alone on the last page where the table fills the one before, as browsers do not take a row along for
/// `break-before: avoid`. The first printing says on which pages the two are; where they part, the next has the row begin a page.
struct LastRow {
    private static let rowID = "shirube-last-row"
    private static let endID = "shirube-end"
    /// Behind `<tr`, and behind the name of the tag of what ends the document.
    private let row, end: Int
    private let addsEndID: Bool

    /// - Returns: nil where no table stands right before such an end, or where its row has an id of its own.
    init?(in page: [UInt8]) {
        guard let table = page.last(of: "</table>", in: page.indices),
            let row = page.last(of: "<tr", in: page.startIndex..<table),
            page.first(of: " id=\"", in: Self.tag(from: row, in: page)) == nil,
            let place = [" id=\"contact\"", " class=\"colophon"].compactMap({ page.first(of: $0, in: table...) }).min(),
            let end = page[table..<place].lastIndex(of: UInt8(ascii: "<")),
            page.first(of: "<section", in: table..<end) == nil
        else { return nil }
        self.row = row + "<tr".utf8.count
        let tag = Self.tag(from: end, in: page)
        self.end = page[tag].firstIndex(of: UInt8(ascii: " ")) ?? tag.upperBound
        addsEndID = page.first(of: " id=\"", in: tag) == nil
    }

    private static func tag(from start: Int, in page: [UInt8]) -> Range<Int> {
        start..<(page[start...].firstIndex(of: UInt8(ascii: ">")) ?? page.endIndex)
    }

    /// A page whose print says where the two are: Chromium names the places that links lead to.
    /// - Parameter isHeld: whether the row begins a page.
    func marked(_ page: [UInt8], isHeld: Bool) -> [UInt8] {
        let body = page.last(of: "</body>", in: page.indices) ?? page.endIndex
        let endID = addsEndID ? Self.endID : "contact"
        let links = "<div hidden><a href=\"#\(Self.rowID)\"></a><a href=\"#\(endID)\"></a></div>"
        var copy = Array(page[..<row])
        copy += " id=\"\(Self.rowID)\"\(isHeld ? " style=\"break-before:page\"" : "")".utf8
        copy += page[row..<end]
        if addsEndID { copy += " id=\"\(endID)\"".utf8 }
        copy += page[end..<body]
        copy += links.utf8
        return copy + page[body...]
    }

    /// Whether the two are on different pages.
    static func isParted(_ pages: [String: Int]) -> Bool {
        guard let row = pages[rowID], let end = pages[endID] ?? pages["contact"] else { return false }
        return row < end
    }
}
