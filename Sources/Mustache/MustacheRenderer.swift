import Bytes
public import Diagnostics
public import Files

/// Renders a template as text, by Mustache's specification.
public struct MustacheRenderer {
    /// What a partial that is not found stands for.
    public enum MissingPartials: Sendable {
        /// Nothing, as the specification has it.
        case empty
        /// An error, as documents need it.
        case error
    }

    private let library: TemplateLibrary
    private let missingPartials: MissingPartials
    private var output: [UInt8] = []
    private var contexts: [PlainValue]
    /// What fills blocks, from the outermost parent tag inwards: the outermost wins.
    private var overrides: [Override] = []
    private var depth = 0
    private var files: [FileKey: MustacheTemplate] = [:]
    /// Items of sections, files and blocks filled that may still be rendered.
    private var repetitionsLeft: Int
    private var layout = Layout()
    private var warnings: [Diagnostic] = []
    /// A name in a template means one file as long as one document is rendered.
    private struct FileKey: Hashable {
        let template: ObjectIdentifier
        let name: UInt32
    }

    private struct Override {
        let name: String
        let template: MustacheTemplate
        let block: Int
        /// How many overrides were in force where its parent tag stands: what fills its own blocks.
        let outer: Int
    }

    /// How the lines of literal text are indented at present.
    private struct Layout {
        /// Put before each line.
        var indentation: [UInt8] = []
        /// White space taken from the start of each line.
        var dedent = 0
        var isAtLineStart = true

        var isPlain: Bool { indentation.isEmpty && dedent == 0 }
    }

    /// - Parameter context: the outermost value that names are looked up in.
    /// - Throws: a missing partial, one that contains itself without end, or a template that repeats itself too often.
    public static func render(
        _ template: MustacheTemplate, with context: PlainValue, library: TemplateLibrary,
        missingPartials: MissingPartials = .error, repetitions: Int = Limits.templateRepetitions,
        warnings: inout [Diagnostic]
    ) throws(ParseError) -> [UInt8] {
        var renderer = MustacheRenderer(library, missingPartials, context, repetitions)
        try renderer.run(template, template.instructions.indices)
        warnings += renderer.warnings
        return renderer.output
    }

    private init(
        _ library: TemplateLibrary, _ missingPartials: MissingPartials, _ context: PlainValue, _ repetitions: Int
    ) {
        repetitionsLeft = repetitions
        self.library = library
        self.missingPartials = missingPartials
        contexts = [context]
    }

    private mutating func run(_ template: MustacheTemplate, _ range: Range<Int>) throws(ParseError) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = template.instructions[index]
            switch instruction.operation {
            case .text:
                writeText(template, instruction)
            case .variable, .unescapedVariable:
                if !layout.isPlain { beginLine() }
                if let value = lookUp(template, instruction) {
                    value.write(to: &output, escaped: instruction.operation == .variable)
                }
            case .section:
                try runSection(template, index)
            case .invertedSection:
                if lookUp(template, instruction)?.isEmpty ?? true {
                    try run(template, index + 1..<Int(instruction.next))
                }
            case .partial:
                try runPartial(template, instruction)
            case .parent:
                try runParent(template, index)
            case .block:
                try runBlock(template, index)
            }
            index = Int(instruction.next)
        }
    }

    private mutating func runSection(_ template: MustacheTemplate, _ index: Int) throws(ParseError) {
        let instruction = template.instructions[index]
        let content = index + 1..<Int(instruction.next)
        guard let value = lookUp(template, instruction), !value.isEmpty else { return }
        guard case .list(let items) = value else {
            contexts.append(value)
            try run(template, content)
            contexts.removeLast()
            return
        }
        for item in items {
            try noteRepetition(template, instruction)
            contexts.append(item)
            try run(template, content)
            contexts.removeLast()
        }
    }

    private mutating func runPartial(
        _ template: MustacheTemplate, _ instruction: MustacheInstruction
    ) throws(ParseError) {
        guard let partial = try file(template, instruction) else { return }
        // A partial is a page of its own: its blocks are not the including template's to fill.
        let saved = overrides
        overrides = []
        try enter(partial, template, instruction)
        overrides = saved
    }

    private mutating func runParent(_ template: MustacheTemplate, _ index: Int) throws(ParseError) {
        let instruction = template.instructions[index]
        guard let parent = try file(template, instruction) else { return }
        let count = overrides.count
        var block = index + 1
        while block < Int(instruction.next) {
            let name = template.name(of: template.instructions[block]).text
            overrides.append(Override(name: name, template: template, block: block, outer: count))
            block = Int(template.instructions[block].next)
        }
        try enter(parent, template, instruction)
        overrides.removeSubrange(count...)
    }

    private mutating func enter(
        _ file: MustacheTemplate, _ template: MustacheTemplate, _ instruction: MustacheInstruction
    ) throws(ParseError) {
        depth += 1
        guard depth <= Limits.partialDepth else {
            throw ParseError(
                Diagnostic(
                    .mustacheRecursion, at: template.place(of: instruction),
                    Phrase(
                        ja: "部品「\(file.name)」が自分自身を含み、終わりがありません",
                        en: "the partial \"\(file.name)\" contains itself without end"),
                    help: Phrase(ja: "自分自身を取り込むタグを消してください", en: "remove the tag that includes it again")))
        }
        try noteRepetition(template, instruction)
        let saved = layout
        let around = template.layouts[Int(instruction.layout)]
        if around.isStandalone {
            layout.indentation = saved.indentation + around.indentation.dropFirst(saved.dedent)
            layout.isAtLineStart = true
        }
        layout.dedent = 0
        try run(file, 0..<file.instructions.count)
        layout.indentation = saved.indentation
        layout.dedent = saved.dedent
        depth -= 1
    }

    /// Sections, partials and blocks that each stand in one another twice double at each level, so depth alone is no limit.
    private mutating func noteRepetition(
        _ template: MustacheTemplate, _ instruction: MustacheInstruction
    ) throws(ParseError) {
        repetitionsLeft -= contexts.count + depth
        guard repetitionsLeft < 0 || output.count > Limits.documentSize else { return }
        throw ParseError(
            Diagnostic(
                .mustacheRecursion, at: template.place(of: instruction),
                Phrase(
                    ja: "「\(template.name(of: instruction).text)」の繰り返しが多すぎます",
                    en: "\"\(template.name(of: instruction).text)\" is repeated too often"),
                help: Phrase(
                    ja: "入れ子になった繰り返しを減らしてください", en: "remove sections or partials that repeat inside one another")))
    }

    private mutating func runBlock(_ template: MustacheTemplate, _ index: Int) throws(ParseError) {
        let instruction = template.instructions[index]
        let name = template.name(of: instruction).text
        guard let override = overrides.first(where: { $0.name == name }) else {
            return try run(template, index + 1..<Int(instruction.next))
        }
        try noteRepetition(template, instruction)
        let filling = override.template.instructions[override.block]
        let saved = layout
        let site = template.layouts[Int(instruction.layout)]
        layout.indentation = saved.indentation + site.indentation.dropFirst(saved.dedent)
        layout.dedent = override.template.layouts[Int(filling.layout)].contentIndentation
        // Where lines are not indented nobody has kept count of them.
        if saved.isPlain { layout.isAtLineStart = output.last.map { $0 == 0x0A } ?? true }
        let inForce = overrides
        overrides.removeSubrange(override.outer...)
        try run(override.template, override.block + 1..<Int(filling.next))
        overrides = inForce
        layout.indentation = saved.indentation
        layout.dedent = saved.dedent
    }

    private mutating func file(
        _ template: MustacheTemplate, _ instruction: MustacheInstruction
    ) throws(ParseError) -> MustacheTemplate? {
        let key = FileKey(template: ObjectIdentifier(template), name: instruction.name)
        if let file = files[key] { return file }
        let name = template.name(of: instruction).text
        if let file = try library.template(name, from: template) {
            files[key] = file
            return file
        }
        let missing = Diagnostic(
            .mustacheMissingPartial, missingPartials == .error ? .error : .warning,
            at: template.place(of: instruction),
            Phrase(ja: "部品「\(name)」が見つかりません", en: "there is no template \"\(name)\""),
            help: Phrase(ja: "名前を確かめるか、その名前のファイルを作ってください", en: "check the name, or make a file of that name"))
        guard missingPartials == .empty else { throw ParseError(missing) }
        warnings.append(missing)
        return nil
    }

    private func lookUp(_ template: MustacheTemplate, _ instruction: MustacheInstruction) -> PlainValue? {
        let segments = template.name(of: instruction).segments
        guard let first = segments.first else { return contexts.last }
        // The innermost context that has the first segment; from there on there is no way back.
        guard let value = contexts.lazy.reversed().compactMap({ $0.member(first) }).first else { return nil }
        return segments.dropFirst().reduce(value) { value, segment in value?.member(segment) }
    }

    // MARK: Text

    private mutating func writeText(_ template: MustacheTemplate, _ instruction: MustacheInstruction) {
        let text = template.source.bytes[instruction.range]
        if layout.isPlain { return output.append(contentsOf: text) }
        var index = text.startIndex
        while index < text.endIndex {
            if layout.isAtLineStart {
                var blanks = 0
                while blanks < layout.dedent, index < text.endIndex, text[index] == 0x20 || text[index] == 0x09 {
                    index += 1
                    blanks += 1
                }
                // An empty line stays empty.
                if index < text.endIndex, text[index] == 0x0A {
                    layout.isAtLineStart = false
                } else {
                    beginLine()
                }
                if index == text.endIndex { break }
            }
            output.append(text[index])
            layout.isAtLineStart = text[index] == 0x0A
            index += 1
        }
    }

    /// Writes the indentation of a line that begins here.
    private mutating func beginLine() {
        guard layout.isAtLineStart else { return }
        output.append(contentsOf: layout.indentation)
        layout.isAtLineStart = false
    }
}
