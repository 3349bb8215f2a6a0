import Bytes
internal import CLibXML2
import Diagnostics
import Files
import Markup
import Mustache

extension TreeBuilder {
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
    mutating func report(_ code: DiagnosticCode, _ summary: Phrase, help: Phrase? = nil) {
        diagnostics.append(Diagnostic(code, at: expanded.origins.place(of: tagStart), summary, help: help))
    }

    mutating func stop(_ code: DiagnosticCode, _ summary: Phrase, help: Phrase) {
        report(code, summary, help: help)
        stopReading()
    }

    mutating func stopReading() {
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
