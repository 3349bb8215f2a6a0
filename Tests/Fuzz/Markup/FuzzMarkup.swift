import Japanese
import Markup
import MarkupSupport

/// Any bytes are refused or written as text and as HTML; no line of text ends in a space.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkup(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    let parsed = ParsedMarkup(bytes)
    guard parsed.findings.isEmpty else { return 0 }
    // What stands in a tag is no part of the document.
    let hasTags = String(decoding: bytes, as: UTF8.self).contains("{{")
    precondition(hasTags || !bytes.contains(0), "what follows NUL is lost")
    let html = HTMLWriter.write(parsed.document)
    for columns in [20, 76] {
        let text = TextWriter.write(parsed.document, style: TextStyle(columns: columns))
        precondition(text.isEmpty || text.last == 0x0A, "the text does not end in a line end")
        precondition(!zip(text, text.dropFirst()).contains { $0 == 0x20 && $1 == 0x0A }, "a space at a line's end")
    }
    precondition(html.starts(with: "<!DOCTYPE html>\n<".utf8), "no document")
    return 0
}
