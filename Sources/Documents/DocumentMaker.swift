import Bytes
import Diagnostics
import Files
import Japanese
import Markup
import Mustache
import Records
import Templates

/// Makes a document of a template's tree and a board's data: nodes, whose text is the values' own.
///
/// What it makes is well-formed and escaped by how it is made, as no text of markup stands in between.
struct DocumentMaker {
    private let tree: TemplateTree
    private let names: ResolvedNames
    private let scope: DocumentScope
    private var builder: MarkupBuilder
    private var contexts: [DocumentContext]
    /// Values in the text that is being written, and where they stand in it.
    private var written: [WrittenValue] = []
    /// The line that is being written, whatever inline elements it goes through, and the values in it.
    private var line: (text: [UInt8], values: [WrittenValue]) = ([], [])
    /// The value of the input before the text that is being written, and its bytes.
    private var input: (value: WrittenValue, bytes: [UInt8])?
    /// The attribute that is being written.
    private var attribute: [UInt8] = []
    private var repetitionsLeft = Limits.templateRepetitions
    private var missing: [Diagnostic.Place] = []
    private var printedTwice: [Diagnostic] = []
    /// Words that values are written in and the document's language lacks, each with the first tag that prints one.
    private var missingWords: [PageWords.Name: Int] = [:]
    /// The sections that lists have gone through.
    private var repeated: Set<Int> = []
    /// The text that has been written, where somebody asks for it.
    private var traces: [TextTrace]?
    /// The elements that are open, and the last heading.
    private var elements: [Int] = []
    private var heading = ""
    /// Which stretch of lines the present place is in: another one wherever a block begins or ends.
    private var stretch = 0

    private struct WrittenValue {
        let value: DocumentValue
        let tag: Int
        let range: Range<Int>
    }

    /// What was found while it was made.
    struct Findings {
        /// Tags in sentences whose values are not there.
        let missing: [Diagnostic.Place]
        /// What a value and the words beside it both have.
        let printedTwice: [Diagnostic]
        /// Values in words that the document's language does not have.
        let missingWords: [Diagnostic]
        /// The places in the template's tree of what is printed for each item of a list.
        let repeated: [Range<Int>]
        /// All text; empty unless it was asked for.
        let traces: [TextTrace]
    }

    /// - Parameter traces: whether to note where the text comes from.
    /// - Throws: where sections repeat one another without end.
    static func make(
        _ tree: TemplateTree, _ names: ResolvedNames, scope: DocumentScope, traces: Bool = false
    ) throws(ParseError) -> (document: MarkupDocument, findings: Findings) {
        var maker = DocumentMaker(tree, names, scope)
        if traces { maker.traces = [] }
        try maker.make(tree.nodes.indices)
        let findings = Findings(
            missing: maker.missing, printedTwice: maker.printedTwice,
            missingWords: maker.missingWords.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }.map {
                MissingWords.finding($0.key, in: tree.language, at: tree.tags[$0.value].place)
            },
            repeated: maker.repeated.map { tree.content(of: $0) }, traces: maker.traces ?? [])
        return (maker.builder.finish(), findings)
    }

    private init(_ tree: TemplateTree, _ names: ResolvedNames, _ scope: DocumentScope) {
        (self.tree, self.names, self.scope) = (tree, names, scope)
        // With room for what is put in behind it; what is not written to takes no memory, and to move a large text takes twice its size.
        builder = MarkupBuilder(expecting: 2 * max(scope.size, tree.text.count))
        contexts = [DocumentContext(value: scope.root)]
    }

    private mutating func make(_ range: Range<Int>) throws(ParseError) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            switch node.kind {
            case .element(let name): try makeElement(index, name)
            case .text(let start, let end):
                builder.text(Int(start)..<Int(end), of: tree.text)
                line.text.append(Int(start)..<Int(end), of: tree.text)
            case .value(let tag): writeValue(Int(tag))
            case .section, .invertedSection:
                try forEachContext(of: node, at: index) { (maker) throws(ParseError) in
                    try maker.make(maker.tree.content(of: index))
                }
            case .attribute, .mistyped: break
            }
            index = Int(node.next)
        }
    }

    // MARK: Elements

    private mutating func makeElement(_ index: Int, _ name: ElementName) throws(ParseError) {
        endText()
        builder.beginElement()
        if !name.isInline { stretch += 1 }
        if name.partsLine { endLine() }
        let content = tree.content(of: index)
        var child = content.lowerBound
        var filledIn: (value: WrittenValue, bytes: [UInt8])?
        while child < content.upperBound, case .attribute(let attribute) = tree.nodes[child].kind {
            self.attribute.removeAll(keepingCapacity: true)
            var values: [WrittenValue] = []
            try writeAttribute(tree.content(of: child), &values)
            builder.attribute(attribute, self.attribute)
            if name == .input, attribute == .value, values.count == 1 {
                filledIn = (values[0], Array(self.attribute[values[0].range]))
            }
            child = Int(tree.nodes[child].next)
        }
        builder.endAttributes(of: name, origin: index)
        // A blank stands between what is beside it; what it is filled with is read like the rest.
        if name == .input { noteInLine(filledIn?.value, (filledIn?.bytes ?? [0x0A])[...]) }
        let start = traces?.count ?? 0
        elements.append(index)
        try make(child..<content.upperBound)
        endText()
        if name.partsLine { endLine() }
        if !name.isInline { stretch += 1 }
        elements.removeLast()
        builder.endElement()
        input = filledIn
        if name.headingLevel != nil, let written = traces?[start...] {
            heading = written.map { String(decoding: $0.text, as: UTF8.self) }.joined()
            for index in start..<(traces?.count ?? 0) { traces?[index].heading = heading }
        }
    }

    /// Writes what an attribute holds; white space in it is spaces (XML 1.0 §3.3.3).
    private mutating func writeAttribute(_ range: Range<Int>, _ values: inout [WrittenValue]) throws(ParseError) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            switch node.kind {
            case .text(let start, let end): attribute.append(Int(start)..<Int(end), of: tree.text)
            case .value(let tag):
                guard let value = names.value(of: Int(tag), in: contexts, scope) else { break }
                // An attribute that is empty so far is a blank to be filled in; an empty place in a sentence is a hole.
                if value.value.isAbsent, !attribute.isEmpty { missing.append(tree.tags[Int(tag)].place) }
                let start = attribute.count
                scope.write(value, to: &attribute)
                for byte in start..<attribute.count where attribute[byte] < 0x20 { attribute[byte] = 0x20 }
                values.append(WrittenValue(value: value, tag: Int(tag), range: start..<attribute.count))
            case .section, .invertedSection:
                try forEachContext(of: node, at: index) { (maker) throws(ParseError) in
                    try maker.writeAttribute(maker.tree.content(of: index), &values)
                }
            case .element, .attribute, .mistyped: break
            }
            index = Int(node.next)
        }
    }

    // MARK: Tags

    private mutating func writeValue(_ tag: Int) {
        guard let value = names.value(of: tag, in: contexts, scope) else { return }
        if value.value.isAbsent { missing.append(tree.tags[tag].place) }
        let scope = scope
        // Of Japanese the program knows its own.
        if !scope.style.isJapanese {
            for name in ValueWriter.words(for: value.value)
            where !scope.style.words.has(name) && missingWords[name] == nil {
                missingWords[name] = tag
            }
        }
        let range = builder.text { scope.write(value, to: &$0) }
        let found = WrittenValue(value: value, tag: tag, range: range)
        written.append(found)
        noteInLine(found, builder.openText[range])
        guard builder.takesElements else { return }
        if builder.openText[range].contains(0x0A) {
            // Its writer divided it into lines: an address list, a lecture's title with its speaker below.
            endText()
            builder.breakLines(range)
        } else if scope.isAddress(value) {
            let numbers = AddressNumbers.find(in: builder.openText[range])
            if numbers.isEmpty { return }
            endText()
            builder.enclose(numbers, of: range, class: "unbroken lot")
        }
    }

    /// Goes through what a section or an inverted section prints: once for each of its contexts.
    private mutating func forEachContext(
        of node: TemplateTree.Node, at index: Int, _ body: (inout DocumentMaker) throws(ParseError) -> Void
    ) throws(ParseError) {
        switch node.kind {
        case .section(let tag):
            guard let value = names.value(of: Int(tag), in: contexts, scope) else { return }
            switch scope.sectionContent(of: value) {
            case .none: break
            case .once:
                contexts.append(DocumentContext(value: value))
                try body(&self)
                contexts.removeLast()
            case .items(let count):
                repeated.insert(index)
                for item in 0..<count {
                    try noteRepetition(Int(tag))
                    contexts.append(DocumentContext(value: scope.item(item, of: value), list: value))
                    try body(&self)
                    contexts.removeLast()
                }
            }
        case .invertedSection(let tag):
            switch names.value(of: Int(tag), in: contexts, scope).map({ scope.sectionContent(of: $0) }) ?? .none {
            case .none, .items(0): try body(&self)
            case .once, .items: break
            }
        default: break
        }
    }

    /// Sections that each stand in one another double at each level, so depth alone is no limit.
    private mutating func noteRepetition(_ tag: Int) throws(ParseError) {
        repetitionsLeft -= contexts.count
        let isTooLarge = builder.isTooLarge || attribute.count > Limits.documentSize
        guard repetitionsLeft < 0 || isTooLarge else { return }
        let tag = tree.tags[tag]
        throw ParseError(
            Diagnostic(
                .mustacheRecursion, at: tag.place,
                Phrase(
                    ja: "「\(tag.name.text)」の繰り返しが多すぎます", en: "\"\(tag.name.text)\" is repeated too often"),
                help: Phrase(
                    ja: "互いの中にあるセクションを減らしてください", en: "remove sections that stand in one another again and again")))
    }

    // MARK: What stands twice

    /// Appends to the line what an input or a tag prints.
    private mutating func noteInLine(_ found: WrittenValue?, _ text: ArraySlice<UInt8>) {
        let start = line.text.count
        line.text.append(contentsOf: text)
        guard let found else { return }
        line.values.append(WrittenValue(value: found.value, tag: found.tag, range: start..<line.text.count))
    }

    /// Looks at the values in the line that ends here.
    private mutating func endLine() {
        for found in line.values where !found.range.isEmpty {
            note(
                found, line.text[found.range], line.text[..<found.range.lowerBound],
                line.text[found.range.upperBound...])
        }
        line.text.removeAll(keepingCapacity: true)
        line.values.removeAll(keepingCapacity: true)
    }

    private mutating func note(
        _ found: WrittenValue, _ value: ArraySlice<UInt8>, _ before: ArraySlice<UInt8>, _ behind: ArraySlice<UInt8>
    ) {
        for edge in RepeatedEdge.find(value, before: before, behind: behind) {
            let place = tree.tags[found.tag].place
            if let finding = PrintedTwice.finding(edge, data: scope.text(of: found.value), tag: place) {
                printedTwice.append(finding)
            }
        }
    }

    // MARK: Traces

    /// Notes where the text comes from that ends here.
    private mutating func endText() {
        if traces != nil { traceText() }
        written.removeAll(keepingCapacity: true)
        input = nil
    }

    private mutating func traceText() {
        let text = builder.openText
        if let input {
            traces?.append(
                TextTrace(
                    text: input.bytes, pieces: [(0..<input.bytes.count, input.value.value, input.value.tag)],
                    heading: heading, element: elements.last ?? 0, stretch: stretch))
        }
        guard text.contains(where: { $0 > 0x20 }) else { return }
        let start = text.startIndex
        traces?.append(
            TextTrace(
                text: Array(text),
                pieces: written.map { ($0.range.lowerBound - start..<$0.range.upperBound - start, $0.value, $0.tag) },
                heading: heading, element: elements.last ?? 0, stretch: stretch))
    }
}
