package import Diagnostics
import Japanese
import Markup
import Proofreading

extension DiagnosticCode {
    package static let announcedList = DiagnosticCode(
        "T028", canBeAllowed: true,
        meaning: (
            ja: "「次のとおりです。」のように一覧などを示す文の後に、示すものがありません。",
            en: "A sentence announces a list, as 次のとおりです。 does, and nothing follows it."
        ),
        reason: (
            ja: "データに示すものがない教育委員会では、途中で切れたような文書を公表することになります。",
            en: "A board whose data has nothing to list would publish a paper that seems to break off."
        ),
        wrong: """
            <p>利用できる施設は、次のとおりです。</p>
            {{> parts/public-facilities}}
            """,
        right: """
            {{#facilities.has_public}}
            <p>利用できる施設は、次のとおりです。</p>
            {{> parts/public-facilities}}
            {{/facilities.has_public}}
            """)
}

/// A sentence that announces a list stands in front of one: where the data has nothing to list, neither may the sentence be
/// printed.
extension Composer {
    mutating func checkAnnouncements() {
        let headings = [ElementName.h1, .h2, .h3, .h4, .h5, .h6].flatMap { document.elements($0) }.sorted()
        var passed = 0
        for paragraph in document.elements(.p) {
            while passed < headings.count, headings[passed] < paragraph { passed += 1 }
            // Most paragraphs say nothing of the kind, and a look at their bytes is all that they need.
            guard Announcement.mayEnd(document.bytes(of: paragraph)) else { continue }
            checkCount(of: paragraph)
            guard Announcement.ends(document.text(of: paragraph)) else { continue }
            let level = passed == 0 ? nil : document.element(headings[passed - 1])?.headingLevel
            guard !isFollowed(paragraph, below: level ?? 0) else { continue }
            report(
                MarkupProblem(
                    .announcedList, .warning, at: document.origin(paragraph),
                    Phrase(
                        ja: "「\(ending(of: paragraph))」の後に、示すものが何もありません",
                        en: "nothing follows what \"\(ending(of: paragraph))\" announces"),
                    help: Phrase(
                        ja:
                            "示すものをデータに書いてください。書くものがなければ、ひな形の担当者に、文と一覧を同じ{{#…}}～{{/…}}の中に入れるよう伝えてください",
                        en:
                            "enter in the data what it announces; where there is none, have the template's author put the sentence and its list into one section {{#…}}…{{/…}}"
                    )))
        }
    }

    /// As many items follow as the sentence says: 次の4段階です before five.
    private mutating func checkCount(of paragraph: MarkupDocument.NodeID) {
        guard let said = Announcement.count(document.text(of: paragraph)) else { return }
        var list = document.next(paragraph)
        while list != MarkupDocument.none, document.element(list) == nil, !document.hasWords(list) {
            list = document.next(list)
        }
        if list != MarkupDocument.none, document.element(list) == .figure {
            list = document.children(list).first { document.element($0) != nil } ?? list
        }
        guard list != MarkupDocument.none, [.ol, .ul, .dl].contains(document.element(list)) else { return }
        let items = document.children(list).filter { [.li, .dt].contains(document.element($0)) }.count
        guard items > 1, items != said.items else { return }
        report(
            MarkupProblem(
                .announcedList, .warning, at: document.origin(paragraph),
                Phrase(
                    ja: "「\(said.words)」とありますが、後に並ぶのは\(items)項目です",
                    en: "it says \(said.words), and \(items) items follow"),
                help: Phrase(ja: "数か、並べた項目を直してください", en: "mend the number or the list")))
    }

    private func ending(of paragraph: MarkupDocument.NodeID) -> String {
        let line = document.line(of: paragraph)
        return line.count > 24 ? "…" + line.suffix(24) : line
    }

    /// Whether anything stands behind a paragraph that it may speak of: in its own section, before the next heading that is not
    /// below its own.
    /// - Parameter level: of the heading that it stands under.
    private func isFollowed(_ paragraph: MarkupDocument.NodeID, below level: Int) -> Bool {
        var node = paragraph
        while node != MarkupDocument.none {
            var sibling = document.next(node)
            while sibling != MarkupDocument.none {
                if let found = first(in: sibling) { return (document.element(found)?.headingLevel ?? .max) > level }
                sibling = document.next(sibling)
            }
            node = document.parent(node)
            switch document.element(node) {
            case .section, .article, .main, .body, nil: return false
            default: break
            }
        }
        return false
    }

    /// The first thing that a reader meets in a node, itself or below it; nil where it shows nothing, as a table without rows.
    private func first(in node: MarkupDocument.NodeID) -> MarkupDocument.NodeID? {
        guard let name = document.element(node) else { return document.hasWords(node) ? node : nil }
        switch name {
        case .section, .article, .div, .header, .footer, .aside, .form, .figure:
            return document.children(node).lazy.compactMap { first(in: $0) }.first
        case .table:
            let hasRows = document.children(node).contains { document.element($0) == .tbody && document.hasWords($0) }
            return hasRows ? node : nil
        case .contents, .filter, .downloads, .input, .textarea, .qr, .structuredData: return node
        default:
            let isShown = document.hasWords(node) || document.descendants(of: node).contains(where: isFilledIn)
            return isShown ? node : nil
        }
    }

    private func isFilledIn(_ node: MarkupDocument.NodeID) -> Bool {
        [.input, .textarea, .downloads, .qr].contains(document.element(node))
    }
}
