/// Style for Word and LibreOffice, which read a page's own sheets wrongly: they know neither media nor most selectors, and what
/// they then make of the rest is worse than nothing.
enum OfficeStyle {
    /// The class of cells that have none.
    static let cell = "cell"

    /// At the beginning of an item, whose mark is text: LibreOffice, which would put a number of its own before it, numbers no item
    /// that begins with a list. Nobody else sees it.
    static let noNumber = Array("<menu hidden></menu>".utf8)

    private static let wordRules = """
        table { border-collapse: collapse }
        ol, ul { list-style-type: none }
        .screen-only { display: none; mso-hide: all }

        """

    /// For LibreOffice a sheet of no medium, which it does not ask for; for Word one in a comment that it reads.
    ///
    /// LibreOffice knows cells by a class alone, and no element by several.
    static func sheets(of document: MarkupDocument) -> [UInt8] {
        let cells = ([cell] + document.cellClasses).map { "." + $0 }.joined(separator: ", ")
        let rules = "@page { size: 21cm 29.7cm; margin: 2cm }\n\(cells) { border: 1px solid #595959; padding: 0.1cm }\n"
        return Array(
            "<style media=\"not all\">\n\(rules)</style>\n<!--[if mso]><style>\n\(rules)\(wordRules)</style><![endif]-->\n"
                .utf8)
    }

    /// Round a sheet of the page's own: Word leaves out what stands in the comments, and LibreOffice what stands in a block of all
    /// media.
    static let (beginning, blockStart, blockEnd, end) = (
        Array("<!--[if !mso]><!-->\n".utf8), Array("\n@media all {".utf8), Array("\n}\n".utf8),
        Array("<!--<![endif]-->\n".utf8)
    )
}

extension MarkupDocument {
    /// The classes of the cells that have one, by the first row of each head and body: those below are like it.
    fileprivate var cellClasses: [String] {
        var found: [String] = []
        for section in elements(.thead) + elements(.tbody) {
            guard let row = children(section).first(where: { element($0) == .tr }) else { continue }
            for cell in children(row) {
                guard let name = attribute(.class, of: cell), !found.contains(name),
                    name.utf8.allSatisfy({
                        $0 >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || $0 == UInt8(ascii: "-")
                            || $0 == UInt8(ascii: "_")
                    })
                else { continue }
                found.append(name)
            }
        }
        return found
    }
}
