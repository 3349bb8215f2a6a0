import Markup

/// What a page gets from the board and from itself.
extension Composer {
    /// Puts the links to a document's files where `<downloads/>` stands.
    mutating func listDownloads(_ page: Page) {
        for node in document.elements(.downloads) {
            let files = page.downloads(document.attribute(.of, of: node) ?? "")
            document.replace(node, by: .ul, [(.class, "downloads")])
            for file in files {
                let item = document.append(.li, to: node)
                let link = document.append(.a, [(.href, file.path)], to: item)
                document.append(text: file.facility ?? file.format.label, to: link)
                document.append(text: "（\(Self.size(file))）", to: item)
            }
        }
    }

    private static func size(_ file: Page.Download) -> String {
        let kilobytes = max(1, (file.size + 512) / 1024)
        let type = file.path.split(separator: ".").last.map { $0.uppercased() } ?? ""
        return "\(type)、\(kilobytes)KB"
    }

    /// Gives the cells of records their column's name, which a phone shows in front of them.
    mutating func labelRecords() {
        let tables = document.elements(.table).filter { document.has(.records, $0) }
        for (index, table) in tables.enumerated() {
            guard let head = document.children(table).first(where: { document.element($0) == .thead }),
                let row = document.children(head).first(where: { document.element($0) == .tr })
            else { continue }
            if document.attribute(.id, of: table) == nil { document.set(.id, "records-\(index + 1)", of: table) }
            let id = document.attribute(.id, of: table) ?? ""
            for (column, cell) in document.children(row).enumerated() {
                rules.label(column: column + 1, of: id, as: document.line(of: cell))
            }
        }
    }

    mutating func writeStructuredData(_ page: Page) {
        for node in document.elements(.structuredData) {
            document.replace(node, by: .script, [(.type, "application/ld+json")])
            // In JSON `<` stands in strings alone; escaped, it cannot end the element.
            document.append(text: page.structuredData().replacing("<", with: "\\u003c"), to: node)
        }
    }

    /// Adds the rules that the steps have gathered, behind the style sheets.
    mutating func writeRules(_ page: Page) {
        rules.setRunningTitle(page.runningTitle)
        for heading in headings where heading.level <= 3 {
            if let id = heading.id { rules.mark(entryOf: id) }
        }
        guard let head = document.elements(.head).first else { return }
        let style = document.append(.style, to: head)
        document.append(text: "\n" + rules.text, to: style)
    }
}
