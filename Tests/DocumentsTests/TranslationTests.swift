import Diagnostics
import Documents
import Files
import Records
import Testing

/// Editions in plain words or in another language (`translates:`).
@Suite struct TranslationTests {
    private static let source = """
        <html lang="ja"><head><title>題</title></head><body><main><h1>題</h1>
        <p id="first">相談は、{{board.contact.telephone}}で受け付けます。</p><p id="second">ほかの文。</p></main></body></html>
        """

    /// A board with a notice and its translation.
    private func findings(
        _ translation: String, source: String = source, translates: String = ", translates: notice",
        language: String = "ja"
    ) throws -> [Diagnostic] {
        let board = Rendering.notices.replacing(
            "notices:", with: "  - {id: easy, title: やさしいお知らせ\(translates)}\nnotices:")
        let page =
            "<html lang=\"\(language)\"><head><title>題</title></head><body><main><h1>題</h1>\(translation)</main></body></html>"
        return try Rendering.notice(source, board: board, parts: ["easy": page]).diagnostics
    }

    /// The fingerprint that a finding wants to be written.
    private func wanted(_ id: String, source: String = source) throws -> String {
        let help = try findings("<p data-source=\"\(id)\">文。</p>", source: source).compactMap(\.help?.en)
        let found = help.compactMap { $0.firstMatch(of: /data-source="(\w+)@([0-9a-f]{8})"/) }
        return String(try #require(found.first { $0.output.1 == id }).output.2)
    }

    private func translation(_ first: String, _ second: String) -> String {
        "<p data-source=\"first@\(first)\">電話して ください。</p><p data-source=\"second@\(second)\">文。</p>"
    }

    @Test("A translation is silent as long as its source reads as it did")
    func same() throws {
        let (first, second) = (try wanted("first"), try wanted("second"))
        #expect(try findings(translation(first, second)).isEmpty)
        // Markup, white space and widths are no change.
        let other = Self.source.replacing("相談は、", with: "<strong>相談</strong>は、\n ").replacing(
            "<p id=\"first\">", with: "<p class=\"right\" id=\"first\">")
        #expect(try findings(translation(first, second), source: other).isEmpty)
    }

    @Test(
        "What has changed in the source since is told",
        arguments: [
            ("受け付けます", "受け付けません"), ("{{board.contact.telephone}}", "{{board.municipality}}"),
            ("受け付けます", "{{#board.section}}受け付けます{{/board.section}}"),
        ])
    func changed(_ before: String, _ now: String) throws {
        let (first, second) = (try wanted("first"), try wanted("second"))
        let source = Self.source.replacing(before, with: now)
        let found = try findings(translation(first, second), source: source).filter { $0.code == .staleTranslation }
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.severity == .warning)
        #expect(finding.place?.source.path == "Templates/easy.html")
        #expect(finding.notes.map { $0.place.source.path } == ["Templates/notice.html"])
        let present = try wanted("first", source: source)
        #expect(finding.summary.en.contains(first) && finding.summary.en.contains(present))
        #expect(finding.help?.en.contains("data-source=\"first@\(present)\"") == true)
    }

    @Test(
        "What is no fingerprint is not said to have changed",
        arguments: ["zz", "0000000", "000000000", "ABCDEF01", "first@1"])
    func malformed(_ known: String) throws {
        let (first, second) = (try wanted("first"), try wanted("second"))
        let found = try findings(translation(known, second))
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.code == .staleTranslation)
        #expect(finding.summary.en.contains("\"\(known)\"") && finding.summary.en.contains("no fingerprint"))
        #expect(!finding.summary.en.contains("changed") && finding.summary.ja.contains(known))
        #expect(finding.help?.en.contains("data-source=\"first@\(first)\"") == true)
    }

    @Test("What is gone, not tied, or not translated is told")
    func others() throws {
        let (first, second) = (try wanted("first"), try wanted("second"))
        let gone = try findings(translation(first, second) + "<p data-source=\"third@00000000\">文。</p>")
        #expect(gone.map(\.code) == [.staleTranslation])
        let untranslated = try findings("<p data-source=\"first@\(first)\">文。</p>")
        #expect(untranslated.map(\.severity) == [.note])
        #expect(untranslated.first?.place?.source.path == "Templates/notice.html")
        let untied = try findings("<p data-source=\"first@\(first)\">文。</p>", translates: "")
        #expect(untied.map(\.code) == [.staleTranslation])
        #expect(try findings("<p>文。</p>", translates: ", translates: nothing").contains { $0.code == .missingTemplate })
    }

    @Test("A document that translates itself is told once, where it says so")
    func itself() throws {
        let found = try findings("<p id=\"a\">一つ目。</p><p id=\"b\">二つ目。</p>", translates: ", translates: easy")
        #expect(found.map(\.code) == [.staleTranslation] && found.first?.severity == .error)
        let place = try #require(found.first?.place)
        #expect(place.source.path == "Data/test/board.yaml")
        #expect(String(decoding: place.source.bytes[place.range], as: UTF8.self) == "easy")
    }

    @Test("Japanese is proof-read, other languages are not", arguments: ["ja", "en"])
    func language(_ language: String) throws {
        let (first, second) = (try wanted("first"), try wanted("second"))
        let slip = "<p>人格を尊重し、、学びます。</p>"
        let found = try findings(translation(first, second) + slip, language: language)
        #expect(found.isEmpty == (language == "en"))
    }

    @Test("What is still to be written is told in any language", arguments: ["ja", "en"])
    func leftover(_ language: String) throws {
        let (first, second) = (try wanted("first"), try wanted("second"))
        let found = try findings(translation(first, second) + "<p>TODO: fill in</p>", language: language)
        #expect(found.map(\.code) == [.leftover])
    }
}
