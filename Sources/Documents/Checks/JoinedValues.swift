import Diagnostics
import Markup
import Mustache
import Records
import Templates

/// Values side by side that do not belong together: the year of one series beside the figure of another, one notice's date before
/// another's number, one value twice, a day whose machine-readable form is another's.
struct JoinedValues {
    private let tree: TemplateTree
    private let fields: [Int: LabelledValues.Named]

    private typealias Value = (tag: Int, node: Int)

    /// - Parameter fields: by their tags' places.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let check = JoinedValues(tree: tree, fields: fields)
        return tree.linedElements.flatMap { check.line($0) }
            + tree.nodes.indices.filter { tree.isElement($0, .time) }.compactMap { check.time($0) }
    }

    private func line(_ element: Int) -> [Diagnostic] {
        let pieces = tree.pieces(of: element)
        var found: [Diagnostic?] = []
        var last: Value?
        var between = ""
        var notices: [(id: String, tag: Int)] = []
        for piece in pieces {
            switch piece {
            case .text(let text, _):
                between += text
                if text.contains("。") { notices = [] }
            case .value(let tag, let node):
                if let last {
                    found.append(series(last, between, (tag, node)))
                    found.append(twice(last, between, (tag, node)))
                    found.append(notice(last, between, (tag, node)))
                }
                if let id = Self.notice(name(tag)) {
                    // A, B, A: one of three is of another.
                    if notices.count >= 2, let middle = notices.last, notices[notices.count - 2].id == id,
                        middle.id != id
                    {
                        found.append(report(middle.tag, otherThan: tag))
                    }
                    notices.append((id, tag))
                }
                (last, between) = ((tag, node), "")
            }
        }
        return found.compactMap(\.self)
    }

    private func name(_ tag: Int) -> [String] { tree.tags[tag].name.segments }

    // MARK: Series

    /// {{city.first.fiscal_year}}の{{national.first.count}}人
    private func series(_ one: Value, _ between: String, _ other: Value) -> Diagnostic? {
        guard let year = fields[one.tag], let figure = fields[other.tag], year.record === figure.record,
            year.field == Observation.fiscalYear.declaration, figure.field != year.field,
            ["の", "は", "が", "に", "："].contains(between.filter { !$0.isWhitespace }),
            name(one.tag).dropLast() != name(other.tag).prefix(name(one.tag).count - 1)
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[other.tag].place,
            Phrase(
                ja: "年度と数が、別の年度又は別の推移のものです", en: "the year and the figure beside it are not of one year of one series"),
            help: Phrase(ja: "二つのタグの名前を、最後の項目までそろえてください", en: "let both tags have the same name but for its end"),
            notes: [Diagnostic.Note(tree.tags[one.tag].place, Phrase(ja: "年度です", en: "the year"))])
    }

    // MARK: One value twice

    private func twice(_ one: Value, _ between: String, _ other: Value) -> Diagnostic? {
        let words = between.filter { !$0.isWhitespace }
        guard name(one.tag) == name(other.tag), words.count <= 4, words.contains("（"),
            tree.conditions(of: one.node) == tree.conditions(of: other.node)
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[other.tag].place,
            Phrase(ja: "同じ値が、並んで二度印字されます", en: "one value is printed twice side by side"),
            help: Phrase(ja: "どちらかを別の項目にするか、消してください", en: "name another field in one of the tags, or delete one"),
            notes: [Diagnostic.Note(tree.tags[one.tag].place, Phrase(ja: "前のタグです", en: "the one before"))])
    }

    // MARK: Notices

    /// What may stand between two parts of one notice.
    private static let joints: Set<String> = ["", "付け", "付け通知「", "通知「", "（", "」（", "の"]

    private static func notice(_ name: [String]) -> String? {
        name.count >= 4 && name[0] == "board" && name[1] == "notices" ? name[2] : nil
    }

    private func notice(_ one: Value, _ between: String, _ other: Value) -> Diagnostic? {
        guard let first = Self.notice(name(one.tag)), let second = Self.notice(name(other.tag)), first != second,
            Self.joints.contains(between.filter { !$0.isWhitespace })
        else { return nil }
        return report(other.tag, otherThan: one.tag)
    }

    private func report(_ tag: Int, otherThan other: Int) -> Diagnostic {
        Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(ja: "並んでいる項目が、別の通知又は法令のものです", en: "what stands side by side is of two notices"),
            help: Phrase(ja: "同じ通知又は法令のIDにそろえてください", en: "name one notice in both tags"),
            notes: [Diagnostic.Note(tree.tags[other].place, Phrase(ja: "こちらは別のIDです", en: "this one names another"))])
    }

    // MARK: Days

    /// <time datetime="{{period_to.iso}}">{{period_from}}</time>
    private func time(_ node: Int) -> Diagnostic? {
        guard let attribute = tree.attribute(.datetime, of: node), let machine = tree.valueTags(in: attribute).first,
            // The last is of the words.
            let shown = tree.valueTags(in: node).last, shown != machine, let first = fields[machine],
            let second = fields[shown],
            base(machine, first.field) != base(shown, second.field)
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[shown].place,
            Phrase(
                ja: "<time>の中の日と、datetimeの日が、別の項目です", en: "the day in <time> and that of its datetime are two fields"),
            help: Phrase(ja: "同じ項目にそろえてください", en: "name one field in both"))
    }

    private func base(_ tag: Int, _ field: FieldDeclaration) -> [String] {
        let name = name(tag)
        return name.lastIndex(of: field.key).map { Array(name[...$0]) } ?? name
    }
}
