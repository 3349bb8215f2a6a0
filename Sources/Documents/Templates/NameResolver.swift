import Diagnostics
import Files
import Mustache
import Records
import Templates

/// Resolves every tag of a template against the types of a schema, once for all documents and boards of it.
///
/// It goes through the tree with types in place of values: a misspelt name is found wherever it stands, even where no data would come to
/// print it; and what a name means is made out here alone. What only a board's data can tell, `TemplateChecker` asks.
struct NameResolver {
    private let tree: TemplateTree
    private let types: DocumentTypes
    private var names: ResolvedNames
    private var contexts: [Context]
    /// Names of the sections that the present place stands in: what they ask for may be absent.
    private var guards: [String] = []
    /// The data files that they ask for.
    private var files: [String] = []
    /// The field that was named last.
    private var named: LabelledValues.Named?

    /// A type that names are looked up in.
    private struct Context {
        let type: DocumentTypes.ID
        /// What leads to its value from the outermost one; nil where it is not known which value that is: inside sections over lists.
        let path: [NameStep]?
        /// Items of lists offer their number.
        var isItem = false
        /// In a section over the list, the items beside it may be named, too.
        var hasNeighbours = false
        /// The forms that may still be named behind the value, and whether one has been.
        var forms: ValueFormSet
        var isForm = false
    }

    static func resolve(_ tree: TemplateTree, _ types: DocumentTypes) -> ResolvedNames {
        var resolver = NameResolver(tree, types)
        resolver.walk(tree.nodes.indices)
        return resolver.names
    }

    private init(_ tree: TemplateTree, _ types: DocumentTypes) {
        (self.tree, self.types) = (tree, types)
        names = ResolvedNames(tags: tree.tags.count)
        contexts = [Context(type: types.root, path: [], forms: [])]
    }

    private mutating func walk(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            switch node.kind {
            case .text: break
            case .element, .attribute: walk(tree.content(of: index))
            case .value(let tag):
                named = nil
                checkVariable(Int(tag))
                names.fields[Int(tag)] = named
            case .mistyped(let tag): reportMistyped(tree.tags[Int(tag)])
            case .section(let tag): walkSection(Int(tag), tree.content(of: index))
            case .invertedSection(let tag):
                if condition(Int(tag)) != nil { walk(tree.content(of: index)) }
            }
            index = Int(node.next)
        }
    }

    /// The type of what a section asks for.
    private mutating func condition(_ tag: Int) -> Context? {
        named = nil
        let context = resolve(tag, isCondition: true)
        if Comparison(tree.tags[tag].name) == nil { names.fields[tag] = named }
        return context
    }

    private mutating func walkSection(_ tag: Int, _ content: Range<Int>) {
        guard let context = condition(tag) else { return }
        let file = file(tag)
        if let file { files.append(file) }
        contexts.append(item(of: context))
        guards.append(tree.tags[tag].name.text)
        walk(content)
        guards.removeLast()
        contexts.removeLast()
        if file != nil { files.removeLast() }
    }

    /// What a section goes through: the items of a list, or the value itself.
    private func item(of context: Context) -> Context {
        let item: DocumentTypes.ID
        switch types.shapes[Int(context.type)] {
        case .list(let of): item = of
        case .details: item = types.detail
        case .record, .scalar: return context
        }
        return Context(type: item, path: nil, isItem: true, hasNeighbours: true, forms: types.forms[Int(item)])
    }

    private func fieldType(_ context: Context) -> FieldType { types.types[Int(context.type)] }

    /// The data file that a tag's name begins with, if it does.
    private func file(_ tag: Int) -> String? {
        guard names.tags[tag].name.context == 0, let first = tree.tags[tag].name.segments.first else { return nil }
        return types.fileNames.contains(first) ? first : nil
    }

    // MARK: Names

    private mutating func checkVariable(_ tag: Int) {
        guard let context = resolve(tag) else { return }
        let (name, place) = (tree.tags[tag].name, tree.tags[tag].place)
        if let file = file(tag) { names.files.append(.init(name: file, within: files, place: place)) }
        if fieldType(context).itemType != nil, guards.contains(name.text) {
            report(
                .repeatedList, place,
                Phrase(
                    ja: "「{{#\(name.text)}}」は項目ごとに繰り返すので、ここの「{{\(name.text)}}」（一覧の全体）は項目の数だけ出ます",
                    en:
                        "{{#\(name.text)}} is repeated for each item, and {{\(name.text)}}, the whole list, is printed each time"
                ),
                help: Phrase(
                    ja: "全体を1回出すなら「{{#\(name.text).first}}」で囲み、一つずつ出すなら「{{.}}」と書いてください",
                    en: "write {{#\(name.text).first}} round it to print it once, or {{.}} for each item"))
        } else if !isPrintable(fieldType(context)) {
            let names = offered(by: context)
            report(
                .valueWithoutText, place,
                Phrase(
                    ja: "「\(name.text)」は項目のまとまりなので、そのまま印字できません",
                    en: "\"\(name.text)\" is a group of values and has no text"),
                help: Phrase(
                    ja: "次のどれかを続けて書いてください: \(names.joined(separator: "、"))",
                    en: "add one of \(names.joined(separator: ", "))"))
        }
    }

    private mutating func reportMistyped(_ tag: TemplateTree.Tag) {
        let (name, place) = (tag.name.text, tag.place)
        let first = name.drop { "#^/&".contains($0) }.prefix { $0 != "." }
        let isKnown = contexts.contains { step(String(first), of: $0) != nil }
        // {x} may be anything; what has the shape or the sound of a name is a tag.
        guard isKnown || name.contains(".") || name.contains("_") else { return }
        let text = place.source.text(place.range)
        report(
            .mistypedTag, place,
            Phrase(
                ja: "「\(text)」はタグではないので、このまま文書に出ます",
                en: "\(text) is no tag and will be printed as it stands"),
            help: Phrase(ja: "半角の括弧二つで「{{\(name)}}」と書いてください", en: "write {{\(name)}}, with two braces"))
    }

    private func isPrintable(_ type: FieldType) -> Bool {
        switch type {
        case .record(let record): record.standsForText
        case .list(let item): isPrintable(item)
        default: true
        }
    }

    /// The type that a tag's name means; reports a name that means nothing.
    ///
    /// A section may ask whether a list has an item of some identifier; `isCondition` lets it be one that it has not.
    private mutating func resolve(_ tag: Int, isCondition: Bool = false) -> Context? {
        let (name, place) = (tree.tags[tag].name, tree.tags[tag].place)
        guard let comparison = Comparison(name) else {
            return resolve(name, place, isCondition, of: tag) { $0.name = $1 }
        }
        guard let left = resolve(comparison.left, place, isCondition, of: tag, { $0.name = $1 }) else { return nil }
        let isTrue = Context(type: types.boolean, path: nil, forms: types.forms[Int(types.boolean)])
        // A choice may be compared with what the data write for it.
        if comparison.relation == .equals, case .choice(let choices) = fieldType(left),
            let choice = choices.firstIndex(where: { [$0.key] == comparison.right.segments })
        {
            names.tags[tag].comparison = .choice(choice)
            return isTrue
        }
        let relation = comparison.relation
        guard
            let right = resolve(
                comparison.right, place, isCondition, of: tag, { $0.comparison = .relation(relation, $1) })
        else { return nil }
        guard
            Comparison.canRelate(
                fieldType(left), fieldType(right), by: relation,
                areForms: left.isForm && right.isForm)
        else {
            report(
                .unlikeValues, place,
                Phrase(
                    ja: "「\(comparison.left.text)」と「\(comparison.right.text)」は、種類が違うので比べられません",
                    en:
                        "\"\(comparison.left.text)\" cannot be compared with \"\(comparison.right.text)\": they differ in kind"
                ),
                help: Phrase(
                    ja: "同じ種類の値どうしを比べてください。違う種類なら、両方に同じように印字する形（「.year」など）を付けてください",
                    en: "compare values of one kind, or name a form behind both in which they print alike, as .year"))
            return nil
        }
        return isTrue
    }

    private mutating func resolve(
        _ name: MustacheName, _ place: Diagnostic.Place, _ isCondition: Bool, of tag: Int,
        _ keep: (inout ResolvedNames.Tag, ResolvedNames.Name) -> Void
    ) -> Context? {
        guard let first = name.segments.first else {
            keep(&names.tags[tag], .init(context: contexts.count - 1, steps: []))
            return contexts.last
        }
        guard let (depth, found) = find(first) else {
            reportUnknown(first, prefix: nil, contexts.reversed().flatMap { offered(by: $0) }, place)
            return nil
        }
        noteUse(first, of: contexts[depth])
        var (context, path) = (found.context, first)
        var steps = [found.step]
        for segment in name.segments.dropFirst() {
            guard let next = step(segment, of: context) else {
                reportUnknown(segment, prefix: path, offered(by: context), place)
                return nil
            }
            if case .item(let id) = next.step {
                let isGuarded = guards.contains("\(path).\(segment)")
                names.items.append(
                    .init(
                        list: path, path: context.path, id: id, place: place, isGuarded: isGuarded,
                        mayBeAbsent: isCondition))
            }
            noteUse(segment, of: context)
            if fieldType(context).itemType != nil { names.usedIDs.insert("\(path).\(segment)") }
            steps.append(next.step)
            context = next.context
            path += "." + segment
        }
        keep(&names.tags[tag], .init(context: depth, steps: steps))
        return context
    }

    /// The innermost context that has a name.
    private func find(_ name: String) -> (depth: Int, found: (step: NameStep, context: Context))? {
        for depth in contexts.indices.reversed() {
            if let found = step(name, of: contexts[depth]) ?? neighbour(name, of: contexts[depth]) {
                return (depth, found)
            }
        }
        return nil
    }

    private func step(_ name: String, of context: Context) -> (step: NameStep, context: Context)? {
        guard let (step, type) = types.step(name, of: context.type, isItem: context.isItem, forms: context.forms) else {
            return nil
        }
        var next = Context(type: type, path: context.path.map { $0 + [step] }, forms: types.forms[Int(type)])
        switch step {
        case .first, .last, .item: next.isItem = true
        case .form(let form, _):
            next.isItem = context.isItem
            next.isForm = true
            next.forms = form.isWidth || form.isForMachines ? [] : context.forms.intersection(.widths)
        case .field, .count, .details, .ofItem, .neighbour: break
        }
        return (step, next)
    }

    private func neighbour(_ name: String, of context: Context) -> (step: NameStep, context: Context)? {
        guard context.hasNeighbours, let neighbour = Neighbour(rawValue: name) else { return nil }
        return (.neighbour(neighbour.distance), Context(type: context.type, path: nil, forms: context.forms))
    }

    private mutating func noteUse(_ name: String, of context: Context) {
        guard let record = fieldType(context).recordType else { return }
        named = record.slot(of: name).map { (record, record.fields[$0]) }
        guard let used = named?.field else { return }
        names.usedFields.insert(FieldKey(record, used))
        // What lists all values prints each of them.
        guard used.isListOfDetails else { return }
        for (slot, field) in record.fields.enumerated() where !field.formats.isDisjoint(with: [.page, .list]) {
            names.usedFields.insert(FieldKey(record, field))
            if let reason = record.reason(ofSlot: slot) {
                names.usedFields.insert(FieldKey(record, record.fields[reason]))
            }
            guard let inner = field.type.recordType ?? field.type.itemType?.recordType else { continue }
            for part in inner.summary { names.usedFields.insert(FieldKey(inner, part.field)) }
        }
    }

    /// The names that a context offers.
    private func offered(by context: Context) -> [String] {
        switch fieldType(context) {
        case .record(let record):
            record.fields.map(\.key) + (context.isItem ? ItemName.allCases.map(\.rawValue) : [])
                + (context.hasNeighbours ? Neighbour.allCases.map(\.rawValue) : [])
        case .list: DocumentTypes.listNames
        default: ValueForm.allCases.filter { context.forms.contains(ValueFormSet($0)) }.map(\.rawValue)
        }
    }

    // MARK: Reports

    private mutating func reportUnknown(
        _ name: String, prefix: String?, _ candidates: [String], _ place: Diagnostic.Place
    ) {
        names.problems.append(UnknownName.finding(name, behind: prefix, among: candidates, at: place))
    }

    private mutating func report(
        _ code: DiagnosticCode, _ place: Diagnostic.Place, _ summary: Phrase, help: Phrase? = nil
    ) {
        names.problems.append(Diagnostic(code, at: place, summary, help: help))
    }
}
