import Diagnostics
import Files

/// Parses a template by the Mustache specification: its six required modules, and inheritance.
struct MustacheParser {
    private let source: SourceFile
    let bytes: [UInt8]
    private var open: [UInt8] = Array("{{".utf8)
    private var close: [UInt8] = Array("}}".utf8)
    private var instructions: [MustacheInstruction] = []
    private var names: [MustacheName] = []
    private var layouts: [BlockLayout] = []
    private var strayText: [Range<Int>] = []
    /// Indexes of the sections, parents and blocks that are open.
    private var openTags: [Int] = []
    /// Where the text begins that has not become an instruction yet.
    private var textStart = 0

    static func parse(
        name: String, source: SourceFile
    ) throws(ParseError) -> MustacheTemplate {
        var parser = MustacheParser(source)
        try parser.parse()
        return MustacheTemplate(
            name: name, source: source, instructions: parser.instructions, names: parser.names,
            layouts: parser.layouts, strayText: parser.strayText)
    }

    private init(_ source: SourceFile) {
        self.source = source
        bytes = source.bytes
    }

    private mutating func parse() throws(ParseError) {
        try checkEncoding()
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { textStart = 3 }
        var position = textStart
        while let start = find(open, from: position) {
            position = try parseTag(at: start)
        }
        appendText(upTo: bytes.count)
        if let last = openTags.last {
            let name = names[Int(instructions[last].name)].text
            throw error(
                .mustacheUnclosedSection, instructions[last].range,
                Phrase(ja: "「\(name)」が閉じられていません", en: "\"\(name)\" is never closed"),
                help: Phrase(ja: "終わりに{{/\(name)}}を書いてください", en: "write {{/\(name)}} where it ends"))
        }
    }

    // MARK: Tags

    /// Parses the tag at `start`; returns where reading goes on.
    private mutating func parseTag(at start: Int) throws(ParseError) -> Int {
        var content = start + open.count
        let sigil = content < bytes.count ? bytes[content] : 0
        var closing = close
        if sigil == UInt8(ascii: "{") {
            closing = [UInt8(ascii: "}")] + close
        } else if sigil == UInt8(ascii: "=") {
            closing = [UInt8(ascii: "=")] + close
        }
        let hasSigil = "{&#^/><$!=".utf8.contains(sigil)
        if hasSigil { content += 1 }
        guard let contentEnd = find(closing, from: content) else {
            throw unclosed(start, closing)
        }
        let end = contentEnd + closing.count
        let tag = start..<end
        if sigil == UInt8(ascii: "!") {
            return skipTag(tag)
        }
        if sigil == UInt8(ascii: "=") {
            try setDelimiters(content..<contentEnd, tag)
            return skipTag(tag)
        }
        let text = trimmed(content..<contentEnd)
        // Braces that close another tag further on: this one's own are missing.
        if text.utf8.contains(UInt8(ascii: "<")) || text.contains(String(decoding: open, as: UTF8.self)) {
            throw unclosed(start, closing)
        }
        guard !text.isEmpty else {
            throw error(
                .mustacheEmptyTag, tag, Phrase(ja: "タグの中に名前がありません", en: "the tag has no name"),
                help: Phrase(ja: "値の名前を書くか、タグを消してください", en: "write a name, or delete the tag"))
        }
        if text.hasPrefix("*") {
            throw error(
                .mustacheUnsupported, tag,
                Phrase(ja: "動的な名前（*）は使えません", en: "dynamic names (*) are not offered"),
                help: Phrase(ja: "部品の名前をそのまま書いてください", en: "write the partial's own name"))
        }
        let isFile = sigil == UInt8(ascii: ">") || sigil == UInt8(ascii: "<")
        let name: MustacheName =
            if isFile || sigil == UInt8(ascii: "$") || sigil == UInt8(ascii: "/") {
                MustacheName(whole: text)
            } else { MustacheName(text) }
        switch sigil {
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            guard openTags.count < Limits.templateDepth else { throw tooDeep(tag) }
        default: break
        }
        switch sigil {
        case UInt8(ascii: "#"): return openTag(.section, tag, name)
        case UInt8(ascii: "^"): return openTag(.invertedSection, tag, name)
        case UInt8(ascii: "<"): return openTag(.parent, tag, name)
        case UInt8(ascii: "$"): return openTag(.block, tag, name)
        case UInt8(ascii: "/"): return try closeTag(tag, text)
        case UInt8(ascii: ">"): return appendPartial(tag, name)
        case UInt8(ascii: "{"), UInt8(ascii: "&"):
            appendText(upTo: start)
            append(.unescapedVariable, tag, name)
        default:
            appendText(upTo: start)
            append(.variable, tag, name)
        }
        textStart = end
        return end
    }

    /// Leaves out a tag that prints nothing, with its line where it stands alone on it.
    private mutating func skipTag(_ tag: Range<Int>) -> Int {
        if let line = standaloneLine(tag) {
            appendText(upTo: line.lowerBound)
            textStart = line.upperBound
        } else {
            appendText(upTo: tag.lowerBound)
            textStart = tag.upperBound
        }
        return textStart
    }

    private mutating func openTag(
        _ operation: MustacheInstruction.Operation, _ tag: Range<Int>, _ name: MustacheName
    ) -> Int {
        let isInParent = openTags.last.map { instructions[$0].operation == .parent } ?? false
        var layout = BlockLayout()
        var textEnd = tag.lowerBound
        var contentStart = tag.upperBound
        switch operation {
        case .block:
            let line = standaloneLine(tag)
            layout.isStandalone = line != nil
            layout.indentation = indentation(before: tag.lowerBound) ?? []
            if let line {
                (textEnd, contentStart) = (line.lowerBound, line.upperBound)
            } else if isInParent, let end = blankLineEnd(tag.upperBound) {
                // What stands before it on its line is inside a parent, where text does not count.
                contentStart = end
            }
            if contentStart > tag.upperBound {
                layout.contentIndentation = whiteSpace(from: contentStart)
                let firstLine = contentStart..<contentStart + layout.contentIndentation
                if layout.isStandalone, !bytes[firstLine.upperBound...].starts(with: open + [UInt8(ascii: "/")]) {
                    layout.indentation = Array(bytes[firstLine])
                }
            }
        case .parent:
            // The indentation counts if the closing tag ends its line; until then nothing is known.
            layout.indentation = indentation(before: tag.lowerBound) ?? []
            layout.isStandalone = indentation(before: tag.lowerBound) != nil
        default:
            if let line = standaloneLine(tag) { (textEnd, contentStart) = (line.lowerBound, line.upperBound) }
        }
        appendText(upTo: textEnd)
        openTags.append(instructions.count)
        append(operation, tag, name, layout: layout)
        textStart = contentStart
        return contentStart
    }

    private mutating func closeTag(_ tag: Range<Int>, _ text: String) throws(ParseError) -> Int {
        guard let index = openTags.popLast() else {
            throw error(
                .mustacheUnopenedSection, tag,
                Phrase(ja: "「\(text)」は開かれていません", en: "\"\(text)\" was not opened"),
                help: Phrase(ja: "この閉じるタグを消すか、前に{{#\(text)}}を書いてください", en: "delete this tag, or open it before"))
        }
        let opened = instructions[index]
        let name = names[Int(opened.name)].text
        guard name == text else {
            throw error(
                .mustacheUnopenedSection, tag,
                Phrase(ja: "「\(name)」を閉じる所に「\(text)」があります", en: "\"\(text)\" closes where \"\(name)\" is open"),
                help: Phrase(
                    ja: "始めか終わりの名前の打ち間違いなら直し、「\(name)」の終わりがないのなら、この前に{{/\(name)}}を書いてください",
                    en: "mend the name that is misspelt, or write {{/\(name)}} before this if it is missing"),
                notes: [
                    Diagnostic.Note(
                        Diagnostic.Place(source, opened.range),
                        Phrase(ja: "ここで開かれています", en: "opened here"))
                ])
        }
        var textEnd = tag.lowerBound
        var next = tag.upperBound
        switch opened.operation {
        case .parent:
            if layouts[Int(opened.layout)].isStandalone, let lineEnd = blankLineEnd(tag.upperBound) {
                next = lineEnd
                removeIndentation(before: index)
            } else {
                layouts[Int(opened.layout)] = BlockLayout()
            }
        case .block:
            if let indentation = indentation(before: tag.lowerBound), tag.lowerBound > textStart {
                let isInParent = openTags.last.map { instructions[$0].operation == .parent } ?? false
                let lineEnd = blankLineEnd(tag.upperBound)
                if isInParent || lineEnd != nil { textEnd -= indentation.count }
                next = lineEnd ?? next
            } else if textStart == tag.lowerBound, layouts[Int(opened.layout)].isStandalone {
                next = blankLineEnd(tag.upperBound) ?? next
            }
        default:
            if let line = standaloneLine(tag) { (textEnd, next) = (line.lowerBound, line.upperBound) }
        }
        appendText(upTo: textEnd)
        if opened.operation == .parent {
            noteStrayText(since: index)
            keepBlocksOnly(since: index)
        }
        instructions[index].next = UInt32(instructions.count)
        textStart = next
        return next
    }

    private mutating func appendPartial(_ tag: Range<Int>, _ name: MustacheName) -> Int {
        var layout = BlockLayout()
        var (textEnd, next) = (tag.lowerBound, tag.upperBound)
        if let line = standaloneLine(tag) {
            (textEnd, next) = (line.lowerBound, line.upperBound)
            layout.indentation = Array(bytes[line.lowerBound..<tag.lowerBound])
            layout.isStandalone = true
        }
        appendText(upTo: textEnd)
        append(.partial, tag, name, layout: layout)
        textStart = next
        return next
    }

    private mutating func setDelimiters(_ content: Range<Int>, _ tag: Range<Int>) throws(ParseError) {
        let parts = trimmed(content).split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        guard parts.count == 2, !parts.contains(where: { $0.contains("=") }) else {
            throw error(
                .mustacheDelimiter, tag,
                Phrase(ja: "区切り記号の指定が正しくありません", en: "this does not set delimiters"),
                help: Phrase(ja: "{{=<% %>=}}のように、空白を挟んで二つ書いてください", en: "write two, as in {{=<% %>=}}"))
        }
        open = Array(parts[0].utf8)
        close = Array(parts[1].utf8)
    }

    // MARK: Instructions

    private mutating func appendText(upTo end: Int) {
        guard textStart < end else { return }
        instructions.append(
            MustacheInstruction(
                operation: .text, start: UInt32(textStart), end: UInt32(end), name: 0, layout: 0,
                next: UInt32(instructions.count + 1)))
        textStart = end
    }

    private mutating func append(
        _ operation: MustacheInstruction.Operation, _ tag: Range<Int>, _ name: MustacheName,
        layout: BlockLayout? = nil
    ) {
        names.append(name)
        if let layout { layouts.append(layout) }
        instructions.append(
            MustacheInstruction(
                operation: operation, start: UInt32(tag.lowerBound), end: UInt32(tag.upperBound),
                name: UInt32(names.count - 1), layout: UInt32(max(0, layouts.count - 1)),
                next: UInt32(instructions.count + 1)))
    }

    /// Text and tags between the blocks of a parent print nothing.
    private mutating func keepBlocksOnly(since parent: Int) {
        var kept: [MustacheInstruction] = []
        let base = parent + 1
        var index = base
        while index < instructions.count {
            let next = Int(instructions[index].next)
            if instructions[index].operation == .block {
                let shift = UInt32(index - (base + kept.count))
                for var instruction in instructions[index..<next] {
                    instruction.next -= shift
                    kept.append(instruction)
                }
            }
            index = next
        }
        instructions.replaceSubrange(base..., with: kept)
    }

    /// Words between the blocks of a parent, which nobody will see.
    private mutating func noteStrayText(since parent: Int) {
        var index = parent + 1
        while index < instructions.count {
            let instruction = instructions[index]
            if instruction.operation == .text {
                let text = bytes[instruction.range]
                if let ink = text.firstIndex(where: { $0 > 0x20 }) {
                    let end = text[ink...].firstIndex(of: 0x0A) ?? text.endIndex
                    strayText.append(ink..<end)
                }
            } else if instruction.operation != .block {
                strayText.append(instruction.range)
            }
            index = Int(instruction.next)
        }
    }

    /// Takes back the white space that was written as text before a tag that now has its line to itself.
    private mutating func removeIndentation(before index: Int) {
        guard index > 0, instructions[index - 1].operation == .text,
            instructions[index - 1].end == instructions[index].start
        else { return }
        let text = instructions[index - 1]
        let end = text.end - UInt32(layouts[Int(instructions[index].layout)].indentation.count)
        instructions[index - 1] = MustacheInstruction(
            operation: .text, start: text.start, end: max(text.start, end), name: 0, layout: 0, next: text.next)
    }

    // MARK: Bytes

    private func trimmed(_ range: Range<Int>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + needle.count <= bytes.count {
            if bytes[index] == needle[0], bytes[index..<index + needle.count].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    private func checkEncoding() throws(ParseError) {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw self.error(
                .mustacheEncoding, error.byteOffsets,
                Phrase(ja: "UTF-8として読めない文字があります", en: "this is not valid UTF-8"),
                help: Phrase(ja: "エディターで文字コードをUTF-8にして保存し直してください", en: "save the file again as UTF-8"))
        }
    }

    private func tooDeep(_ tag: Range<Int>) -> ParseError {
        error(
            .mustacheRecursion, tag,
            Phrase(
                ja: "タグの入れ子が\(Limits.templateDepth)段を超えています",
                en: "tags are nested deeper than \(Limits.templateDepth) levels"
            ),
            help: Phrase(ja: "部品に分けてください", en: "divide it into partials"))
    }

    private func unclosed(_ start: Int, _ closing: [UInt8]) -> ParseError {
        let isTagEnd = { (byte: UInt8) in byte == 0x0A || byte == UInt8(ascii: "<") }
        let end = bytes[(start + open.count)...].firstIndex(where: isTagEnd) ?? bytes.count
        let closing = String(decoding: closing, as: UTF8.self)
        return error(
            .mustacheUnclosedTag, start..<end, Phrase(ja: "タグが閉じられていません", en: "the tag is never closed"),
            help: Phrase(ja: "タグの終わりに「\(closing)」を書いてください", en: "end the tag with \(closing)"))
    }

    private func error(
        _ code: DiagnosticCode, _ range: Range<Int>, _ summary: Phrase, help: Phrase, notes: [Diagnostic.Note] = []
    ) -> ParseError {
        ParseError(Diagnostic(code, at: Diagnostic.Place(source, range), summary, help: help, notes: notes))
    }
}
