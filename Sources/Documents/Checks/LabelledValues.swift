import Bytes
import Diagnostics
import Japanese
import Markup
import Mustache
import Records
import Templates

/// Values under a label that is another's: a telephone number under 所在地, 定員 before the number of those who came.
///
/// What a label promises is read from the labels of the schema's fields and from words for types; where neither speaks, nothing is said.
struct LabelledValues {
    /// A field that a tag prints, with the record that it is of.
    typealias Named = (record: RecordType, field: FieldDeclaration)

    private let tree: TemplateTree
    private let fields: [Int: Named]
    private var pairs: [Pair] = []
    private var diagnostics: [Diagnostic] = []

    /// A label and a tag that prints what stands behind it.
    private struct Pair {
        /// Where the label begins.
        let node: Int
        let words: String
        let tag: Int
    }

    /// - Parameter fields: by their tags' places.
    static func findings(in tree: TemplateTree, _ fields: [Int: Named]) -> [Diagnostic] {
        var check = LabelledValues(tree: tree, fields: fields)
        for node in tree.nodes.indices {
            guard case .element(let name) = tree.nodes[node].kind else { continue }
            switch name {
            case .table:
                check.checkTable(node)
                check.checkRows(node)
            case .fieldset:
                check.checkPairs(node)
                check.checkTwins(node)
            case .dl, .p, .form, .div, .li, .td, .th, .dd: check.checkPairs(node)
            case .input: check.checkAlternatives(in: node)
            default: break
            }
        }
        check.checkAlternatives()
        return check.diagnostics
    }

    private init(tree: TemplateTree, fields: [Int: Named]) { (self.tree, self.fields) = (tree, fields) }

    // MARK: Tables

    private mutating func checkTable(_ table: Int) {
        guard let head = tree.child(.thead, of: table), let body = tree.child(.tbody, of: table),
            let titles = cells(of: rows(head).last, allowed: [.th, .td]), let row = rows(body).first,
            let values = cells(of: row, allowed: [.th, .td]), titles.count == values.count
        else { return }
        let labels = titles.map { tree.words(in: $0) }
        let columns = values.map { cell in tree.valueTags(in: cell).compactMap { fields[$0] } }
        var told: [Int] = []
        for (place, label) in labels.enumerated() {
            let promised = LabelPromise(label)
            let others = columns.indices.filter { $0 != place && LabelPromise(labels[$0]) != promised }
            // What it promises stands in another column.
            let isSwapped =
                promised != nil && !columns[place].isEmpty
                && !columns[place].contains { promised?.isKept(by: $0.field) ?? true }
                && others.contains { column in columns[column].contains { promised?.isKept(by: $0.field) ?? false } }
            // 対象 over what it offers, 備考 over web addresses: the words are those of another field.
            let isAnothers =
                columns[place].first.map { first in
                    contradicts(label, first)
                        && !columns[place].contains { Self.plain($0.field.label.ja) == Self.plain(label) }
                        && isLabel(label, of: first.record)
                } ?? false
            if isSwapped || isAnothers
                || columns[place].allSatisfy({ contradicts(label, $0) }) && !columns[place].isEmpty
            {
                // Of two that are exchanged, one is told.
                let isOtherHalf = told.contains { other in
                    columns[other].contains { !contradicts(label, $0) }
                        && columns[place].contains { !contradicts(labels[other], $0) }
                }
                if !isOtherHalf { report(titles[place], label, columns[place]) }
                told.append(place)
            }
        }
    }

    /// A row's head speaks of what its cells print, one for each year: 定員 before how many took part.
    private mutating func checkRows(_ table: Int) {
        guard let body = tree.child(.tbody, of: table) else { return }
        for row in rows(body) {
            let cells = tree.line(of: row).filter { tree.isElement($0, .th) || tree.isElement($0, .td) }
            guard cells.count >= 2, let head = cells.first, tree.isElement(head, .th), tree.valueTags(in: head).isEmpty,
                let value = tree.valueTags(in: cells[1]).compactMap({ fields[$0] }).first
            else { continue }
            let words = tree.words(in: head)
            // 実績 is any of the results.
            if Self.plain(words) != "実績" { check(head, words, [value]) }
        }
    }

    private func isLabel(_ words: String, of record: RecordType) -> Bool {
        record.fields.contains { !$0.isDerived && Self.plain($0.label.ja) == Self.plain(words) }
    }

    private func rows(_ section: Int) -> [Int] { tree.content(of: section).filter { tree.isElement($0, .tr) } }

    /// A row's cells, without those that the data add.
    private func cells(of row: Int?, allowed: Set<ElementName>) -> [Int]? {
        guard let row else { return nil }
        var cells: [Int] = []
        for node in tree.children(of: row) {
            switch tree.nodes[node].kind {
            case .element(let name) where allowed.contains(name): cells.append(node)
            case .invertedSection: cells += self.cells(of: node, allowed: allowed) ?? []
            default: break
            }
        }
        return cells
    }

    // MARK: Labels before values

    /// `<dt>` and `<dd>`, `<label>` and its input, 電話番号：, 電話番号　, 定員は.
    private mutating func checkPairs(_ parent: Int) {
        var label: (node: Int, words: String)?
        // What has been read since the last value.
        var read = ""
        var named: [Int] = []
        for node in tree.line(of: parent) {
            switch tree.nodes[node].kind {
            case .element(.dt), .element(.label):
                flush(&label, &named)
                label = (node, tree.words(in: node))
                read = ""
            case .element(.dd), .element(.input):
                label = label ?? trailingLabel(read).map { (node, $0) }
                named += tree.valueTags(in: node)
                flush(&label, &named)
                read = ""
            case .text(let start, let end):
                let text = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
                // White space says nothing: between <dt> and <dd>, between a postal code and its address.
                if text.allSatisfy(\.isWhitespace) {
                    read += text
                    continue
                }
                if !named.isEmpty { flush(&label, &named) }
                read += text
                // A sign before a blank belongs to what is written there: 〒.
                if let found = label, !tree.isElement(found.node, .label) { label = nil }
            case .value(let tag): note(Int(tag), behind: &label, &read, &named, at: node)
            case .element(.a):
                if let tag = tree.valueTags(in: node).first { note(tag, behind: &label, &read, &named, at: node) }
            default: break
            }
        }
        flush(&label, &named)
    }

    /// A value that stands behind a label or beside another one there.
    private mutating func note(
        _ tag: Int, behind label: inout (node: Int, words: String)?, _ read: inout String, _ named: inout [Int],
        at node: Int
    ) {
        // A <label> is its blank's.
        if label.map({ tree.isElement($0.node, .label) }) ?? false { label = nil }
        if named.isEmpty { label = trailingLabel(read).map { (node, $0) } }
        if label != nil { named.append(tag) }
        read = ""
    }

    /// Looks at what stands behind a label, all together.
    private mutating func flush(_ label: inout (node: Int, words: String)?, _ named: inout [Int]) {
        if let (node, words) = label {
            let isElement = tree.isElement(node, .dt) || tree.isElement(node, .label)
            check(node, words, named.compactMap { fields[$0] }, at: isElement ? nil : named.first)
            pairs += named.filter { fields[$0] != nil }.map { Pair(node: node, words: words, tag: $0) }
        }
        label = nil
        named = []
    }

    /// Two fields of a form that ask for the same.
    private mutating func checkTwins(_ fieldset: Int) {
        var known: Set<String> = []
        for label in tree.content(of: fieldset) where tree.isElement(label, .label) {
            let words = Self.plain(tree.words(in: label))
            guard words.count >= 2, !known.insert(words).inserted else { continue }
            diagnostics.append(
                Diagnostic(
                    .labelMismatch, .warning, at: tree.nearestPlace(of: label),
                    Phrase(ja: "項目名「\(words)」が、同じ組の中に二つあります", en: "two fields of one group are labelled \"\(words)\""),
                    help: Phrase(ja: "何を書く欄か分かる項目名にしてください", en: "label each by what is to be written there")))
        }
    }

    /// A blank filled from one of two records is filled with the same field of both.
    private mutating func checkAlternatives(in input: Int) {
        let tags = tree.attribute(.value, of: input).map { tree.valueTags(in: $0) } ?? []
        if tags.count == 2 { checkAlternatives(tags[0], tags[1]) }
    }

    /// So is what one of two sections prints under one label: `{{#a}}名称　{{a.name}}{{/a}}{{^a}}名称　{{b.a_name}}{{/a}}`.
    private mutating func checkAlternatives() {
        for (one, other) in zip(pairs, pairs.dropFirst())
        where Self.plain(one.words) == Self.plain(other.words) && tree.exclude(one.node, other.node)
            && ![one, other].contains(where: { pair in fields[pair.tag].map { contradicts(pair.words, $0) } ?? false })
        {
            checkAlternatives(one.tag, other.tag)
        }
    }

    /// Two fields are the same of two records by their names: name and facility_name.
    private mutating func checkAlternatives(_ one: Int, _ other: Int) {
        guard let first = fields[one]?.field, let second = fields[other]?.field, first.key != second.key,
            !second.key.hasSuffix("_" + first.key), !first.key.hasSuffix("_" + second.key)
        else { return }
        diagnostics.append(
            Diagnostic(
                .labelMismatch, .warning, at: tree.tags[one].place,
                Phrase(
                    ja: "同じ欄に、「\(first.label.ja)」か「\(second.label.ja)」が入ります",
                    en: "the same blank is filled with \(first.label.en) or with \(second.label.en)"),
                help: Phrase(ja: "二つのタグを、同じ項目にそろえてください", en: "name the same field in both tags")))
    }

    /// The word at the end of a text that what follows is labelled with: before ： or は, or alone before a wide space.
    private func trailingLabel(_ text: String) -> String? {
        var text = Array(text.unicodeScalars)[...]
        while let last = text.last, last == "\n" || last == " " { text = text.dropLast() }
        guard let sign = text.last else { return nil }
        let word: ArraySlice<Unicode.Scalar>
        switch sign {
        case "：", "は": word = Self.ending(of: text.dropLast()) { $0.isKanji || $0.isKatakana }
        case "\u{3000}":
            while text.last == "\u{3000}" { text = text.dropLast() }
            // 氏名（※必須）　
            if text.last == "）", let bracket = text.lastIndex(of: "（") { text = text[..<bracket] }
            word = Self.ending(of: text) { $0.isKanji || $0.isKatakana || $0.isHiragana }
            // More than a word is a sentence, a year or another's name.
            guard text.dropLast(word.count).last.map({ $0 == "\u{3000}" || $0 == "\n" }) ?? true else { return nil }
        default: return nil
        }
        return word.count >= 2 && word.count <= 10 ? String(scalars: word) : nil
    }

    private static func ending(
        of text: ArraySlice<Unicode.Scalar>, where isPart: (Unicode.Scalar) -> Bool
    ) -> ArraySlice<Unicode.Scalar> {
        text.suffix(text.reversed().prefix(while: isPart).count)
    }

    private mutating func check(_ node: Int, _ label: String, _ values: [Named], at tag: Int? = nil) {
        guard !values.isEmpty, values.allSatisfy({ contradicts(label, $0) }) else { return }
        report(node, label, values, at: tag)
    }

    /// Whether a label speaks of another field or type than it stands at.
    private func contradicts(_ label: String, _ value: Named) -> Bool {
        let own = Self.plain(value.field.label.ja)
        let words = Self.plain(label)
        guard !words.isEmpty, !words.contains(own), !own.contains(words) else { return false }
        // Counts are of single persons, and a budget is no account.
        if Self.otherUnits.contains(where: label.contains), case .integer = value.field.type,
            value.record == Observation.type
        {
            return true
        }
        if label.contains("決算"), own.contains("予算") { return true }
        // 定員 before how often: another record's label that this one does not have.
        if value.record == Session.type, ProjectYear.type.fields.contains(where: { Self.plain($0.label.ja) == words }) {
            return true
        }
        if let promise = LabelPromise(label), let kind = LabelPromise.Kind(value.field) {
            if !promise.allows(kind) { return true }
            // 参加人数 over the capacity: both are numbers.
            return value.record.fields.contains {
                $0.key != value.field.key && !$0.isDerived && Self.plain($0.label.ja) == words
            }
        }
        // 定員 is another field of the record.
        return value.record.fields.contains { other in
            let name = Self.plain(other.label.ja)
            return other.key != value.field.key && !other.isDerived && name.count >= 2
                && (name == words || words.count <= 6 && name.count >= 3 && words.hasPrefix(name))
        }
    }

    private static let otherUnits = ["千人", "（校）", "（件）", "（回）", "（学級）", "（円）", "（千円）"]

    /// A label without what stands in brackets.
    private static func plain(_ label: String) -> String {
        var text = ""
        var depth = 0
        for character in label where !character.isWhitespace {
            if "（(【".contains(character) { depth += 1 }
            if depth == 0 { text.append(character) }
            if "）)】".contains(character) { depth = max(0, depth - 1) }
        }
        return text
    }

    private mutating func report(_ node: Int, _ label: String, _ values: [Named], at tag: Int? = nil) {
        let name = values.first?.field.label
        diagnostics.append(
            Diagnostic(
                .labelMismatch, .warning, at: tag.map { tree.tags[$0].place } ?? tree.nearestPlace(of: node),
                Phrase(
                    ja: "「\(label)」とありますが、印字されるのは「\(name?.ja ?? "")」です",
                    en: "the label says \"\(label)\", and what is printed is \(name?.en ?? "something else")"),
                help: Phrase(ja: "見出しか、タグの名前を直してください", en: "mend the label or the tag")))
    }
}
