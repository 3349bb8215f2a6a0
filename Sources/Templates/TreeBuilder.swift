import Bytes
internal import CLibXML2
import Diagnostics
import Files
import Markup
import Mustache

/// Builds the tree while libxml2 reads.
@safe struct TreeBuilder {
    let expanded: ExpandedTemplate
    var nodes: [TemplateTree.Node] = []
    var buffer: [UInt8] = []
    var diagnostics: [Diagnostic] = [] {
        didSet { if diagnostics.count >= Limits.markupProblems { stopReading() } }
    }
    var context: UnsafeMutablePointer<xmlParserCtxt>?

    /// What is open: elements, and sections in them.
    var open: [(node: Int, element: ElementName?)] = []
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
    var hasStopped = false

    init(_ expanded: ExpandedTemplate) { self.expanded = expanded }

    /// How far libxml2 has read.
    var offset: Int {
        guard let input = unsafe context?.pointee.input else { return 0 }
        return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    /// Where the tag of markup begins that libxml2 has just read.
    var tagStart: Int {
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
}
