import Bytes
import Diagnostics
import Files
import Mustache

/// Puts what a template takes in into its place, partials, parents and blocks, and marks in place of its tags.
///
/// Indentation by Mustache's rules is left aside: in markup white space has rules of its own.
struct TemplateExpander {
    private let library: TemplateLibrary
    private let rewriting: Rewriting
    private var expanded = ExpandedTemplate()
    private var overrides: [Override] = []
    /// The paths of the files being gone through, outermost first.
    private var open: [PathKey] = []
    private var reported: Set<ReportKey> = []
    /// Names of the blocks met while a parent is gone through.
    private var blocksMet: [Set<String>] = []
    /// Instructions of files and blocks that may still be gone through.
    private var instructionsLeft = Limits.checkedInstructions
    /// What of the markup the text so far ends in.
    private var place = Place.text

    private enum Place: Equatable {
        case text, tag, comment
        /// An attribute's value, by the mark that ends it.
        case value(UInt8)
    }

    private struct Override {
        let name: String
        let template: MustacheTemplate
        let block: Int
        /// How many overrides were in force where its parent tag stands: the outermost wins, and those fill its own blocks.
        let outer: Int
    }

    private struct ReportKey: Hashable {
        let path: PathKey?
        let offset: Int?
    }

    init(_ library: TemplateLibrary, _ rewriting: @escaping Rewriting) {
        (self.library, self.rewriting) = (library, rewriting)
    }

    mutating func expand(_ template: MustacheTemplate) {
        instructionsLeft -= template.instructions.count
        enter(template)
    }

    func finish() -> ExpandedTemplate { expanded }

    private mutating func enter(_ file: MustacheTemplate) {
        if !expanded.files.contains(where: { $0.key == file.source.key }) { expanded.files.append(file.source) }
        open.append(file.source.key)
        reportStrayText(file)
        walk(file, file.instructions.indices)
        open.removeLast()
    }

    private mutating func walk(_ template: MustacheTemplate, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = template.instructions[index]
            let content = index + 1..<Int(instruction.next)
            switch instruction.operation {
            case .text: appendText(template, instruction.range)
            case .variable: append(.value, tag(template, instruction))
            case .unescapedVariable:
                let name = template.name(of: instruction).text
                report(
                    .unescapedTag, template.place(of: instruction),
                    Phrase(
                        ja: "{{{ }}}や{{& }}は文書のひな形では使えません",
                        en: "{{{ }}} and {{& }} are not accepted in document templates"),
                    help: Phrase(ja: "{{\(name)}}と書いてください", en: "write {{\(name)}}"))
            case .section, .invertedSection:
                let tag = tag(template, instruction)
                append(instruction.operation == .section ? .section : .invertedSection, tag)
                walk(template, content)
                append(.end, tag)
            case .partial:
                // A partial is a page of its own: its blocks are not the including template's to fill.
                let saved = overrides
                overrides = []
                walkFile(template, instruction)
                overrides = saved
            case .parent: walkParent(template, index)
            case .block: walkBlock(template, index)
            }
            index = Int(instruction.next)
        }
    }

    // MARK: Tags and text

    private mutating func tag(_ template: MustacheTemplate, _ instruction: MustacheInstruction) -> Int {
        tag(template.name(of: instruction), template.place(of: instruction))
    }

    private mutating func tag(_ name: MustacheName, _ place: Diagnostic.Place) -> Int {
        expanded.tags.append(TemplateTree.Tag(name: name, place: place))
        return expanded.tags.count - 1
    }

    private mutating func append(_ mark: ExpandedTemplate.Mark, _ tag: Int) {
        expanded.origins.append(expanded.text.count, expanded.tags[tag].place)
        expanded.append(mark, tag: tag)
    }

    private mutating func appendText(_ template: MustacheTemplate, _ range: Range<Int>) {
        var start = range.lowerBound
        for mistyped in MistypedTags.find(in: template.source.bytes, range) {
            appendMarkup(template, start..<mistyped.range.lowerBound)
            let place = Diagnostic.Place(template.source, mistyped.range)
            append(.mistyped, tag(MustacheName(mistyped.name), place))
            start = mistyped.range.lowerBound
        }
        appendMarkup(template, start..<range.upperBound)
    }

    /// Appends text, rewritten where it is no tag, value or comment.
    private mutating func appendMarkup(_ template: MustacheTemplate, _ range: Range<Int>) {
        let bytes = template.source.bytes
        var start = range.lowerBound
        while start < range.upperBound {
            let end = endOfPlace(bytes[start..<range.upperBound])
            if place == .text {
                for (rewritten, text) in rewriting(bytes[start..<end], template) {
                    append(template, start..<rewritten.lowerBound)
                    expanded.origins.append(expanded.text.count, Diagnostic.Place(template.source, rewritten))
                    expanded.text += text
                    start = rewritten.upperBound
                }
            }
            append(template, start..<end)
            if end < range.upperBound { place = Self.next(place, bytes[end..<range.upperBound]) }
            // The sign itself, which begins the one or ends the other.
            append(template, end..<min(end + 1, range.upperBound))
            start = end + 1
        }
    }

    /// Where the sign stands that ends the present place, or begins another in it.
    private func endOfPlace(_ bytes: ArraySlice<UInt8>) -> Int {
        let end: Int? =
            switch place {
            case .text: bytes.firstIndex(of: UInt8(ascii: "<"))
            case .tag: bytes.firstIndex { [UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains($0) }
            case .value(let mark): bytes.firstIndex(of: mark)
            case .comment:
                bytes.indices.first {
                    bytes[$0] == UInt8(ascii: ">") && bytes[..<$0].suffix(2).elementsEqual("--".utf8)
                }
            }
        return end ?? bytes.endIndex
    }

    /// The place behind the sign that some text begins with.
    private static func next(_ place: Place, _ bytes: ArraySlice<UInt8>) -> Place {
        switch place {
        case .text: bytes.starts(with: "<!--".utf8) ? .comment : .tag
        case .tag: bytes.first == UInt8(ascii: ">") ? .text : .value(bytes[bytes.startIndex])
        case .value: .tag
        case .comment: .text
        }
    }

    private mutating func append(_ template: MustacheTemplate, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let text = template.source.bytes[range]
        for sign in ExpandedTemplate.signs {
            guard text.span.firstIndex(of: sign.span) != nil else { continue }
            report(
                .malformedMarkup, Diagnostic.Place(template.source, range),
                Phrase(ja: "使えない文字（U+10FF00、U+10FF01）があります", en: "U+10FF00 and U+10FF01 cannot be written"),
                help: Phrase(ja: "消してください", en: "delete it"))
            return
        }
        expanded.origins.append(expanded.text.count, Diagnostic.Place(template.source, range))
        expanded.text += text
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
        let isRepeated = open.filter { $0 == file.source.key }.count >= (instruction.operation == .parent ? 8 : 1)
        guard !isRepeated else {
            report(
                .mustacheRecursion, template.place(of: instruction),
                Phrase(ja: "部品「\(name)」が自分自身を含み、終わりがありません", en: "the template \"\(name)\" contains itself without end"),
                help: Phrase(ja: "自分自身を取り込むタグを消してください", en: "remove the tag that includes it again"))
            return
        }
        guard open.count < Limits.partialDepth else {
            report(
                .mustacheRecursion, template.place(of: instruction),
                Phrase(
                    ja: "部品の入れ子が\(Limits.partialDepth)段を超えています",
                    en: "templates include one another more than \(Limits.partialDepth) deep"),
                help: Phrase(ja: "部品を取り込む段数を減らしてください", en: "include them in fewer steps"))
            return
        }
        guard mayWalk(file.instructions.indices, from: template, instruction) else { return }
        enter(file)
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
        let errors = expanded.diagnostics.count
        walkFile(template, instruction)
        let met = blocksMet.removeLast()
        overrides.removeSubrange(count...)
        if let outer = blocksMet.indices.last { blocksMet[outer].formUnion(met) }
        // Where the parent could not be gone through, its blocks are not known.
        guard expanded.diagnostics.count == errors else { return }
        let known = met.sorted()
        for (name, instruction) in names where !met.contains(name) {
            let nearest = known.count <= Self.comparedBlocks ? NearestName.find(name, among: known) : nil
            report(
                .unusedBlock, template.place(of: instruction),
                Phrase(ja: "親のひな形に「\(name)」というブロックはありません", en: "the parent has no block \"\(name)\""),
                help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                    ?? Phrase(
                        ja: "使えるブロック: \(known.prefix(Self.comparedBlocks).joined(separator: "、"))",
                        en: "its blocks are \(known.prefix(Self.comparedBlocks).joined(separator: ", "))"))
        }
    }

    /// Among more blocks nobody looks for one that was misspelt.
    private static let comparedBlocks = 100

    private mutating func walkBlock(_ template: MustacheTemplate, _ index: Int) {
        let instruction = template.instructions[index]
        let name = template.name(of: instruction).text
        for level in blocksMet.indices { blocksMet[level].insert(name) }
        guard let override = overrides.first(where: { $0.name == name }) else {
            return walk(template, index + 1..<Int(instruction.next))
        }
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

    // MARK: Reports

    private mutating func report(
        _ code: DiagnosticCode, _ place: Diagnostic.Place, _ summary: Phrase, help: Phrase? = nil
    ) {
        append(Diagnostic(code, at: place, summary, help: help))
    }

    /// A part that is included in several places is reported once.
    private mutating func append(_ diagnostic: Diagnostic) {
        let key = ReportKey(
            path: diagnostic.place?.source.key, offset: diagnostic.place?.range.lowerBound)
        if reported.insert(key).inserted { expanded.diagnostics.append(diagnostic) }
    }
}
