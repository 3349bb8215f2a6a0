internal import Bytes
private import CLibXML2

/// An element's name: its local part, and whether it is of a spreadsheet's own vocabulary or of an extension that readers may pass by.
struct XMLName {
    let local: String
    let vocabulary: Vocabulary

    enum Vocabulary {
        /// SpreadsheetML, transitional or strict (ECMA-376-1 and -4, annex A).
        case main
        /// Of packages: relationships, content types.
        case package
        case threadedComments
        case other
    }
}

/// What takes a part's elements and text while it is scanned.
protocol XMLPartReader: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError)
    func end(_ name: XMLName) throws(SpreadsheetError)
    func text(_ bytes: Span<UInt8>)
}

/// Scans a part with libxml2, strictly and without a tree.
///
/// The network is off, and a document type is refused, so that there are no entities but XML's own five. libxml2's own limits
/// on depth and lengths hold.
enum XMLScanner {
    static func scan(_ bytes: [UInt8], part: String, _ reader: some XMLPartReader) throws(SpreadsheetError) {
        guard XMLPrecheck.accepts(bytes), bytes.count <= Int(Int32.max) else { throw .malformedPart(part, line: nil) }
        var scan = Scan(reader: reader, part: part)
        unsafe bytes.withUnsafeBytes { bytes in
            guard let context = unsafe newParserContext(bytes.baseAddress, Int32(bytes.count)) else { return }
            defer { unsafe xmlFreeParserCtxt(context) }
            // Predefined entities in attributes are only resolved with NOENT; there are no others to resolve.
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            _ = unsafe xmlCtxtUseOptions(context, Int32(options))
            unsafe context.pointee.sax.pointee = handler()
            unsafe scan.context = context
            unsafe withUnsafeMutablePointer(to: &scan) { scan in
                unsafe context.pointee._private = UnsafeMutableRawPointer(scan)
                let status = unsafe xmlParseDocument(context)
                // Prefixes that are not declared are no error of well-formedness, and of nothing that is read.
                if unsafe status == 0 && context.pointee.wellFormed == 1 { unsafe scan.pointee.isWhole = true }
            }
            unsafe scan.context = nil
        }
        if let error = scan.error { throw error }
        guard scan.isWhole else { throw .malformedPart(part, line: nil) }
    }

    private static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
            unsafe scanOf(context).pointee.start(name, uri, XMLAttributes(attributes, count: Int(count)))
        }
        unsafe handler.endElementNs = { context, name, _, uri in unsafe scanOf(context).pointee.end(name, uri) }
        unsafe handler.characters = { context, text, count in unsafe scanOf(context).pointee.text(text, Int(count)) }
        unsafe handler.ignorableWhitespace = { context, text, count in
            unsafe scanOf(context).pointee.text(text, Int(count))
        }
        unsafe handler.cdataBlock = { context, text, count in unsafe scanOf(context).pointee.text(text, Int(count)) }
        unsafe handler.internalSubset = { context, _, _, _ in unsafe scanOf(context).pointee.refuseDocumentType() }
        unsafe handler.serror = { context, error in
            if let context = unsafe context, let error = unsafe error {
                unsafe scanOf(context).pointee.syntaxError(error)
            }
        }
        return unsafe handler
    }
}

/// libxml2 hands over its parser context, whose private field holds the scan for as long as the parse lasts.
@inline(__always)
private func scanOf(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Scan> {
    let parser = unsafe context!.assumingMemoryBound(to: xmlParserCtxt.self)
    return unsafe parser.pointee._private.assumingMemoryBound(to: Scan.self)
}

/// One part while it is scanned. What the reader throws stops it: no error can cross libxml2.
@safe private struct Scan {
    let reader: any XMLPartReader
    let part: String
    var context: UnsafeMutablePointer<xmlParserCtxt>?
    var error: SpreadsheetError?
    var isWhole = false

    init(reader: any XMLPartReader, part: String) { (self.reader, self.part) = (reader, part) }

    mutating func start(_ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes) {
        guard error == nil else { return }
        do throws(SpreadsheetError) {
            try reader.start(unsafe XMLName(name, uri), attributes)
        } catch { stop(error) }
    }

    mutating func end(_ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?) {
        guard error == nil else { return }
        do throws(SpreadsheetError) {
            try reader.end(unsafe XMLName(name, uri))
        } catch { stop(error) }
    }

    func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
        guard error == nil else { return }
        unsafe reader.text(Span(_unsafeElements: UnsafeBufferPointer(start: text, count: count)))
    }

    mutating func refuseDocumentType() { stop(.documentType(part: part)) }

    mutating func syntaxError(_ error: UnsafeMutablePointer<xmlError>) {
        guard unsafe error.pointee.level.rawValue >= XML_ERR_FATAL.rawValue else { return }
        unsafe stop(.malformedPart(part, line: error.pointee.line > 0 ? Int(error.pointee.line) : nil))
    }

    /// The first error is the cause of the others.
    private mutating func stop(_ error: SpreadsheetError) {
        guard self.error == nil else { return }
        // Readers know what is wrong, and the parser where.
        if case .malformedPart(let part, nil) = error, let input = unsafe context?.pointee.input {
            unsafe self.error = .malformedPart(part, line: Int(input.pointee.line))
        } else {
            self.error = error
        }
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }
}

extension XMLName {
    fileprivate init(_ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?) {
        local = unsafe name.map { unsafe String(cString: $0) } ?? ""
        vocabulary = unsafe uri.flatMap { unsafe Self.vocabularies[String(cString: $0)] } ?? .other
    }

    private static let vocabularies: [String: Vocabulary] = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .main,
        "http://purl.oclc.org/ooxml/spreadsheetml/main": .main,
        "http://schemas.openxmlformats.org/package/2006/relationships": .package,
        "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": .threadedComments,
    ]
}

/// The attributes of an element, read where libxml2 holds them: good for the call that they are handed to, and no longer.
@safe struct XMLAttributes {
    /// For each: local name, prefix, URI, and the value's start and end.
    private let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    private let count: Int

    fileprivate init(_ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
        unsafe self.fields = fields
        self.count = count
    }

    /// An attribute without a prefix; nil where it is missing.
    subscript(_ name: StaticString) -> String? { find(name, hasPrefix: false) }

    /// The `r:id` that leads to another part.
    var relationship: String? { find("id", hasPrefix: true) }

    /// An attribute of ST_Boolean (ECMA-376 §22.9.2.7 and XML Schema): false where it is missing.
    func isTrue(_ name: StaticString) -> Bool {
        let value = self[name]
        return value == "1" || value == "true" || value == "on"
    }

    private func find(_ name: StaticString, hasPrefix: Bool) -> String? {
        for index in 0..<count {
            guard let local = unsafe fields?[index * 5], unsafe (fields?[index * 5 + 1] != nil) == hasPrefix,
                unsafe xmlStrcmp(local, name.utf8Start) == 0,
                let start = unsafe fields?[index * 5 + 3], let end = unsafe fields?[index * 5 + 4]
            else { continue }
            return unsafe String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }
}
