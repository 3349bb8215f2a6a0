public import Bytes
public import Diagnostics

/// Renders a template into one buffer of bytes.
public struct MustacheRenderer<Data: MustacheData> {
    /// What a partial that is not found stands for.
    public enum MissingPartials: Sendable {
        /// Nothing, as the specification has it.
        case empty
        /// An error, as documents need it.
        case error
    }

    private let data: Data
    private let library: TemplateLibrary
    private let missingPartials: MissingPartials
    private var output: [UInt8] = []
    /// Takes pieces of the output as they are made, where it is not wanted as a whole.
    private let overflow: Overflow?
    /// Bytes that it has taken.
    private var handedOn = 0
    private var contexts: [Data.Handle]
    /// What fills blocks, from the outermost parent tag inwards: the outermost wins.
    private var overrides: [Override] = []
    private var depth = 0
    private var files: [FileKey: Program] = [:]
    private var programs: [ObjectIdentifier: Program] = [:]
    /// Items of sections, files and blocks filled that may still be rendered.
    private var repetitionsLeft: Int
    private var layout = Layout()
    /// Where pieces of output come from, while it is wanted.
    private var origins: SourceMap?
    private var warnings: [Diagnostic] = []
    private var missing: [Diagnostic.Place] = []

    /// A value whose other side has not been written yet.
    private struct WrittenValue {
        let value: Data.Handle
        let range: Range<Int>
        let template: MustacheTemplate
        let instruction: MustacheInstruction
    }

    private var written: [WrittenValue] = []

    /// A name in a template means one file as long as one document is rendered.
    private struct FileKey: Hashable {
        let template: ObjectIdentifier
        let name: UInt32
    }

    /// A template whose names have become the data's keys.
    private struct Program {
        let template: MustacheTemplate
        let instructions: [MustacheInstruction]
        let source: [UInt8]
        /// What the data writes otherwise.
        let literals: [Int: [UInt8]]
        /// The keys of all names, and where those of each begin.
        let keys: [Data.Key]
        let firstKeys: [Int]

        init(_ template: MustacheTemplate, _ data: Data) {
            self.template = template
            instructions = template.instructions
            source = template.source.bytes
            literals = data.literals(of: template)
            keys = template.names.flatMap { $0.segments.map { data.key($0) } }
            firstKeys = template.names.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.segments.count) }
        }
    }

    private struct Override {
        let name: String
        let program: Program
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
    /// - Parameter size: how many bytes it is likely to be, to have room for them from the start.
    /// - Parameter overflow: takes pieces of a large output as they are made.
    /// - Parameter missing: gains the places of the tags whose values are not there.
    /// - Returns: the output, or what of it `overflow` has not taken.
    /// - Throws: a missing partial, one that contains itself without end, or a template that repeats itself too often.
    public static func render(
        _ template: MustacheTemplate, with context: Data.Handle, of data: Data, library: TemplateLibrary,
        missingPartials: MissingPartials = .error, repetitions: Int = Limits.templateRepetitions,
        expecting size: Int = 0, overflow: Overflow? = nil,
        warnings: inout [Diagnostic],
        missing: inout [Diagnostic.Place]
    ) throws(ParseError) -> [UInt8] {
        var renderer = MustacheRenderer(data, library, missingPartials, context, repetitions, overflow)
        renderer.output.reserve(size, overflow: overflow)
        try renderer.run(renderer.program(template), 0..<template.instructions.count)
        renderer.examineWritten(until: .max)
        warnings += renderer.warnings
        missing += renderer.missing
        return renderer.output
    }

    /// Renders once more, keeping where each piece of output comes from: slower, for messages only.
    public static func trace(
        _ template: MustacheTemplate, with context: Data.Handle, of data: Data, library: TemplateLibrary
    ) throws(ParseError) -> (output: [UInt8], origins: SourceMap) {
        var renderer = MustacheRenderer(data, library, .error, context, Limits.templateRepetitions)
        renderer.origins = SourceMap()
        try renderer.run(renderer.program(template), 0..<template.instructions.count)
        return (renderer.output, renderer.origins ?? SourceMap())
    }

    private init(
        _ data: Data, _ library: TemplateLibrary, _ missingPartials: MissingPartials, _ context: Data.Handle,
        _ repetitions: Int, _ overflow: Overflow? = nil
    ) {
        self.data = data
        self.overflow = overflow
        repetitionsLeft = repetitions
        self.library = library
        self.missingPartials = missingPartials
        contexts = [context]
    }

    private mutating func program(_ template: MustacheTemplate) -> Program {
        let identity = ObjectIdentifier(template)
        if let program = programs[identity] { return program }
        let program = Program(template, data)
        programs[identity] = program
        return program
    }

    private mutating func run(_ program: Program, _ range: Range<Int>) throws(ParseError) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = program.instructions[index]
            origins?.append(output.count, program.template.place(of: instruction))
            switch instruction.operation {
            case .text:
                writeText(program, instruction)
            case .variable, .unescapedVariable:
                if !layout.isPlain { beginLine() }
                if let value = lookUp(program, instruction) {
                    // An empty attribute is a blank to be filled in; an empty place in a sentence is a hole.
                    if data.isMissing(value), output.last != UInt8(ascii: "\"") {
                        missing.append(program.template.place(of: instruction))
                    }
                    let start = output.count
                    data.write(value, to: &output, escaped: instruction.operation == .variable)
                    written.append(
                        WrittenValue(
                            value: value, range: start..<output.count, template: program.template,
                            instruction: instruction))
                    if written.count >= 256 { examineWritten(until: output.count - 2 * RepeatedEdge.limit) }
                }
            case .section:
                try runSection(program, index)
            case .invertedSection:
                let content = lookUp(program, instruction).map { data.sectionContent(of: $0) } ?? .none
                if content == .none || content == .items(0) {
                    try run(program, index + 1..<Int(instruction.next))
                }
            case .partial:
                try runPartial(program, instruction)
            case .parent:
                try runParent(program, index)
            case .block:
                try runBlock(program, index)
            }
            index = Int(instruction.next)
        }
    }

    private mutating func runSection(_ program: Program, _ index: Int) throws(ParseError) {
        let instruction = program.instructions[index]
        let content = index + 1..<Int(instruction.next)
        guard let value = lookUp(program, instruction) else { return }
        switch data.sectionContent(of: value) {
        case .none:
            break
        case .once:
            contexts.append(value)
            try run(program, content)
            contexts.removeLast()
        case .items(let count):
            for item in 0..<count {
                try noteRepetition(program, instruction)
                if output.isPiece { examineWritten(until: .max) }
                handedOn += output.handOnPiece(to: overflow)
                contexts.append(data.item(item, of: value))
                try run(program, content)
                contexts.removeLast()
            }
        }
    }

    private mutating func runPartial(
        _ program: Program, _ instruction: MustacheInstruction
    ) throws(ParseError) {
        guard let partial = try file(program, instruction) else { return }
        // A partial is a page of its own: its blocks are not the including template's to fill.
        let saved = overrides
        overrides = []
        try enter(partial, program, instruction)
        overrides = saved
    }

    private mutating func runParent(_ program: Program, _ index: Int) throws(ParseError) {
        let instruction = program.instructions[index]
        guard let parent = try file(program, instruction) else { return }
        let count = overrides.count
        var block = index + 1
        while block < Int(instruction.next) {
            let name = program.template.name(of: program.instructions[block]).text
            overrides.append(Override(name: name, program: program, block: block, outer: count))
            block = Int(program.instructions[block].next)
        }
        try enter(parent, program, instruction)
        overrides.removeSubrange(count...)
    }

    private mutating func enter(
        _ file: Program, _ program: Program, _ instruction: MustacheInstruction
    ) throws(ParseError) {
        depth += 1
        guard depth <= Limits.partialDepth else {
            throw ParseError(
                Diagnostic(
                    .mustacheRecursion, at: program.template.place(of: instruction),
                    Phrase(
                        ja: "部品「\(file.template.name)」が自分自身を含み、終わりがありません",
                        en: "the partial \"\(file.template.name)\" contains itself without end"),
                    help: Phrase(ja: "自分自身を取り込むタグを消してください", en: "remove the tag that includes it again")))
        }
        try noteRepetition(program, instruction)
        let saved = layout
        let around = program.template.layouts[Int(instruction.layout)]
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
        _ program: Program, _ instruction: MustacheInstruction
    ) throws(ParseError) {
        repetitionsLeft -= contexts.count + depth
        guard repetitionsLeft < 0 || handedOn + output.count > Limits.documentSize else { return }
        throw ParseError(
            Diagnostic(
                .mustacheRecursion, at: program.template.place(of: instruction),
                Phrase(
                    ja: "「\(program.template.name(of: instruction).text)」の繰り返しが多すぎます",
                    en: "\"\(program.template.name(of: instruction).text)\" is repeated too often"),
                help: Phrase(
                    ja: "入れ子になった繰り返しを減らしてください", en: "remove sections or partials that repeat inside one another")))
    }

    private mutating func runBlock(_ program: Program, _ index: Int) throws(ParseError) {
        let instruction = program.instructions[index]
        let name = program.template.name(of: instruction).text
        guard let override = overrides.first(where: { $0.name == name }) else {
            return try run(program, index + 1..<Int(instruction.next))
        }
        try noteRepetition(program, instruction)
        let filling = override.program.instructions[override.block]
        let saved = layout
        let site = program.template.layouts[Int(instruction.layout)]
        layout.indentation = saved.indentation + site.indentation.dropFirst(saved.dedent)
        layout.dedent = override.program.template.layouts[Int(filling.layout)].contentIndentation
        // Where lines are not indented nobody has kept count of them.
        if saved.isPlain { layout.isAtLineStart = output.last.map { $0 == 0x0A } ?? true }
        let inForce = overrides
        overrides.removeSubrange(override.outer...)
        try run(override.program, override.block + 1..<Int(filling.next))
        overrides = inForce
        layout.indentation = saved.indentation
        layout.dedent = saved.dedent
    }

    private mutating func file(
        _ program: Program, _ instruction: MustacheInstruction
    ) throws(ParseError) -> Program? {
        let key = FileKey(template: ObjectIdentifier(program.template), name: instruction.name)
        if let file = files[key] { return file }
        let name = program.template.name(of: instruction).text
        if let template = try library.template(name, from: program.template) {
            let file = self.program(template)
            files[key] = file
            return file
        }
        let missing = Diagnostic(
            .mustacheMissingPartial, missingPartials == .error ? .error : .warning,
            at: program.template.place(of: instruction),
            Phrase(ja: "部品「\(name)」が見つかりません", en: "there is no template \"\(name)\""),
            help: Phrase(ja: "名前を確かめるか、その名前のファイルを作ってください", en: "check the name, or make a file of that name"))
        guard missingPartials == .empty else { throw ParseError(missing) }
        warnings.append(missing)
        return nil
    }

    /// Looks at the values that end before an index, now that what stands behind them is there.
    private mutating func examineWritten(until end: Int) {
        // A trace goes over them a second time.
        let ready = written.prefix { $0.range.upperBound <= end }
        if origins == nil {
            for found in ready where !found.range.isEmpty {
                for edge in RepeatedEdge.find(around: found.range, in: output) {
                    data.note(edge, of: found.value, at: found.template.place(of: found.instruction))
                }
            }
        }
        written.removeFirst(ready.count)
    }

    private func lookUp(_ program: Program, _ instruction: MustacheInstruction) -> Data.Handle? {
        let name = Int(instruction.name)
        let (first, end) = (program.firstKeys[name], program.firstKeys[name + 1])
        guard first < end else { return contexts.last }
        var context = contexts.count - 1
        while context >= 0 {
            if var value = data.member(program.keys[first], of: contexts[context]) {
                for key in first + 1..<end {
                    guard let member = data.member(program.keys[key], of: value) else { return nil }
                    value = member
                }
                return value
            }
            context -= 1
        }
        return nil
    }

    // MARK: Text

    private mutating func writeText(_ program: Program, _ instruction: MustacheInstruction) {
        let literal = program.literals.isEmpty ? nil : program.literals[instruction.range.lowerBound]
        if layout.isPlain {
            guard let literal else { return output.append(program.source.span.extracting(instruction.range)) }
            return output.append(literal.span)
        }
        let text = literal?[...] ?? program.source[instruction.range]
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
