import Diagnostics
import Documents
import Files
import Templates
import TestSupport
import Testing

/// `<qr of="…"/>`: a web address as a QR code, in the HTML alone.
@Suite struct QRCodeElementTests {
    static func notice(_ body: String, web: String? = nil) throws -> (
        html: String, text: String, diagnostics: [Diagnostic]
    ) {
        let board = Rendering.notices.replacing(
            "contact: {telephone: 0797-77-2024",
            with: "contact: {telephone: 0797-77-2024" + (web.map { ", web: \"\($0)\"" } ?? ""))
        return try Rendering.notice(
            "<html lang=\"ja\"><body><h1>題</h1><p>前</p>\(body)<p>後</p></body></html>", board: board)
    }

    @Test(
        "An address of the data becomes a drawing that says where it leads, and nothing in the text",
        arguments: [
            "https://www.example.jp", "http://a.example.jp/1001234.html?x=1&y=2#z",
            "https://www.example.jp/%E6%95%99%E8%82%B2/",
        ])
    func drawing(web: String) throws {
        let (html, text, diagnostics) = try Self.notice(
            "{{#board.contact.web}}<qr of=\"{{board.contact.web}}\"/>{{/board.contact.web}}", web: web)
        #expect(diagnostics.isEmpty)
        let label = web.replacing("&", with: "&amp;")
        #expect(html.contains("<svg class=\"qr\" viewBox="))
        #expect(html.contains("role=\"img\" aria-label=\"QRコード（\(label)）\">\n<path fill=\"#fff\""))
        #expect(!html.contains("<qr") && !html.contains(" of="))
        #expect(text == "題\n\n　前\n　後\n")
    }

    @Test("A board without an address has none where a section asks for it")
    func absent() throws {
        let (html, _, diagnostics) = try Self.notice(
            "{{#board.contact.web}}<qr of=\"{{board.contact.web}}\"/>{{/board.contact.web}}")
        #expect(diagnostics.isEmpty)
        #expect(!html.contains("<svg"))
    }

    @Test(
        "What no phone would take for a page is told at its place",
        arguments: [
            "<qr/>", "<qr of=\"\"/>", "<qr of=\"{{board.contact.web}}\"/>", "<qr of=\"www.example.jp\"/>",
            "<qr of=\"tel:0797772024\"/>", "<qr of=\"{{board.contact.telephone.link}}\"/>",
            "<qr of=\"https://\"/>", "<qr of=\"ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ\"/>", "<qr of=\"https://www.example.jp/施設\"/>",
            "<qr of=\"https://www.example.jp https://www.example.com\"/>",
            "<qr of=\"https://www.example.jp/\(String(repeating: "a", count: 2400))\"/>",
        ])
    func refused(element: String) throws {
        let (_, text, diagnostics) = try Self.notice("\n" + element)
        #expect(diagnostics.map(\.code) == [.drawingData], "\(element)")
        let place = try #require(diagnostics.first?.place)
        #expect(place.source.text(place.range.lowerBound..<place.source.bytes.count).hasPrefix("<qr"))
        #expect(diagnostics.allSatisfy { $0.help != nil })
        #expect(text == "題\n\n　前\n　後\n")
    }

    @Test("It is a block, which a paragraph cannot hold")
    func structure() throws {
        let (_, _, diagnostics) = try Self.notice("<p>文<qr of=\"https://www.example.jp\"/></p>")
        #expect(diagnostics.map(\.code) == [.misplacedTag])
    }

    @Test("What announces it has something behind it")
    func announced() throws {
        let announcement = "<p>最新の情報は、次のQRコードのとおりです。</p>"
        let code = "<div><qr of=\"https://www.example.jp\"/></div>"
        #expect(try Self.notice("<section>\(announcement)\(code)</section>").diagnostics.isEmpty)
        #expect(try Self.notice("<section>\(announcement)</section>").diagnostics.map(\.code) == [.announcedList])
    }
}
