import Diagnostics
import Mustache
import Records

/// Resolves every tag of a template against the schema before anything is rendered.
///
/// It goes the way that rendering goes, through sections, partials, parents and blocks, with types in place of values; so
/// a misspelt name is found wherever it stands, even where the present data would not come to print it.
struct TemplateChecker {
    private let library: TemplateLibrary
    private let scope: DocumentScope
    private let board: Board
    private(set) var diagnostics: [Diagnostic] = []
    private var contexts: [Context]
    private var overrides: [Override] = []
    /// The files being gone through, outermost first.
    private var files: [String] = []
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
    /// Names of the blocks met while a parent is gone through.
    private var blocksMet: [Set<String>] = []
    /// Instructions of files and blocks that may still be gone through.
    private var instructionsLeft = Limits.checkedInstructions

    /// A type that names are looked up in; with the value, where it is known which one.
    private struct Context {
        let type: FieldType
        let value: DocumentValue?
        /// Items of lists offer their number.
        var isItem = false
        /// The forms that may still be named behind the value; nil for all of its type.
        var forms: [ValueForm]?
    }

    private struct Override {
        let name: String
        let template: MustacheTemplate
        let block: Int
        /// How many overrides were in force where its parent tag stands.
        let outer: Int
    }

    /// An item that a tag asks for by its identifier, and that its list does not have.
    private struct MissingID {
        let list: String
        let id: String
        let value: DocumentValue?
        let place: Diagnostic.Place
    }

    private struct ReportKey: Hashable {
        let path: String
        let offset: Int
    }

    /// - Returns: what is wrong with the template, and the fields that its tags name.
    static func check(
        _ template: MustacheTemplate, scope: DocumentScope, library: TemplateLibrary
    ) -> (diagnostics: [Diagnostic], usedFields: Set<FieldKey>) {
        var checker = TemplateChecker(library: library, scope: scope)
        checker.files = [template.source.path]
        checker.reportStrayText(template)
        checker.walk(template, 0..<template.instructions.count)
        checker.missingIDs.forEach { checker.report($0) }
        return (checker.diagnostics, checker.usedFields)
    }

    private init(library: TemplateLibrary, scope: DocumentScope) {
        self.library = library
        self.scope = scope
        board = scope.board
        contexts = [Context(type: scope.type(of: scope.root), value: scope.root)]
    }

    private mutating func walk(_ template: MustacheTemplate, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = template.instructions[index]
            let content = index + 1..<Int(instruction.next)
            switch instruction.operation {
            case .text:
                reportMistypedTags(template, instruction)
            case .variable:
                checkVariable(template, instruction)
            case .unescapedVariable:
                report(
                    .unescapedTag, template.place(of: instruction),
                    Phrase(
                        ja: "{{{ }}}や{{& }}は文書のひな形では使えません",
                        en: "{{{ }}} and {{& }} are not accepted in document templates"),
                    help: Phrase(
                        ja: "{{\(template.name(of: instruction).text)}}と書いてください",
                        en: "write {{\(template.name(of: instruction).text)}}"))
            case .section:
                guard let context = resolve(template, instruction, isCondition: true) else { break }
                // The whole section depends on a file that this board does not have.
                let isMissing = isMissingFile(template.name(of: instruction))
                if isMissing { filesNotNeeded += 1 }
                let item = context.type.itemType
                contexts.append(
                    item.map { Context(type: $0, value: nil, isItem: true) } ?? context)
                guards.append(template.name(of: instruction).text)
                walk(template, content)
                guards.removeLast()
                contexts.removeLast()
                if isMissing { filesNotNeeded -= 1 }
            case .invertedSection:
                if resolve(template, instruction, isCondition: true) != nil { walk(template, content) }
            case .partial:
                let saved = overrides
                overrides = []
                walkFile(template, instruction)
                overrides = saved
            case .parent:
                walkParent(template, index)
            case .block:
                walkBlock(template, index)
            }
            index = Int(instruction.next)
        }
    }

    // MARK: Files and blocks

    private mutating func walkFile(_ template: MustacheTemplate, _ instruction: MustacheInstruction) {
        let name = template.name(of: instruction).text
        let found: MustacheTemplate?
        do {
            found = try library.template(name, from: template)
        } catch {
            append(error.diagnostic)
            return
        }
        guard let file = found else {
            report(
                .mustacheMissingPartial, template.place(of: instruction),
                Phrase(ja: "部品「\(name)」が見つかりません", en: "there is no template \"\(name)\""),
                help: Phrase(ja: "名前を確かめるか、\(name).htmlを作ってください", en: "check the name, or make \(name).html"))
            return
        }
        // A box may stand in a box; a partial has no end in itself.
        let isRepeated = files.filter { $0 == file.source.path }.count >= (instruction.operation == .parent ? 8 : 1)
        guard !isRepeated else {
            report(
                .mustacheRecursion, template.place(of: instruction),
                Phrase(ja: "部品「\(name)」が自分自身を含み、終わりがありません", en: "the template \"\(name)\" contains itself without end"),
                help: Phrase(ja: "自分自身を取り込むタグを消してください", en: "remove the tag that includes it again"))
            return
        }
        let content = file.instructions.indices
        guard mayWalk(content, from: template, instruction) else { return }
        files.append(file.source.path)
        reportStrayText(file)
        walk(file, content)
        files.removeLast()
    }

    /// Files and blocks that each use two others double at each level: they are no recursion, and would never end.
    private mutating func mayWalk(
        _ content: Range<Int>, from template: MustacheTemplate, _ instruction: MustacheInstruction
    ) -> Bool {
        guard instructionsLeft >= 0 else { return false }
        instructionsLeft -= content.count + 1
        if instructionsLeft < 0 {
            let name = template.name(of: instruction).text
            report(
                .mustacheRecursion, template.place(of: instruction),
                Phrase(ja: "「\(name)」の繰り返しが多すぎます", en: "\"\(name)\" is repeated too often"),
                help: Phrase(
                    ja: "互いに何度も使い合う部品やブロックを減らしてください",
                    en: "remove partials or blocks that use one another again and again"))
        }
        return true
    }

    private mutating func walkParent(_ template: MustacheTemplate, _ index: Int) {
        let instruction = template.instructions[index]
        let count = overrides.count
        var block = index + 1
        var names: [(name: String, instruction: MustacheInstruction)] = []
        while block < Int(instruction.next) {
            let name = template.name(of: template.instructions[block]).text
            names.append((name, template.instructions[block]))
            overrides.append(Override(name: name, template: template, block: block, outer: count))
            block = Int(template.instructions[block].next)
        }
        blocksMet.append([])
        let errors = diagnostics.count
        walkFile(template, instruction)
        let met = blocksMet.removeLast()
        overrides.removeSubrange(count...)
        if let outer = blocksMet.indices.last { blocksMet[outer].formUnion(met) }
        // Where the parent could not be gone through, its blocks are not known.
        guard diagnostics.count == errors else { return }
        for (name, instruction) in names where !met.contains(name) {
            let nearest = NearestName.find(name, among: met.sorted())
            report(
                .unusedBlock, template.place(of: instruction),
                Phrase(ja: "親のひな形に「\(name)」というブロックはありません", en: "the parent has no block \"\(name)\""),
                help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                    ?? Phrase(
                        ja: "使えるブロック: \(met.sorted().joined(separator: "、"))",
                        en: "its blocks are \(met.sorted().joined(separator: ", "))"))
        }
    }

    private mutating func walkBlock(_ template: MustacheTemplate, _ index: Int) {
        let instruction = template.instructions[index]
        let name = template.name(of: instruction).text
        for level in blocksMet.indices { blocksMet[level].insert(name) }
        if let override = overrides.first(where: { $0.name == name }) {
            // Blocks inside what is replaced are the parent's all the same.
            for inner in template.instructions[index + 1..<Int(instruction.next)] where inner.operation == .block {
                let name = template.name(of: inner).text
                for level in blocksMet.indices { blocksMet[level].insert(name) }
            }
            let content = override.block + 1..<Int(override.template.instructions[override.block].next)
            guard mayWalk(content, from: template, instruction) else { return }
            let inForce = overrides
            overrides.removeSubrange(override.outer...)
            walk(override.template, content)
            overrides = inForce
        } else {
            walk(template, index + 1..<Int(instruction.next))
        }
    }

    /// Words that stand beside the blocks of a parent, where nobody will see them.
    private mutating func reportStrayText(_ template: MustacheTemplate) {
        for range in template.strayText {
            report(
                .mustacheStrayText, Diagnostic.Place(template.source, range),
                Phrase(ja: "ブロックの外にあるので、印字されません", en: "this stands outside any block and is not printed"),
                help: Phrase(
                    ja: "{{$名前}}～{{/名前}}の中に入れるか、消してください", en: "put it into a block {{$name}}…{{/name}}, or delete it"))
        }
    }

    // MARK: Names

    private mutating func checkVariable(_ template: MustacheTemplate, _ instruction: MustacheInstruction) {
        guard let context = resolve(template, instruction) else { return }
        let place = template.place(of: instruction)
        let name = template.name(of: instruction)
        if isMissingFile(name) {
            if filesNotNeeded > 0 { return }
            let kind = name.segments[0]
            guard missingFiles.insert(kind).inserted else { return }
            // A document's template is the outermost, and bears its name.
            let document = files[0].split(separator: "/").last?.prefix { $0 != "." } ?? ""
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
        if !isPrintable(context.type) {
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

    private mutating func reportMistypedTags(_ template: MustacheTemplate, _ text: MustacheInstruction) {
        for tag in MistypedTags.find(in: template.source.bytes, text.range) {
            let first = tag.name.drop { "#^/&".contains($0) }.prefix { $0 != "." }
            let isKnown = contexts.contains { member(String(first), of: $0) != nil }
            // {x} may be anything; what has the shape or the sound of a name is a tag.
            guard isKnown || tag.name.contains(".") || tag.name.contains("_") else { continue }
            let place = Diagnostic.Place(template.source, tag.range)
            report(
                .mistypedTag, place,
                Phrase(
                    ja: "「\(template.source.text(tag.range))」はタグではないので、このまま文書に出ます",
                    en: "\(template.source.text(tag.range)) is no tag and will be printed as it stands"),
                help: Phrase(ja: "半角の括弧二つで「{{\(tag.name)}}」と書いてください", en: "write {{\(tag.name)}}, with two braces"))
        }
    }

    private func isPrintable(_ type: FieldType) -> Bool {
        switch type {
        case .record: false
        case .list(let item): isPrintable(item)
        default: true
        }
    }

    private func isMissingFile(_ name: MustacheName) -> Bool {
        guard let first = name.segments.first, let kind = DataFileKind(rawValue: first) else { return false }
        // A name of an inner record may be the same as a file's.
        let isOuter = !contexts.dropFirst().contains { member(first, of: $0) != nil }
        return isOuter && board.files[kind] == nil
    }

    /// The type that a tag's name means; reports a name that means nothing.
    ///
    /// A section may ask whether a list has an item of some identifier; `isCondition` lets it be one that it has not.
    private mutating func resolve(
        _ template: MustacheTemplate, _ instruction: MustacheInstruction, isCondition: Bool = false
    ) -> Context? {
        let name = template.name(of: instruction)
        let place = template.place(of: instruction)
        guard let first = name.segments.first else { return contexts.last }
        for context in contexts.reversed() {
            guard var found = member(first, of: context) else { continue }
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
        if let record = context.type.recordType { usedFields.insert(FieldKey(record: record.name, field: name)) }
    }

    private func member(_ name: String, of context: Context) -> Context? {
        let value = context.value.flatMap { scope.member(named: name, of: $0) }
        switch context.type {
        case .record(let record):
            if let slot = record.slot(of: name) { return Context(type: record.fields[slot].type, value: value) }
            return name == "number" && context.isItem ? Context(type: .integer, value: nil) : nil
        case .list(let item):
            switch name {
            case "count": return Context(type: .integer, value: value)
            case "first", "last": return Context(type: item, value: value, isItem: true)
            default:
                // Which identifiers there are, only the data tells.
                return value.map { Context(type: item, value: $0, isItem: true) }
            }
        default:
            let forms = context.forms ?? context.type.forms
            guard let form = ValueForm(rawValue: name), forms.contains(form) else { return nil }
            let isLast = form.isWidth || form.isForMachines
            return Context(type: context.type, value: value, forms: isLast ? [] : forms.filter(\.isWidth))
        }
    }

    /// What lists offer beside their items' identifiers.
    private static let listNames = ["count", "first", "last"]

    private func names(in context: Context) -> [String] {
        switch context.type {
        case .record(let record): record.fields.map(\.key) + (context.isItem ? ["number"] : [])
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
            path: diagnostic.place?.source.path ?? "", offset: diagnostic.place?.range.lowerBound ?? 0)
        if reported.insert(key).inserted { diagnostics.append(diagnostic) }
    }
}
