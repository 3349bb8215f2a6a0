import Diagnostics
import Mustache
import Records
import Templates

/// Resolves every tag of a template against the schema before anything is made of it.
///
/// It goes through the tree with types in place of values; so a misspelt name is found wherever it stands, even where the present
/// data would not come to print it.
struct TemplateChecker {
    private let tree: TemplateTree
    private let scope: DocumentScope
    private let board: Board
    private(set) var diagnostics: [Diagnostic] = []
    private var contexts: [Context]
    private var reported: Set<ReportKey> = []
    /// A file that is missing is reported at the first tag that needs it.
    private var missingFiles: Set<String> = []
    /// Inside sections that ask for a file that is not there.
    private var filesNotNeeded = 0
    /// Names of the sections that the present place stands in: what they ask for may be absent.
    private var guards: [String] = []
    /// Identifiers that tags name, with their lists, and those of them that are nowhere in the data, each at its first tag.
    private var usedIDs: Set<String> = []
    private var missingIDs: [MissingID] = []
    /// The fields that tags name.
    private(set) var usedFields: Set<FieldKey> = []

    /// The fields that tags print, by the tags' places.
    private var printed: [Int: LabelledValues.Named] = [:]
    /// The field that was named last.
    private var named: LabelledValues.Named?

    /// A type that names are looked up in; with the value, where it is known which one.
    private struct Context {
        let type: FieldType
        let value: DocumentValue?
        /// Items of lists offer their number.
        var isItem = false
        /// In a section over the list, the items beside it may be named, too.
        var hasNeighbours = false
        /// The forms that may still be named behind the value; nil for all of its type.
        var forms: [ValueForm]?
    }

    /// An item that a tag asks for by its identifier, and that its list does not have.
    private struct MissingID {
        let list: String
        let id: String
        let value: DocumentValue?
        let place: Diagnostic.Place
    }

    private struct ReportKey: Hashable {
        let path: PathKey?
        let offset: Int
    }

    /// - Returns: what is wrong with the names in a template, and round what they print; with the fields that its tags name.
    static func check(
        _ template: DocumentTemplate, scope: DocumentScope
    ) -> (diagnostics: [Diagnostic], usedFields: Set<FieldKey>) {
        var checker = TemplateChecker(template.tree, scope)
        checker.walk(template.tree.nodes.indices)
        checker.missingIDs.forEach { checker.report($0) }
        if !checker.diagnostics.containsErrors {
            checker.diagnostics += template.findings(round: checker.printed, scope.types)
        }
        return (checker.diagnostics, checker.usedFields)
    }

    private init(_ tree: TemplateTree, _ scope: DocumentScope) {
        self.tree = tree
        self.scope = scope
        board = scope.board
        contexts = [Context(type: scope.type(of: scope.root), value: scope.root)]
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
                checkVariable(tree.tags[Int(tag)])
                printed[Int(tag)] = named
            case .mistyped(let tag): reportMistyped(tree.tags[Int(tag)])
            case .section(let tag): walkSection(tree.tags[Int(tag)], tree.content(of: index))
            case .invertedSection(let tag):
                if resolve(tree.tags[Int(tag)], isCondition: true) != nil { walk(tree.content(of: index)) }
            }
            index = Int(node.next)
        }
    }

    private mutating func walkSection(_ tag: TemplateTree.Tag, _ content: Range<Int>) {
        guard let context = resolve(tag, isCondition: true) else { return }
        // The whole section depends on a file that this board does not have.
        let isMissing = isMissingFile(tag.name)
        if isMissing { filesNotNeeded += 1 }
        contexts.append(
            context.type.itemType.map { Context(type: $0, value: nil, isItem: true, hasNeighbours: true) } ?? context)
        guards.append(tag.name.text)
        walk(content)
        guards.removeLast()
        contexts.removeLast()
        if isMissing { filesNotNeeded -= 1 }
    }

    // MARK: Names

    private mutating func checkVariable(_ tag: TemplateTree.Tag) {
        guard let context = resolve(tag) else { return }
        let (name, place) = (tag.name, tag.place)
        if isMissingFile(name) {
            if filesNotNeeded > 0 { return }
            let kind = name.segments[0]
            guard missingFiles.insert(kind).inserted else { return }
            let document = tree.name
            report(
                .missingFile, place,
                Phrase(
                    ja: "文書「\(document)」には\(kind).yamlが必要ですが、「\(board.id)」のフォルダーにありません",
                    en: "the document \"\(document)\" needs \(kind).yaml, which the folder \(board.id) does not have"),
                help: Phrase(
                    ja:
                        "ファイルの名前に打ち間違いがないか確かめてください。ないものなら、「\(board.id)/\(kind).yaml」を作るか、この文書をboard.yamlのdocumentsから消してください",
                    en:
                        "check the file's name for a slip; if there is none, make \(board.id)/\(kind).yaml, or delete the document from board.yaml's documents"
                ))
            return
        }
        if context.type.itemType != nil, guards.contains(name.text) {
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
        } else if !isPrintable(context.type) {
            let names = names(in: context)
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
        let isKnown = contexts.contains { member(String(first), of: $0) != nil }
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

    private func isMissingFile(_ name: MustacheName) -> Bool {
        guard let first = name.segments.first, let kind = board.schema.kind(named: first) else { return false }
        // A name of an inner record may be the same as a file's.
        let isOuter = !contexts.dropFirst().contains { member(first, of: $0) != nil }
        return isOuter && board.files[kind] == nil
    }

    /// The type that a tag's name means; reports a name that means nothing.
    ///
    /// A section may ask whether a list has an item of some identifier; `isCondition` lets it be one that it has not.
    private mutating func resolve(_ tag: TemplateTree.Tag, isCondition: Bool = false) -> Context? {
        guard let comparison = Comparison(tag.name) else { return resolve(tag.name, tag.place, isCondition) }
        guard let left = resolve(comparison.left, tag.place, isCondition) else { return nil }
        // A choice may be compared with what the data write for it.
        if comparison.relation == .equals, case .choice(let choices) = left.type,
            choices.contains(where: { [$0.key] == comparison.right.segments })
        {
            return Context(type: .boolean, value: nil)
        }
        guard let right = resolve(comparison.right, tag.place, isCondition) else { return nil }
        guard
            Comparison.canRelate(
                left.type, right.type, by: comparison.relation, areForms: left.forms != nil && right.forms != nil)
        else {
            report(
                .unlikeValues, tag.place,
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
        return Context(type: .boolean, value: nil)
    }

    private mutating func resolve(
        _ name: MustacheName, _ place: Diagnostic.Place, _ isCondition: Bool
    ) -> Context? {
        guard let first = name.segments.first else { return contexts.last }
        for context in contexts.reversed() {
            guard var found = member(first, of: context) ?? neighbour(first, of: context) else { continue }
            noteUse(first, of: context)
            var path = first
            for segment in name.segments.dropFirst() {
                guard let next = member(segment, of: found) else {
                    let isGuarded = guards.contains("\(path).\(segment)")
                    if isCondition || isGuarded, let item = found.type.itemType, item.recordType?.hasIdentifier == true,
                        isGuarded || NearestName.find(segment, among: names(in: found)) == nil
                    {
                        found = Context(type: item, value: nil)
                        path += "." + segment
                        continue
                    }
                    if found.type.itemType?.recordType?.hasIdentifier ?? false {
                        if usedIDs.insert("\(path).\(segment)").inserted {
                            missingIDs.append(MissingID(list: path, id: segment, value: found.value, place: place))
                        }
                    } else {
                        reportUnknown(segment, prefix: path, names(in: found), place)
                    }
                    return nil
                }
                noteUse(segment, of: found)
                if found.type.itemType != nil { usedIDs.insert("\(path).\(segment)") }
                found = next
                path += "." + segment
            }
            return found
        }
        reportUnknown(first, prefix: nil, contexts.reversed().flatMap { names(in: $0) }, place)
        return nil
    }

    private mutating func noteUse(_ name: String, of context: Context) {
        guard let record = context.type.recordType else { return }
        usedFields.insert(FieldKey(record: record.name, field: name))
        named = record.slot(of: name).map { (record, record.fields[$0]) }
        // What lists all values prints each of them.
        guard let slot = record.slot(of: name), record.fields[slot].isListOfDetails else { return }
        for field in record.fields where !field.formats.isDisjoint(with: [.page, .list]) {
            usedFields.insert(FieldKey(record: record.name, field: field.key))
            guard let inner = field.type.recordType ?? field.type.itemType?.recordType else { continue }
            for part in inner.summary { usedFields.insert(FieldKey(record: inner.name, field: part.field.key)) }
        }
    }

    private func member(_ name: String, of context: Context) -> Context? {
        let value = context.value.flatMap { scope.member(named: name, of: $0) }
        switch context.type {
        case .record(let record):
            if let slot = record.slot(of: name) { return Context(type: record.fields[slot].type, value: value) }
            return itemMember(name, of: context)
        case .list(let item):
            switch name {
            case "count": return Context(type: .integer, value: value)
            case "first", "last": return Context(type: item, value: value, isItem: true)
            case _
            where item.recordType.flatMap({ type in Detail.lists.first { $0.key == name && type.slot(of: $0) != nil } })
                != nil:
                return Context(type: Detail.details.type, value: value)
            default:
                // Which identifiers there are, only the data tells; how many items, too.
                if let number = Int(name), number > 0 { return Context(type: item, value: value, isItem: true) }
                return value.map { Context(type: item, value: $0, isItem: true) }
            }
        default:
            let forms = context.forms ?? context.type.forms
            guard let form = ValueForm(rawValue: name), forms.contains(form) else {
                return itemMember(name, of: context)
            }
            let isLast = form.isWidth || form.isForMachines
            return Context(type: context.type, value: value, forms: isLast ? [] : forms.filter(\.isWidth))
        }
    }

    private func itemMember(_ name: String, of context: Context) -> Context? {
        guard context.isItem, let item = ItemName(rawValue: name) else { return nil }
        return Context(type: item == .number ? .integer : .boolean, value: nil)
    }

    private func neighbour(_ name: String, of context: Context) -> Context? {
        guard context.hasNeighbours, Neighbour(rawValue: name) != nil else { return nil }
        return Context(type: context.type, value: nil)
    }

    /// What lists offer beside their items' identifiers.
    private static let listNames = ["count", "first", "last"]

    private func names(in context: Context) -> [String] {
        switch context.type {
        case .record(let record):
            record.fields.map(\.key) + (context.isItem ? ItemName.allCases.map(\.rawValue) : [])
                + (context.hasNeighbours ? Neighbour.allCases.map(\.rawValue) : [])
        case .list: Self.listNames + (context.value.map { scope.identifiers(of: $0) } ?? [])
        default: (context.forms ?? context.type.forms).map(\.rawValue)
        }
    }

    /// Reports an identifier that the data does not have: at the data, unless it is a slip for one that other tags name.
    private mutating func report(_ missing: MissingID) {
        let identifiers = missing.value.map { scope.identifiers(of: $0) } ?? []
        let nearest = NearestName.find(missing.id, among: identifiers)
        let isSlip =
            NearestName.find(missing.id, among: Self.listNames) != nil
            || nearest.map { usedIDs.contains("\(missing.list).\($0)") } ?? false
        guard !isSlip, let value = missing.value, let data = scope.place(of: nearest, in: value) else {
            let candidates = Self.listNames + identifiers
            return reportUnknown(missing.id, prefix: missing.list, candidates, missing.place)
        }
        let summary =
            nearest.map {
                Phrase(
                    ja: "ひな形が使うID「\(missing.id)」がなく、「\($0)」があります",
                    en: "templates use the identifier \"\(missing.id)\", and the data has \"\($0)\"")
            }
            ?? Phrase(
                ja: "ひな形が使うID「\(missing.id)」のものが、ここにありません",
                en: "templates use the identifier \"\(missing.id)\", which nothing here has")
        append(
            Diagnostic(
                .unknownName, at: data, summary,
                help: nearest == nil
                    ? Phrase(
                        ja: "IDが「\(missing.id)」のものを書き加えてください。使わないのなら、ひな形の担当者に伝えてください",
                        en: "add one; if it is not wanted, tell the templates' author")
                    : Phrase(
                        ja: "IDを「\(missing.id)」に戻してください。変えるときは、ひな形の担当者に伝えてください",
                        en:
                            "put the identifier back to \"\(missing.id)\"; if it has to change, tell the templates' author"
                    ),
                notes: [Diagnostic.Note(missing.place, Phrase(ja: "ひな形はここで使っています", en: "used here"))]))
    }

    private mutating func reportUnknown(
        _ name: String, prefix: String?, _ candidates: [String], _ place: Diagnostic.Place
    ) {
        let nearest = NearestName.find(name, among: candidates)
        let full = prefix.map { "\($0).\(name)" } ?? name
        let list = candidates.prefix(12)
        let help: Phrase
        if let nearest {
            let right = prefix.map { "\($0).\(nearest)" } ?? nearest
            help = Phrase(ja: "「\(right)」の間違いではありませんか", en: "did you mean \"\(right)\"?")
        } else if candidates.isEmpty {
            help = Phrase(ja: "「.\(name)」を消してください", en: "remove \".\(name)\"")
        } else {
            help = Phrase(
                ja: "使える名前: \(list.joined(separator: "、"))\(candidates.count > 12 ? "など" : "")",
                en: "its names are \(list.joined(separator: ", "))\(candidates.count > 12 ? ", …" : "")")
        }
        report(
            .unknownName, place, Phrase(ja: "「\(full)」という名前はありません", en: "there is no name \"\(full)\""), help: help)
    }

    // MARK: Reports

    private mutating func report(
        _ code: DiagnosticCode, _ place: Diagnostic.Place, _ summary: Phrase, help: Phrase? = nil
    ) {
        append(Diagnostic(code, at: place, summary, help: help))
    }

    /// A part that several documents or places include is reported once.
    private mutating func append(_ diagnostic: Diagnostic) {
        let key = ReportKey(
            path: diagnostic.place?.source.key, offset: diagnostic.place?.range.lowerBound ?? 0)
        if reported.insert(key).inserted { diagnostics.append(diagnostic) }
    }
}
