import Diagnostics
import Japanese
import Markup
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
    private var diagnostics: [Diagnostic] = []

    /// - Parameter fields: by their tags' places.
    static func findings(in tree: TemplateTree, _ fields: [Int: Named]) -> [Diagnostic] {
        var check = LabelledValues(tree: tree, fields: fields)
        for node in tree.nodes.indices {
            guard case .element(let name) = tree.nodes[node].kind else { continue }
            switch name {
            case .table: check.checkTable(node)
            case .dl, .p, .form, .div, .fieldset, .li, .td, .dd: check.checkPairs(node)
            case .a: check.checkLink(node)
            default: break
            }
        }
        check.checkRanges()
        return check.diagnostics
    }

    private init(tree: TemplateTree, fields: [Int: Named]) { (self.tree, self.fields) = (tree, fields) }

    // MARK: Tables

    private mutating func checkTable(_ table: Int) {
        guard let head = child(.thead, of: table), let body = child(.tbody, of: table),
            let titles = cells(of: rows(head).last, allowed: [.th, .td]), let row = rows(body).first,
            let values = cells(of: row, allowed: [.th, .td]), titles.count == values.count
        else { return }
        let labels = titles.map { words(in: $0) }
        let columns = values.map { cell in tags(in: cell).compactMap { fields[$0] } }
        for (place, label) in labels.enumerated() {
            let promised = Promise(label)
            let others = columns.indices.filter { $0 != place && Promise(labels[$0]) != promised }
            // What it promises stands in another column.
            let isSwapped =
                promised != nil && !columns[place].isEmpty
                && !columns[place].contains { promised?.isKept(by: $0.field) ?? true }
                && others.contains { column in columns[column].contains { promised?.isKept(by: $0.field) ?? false } }
            if isSwapped || columns[place].allSatisfy({ contradicts(label, $0) }) && !columns[place].isEmpty {
                report(titles[place], label, columns[place])
            }
        }
    }

    private func rows(_ section: Int) -> [Int] { inside(section).filter { isElement($0, .tr) } }

    /// A row's cells; nil where their number depends on the data.
    private func cells(of row: Int?, allowed: Set<ElementName>) -> [Int]? {
        guard let row else { return nil }
        var cells: [Int] = []
        for node in direct(row) {
            switch tree.nodes[node].kind {
            case .element(let name) where allowed.contains(name): cells.append(node)
            case .section, .invertedSection: return nil
            default: break
            }
        }
        return cells
    }

    // MARK: Labels before values

    /// `<dt>` and `<dd>`, `<label>` and its input, 電話番号：, 定員は.
    private mutating func checkPairs(_ parent: Int) {
        var label: (node: Int, words: String)?
        for node in flat(parent) {
            switch tree.nodes[node].kind {
            case .element(.dt), .element(.label): label = (node, words(in: node))
            case .element(.dd), .element(.input):
                if let found = label { check(found.node, found.words, tags(in: node).compactMap { fields[$0] }) }
                label = nil
            case .text(let start, let end):
                let range = Int(start)..<Int(end)
                // White space between <dt> and <dd> says nothing.
                if tree.text[range].allSatisfy({ $0 <= 0x20 }) { continue }
                label =
                    trailingLabel(range).map { (node, $0) } ?? label.flatMap { isElement($0.node, .label) ? $0 : nil }
            case .value(let tag):
                if let found = label, !isElement(found.node, .label), let named = fields[Int(tag)] {
                    check(found.node, found.words, [named], at: Int(tag))
                }
                label = nil
            case .element(.a):
                if let found = label, case .text = tree.nodes[found.node].kind {
                    let named = tags(in: node)
                    if let tag = named.first, let field = fields[tag] {
                        check(found.node, found.words, [field], at: tag)
                    }
                }
                label = nil
            default: break
            }
        }
    }

    /// The word before ： or は at the end of a text.
    private func trailingLabel(_ range: Range<Int>) -> String? {
        let text = Array(String(decoding: tree.text[range], as: UTF8.self).unicodeScalars)
        guard let sign = text.last, sign == "：" || sign == "は" else { return nil }
        let word = text.dropLast().reversed().prefix { $0.isKanji || $0.isKatakana }.reversed()
        return word.count >= 2 && word.count <= 10 ? String(String.UnicodeScalarView(word)) : nil
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
        if let promise = Promise(label), let kind = Promise.Kind(value.field) { return !promise.allows(kind) }
        // 定員 is another field of the record.
        return value.record.fields.contains { other in
            let name = Self.plain(other.label.ja)
            return other.key != value.field.key && !other.isDerived && name.count >= 2
                && (name == words || words.count <= 6 && name.count >= 3 && words.hasPrefix(name))
        }
    }

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
                .labelMismatch, .warning, at: tag.map { tree.tags[$0].place } ?? place(of: node),
                Phrase(
                    ja: "「\(label)」とありますが、印字されるのは「\(name?.ja ?? "")」です",
                    en: "the label says \"\(label)\", and what is printed is \(name?.en ?? "something else")"),
                help: Phrase(ja: "見出しか、タグの名前を直してください", en: "mend the label or the tag")))
    }

    // MARK: Links

    /// A link's words and where it leads: `<a href="{{telephone.link}}">{{email}}</a>`.
    private mutating func checkLink(_ link: Int) {
        guard let address = attribute(.href, of: link).flatMap({ tags(in: $0).first }), let target = fields[address],
            let tag = inside(link).compactMap({ node -> Int? in
                if case .value(let tag) = tree.nodes[node].kind { Int(tag) } else { nil }
            }).last,
            let shown = fields[tag], shown.field.key != target.field.key,
            let kinds = [target, shown].map({ Promise.Kind($0.field) }) as? [Promise.Kind],
            kinds[0] != kinds[1], kinds.allSatisfy({ [.telephone, .email, .web].contains($0) })
        else { return }
        diagnostics.append(
            Diagnostic(
                .labelMismatch, .warning, at: tree.tags[tag].place,
                Phrase(
                    ja: "リンクの文字は「\(shown.field.label.ja)」ですが、リンク先は「\(target.field.label.ja)」です",
                    en: "the link shows \(shown.field.label.en), and leads to \(target.field.label.en)"),
                help: Phrase(ja: "どちらかのタグを直してください", en: "mend one of the two tags")))
    }

    // MARK: Ranges

    /// A range that ends where it begins: {{from}}から{{from}}まで.
    private mutating func checkRanges() {
        for node in tree.nodes.indices.dropLast(2) {
            guard case .value(let first) = tree.nodes[node].kind,
                case .text(let start, let end) = tree.nodes[node + 1].kind,
                node + 2 < tree.nodes.count, case .value(let second) = tree.nodes[node + 2].kind,
                tree.tags[Int(first)].name == tree.tags[Int(second)].name
            else { continue }
            let between = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
            guard between.count <= 6, ["から", "～", "〜", "－", "至"].contains(where: { between.contains($0) }) else {
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .labelMismatch, .warning, at: tree.tags[Int(second)].place,
                    Phrase(ja: "範囲の始めと終わりが、同じ値です", en: "the range ends with the value that it begins with"),
                    help: Phrase(
                        ja: "終わりの値のタグを書いてください（fromに対するtoなど）", en: "name the value of its end, such as to beside from")))
        }
    }

    // MARK: The tree

    private func direct(_ node: Int) -> [Int] {
        var nodes: [Int] = []
        var child = node + 1
        while child < Int(tree.nodes[node].next) {
            nodes.append(child)
            child = Int(tree.nodes[child].next)
        }
        return nodes
    }

    /// What stands directly in a node, and in the sections there.
    private func flat(_ node: Int) -> [Int] {
        direct(node).flatMap { child -> [Int] in
            switch tree.nodes[child].kind {
            case .section, .invertedSection: flat(child)
            default: [child]
            }
        }
    }

    private func inside(_ node: Int) -> Range<Int> { tree.content(of: node) }

    private func isElement(_ node: Int, _ name: ElementName) -> Bool {
        if case .element(name) = tree.nodes[node].kind { true } else { false }
    }

    private func child(_ name: ElementName, of node: Int) -> Int? { direct(node).first { isElement($0, name) } }

    private func attribute(_ name: AttributeName, of node: Int) -> Int? {
        direct(node).first { if case .attribute(name) = tree.nodes[$0].kind { true } else { false } }
    }

    /// The tags that print a value in an element or attribute.
    private func tags(in node: Int) -> [Int] {
        inside(node).compactMap { if case .value(let tag) = tree.nodes[$0].kind { Int(tag) } else { nil } }
    }

    /// The words typed in an element.
    private func words(in node: Int) -> String {
        inside(node).map { inner in
            guard case .text(let start, let end) = tree.nodes[inner].kind else { return "" }
            return String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
        }.joined()
    }

    private func place(of node: Int) -> Diagnostic.Place? {
        if let place = tree.place(of: node), isAnyElement(node) { return place }
        return (0..<node).last { isAnyElement($0) }.flatMap { tree.place(of: $0) }
    }

    private func isAnyElement(_ node: Int) -> Bool {
        if case .element = tree.nodes[node].kind { true } else { false }
    }
}

/// What a label promises by its words.
private struct Promise: Equatable {
    enum Kind: Equatable {
        case telephone, address, postalCode, email, web, fiscalYear, money, rate, count, time

        /// nil for what may be anything.
        init?(_ field: FieldDeclaration) {
            switch field.type {
            case .telephone: self = .telephone
            case .address: self = .address
            case .postalCode: self = .postalCode
            case .email: self = .email
            case .webAddress: self = .web
            case .fiscalYear: self = .fiscalYear
            case .money: self = .money
            case .rate: self = .rate
            case .integer: self = .count
            case .date, .month: self = .time
            default: return nil
            }
        }
    }

    private let kinds: [Kind]
    /// A fax has a number like a telephone's.
    private let isFax: Bool

    init?(_ label: String) {
        isFax = ["ファクス", "ファックス", "FAX", "ＦＡＸ"].contains { label.contains($0) }
        let found: [Kind]? = Self.words.first { words, _ in words.contains { label.contains($0) } }?.kinds
        guard isFax || found != nil else { return nil }
        kinds = found ?? [.telephone]
    }

    private static let words: [(words: [String], kinds: [Kind])] = [
        (["電話"], [.telephone]), (["所在地", "住所"], [.address]), (["郵便番号"], [.postalCode]), (["メール"], [.email]),
        (["ウェブ", "URL", "ＵＲＬ", "ホームページ"], [.web]), (["（％）", "率", "割合"], [.rate]),
        (["予算額", "金額", "（円）", "（千円）"], [.money]),
        (["年度"], [.fiscalYear]), (["（人）", "人数", "児童生徒数", "件数"], [.count]),
        (["時期", "日時", "期日", "年月"], [.time, .fiscalYear]),
    ]

    func allows(_ kind: Kind) -> Bool { kinds.contains(kind) && !isFax }

    /// Whether a field is of what is promised.
    func isKept(by field: FieldDeclaration) -> Bool { Kind(field).map { kinds.contains($0) } ?? false }
}
