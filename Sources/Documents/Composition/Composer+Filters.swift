import Diagnostics
import Markup

extension Composer {
    /// Puts a group of choices where `<filter/>` stands; a rule of style for each shows only the rows that have it.
    ///
    /// Where a browser does not know `:has()`, every row stays to be seen.
    mutating func writeFilters() {
        for filter in document.elements(.filter) {
            let id = document.attribute(.of, of: filter) ?? ""
            let attribute = document.attribute(.by, of: filter).flatMap(AttributeName.init(rawValue:))
            let label = document.attribute(.label, of: filter) ?? ""
            let table = document.elements(.table).first {
                document.attribute(.id, of: $0) == id
            }
            guard let table, let attribute, !label.isEmpty else {
                report(
                    MarkupProblem(
                        .danglingReference, at: document.origin(filter),
                        Phrase(ja: "<filter>の表又は項目が分かりません", en: "<filter> does not say which table or what by"),
                        help: Phrase(
                            ja: "<filter of=\"表のid\" by=\"data-prefecture\" label=\"都道府県\"/>の形で書いてください",
                            en: "write <filter of=\"the table's id\" by=\"data-prefecture\" label=\"都道府県\"/>")))
                continue
            }
            write(filter, choices(by: attribute, in: table), of: id, by: attribute, label)
        }
    }

    /// The values that rows have, in the order of the rows, and how many rows each has.
    private func choices(by attribute: AttributeName, in table: MarkupDocument.NodeID) -> [(value: String, count: Int)]
    {
        var found: [(value: String, count: Int)] = []
        for body in document.children(table) where document.element(body) == .tbody {
            for row in document.children(body) {
                guard let value = document.attribute(attribute, of: row), !value.isEmpty else { continue }
                if let index = found.firstIndex(where: { $0.value == value }) {
                    found[index].count += 1
                } else {
                    found.append((value, 1))
                }
            }
        }
        return found
    }

    private mutating func write(
        _ filter: MarkupDocument.NodeID, _ choices: [(value: String, count: Int)], of table: String,
        by attribute: AttributeName, _ label: String
    ) {
        // With one choice there is nothing to choose.
        guard choices.count > 1 else { return document.replace(filter, by: .div, [(.class, "screen-only")]) }
        document.replace(filter, by: .fieldset, [(.class, "filter screen-only")])
        let legend = document.append(.legend, to: filter)
        document.append(text: label, to: legend)
        let total = choices.reduce(0) { $0 + $1.count }
        for (index, choice) in ([("すべて", total)] + choices).enumerated() {
            let id = "\(table)-\(attribute.rawValue)-\(index)"
            var attributes: [(AttributeName, String)] = [
                (.type, "radio"), (.id, id), (.name, "\(table)-\(attribute.rawValue)"),
                (.value, index == 0 ? "" : choice.0),
            ]
            if index == 0 { attributes.append((.checked, "checked")) }
            let line = document.append(.span, [(.class, "choice")], to: filter)
            document.append(.input, attributes, to: line)
            let text = document.append(.label, [(.for, id)], to: line)
            document.append(text: "\(choice.0)（\(choice.1)）", to: text)
            if index > 0 { rules.show(rowsOf: table, where: attribute, is: choice.0, whenChecked: id) }
        }
    }
}
