private import CLibXML2

/// Writes a drawing through libxml2, which escapes what it is handed and closes what was opened.
@safe final class DrawingWriter {
    private let buffer: UnsafeMutablePointer<xmlBuffer>?
    private let writer: xmlTextWriterPtr?

    init() {
        unsafe buffer = xmlBufferCreate()
        unsafe writer = xmlNewTextWriterMemory(buffer, 0)
    }

    deinit {
        unsafe xmlFreeTextWriter(writer)
        unsafe xmlBufferFree(buffer)
    }

    /// Writes an element with its attributes, and what stands in it.
    func element(
        _ name: ElementName, _ attributes: [(AttributeName, String)] = [], text: String? = nil,
        _ content: () -> Void = {}
    ) {
        _ = unsafe xmlTextWriterStartElement(writer, name.rawValue)
        for (name, value) in attributes { _ = unsafe xmlTextWriterWriteAttribute(writer, name.rawValue, value) }
        if let text { _ = unsafe xmlTextWriterWriteString(writer, text) }
        content()
        _ = unsafe xmlTextWriterEndElement(writer)
    }

    /// The drawing, parsed strictly like everything that is published.
    func finish() -> MarkupDocument {
        _ = unsafe xmlTextWriterEndDocument(writer)
        guard let buffer = unsafe buffer, let content = unsafe xmlBufferContent(buffer) else { return MarkupDocument() }
        let bytes = unsafe Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
        let parsed = MarkupParser.parse(bytes, isDrawing: true)
        precondition(parsed.problems.isEmpty, "a drawing is well-formed")
        return parsed.document
    }
}

extension DrawingWriter {
    /// The outermost element: a picture with a name and a description for those who cannot see it.
    func picture(width: Int, height: Int, id: String, title: String, description: String, _ content: () -> Void) {
        element(
            .svg,
            [
                (.viewBox, "0 0 \(width) \(height)"), (.role, "img"),
                (.ariaLabelledby, "\(id)-title"), (.ariaDescribedby, "\(id)-description"),
            ]
        ) {
            element(.title, [(.id, "\(id)-title")], text: title)
            element(.desc, [(.id, "\(id)-description")], text: description)
            content()
        }
    }

    func text(_ text: String, x: Int, y: Int, anchor: String = "start", class name: String? = nil) {
        let style: [(AttributeName, String)] = name.map { [(.class, $0)] } ?? []
        element(.text, style + [(.x, String(x)), (.y, String(y)), (.textAnchor, anchor)], text: text)
    }

    func box(x: Int, y: Int, width: Int, height: Int, class name: String) {
        element(
            .rect,
            [
                (.class, name), (.x, String(x)), (.y, String(y)), (.width, String(width)), (.height, String(height)),
            ])
    }

    /// A path by SVG's commands.
    func path(_ commands: String, class name: String) {
        element(.path, [(.class, name), (.d, commands)])
    }
}
