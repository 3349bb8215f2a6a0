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
            guard let context = unsafe newParserContext(bytes.baseAddress, Int32(bytes.count)) else { return }
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
