public import Diagnostics
public import Files

/// A parsed template: its source and a flat program of instructions, each section before its content.
public final class MustacheTemplate: Sendable {
    public let name: String
    public let source: SourceFile
    public let instructions: [MustacheInstruction]
    let names: [MustacheName]
    let layouts: [BlockLayout]
    /// What stands between the blocks of a parent and is never printed.
    public let strayText: [Range<Int>]

    init(
        name: String, source: SourceFile, instructions: [MustacheInstruction], names: [MustacheName],
        layouts: [BlockLayout], strayText: [Range<Int>]
    ) {
        self.name = name
        self.source = source
        self.instructions = instructions
        self.names = names
        self.layouts = layouts
        self.strayText = strayText
    }

    /// - Throws: the first tag that is wrong.
    public static func parse(name: String, source: SourceFile) throws(ParseError) -> MustacheTemplate {
        try MustacheParser.parse(name: name, source: source)
    }

    public func name(of instruction: MustacheInstruction) -> MustacheName {
        names[Int(instruction.name)]
    }

    public func place(of instruction: MustacheInstruction) -> Diagnostic.Place {
        Diagnostic.Place(source, instruction.range)
    }
}

/// One step of a template's program.
public struct MustacheInstruction: Sendable {
    public enum Operation: UInt8, Sendable {
        /// Literal text: `range` is the text itself.
        case text
        /// `{{name}}`
        case variable
        /// `{{{name}}}` or `{{& name}}`
        case unescapedVariable
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case invertedSection
        /// `{{> name}}`
        case partial
        /// `{{< name}}`; its content is blocks alone.
        case parent
        /// `{{$ name}}`: a block to fill in a template, or what fills it inside a parent.
        case block
    }

    public let operation: Operation
    let start: UInt32
    let end: UInt32
    let name: UInt32
    /// For blocks, partials and parents: their place among the template's layouts.
    let layout: UInt32
    /// The index behind the instruction's content.
    public var next: UInt32

    /// The tag's bytes, or the literal text's.
    public var range: Range<Int> { Int(start)..<Int(end) }
}

/// The white space round a block, partial or parent, which decides how lines put in its place are indented.
struct BlockLayout: Sendable {
    /// White space before the first line that stands here, if that is all there is before it on its line.
    var indentation: [UInt8] = []
    /// Whether the tag has its line to itself, so that the indentation is not written as text before it.
    var isStandalone = false
    /// White space common to the content's lines: that of its first line, where it begins on a line of its own.
    var contentIndentation = 0
}
