import Bytes
private import CLibXML2
import Diagnostics
import Markup
import Mustache

/// Parses an expanded template strictly with libxml2 and keeps what the vocabulary knows.
///
/// The network is off, and a document type is refused, so that there are no entities but XML's own five.
enum TemplateParser {
    static func parse(_ expanded: ExpandedTemplate, name: String) -> TemplateTree {
        var builder = TreeBuilder(expanded)
        // Where a part is missing, what the markup lacks follows from it.
        if !expanded.diagnostics.containsErrors {
            read(expanded.text, &builder)
            builder.finish()
        }
        return TemplateTree(
            name: name, nodes: builder.nodes, text: builder.buffer, tags: expanded.tags, files: expanded.files,
            diagnostics: expanded.diagnostics + builder.diagnostics, origins: expanded.origins)
    }

    private static func read(_ markup: [UInt8], _ builder: inout TreeBuilder) {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { context, name, prefix, _, namespaces, _, count, _, attributes in
            unsafe builderOf(context).pointee.startElement(name, prefix, namespaces > 0, Int(count), attributes)
        }
        unsafe handler.endElementNs = { context, _, _, _ in unsafe builderOf(context).pointee.endElement() }
        unsafe handler.characters = { context, text, count in unsafe builderOf(context).pointee.text(text, Int(count)) }
        unsafe handler.ignorableWhitespace = { context, text, count in
            unsafe builderOf(context).pointee.text(text, Int(count))
        }
        unsafe handler.cdataBlock = { context, text, count in unsafe builderOf(context).pointee.text(text, Int(count)) }
        unsafe handler.internalSubset = { context, _, _, _ in unsafe builderOf(context).pointee.refuseDocumentType() }
        unsafe handler.processingInstruction = { context, _, _ in unsafe builderOf(context).pointee.refuseInstruction()
        }
        unsafe handler.serror = { context, error in
            if let context = unsafe context, let error = unsafe error {
                unsafe builderOf(context).pointee.syntaxError(error)
            }
        }
        guard !markup.isEmpty, markup.count <= Int(Int32.max) else { return }
        unsafe markup.withUnsafeBytes { bytes in
            guard let context = unsafe xmlCreateMemoryParserCtxt(bytes.baseAddress, Int32(bytes.count)) else { return }
            defer { unsafe xmlFreeParserCtxt(context) }
            // Predefined entities in attributes are only resolved with this option; there are no others to resolve.
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_HUGE.rawValue
            _ = unsafe xmlCtxtUseOptions(context, Int32(options))
            unsafe context.pointee.sax.pointee = handler
            unsafe builder.context = context
            unsafe withUnsafeMutablePointer(to: &builder) { builder in
                unsafe context.pointee._private = UnsafeMutableRawPointer(builder)
                _ = unsafe xmlParseDocument(context)
            }
            // libxml2 takes NUL for the end: behind the outermost element it would say nothing of it, and the rest be lost.
            if builder.diagnostics.isEmpty, builder.offset < markup.count { builder.reportNUL() }
            unsafe builder.context = nil
        }
    }
}

@inline(__always)
private func builderOf(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder> {
    // libxml2 hands over its parser context, whose private field holds the builder for as long as the parse lasts.
    let parser = unsafe context!.assumingMemoryBound(to: xmlParserCtxt.self)
    return unsafe parser.pointee._private.assumingMemoryBound(to: TreeBuilder.self)
}

/// Builds the tree while libxml2 reads.
@safe private struct TreeBuilder {
    private let expanded: ExpandedTemplate
    var nodes: [TemplateTree.Node] = []
    var buffer: [UInt8] = []
    var diagnostics: [Diagnostic] = [] {
        didSet { if diagnostics.count >= Limits.markupProblems { stopReading() } }
    }
    var context: UnsafeMutablePointer<xmlParserCtxt>?

    /// What is open: elements, and sections in them.
    private var open: [(node: Int, element: ElementName?)] = []
    /// Text and marks that have been read and not become nodes yet.
    private var pending: [UInt8] = []
    /// Where they begin in the expanded template.
    private var pendingStart = 0
    /// Where the tag of markup begins that was read last.
    private var origin: UInt32 = 0
    /// The tags whose marks have been met.
    private var met: Set<Int> = []
    /// The sections that have been told to cut an element.
    private var cut: Set<Int> = []
    private var hasStopped = false

    init(_ expanded: ExpandedTemplate) { self.expanded = expanded }

    /// How far libxml2 has read.
    var offset: Int {
        guard let input = unsafe context?.pointee.input else { return 0 }
        return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    /// Where the tag of markup begins that libxml2 has just read.
    private var tagStart: Int {
        let end = min(offset, expanded.text.count)
        return expanded.text[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
    }

    // MARK: Elements

    mutating func startElement(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ hasNamespaces: Bool, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        endText()
        guard !hasStopped else { return }
        origin = UInt32(tagStart)
        let element = unsafe prefix == nil ? elementName(string(name)) : foreignElement(name, prefix)
        if let element, let parent = parent { checkPlace(of: element, in: parent) }
        let node = append(.element(element ?? .span))
        open.append((node, element ?? .span))
        // What an element that is refused bears is refused with it.
        if hasNamespaces, element != nil { reportUnknownAttribute("xmlns") }
        if let values = unsafe values, element != nil {
            for index in 0..<count where !hasStopped {
                // Each attribute is five pointers: name, prefix, namespace, value, end of value.
                let entry = unsafe values + index * 5
                guard let attribute = unsafe attributeName(entry[0], entry[1]), let from = unsafe entry[3],
                    let to = unsafe entry[4]
                else { continue }
                appendAttribute(attribute, unsafe Array(UnsafeBufferPointer(start: from, count: to - from)))
            }
        }
        checkDepth()
    }

    private mutating func checkDepth() {
        guard open.count > Limits.elementDepth, !hasStopped else { return }
        stop(
            .malformedMarkup,
            Phrase(
                ja: "要素やセクションの入れ子が\(Limits.elementDepth)段を超えています",
                en: "elements and sections are nested deeper than \(Limits.elementDepth) levels"),
            help: Phrase(ja: "閉じ忘れた要素がないか確かめてください", en: "look for elements left open"))
    }

    /// The element that the present place stands in.
    private var parent: ElementName? { open.lazy.reversed().compactMap(\.element).first }

    private mutating func append(_ kind: TemplateTree.Node.Kind) -> Int {
        nodes.append(TemplateTree.Node(kind: kind, next: UInt32(nodes.count + 1), origin: origin))
        return nodes.count - 1
    }

    private mutating func close(_ node: Int) { nodes[node].next = UInt32(nodes.count) }

    private mutating func appendAttribute(_ name: AttributeName, _ value: [UInt8]) {
        let node = append(.attribute(name))
        let sections = open.count
        appendPieces(value, inAttribute: true)
        closeSections(downTo: sections)
        close(node)
    }

    private mutating func checkPlace(of element: ElementName, in parent: ElementName) {
        guard !parent.allows(element) else { return }
        report(
            .misplacedTag,
            Phrase(
                ja: "<\(element.rawValue)>は<\(parent.rawValue)>のすぐ中に置けません",
                en: "<\(element.rawValue)> cannot stand directly in <\(parent.rawValue)>"),
            help: Phrase(
                ja: "正しい要素の中に入れるか、前の要素を先に閉じてください",
                en: "put it into the right element, or close the one before first"))
    }

    mutating func endElement() {
        endText()
        // What is open then is not what was cut.
        guard !hasStopped else { return }
        let element = open.lastIndex { $0.element != nil } ?? 0
        closeSections(downTo: element + 1)
        close(open.removeLast().node)
    }

    /// A section ends in the element in which it has begun.
    private mutating func closeSections(downTo count: Int) {
        while open.count > count {
            let node = open.removeLast().node
            close(node)
            if case .section(let tag) = nodes[node].kind { reportCut(Int(tag)) }
            if case .invertedSection(let tag) = nodes[node].kind { reportCut(Int(tag)) }
        }
    }

    private mutating func reportCut(_ number: Int) {
        guard cut.insert(number).inserted else { return }
        let tag = expanded.tags[number]
        diagnostics.append(
            Diagnostic(
                .cutElement, at: tag.place,
                Phrase(
                    ja: "「\(tag.name.text)」の始めと終わりが、同じ要素の中にありません",
                    en: "the section \"\(tag.name.text)\" does not begin and end in one element"),
                help: Phrase(
                    ja: "{{#\(tag.name.text)}}～{{/\(tag.name.text)}}が要素を丸ごと囲むか、要素の中に丸ごと入るようにしてください",
                    en: "let {{#\(tag.name.text)}}…{{/\(tag.name.text)}} enclose whole elements, or stand whole in one")
            ))
    }

    // MARK: Text

    mutating func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
        guard let text = unsafe text, !open.isEmpty, !hasStopped else { return }
        if pending.isEmpty { pendingStart = max(0, offset - count) }
        unsafe pending.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    }

    private mutating func endText() {
        guard !pending.isEmpty else { return }
        let text = pending
        pending.removeAll(keepingCapacity: true)
        appendPieces(text, inAttribute: false)
    }

    /// Makes nodes of text and of the marks in it.
    private mutating func appendPieces(_ text: [UInt8], inAttribute: Bool) {
        let (markStart, markEnd) = (ExpandedTemplate.markStart, ExpandedTemplate.markEnd)
        var start = 0
        while let mark = text.span.firstIndex(of: markStart.span, from: start) {
            appendText(text[start..<mark], inAttribute)
            let content = mark + markStart.count
            let end = text.span.firstIndex(of: markEnd.span, from: content) ?? text.count
            appendMark(text[content..<end], inAttribute)
            start = min(end + markEnd.count, text.count)
        }
        appendText(text[start...], inAttribute)
    }

    private mutating func appendMark(_ mark: ArraySlice<UInt8>, _ inAttribute: Bool) {
        guard !hasStopped, let first = mark.first, let kind = ExpandedTemplate.Mark(rawValue: first),
            let tag = Int(String(decoding: mark.dropFirst(), as: UTF8.self)), expanded.tags.indices.contains(tag)
        else { return }
        met.insert(tag)
        switch kind {
        case .value:
            _ = append(.value(Int32(tag)))
            if !inAttribute { checkText(at: expanded.tags[tag].place) }
        case .mistyped: _ = append(.mistyped(Int32(tag)))
        case .section:
            open.append((append(.section(Int32(tag))), nil))
            checkDepth()
        case .invertedSection:
            open.append((append(.invertedSection(Int32(tag))), nil))
            checkDepth()
        case .end:
            // Where it is not the one that is open, it was cut, and told when its element ended.
            guard let last = open.last, last.element == nil else { return reportCut(tag) }
            switch nodes[last.node].kind {
            case .section(Int32(tag)), .invertedSection(Int32(tag)):
                close(last.node)
                open.removeLast()
            default: reportCut(tag)
            }
        }
    }

    private mutating func appendText(_ text: ArraySlice<UInt8>, _ inAttribute: Bool) {
        guard !text.isEmpty else { return }
        if !inAttribute, let ink = text.firstIndex(where: { !Self.isSpace($0) }) {
            checkText(at: expanded.origins.place(of: min(pendingStart + ink, expanded.text.count)))
        }
        let start = UInt32(buffer.count)
        buffer += text
        nodes.append(
            TemplateTree.Node(
                kind: .text(start: start, end: UInt32(buffer.count)), next: UInt32(nodes.count + 1),
                origin: inAttribute ? origin : UInt32(min(pendingStart, expanded.text.count))))
    }

    /// Text stands in elements that hold text.
    private mutating func checkText(at place: Diagnostic.Place?) {
        guard let parent, parent.holdsElementsOnly || parent.isVoid else { return }
        diagnostics.append(
            Diagnostic(
                .misplacedTag, at: place,
                Phrase(
                    ja: "<\(parent.rawValue)>のすぐ中に文字は置けません", en: "text cannot stand directly in <\(parent.rawValue)>"),
                help: Phrase(ja: "<li>や<td>などの中に入れてください", en: "put it into an element such as <li> or <td>")))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    mutating func finish() {
        if nodes.isEmpty, diagnostics.isEmpty {
            report(.malformedMarkup, Phrase(ja: "文書が空です", en: "the document is empty"))
        }
        // A comment is no part of the document: what stands in one would be neither printed nor looked at.
        guard diagnostics.isEmpty, !hasStopped else { return }
        if let tag = expanded.tags.indices.first(where: { !met.contains($0) }) {
            diagnostics.append(
                Diagnostic(
                    .cutElement, at: expanded.tags[tag].place,
                    Phrase(
                        ja: "<!-- -->の中にタグがあります", en: "a tag stands in a comment <!-- -->"),
                    help: Phrase(
                        ja: "使わないものは{{! }}の中に書くか、消してください", en: "put what is not used into {{! }}, or delete it")))
        }
    }

    // MARK: Names

    private mutating func elementName(_ name: String) -> ElementName? {
        guard let element = ElementName.byName[name], !element.isComposed else {
            reportUnknownElement(name)
            return nil
        }
        return element
    }

    private mutating func foreignElement(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?)
        -> ElementName?
    {
        unsafe reportUnknownElement("\(string(prefix)):\(string(name))")
        return nil
    }

    private mutating func attributeName(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?
    ) -> AttributeName? {
        let text = unsafe string(name)
        // x:href is another attribute than href.
        guard unsafe prefix == nil else {
            unsafe reportUnknownAttribute("\(string(prefix)):\(text)")
            return nil
        }
        guard let attribute = AttributeName.byName[text], !attribute.isComposed else {
            reportUnknownAttribute(text)
            return nil
        }
        return attribute
    }

    private func string(_ text: UnsafePointer<xmlChar>?) -> String {
        guard let text = unsafe text else { return "" }
        let name = unsafe String(cString: text)
        return name.utf8.count > Limits.quotedName ? name.prefix(Limits.quotedName) + "…" : name
    }

    private mutating func reportUnknownElement(_ name: String) {
        // What HTML has and this vocabulary has not is no slip for another.
        let nearest = HTMLNames.elements.contains(name) ? nil : NearestName.find(name, among: ElementName.names)
        report(
            .unknownElement,
            Phrase(ja: "要素<\(name)>は使えません", en: "the element <\(name)> is not in the vocabulary"),
            help: nearest.map { Phrase(ja: "<\($0)>の間違いではありませんか", en: "did you mean <\($0)>?") }
                ?? Phrase(
                    ja: "使える要素はDocumentation/templates.ja.mdにあります", en: "Documentation/templates.md lists the elements")
        )
    }

    private mutating func reportUnknownAttribute(_ name: String) {
        let nearest = HTMLNames.attributes.contains(name) ? nil : NearestName.find(name, among: AttributeName.names)
        report(
            .unknownAttribute,
            Phrase(ja: "属性「\(name)」は使えません", en: "the attribute \(name) is not in the vocabulary"),
            help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \($0)?") }
                ?? Phrase(
                    ja: "使える属性はDocumentation/templates.ja.mdにあります",
                    en: "Documentation/templates.md lists the attributes"))
    }

    // MARK: Refusals

    mutating func refuseDocumentType() {
        stop(
            .malformedMarkup, Phrase(ja: "文書型宣言（<!DOCTYPE>）は書けません", en: "a document type cannot be written"),
            help: Phrase(ja: "消してください。HTMLには自動で付きます", en: "delete it; the HTML gets its own"))
    }

    mutating func refuseInstruction() {
        report(
            .malformedMarkup, Phrase(ja: "処理命令（<?…?>）は書けません", en: "a processing instruction cannot be written"),
            help: Phrase(ja: "消してください", en: "delete it"))
    }

    mutating func reportNUL() {
        report(
            .malformedMarkup, Phrase(ja: "文字として書けないバイト（NUL）があります", en: "a NUL byte cannot be written"),
            help: Phrase(ja: "消してください", en: "delete it"))
    }

    /// Reports what is wrong with the tag of markup that libxml2 has just read.
    private mutating func report(_ code: DiagnosticCode, _ summary: Phrase, help: Phrase? = nil) {
        diagnostics.append(Diagnostic(code, at: expanded.origins.place(of: tagStart), summary, help: help))
    }

    private mutating func stop(_ code: DiagnosticCode, _ summary: Phrase, help: Phrase) {
        report(code, summary, help: help)
        stopReading()
    }

    private mutating func stopReading() {
        guard !hasStopped else { return }
        hasStopped = true
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }

    mutating func syntaxError(_ error: UnsafeMutablePointer<xmlError>) {
        // One cause, one finding: what libxml2 says after the first fatal error follows from it.
        guard !hasStopped, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
            // A prefix that is not declared is no element of the vocabulary either.
            unsafe error.pointee.domain != Int32(XML_FROM_NAMESPACE.rawValue)
        else { return }
        hasStopped = true
        if let tag = tagInTag() {
            diagnostics.append(
                Diagnostic(
                    .cutElement, at: tag.place,
                    Phrase(
                        ja: "タグは、要素や属性の名前の所には書けません", en: "a tag cannot stand where an element or attribute is named"),
                    help: Phrase(
                        ja: "属性の値（\"\"の中）か、要素の中に書いてください", en: "put it into an attribute's value, or into an element")))
            return
        }
        // What was in a wrong place, or cut, follows from what is not closed.
        diagnostics.removeAll { [.cutElement, .misplacedTag].contains($0.code) }
        let first = unsafe line(error.pointee.str1)
        let message = unsafe SyntaxMessage(code: error.pointee.code, first: first, second: line(error.pointee.str2))
        let place = expanded.origins.place(of: placeOfVoid(first) ?? tagStart)
        let opened = open.last { $0.element != nil }.flatMap { expanded.origins.place(of: Int(nodes[$0.node].origin)) }
        let isMismatch = unsafe error.pointee.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue)
        diagnostics.append(
            Diagnostic(
                .malformedMarkup, at: place, message.summary, help: message.help,
                notes: isMismatch
                    ? [opened.map { Diagnostic.Note($0, Phrase(ja: "ここで開かれています", en: "opened here")) }].compactMap(
                        \.self)
                    : []))
    }

    /// The tag at which libxml2 stands, where that is inside a tag of markup and outside a value.
    private func tagInTag() -> TemplateTree.Tag? {
        let place = min(offset, expanded.text.count)
        let rest = expanded.text[place...]
        let boundary = expanded.text[..<place].last { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
        guard rest.starts(with: ExpandedTemplate.markStart), boundary == UInt8(ascii: "<") else { return nil }
        let digits = rest.dropFirst(ExpandedTemplate.markStart.count + 1).prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        return Int(String(decoding: digits, as: UTF8.self)).flatMap {
            expanded.tags.indices.contains($0) ? expanded.tags[$0] : nil
        }
    }

    /// Where an element begins that is open and can hold nothing: `<br>` is wrong there, and not where `</p>` comes.
    private func placeOfVoid(_ name: String) -> Int? {
        guard let last = open.last, let element = last.element, element.isVoid, element.rawValue == name else {
            return nil
        }
        return Int(nodes[last.node].origin)
    }

    /// The first line of a text of libxml2's.
    private func line(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        let first = unsafe String(cString: text).prefix { $0 != "\n" }
        return first.utf8.count > Limits.messageLength ? first.prefix(Limits.messageLength) + "…" : String(first)
    }
}
