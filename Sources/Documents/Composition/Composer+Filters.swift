import Diagnostics
import Markup

extension Composer {
    /// Puts a group of choices where `<filter/>` stands; a rule of style for each shows only the rows that have it.
    ///
    /// Where a browser does not know `:has()`, every row stays to be seen.
    mutating func writeFilters() {
        var groups: [MarkupDocument.NodeID: [FilterGroup]] = [:]
        var written: Set<String> = []
        for filter in document.elements(.filter) {
            let id = document.attribute(.of, of: filter) ?? ""
            let attribute = document.attribute(.by, of: filter).flatMap(AttributeName.init(rawValue:))
            let label = document.attribute(.label, of: filter) ?? ""
            let key = document.attribute(.key, of: filter)
            let table = document.elements(.table).first {
                document.attribute(.id, of: $0) == id
            }
            guard let table, let attribute, attribute.narrowsRows, !label.isEmpty,
                (key != nil) == (attribute == .dataChoices)
            else {
                report(
                    MarkupProblem(
                        .danglingReference, at: document.origin(filter),
                        Phrase(
                            ja: "<filter>で絞り込む表か、絞り込みに使う項目が分かりません",
                            en: "<filter> does not say which table it is for, or by what it chooses"),
                        help: Phrase(
                            ja: "<filter of=\"表のid\" by=\"data-prefecture\" label=\"都道府県\"/>の形で書いてください",
                            en: "write <filter of=\"the table's id\" by=\"data-prefecture\" label=\"都道府県\"/>")))
                continue
            }
            guard written.insert("\(id) \(attribute.rawValue) \(key ?? "")").inserted else {
                report(
                    MarkupProblem(
                        .duplicateAnchor, at: document.origin(filter),
                        Phrase(
                            ja: "同じ表を同じ項目で絞り込む<filter>が、二つあります",
                            en: "two <filter>s choose by one attribute in one table"),
                        help: Phrase(ja: "一つを消してください", en: "delete one of them")))
                continue
            }
            let found = self.choices(by: attribute, key, in: table)
            if let key, found.isEmpty {
                report(
                    MarkupProblem(
                        .danglingReference, at: document.origin(filter),
                        Phrase(ja: "絞り込む項目「\(key)」が、表の行にありません", en: "no row has \"\(key)\" to choose by"),
                        help: Phrase(ja: "項目名を確かめてください", en: "check the field's key")))
                continue
            }
            if let group = write(filter, found, of: id, by: attribute, key, label) {
                groups[table, default: []].append(group)
            }
        }
        for (table, groups) in groups.sorted(by: { $0.key < $1.key }) { sayWhereNothingIsLeft(groups, of: table) }
    }

    /// A group of choices: the radio button's id of each, and which rows it leaves; `all` leaves every row.
    struct FilterGroup {
        let all: String
        let choices: [(id: String, rows: Set<Int>)]
    }

    /// A line that shows where a choice of one group and one of another have no row in common.
    ///
    /// Of each choice those are named that have one: there are not more of them than rows.
    private mutating func sayWhereNothingIsLeft(_ groups: [FilterGroup], of table: MarkupDocument.NodeID) {
        var conditions: [PageRules.Condition] = []
        for (index, group) in groups.enumerated() {
            for other in groups[(index + 1)...] {
                var choicesOfRow: [Int: [Int]] = [:]
                for (place, choice) in other.choices.enumerated() {
                    for row in choice.rows { choicesOfRow[row, default: []].append(place) }
                }
                for choice in group.choices {
                    let shared = Set(choice.rows.flatMap { choicesOfRow[$0] ?? [] })
                    guard shared.count < other.choices.count else { continue }
                    let compatible = shared.sorted().map { other.choices[$0].id }
                    conditions.append(PageRules.Condition(checked: choice.id, unchecked: [other.all] + compatible))
                }
            }
        }
        guard !conditions.isEmpty, let name = document.attribute(.id, of: table) else { return }
        require(.filterNone, at: table)
        // Its words are the style sheet's, so that they do not stand above all rows where that is not applied.
        _ = document.insert(
            .p, [(.id, name + "-none"), (.class, "screen-only"), (.role, "status")], before: table)
        rules.show(lineOf: name, saying: words.text(.filterNone), where: conditions)
    }

    /// What rows can be narrowed down to: how many rows have it, and what their attributes read where they do.
    private struct Choice {
        let value: String
        var rows: Set<Int> = []
        var attributes: [String] = []
    }

    /// The choices that rows have, in the order of the rows.
    ///
    /// - Parameter key: the field, where an attribute holds the choices of several.
    private func choices(by attribute: AttributeName, _ key: String?, in table: MarkupDocument.NodeID) -> [Choice] {
        var found: [Choice] = []
        var places: [String: Int] = [:]
        var seen: Set<[String]> = []
        var number = 0
        for body in document.children(table) where document.element(body) == .tbody {
            for row in document.children(body) {
                number += 1
                guard let written = document.attribute(attribute, of: row) else { continue }
                for value in Self.values(written, key) {
                    let place = places[value] ?? found.count
                    if place == found.count { found.append(Choice(value: value)) }
                    places[value] = place
                    found[place].rows.insert(number)
                    if seen.insert([value, written]).inserted { found[place].attributes.append(written) }
                }
            }
        }
        return found
    }

    /// All rows: what the first choice shows.
    private func rows(of name: String) -> Set<Int> {
        let table = document.elements(.table).first { document.attribute(.id, of: $0) == name }
        let count = table.map { table in
            document.children(table).filter { document.element($0) == .tbody }.reduce(0) {
                $0 + document.children($1).count { document.element($0) == .tr }
            }
        }
        return Set(1..<(count ?? 0) + 1)
    }

    /// 通所、訪問 → both; of `lunch=あり;pickup=市内、駅;` those of a field.
    private static func values(_ attribute: String, _ key: String?) -> [String] {
        let own =
            key.map { key in
                attribute.split(separator: ";").first { $0.hasPrefix(key + "=") }?.dropFirst(key.count + 1) ?? ""
            } ?? attribute[...]
        return own.split(separator: "、").map(String.init)
    }

    private mutating func write(
        _ filter: MarkupDocument.NodeID, _ choices: [Choice], of table: String,
        by attribute: AttributeName, _ key: String?, _ label: String
    ) -> FilterGroup? {
        // With one choice there is nothing to choose.
        guard choices.count > 1 else {
            document.replace(filter, by: .div, [(.class, "screen-only")])
            return nil
        }
        require(.filterAll, .filterChoice, at: filter)
        document.replace(filter, by: .fieldset, [(.class, "filter screen-only")])
        let legend = document.append(.legend, to: filter)
        document.append(text: label, to: legend)
        let all = Choice(value: words.text(.filterAll), rows: rows(of: table))
        let name = "\(table)-\(attribute.rawValue)" + (key.map { "-\($0)" } ?? "")
        var written: [(id: String, rows: Set<Int>)] = []
        for (index, choice) in ([all] + choices).enumerated() {
            let id = "\(name)-\(index)"
            var attributes: [(AttributeName, String)] = [
                (.type, "radio"), (.id, id), (.name, name), (.value, index == 0 ? "" : choice.value),
            ]
            if index == 0 { attributes.append((.checked, "checked")) }
            let line = document.append(.span, [(.class, "choice")], to: filter)
            document.append(.input, attributes, to: line)
            let text = document.append(.label, [(.for, id)], to: line)
            document.append(text: words.text(.filterChoice, choice.value, String(choice.rows.count)), to: text)
            guard index > 0 else { continue }
            rules.show(rowsOf: table, where: attribute, isOneOf: choice.attributes, whenChecked: id)
            written.append((id, choice.rows))
        }
        return FilterGroup(all: "\(name)-0", choices: written)
    }
}
