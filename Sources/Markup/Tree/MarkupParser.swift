import Bytes
private import CLibXML2
import Diagnostics

/// Parses XHTML strictly with libxml2 and keeps what the vocabulary knows.
///
/// The network is off, and a document type is refused, so that there are no entities but XML's own five.
public enum MarkupParser {
    /// - Parameter isDrawing: whether it is a drawing of the composer's, whose elements no template may write.
    /// - Returns: the tree, and everything that is wrong with the markup; a tree with problems is not to be used.
    public static func parse(
        _ markup: [UInt8], isDrawing: Bool = false
    ) -> (document: MarkupDocument, problems: [MarkupProblem]) {
        var rest: [UInt8]? = markup
        return parse(expecting: markup.count, isDrawing: isDrawing) { rest.take() }
    }

    /// Parses markup that comes in pieces; each is let go of when it has been read.
    /// - Parameter size: how many bytes it is likely to be, to have room for them from the start.
    /// - Parameter next: asked for the next piece; nil behind the last.
    public static func parse(
        expecting size: Int, isDrawing: Bool = false, _ next: () -> [UInt8]?
    ) -> (document: MarkupDocument, problems: [MarkupProblem]) {
        withoutActuallyEscaping(next) { parse(PieceReader($0), expecting: size, isDrawing) }
    }

    private static func parse(
        _ pieces: PieceReader, expecting size: Int, _ isDrawing: Bool
    ) -> (document: MarkupDocument, problems: [MarkupProblem]) {
        var markup = pieces
        var builder = TreeBuilder(capacity: size, isDrawing: isDrawing)
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { context, name, prefix, _, _, _, count, _, attributes in
            unsafe builderOf(context).pointee.startElement(name, prefix, Int(count), attributes)
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

        unsafe withUnsafeMutablePointer(to: &markup) { markup in
            // Read by the piece: from memory, libxml2 would first make a copy of all of it.
            guard unsafe markup.pointee.fill(),
                let context = unsafe xmlCreateIOParserCtxt(nil, nil, readOn, nil, markup, XML_CHAR_ENCODING_NONE)
            else {
                builder.problems.append(
                    MarkupProblem(.malformedMarkup, at: 0, Phrase(ja: "文書が空です", en: "the document is empty")))
                return
            }
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
            if builder.problems.isEmpty, unsafe builder.offset < markup.pointee.skipRest() { builder.reportNUL() }
            unsafe builder.context = nil
        }
        builder.finish()
        return (builder.document, builder.problems)
    }
}

/// Hands libxml2 the next bytes of the markup.
private func readOn(
    _ markup: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ room: Int32
) -> Int32 {
    guard let markup = unsafe markup?.assumingMemoryBound(to: PieceReader.self), let buffer = unsafe buffer else {
        return -1
    }
    return unsafe Int32(markup.pointee.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(room))))
}

@inline(__always)
private func builderOf(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder> {
    // libxml2 hands over its parser context, whose private field holds the builder for as long as the parse lasts.
    let parser = unsafe context!.assumingMemoryBound(to: xmlParserCtxt.self)
    return unsafe parser.pointee._private.assumingMemoryBound(to: TreeBuilder.self)
}

/// Builds the tree while libxml2 reads.
@safe private struct TreeBuilder {
    var document = MarkupDocument()
    var problems: [MarkupProblem] = [] {
        didSet { if problems.count >= Limits.markupProblems { stopReading() } }
    }
    var context: UnsafeMutablePointer<xmlParserCtxt>?

    private var open: [MarkupDocument.NodeID] = []
    /// Where the text that is being read begins in the buffer, -1 outside text.
    private var textStart = -1
    private var elements = NameCache<ElementName>()
    private var attributes = NameCache<AttributeName>()
    private var hasStopped = false
    private var segments = SegmentBreaks()

    private let isDrawing: Bool

    init(capacity: Int, isDrawing: Bool) {
        self.isDrawing = isDrawing
        document.buffer.reserveLargePages(capacity)
        document.nodes.reserveLargePages(capacity / 32)
    }

    /// How far libxml2 has read. `mutating`, though it changes nothing: asked for each node, the builder is not to be copied.
    var offset: Int {
        mutating get {
            guard let input = unsafe context?.pointee.input else { return 0 }
            return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
        }
    }

    mutating func startElement(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        closeText()
        let start = document.attributes.count
        let element = unsafe prefix == nil ? elementName(name) : foreignElement(name, prefix)
        if !(element?.isInline ?? false) { segments.noteBlock() }
        // What an element that is refused bears is refused with it.
        if let values = unsafe values, element != nil {
            for index in 0..<count where !hasStopped {
                // Each attribute is five pointers: name, prefix, namespace, value, end of value.
                let entry = unsafe values + index * 5
                guard let attribute = unsafe attributeName(entry[0], entry[1]), let from = unsafe entry[3],
                    let to = unsafe entry[4]
                else { continue }
                let value = unsafe UnsafeBufferPointer(start: from, count: to - from)
                unsafe document.addAttribute(attribute, value)
            }
        }
        if let element, let parent = open.last { checkPlace(of: element, in: document.nodes[Int(parent)].name) }
        let id = document.link(
            MarkupDocument.Node(
                kind: .element, name: element ?? .span, parent: open.last ?? MarkupDocument.none, start: UInt32(start),
                end: UInt32(document.attributes.count), origin: UInt32(offset)))
        open.append(id)
        if open.count > Limits.elementDepth {
            stop(
                MarkupProblem(
                    .malformedMarkup, at: offset,
                    Phrase(
                        ja: "要素の入れ子が\(Limits.elementDepth)段を超えています",
                        en: "elements are nested deeper than \(Limits.elementDepth) levels"),
                    help: Phrase(ja: "閉じ忘れた要素がないか確かめてください", en: "look for elements left open")))
        }
    }

    private mutating func checkPlace(of element: ElementName, in parent: ElementName) {
        guard !parent.allows(element) else { return }
        problems.append(
            MarkupProblem(
                .misplacedTag, at: offset,
                Phrase(
                    ja: "<\(element.rawValue)>は<\(parent.rawValue)>のすぐ中に置けません",
                    en: "<\(element.rawValue)> cannot stand directly in <\(parent.rawValue)>"),
                help: Phrase(
                    ja: "正しい要素の中に入れるか、前の要素を先に閉じてください",
                    en: "put it into the right element, or close the one before first")))
    }

    mutating func endElement() {
        closeText()
        let node = open.removeLast()
        if !document.nodes[Int(node)].name.isInline { segments.noteBlock() }
    }

    mutating func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
        guard let text = unsafe text, !open.isEmpty, !hasStopped else { return }
        if textStart < 0 { textStart = document.buffer.count }
        unsafe document.buffer.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    }

    /// Makes a node of the text read so far; white space between elements that hold no text is dropped.
    private mutating func closeText() {
        guard textStart >= 0, let parent = open.last else { return }
        let start = textStart
        textStart = -1
        if document.nodes[Int(parent)].name.holdsElementsOnly || document.nodes[Int(parent)].name.isVoid {
            guard let ink = document.buffer[start...].firstIndex(where: { !Self.isSpace($0) }) else {
                document.buffer.removeSubrange(start...)
                return
            }
            let name = document.nodes[Int(parent)].name.rawValue
            problems.append(
                MarkupProblem(
                    .misplacedTag, at: offset - (document.buffer.count - ink),
                    Phrase(ja: "<\(name)>のすぐ中に文字は置けません", en: "text cannot stand directly in <\(name)>"),
                    help: Phrase(ja: "<li>や<td>などの中に入れてください", en: "put it into an element such as <li> or <td>")))
        }
        // What is typed into a text area keeps its lines.
        if document.nodes[Int(parent)].name != .textarea { segments.removeBreaks(from: start, in: &document) }
        _ = document.link(
            MarkupDocument.Node(
                kind: .text, name: .span, parent: parent, start: UInt32(start), end: UInt32(document.buffer.count),
                origin: UInt32(offset)))
        segments.noteText(document.nodes.count - 1, in: &document)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    mutating func finish() {
        if document.nodes.isEmpty, problems.isEmpty {
            problems.append(
                MarkupProblem(.malformedMarkup, at: 0, Phrase(ja: "文書が空です", en: "the document is empty")))
        }
    }

    // MARK: Names

    private mutating func elementName(_ name: UnsafePointer<xmlChar>?) -> ElementName? {
        guard let name = unsafe name else { return nil }
        if let known = unsafe elements[name] { return known }
        let text = unsafe string(name)
        guard let element = ElementName.byName[text], !element.isComposed || isDrawing else {
            reportUnknownElement(text)
            return nil
        }
        unsafe elements[name] = element
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
        guard let name = unsafe name else { return nil }
        // x:href is another attribute than href.
        guard unsafe prefix == nil else {
            unsafe reportUnknownAttribute("\(string(prefix)):\(string(name))")
            return nil
        }
        if let known = unsafe attributes[name] { return known }
        let text = unsafe string(name)
        guard let attribute = AttributeName.byName[text], !attribute.isComposed || isDrawing else {
            reportUnknownAttribute(text)
            return nil
        }
        unsafe attributes[name] = attribute
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
        problems.append(
            MarkupProblem(
                .unknownElement, at: offset,
                Phrase(ja: "要素<\(name)>は使えません", en: "the element <\(name)> is not in the vocabulary"),
                help: nearest.map { Phrase(ja: "<\($0)>の間違いではありませんか", en: "did you mean <\($0)>?") }
                    ?? Phrase(
                        ja: "使える要素はDocumentation/templates.mdにあります", en: "Documentation/templates.md lists the elements"
                    )))
    }

    private mutating func reportUnknownAttribute(_ name: String) {
        let nearest = HTMLNames.attributes.contains(name) ? nil : NearestName.find(name, among: AttributeName.names)
        problems.append(
            MarkupProblem(
                .unknownAttribute, at: offset,
                Phrase(ja: "属性「\(name)」は使えません", en: "the attribute \(name) is not in the vocabulary"),
                help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \($0)?") }
                    ?? Phrase(
                        ja: "使える属性はDocumentation/templates.mdにあります",
                        en: "Documentation/templates.md lists the attributes")))
    }

    // MARK: Refusals

    mutating func refuseDocumentType() {
        stop(
            MarkupProblem(
                .malformedMarkup, at: offset,
                Phrase(ja: "文書型宣言（<!DOCTYPE>）は書けません", en: "a document type cannot be written"),
                help: Phrase(ja: "消してください。HTMLには自動で付きます", en: "delete it; the HTML gets its own")))
    }

    mutating func refuseInstruction() {
        problems.append(
            MarkupProblem(
                .malformedMarkup, at: offset,
                Phrase(ja: "処理命令（<?…?>）は書けません", en: "a processing instruction cannot be written"),
                help: Phrase(ja: "消してください", en: "delete it")))
    }

    mutating func reportNUL() {
        problems.append(
            MarkupProblem(
                .malformedMarkup, at: offset,
                Phrase(ja: "文字として書けないバイト（NUL）があります", en: "a NUL byte cannot be written"),
                help: Phrase(ja: "消してください", en: "delete it")))
    }

    private mutating func stop(_ problem: MarkupProblem) {
        problems.append(problem)
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
        let first = unsafe line(error.pointee.str1)
        let message = unsafe SyntaxMessage(code: error.pointee.code, first: first, second: line(error.pointee.str2))
        problems.append(
            MarkupProblem(.malformedMarkup, at: placeOfVoid(first) ?? offset, message.summary, help: message.help))
    }

    /// Where an element begins that is open and can hold nothing: `<br>` is wrong there, and not where `</p>` comes.
    private mutating func placeOfVoid(_ name: String) -> Int? {
        guard let node = open.last, document.nodes[Int(node)].name.isVoid,
            document.nodes[Int(node)].name.rawValue == name
        else { return nil }
        return Int(document.nodes[Int(node)].origin)
    }

    /// The first line of a text of libxml2's.
    private func line(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        let first = unsafe String(cString: text).prefix { $0 != "\n" }
        return first.utf8.count > Limits.messageLength ? first.prefix(Limits.messageLength) + "…" : String(first)
    }
}

/// What names mean, by their addresses: libxml2 keeps one copy of each name as long as it reads.
///
/// A name has one place, and drives out another that has the same; it is then looked up again.
private struct NameCache<Name> {
    private var places = [(address: UInt, name: Name)?](repeating: nil, count: 64)

    subscript(name: UnsafePointer<xmlChar>) -> Name? {
        get {
            let address = UInt(bitPattern: name)
            guard let known = places[place(of: address)], known.address == address else { return nil }
            return known.name
        }
        set {
            let address = UInt(bitPattern: name)
            places[place(of: address)] = newValue.map { (address, $0) }
        }
    }

    private func place(of address: UInt) -> Int { Int((address ^ address >> 6) & 63) }
}
