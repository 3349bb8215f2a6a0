import Diagnostics
import Markup

/// What a page gets from the board and from itself.
extension Composer {
    /// Puts the links to a document's files where `<downloads/>` stands.
    mutating func listDownloads(_ page: Page) {
        for node in document.elements(.downloads) {
            let id = document.attribute(.of, of: node) ?? ""
            guard let files = page.downloads(id) else {
                report(
                    MarkupProblem(
                        .danglingReference, at: document.origin(node),
                        Phrase(
                            ja: "<downloads>に「\(id)」のファイルを並べられません",
                            en: "<downloads> cannot list the files of \"\(id)\""),
                        help: Phrase(
                            ja: "文書の一覧（index）に、board.yamlのdocumentsのIDで書いてください",
                            en: "use it in the index, with an identifier of board.yaml's documents")))
                continue
            }
            document.replace(node, by: .div, [(.class, "downloads")])
            // What staff paste into a CMS is nothing for readers.
            append(files.filter { $0.facility == nil && $0.format != .fragment }, nil, to: node)
            let filled = files.filter { $0.facility != nil && $0.format != .fragment }
            guard !filled.isEmpty else { continue }
            require(.downloadsFilled, at: node)
            document.append(text: words.text(.downloadsFilled), to: document.append(.p, to: node))
            let list = document.append(.ul, to: node)
            // The files for one facility follow one another.
            for group in filled.chunked(by: \.facility) {
                let item = document.append(.li, to: list)
                append(group, group.first?.facility, to: item)
            }
        }
    }

    /// Links by their formats, behind the name of the facility that they are for.
    private mutating func append(_ files: [Page.Download], _ facility: String?, to parent: MarkupDocument.NodeID) {
        let list = facility == nil ? document.append(.ul, to: parent) : parent
        if let facility {
            document.append(text: facility, to: document.append(.span, [(.class, "facility")], to: parent))
            document.append(text: " ", to: parent)
        }
        for file in files {
            let format = PageWords.Name(rawValue: "format-\(file.format.rawValue)").map { name in
                require(name, .downloadsSize, at: parent)
                return words.text(name)
            }
            let place = facility == nil ? document.append(.li, to: list) : document.append(.span, to: parent)
            let label: [(AttributeName, String)] = facility.map { [(.ariaLabel, "\($0) \(format ?? "")")] } ?? []
            let link = document.append(.a, [(.href, file.path)] + label, to: place)
            document.append(text: format ?? "", to: link)
            guard let bytes = file.size else { continue }
            let size = document.append(.span, [(.class, "size")], to: place)
            document.append(text: words.text(.downloadsSize, String(max(1, (bytes + 512) / 1024))), to: size)
        }
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
            document.appendText(to: node, page.structuredData)
        }
    }

    /// Adds the rules that the steps have gathered, behind the style sheets.
    mutating func writeRules(_ page: Page) {
        // As the title on the page.
        let runningTitle = page.digits.written(page.runningTitle)
        rules.setRunningTitle(runningTitle)
        let hasWideTables = document.elements(.table).contains { document.has(.wide, $0) }
        for (index, heading) in headings.filter(\.beginsChapter).enumerated() {
            let title = "\(runningTitle)　\(heading.mark) \(heading.title)"
            guard let id = heading.id else { continue }
            rules.setRunningTitle(title, chapter: index + 1, of: id)
            if hasWideTables { rules.setWideRunningTitle(title, chapter: index + 1, of: id) }
        }
        if page.typeface == .mincho { rules.setMincho() }
        guard let head = document.elements(.head).first else { return }
        let style = document.append(.style, to: head)
        document.append(text: "\n" + rules.text, to: style)
    }
}

extension Array {
    /// Runs of elements that have something in common.
    fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, key(last) == key(element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }
}
