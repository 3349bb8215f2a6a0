import Markup

/// Style rules that follow from the page itself: its running title, the labels of its records, its filters.
struct PageRules {
    private(set) var text = ""

    /// Quotes a string for CSS (CSS Syntax §4.3.5); `<` cannot end the style element.
    private static func quote(_ text: String) -> String {
        // By scalars: a quotation mark with a combining mark behind it is still one.
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<": quoted += "\\\(String(scalar.value, radix: 16)) ".unicodeScalars
            case "\n", "\r", "\u{C}": quoted.append(" ")
            default: quoted.append(scalar)
            }
        }
        return String(quoted) + "\""
    }

    /// An id as a selector (CSSOM, serialize an identifier): all but letters, digits, `-` and `_` is escaped.
    private static func selector(_ id: String) -> String {
        var selector = "#"
        for (index, scalar) in id.unicodeScalars.enumerated() {
            let isName = scalar.value >= 0x80 || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            let isDigit = ("0"..."9").contains(scalar) || scalar == "-"
            if isName || scalar == "_" || isDigit && index > 0 {
                selector.unicodeScalars.append(scalar)
            } else {
                selector += "\\\(String(scalar.value, radix: 16)) "
            }
        }
        return selector
    }

    mutating func setRunningTitle(_ title: String) {
        text += "@page { @top-right { content: \(Self.quote(title)); } }\n"
    }

    /// Sets running text in 明朝 on paper.
    mutating func setMincho() { text += "@media print { :root { --face: var(--mincho); } }\n" }

    /// What stands in the running head of a chapter's pages, and of what follows it up to the next.
    ///
    /// A name of pages begins a new one, as a chapter does; style sheets that name the pages of tables and forms come before it.
    mutating func setRunningTitle(_ title: String, chapter number: Int, of id: String) {
        let section = Self.selector(id)
        text += """
            @page chapter-\(number) { @top-right { content: \(Self.quote(title)); } }
            @media print { :where(\(section), \(section) ~ :not(.chapter, \(section) ~ .chapter ~ *)) \
            { page: chapter-\(number); } }

            """
    }

    /// The same over the chapter's wide tables, whose pages lie on their side; style sheets say which these are.
    mutating func setWideRunningTitle(_ title: String, chapter number: Int, of id: String) {
        let section = Self.selector(id)
        text += """
            @page wide-\(number) { size: A4 landscape; margin-left: var(--side); margin-right: var(--side); \
            @top-right { content: \(Self.quote(title)); } }
            @media print { \(section):has(> table.wide), \(section) section:has(> table.wide), \
            \(section):has(> table.wide) + .colophon { page: wide-\(number); } }

            """
    }

    /// On a phone, where rows turn into records, each cell says what it is.
    mutating func label(column: Int, of table: String, as name: String) {
        text += """
            @media screen and (max-width: 40em) { \
            \(Self.selector(table)) > tbody > tr > :nth-child(\(column))::before { content: \(Self.quote(name)); } }

            """
    }

    mutating func show(
        rowsOf table: String, where attribute: AttributeName, isOneOf values: [String], whenChecked id: String
    ) {
        let selectors = values.map { "[\(attribute.rawValue)=\(Self.quote($0))]" }.joined(separator: ", ")
        text += """
            @media screen { :root:has(\(Self.selector(id)):checked) \(Self.selector(table)) > tbody > \
            tr:not(\(selectors)) { display: none; } }

            """
    }

    /// One radio button is checked, and none of some others.
    struct Condition {
        let checked: String
        let unchecked: [String]
    }

    /// The line that says that nothing is left, under any of some conditions.
    mutating func show(lineOf name: String, saying words: String, where conditions: [Condition]) {
        let selectors = conditions.map { condition in
            let others = condition.unchecked.map(Self.selector).joined(separator: ", ")
            return ":root:has(\(Self.selector(condition.checked)):checked):not(:has(:is(\(others)):checked))"
        }.joined(separator: ", ")
        let (table, line) = (Self.selector(name), Self.selector(name + "-none"))
        text += """
            @media screen { \(line) { display: none; } \(line)::before { content: \(Self.quote(words)); } \
            :is(\(selectors)) \(line) { display: block; } \
            :is(\(selectors)) \(table) { display: none; } }

            """
    }
}
