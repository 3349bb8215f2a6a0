import Diagnostics
import Files
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct DiagnosticsTests {
    @Test(
        "Lines and columns count scalars, from 1",
        arguments: [
            ("①abc", 1, 1), ("あい①う", 1, 3), ("あ\nか\u{3099}①き", 2, 3), ("a\r\n①b", 2, 1), ("a\rb①", 2, 2),
        ])
    func location(marked: String, line: Int, column: Int) {
        let source = MarkedSource(marked)
        let location = LineTable(source.source).location(at: source.range.lowerBound)
        #expect(location.line == line)
        #expect(location.column == column)
    }

    @Test("A column in a long line is counted right on either side of every block of it", arguments: 1020...1030)
    func columns(length: Int) {
        let line = String(repeating: "あ", count: length)
        let table = LineTable(SourceFile(path: "a", text: "\(line)\n\(line)"))
        for column in [0, 340, 341, 342, 682, 683, length - 1, length] {
            let location = table.location(at: 3 * length + 1 + 3 * column)
            #expect(location.line == 2 && location.column == column + 1)
        }
    }

    func format(_ marked: String, language: Language = .ja) -> [String] {
        let marked = MarkedSource(marked, path: "a.yaml")
        var formatter = DiagnosticFormatter(language: language, usesColor: false)
        let text = formatter.format(
            Diagnostic(
                .refused, at: Diagnostic.Place(marked.source, marked.range),
                Phrase(ja: "誤りです", en: "it is wrong"),
                help: Phrase(ja: "直してください", en: "mend it")))
        return text.split(separator: "\n").map(String.init)
    }

    @Test("The mark stands under Japanese text by display width")
    func caret() {
        #expect(
            format("名称: ①学園②です") == [
                "a.yaml:1:5: エラー[X003]: 誤りです",
                "  1 | 名称: 学園です",
                "    |       ^^^^",
                "  対処: 直してください",
            ])
        #expect(format("x: ①y②", language: .en)[0] == "a.yaml:1:4: error[X003]: it is wrong")
    }

    @Test(
        "How to allow what may be right is said once, in the form of the file that it stands in",
        arguments: [
            ([], nil), ([(.refused, "a.yaml")], nil),
            (
                [(.refused, "a.yaml"), (.other, "a.yaml"), (.allowable, "b.yaml"), (.other, "b.yaml")],
                "# shirube: allow X001 理由"
            ),
            ([(.allowable, "a.html")], "{{! shirube: allow X001 理由 }}"),
            ([(.allowable, "a.html"), (.other, "a.yaml")], "# shirube: allow X002 理由"),
        ] as [([(code: DiagnosticCode, path: String)], String?)])
    func allowance(findings: [(code: DiagnosticCode, path: String)], comment: String?) {
        let diagnostics = findings.map { finding in
            let source = SourceFile(path: finding.path, text: "x")
            return Diagnostic(
                finding.code, .warning, at: Diagnostic.Place(source, 0..<1), Phrase(ja: "誤り", en: "wrong"))
        }
        let advice = Allowance.advice(on: diagnostics)
        #expect((advice == nil) == (comment == nil))
        guard let advice, let comment else { return }
        #expect(advice.ja.contains("「\(comment)」"))
        for (code, _) in findings { #expect(advice.ja.contains(code.id) == code.canBeAllowed) }
    }

    @Test("A long line is cut round the place")
    func longLine() {
        let lines = format(String(repeating: "あ", count: 300) + "①い②" + String(repeating: "う", count: 300))
        #expect(lines[1].count < 70)
        #expect(lines[1].contains("…") && lines[1].contains("い"))
        #expect(lines[2].hasSuffix("^^"))
    }

    @Test("Findings are ordered by file and place")
    func order() {
        let a = SourceFile(path: "a", text: "xxxx")
        let b = SourceFile(path: "b", text: "xxxx")
        func diagnostic(_ source: SourceFile, _ offset: Int) -> Diagnostic {
            Diagnostic(.refused, at: Diagnostic.Place(source, offset..<offset), Phrase(ja: "", en: ""))
        }
        let sorted = [diagnostic(b, 0), diagnostic(a, 3), diagnostic(a, 1)].sortedByPlace()
        #expect(sorted.map { $0.place?.source.path } == ["a", "a", "b"])
        #expect(sorted.map { $0.place?.range.lowerBound } == [1, 3, 0])
    }

    @Test(
        "The nearest name",
        arguments: [
            ("postalcode", "postal_code"), ("telphone", "telephone"), ("adress", "address"), ("xyz", nil),
            ("nmae", "name"),
        ] as [(String, String?)])
    func nearest(name: String, expected: String?) {
        #expect(NearestName.find(name, among: ["name", "address", "telephone", "postal_code"]) == expected)
    }

    @Test(
        "JSON escapes what YAML lets stand in no file, and what a terminal would obey",
        arguments: [
            ("\u{7F}", "\\u007f"), ("\u{9B}", "\\u009b"), ("\u{A0}", "\u{A0}"), ("\u{FEFF}", "\\ufeff"),
            ("\u{FFFE}", "\\ufffe"), ("\u{FFFD}", "\u{FFFD}"), ("\u{1B}", "\\u001b"), ("ｱ", "ｱ"),
        ])
    func json(text: String, escaped: String) {
        #expect(JSONValue.string(text).text.utf8.elementsEqual("\"\(escaped)\"\n".utf8))
    }

    @Test("A message obeys no escape that it quotes, and shows a part of a long line alone")
    func hostileText() {
        let source = SourceFile(path: "a.yaml", text: String(repeating: "あ", count: 100_000))
        let value = "\u{1B}[2J\u{9B}" + String(repeating: "い", count: 100_000)
        let finding = Diagnostic(
            .refused, at: Diagnostic.Place(source, 150_000..<150_003), Phrase(ja: value, en: value),
            help: Phrase(ja: value, en: value))
        var formatter = DiagnosticFormatter(language: .ja, usesColor: false)
        let text = formatter.format(finding)
        #expect(text.count < 5_000)
        #expect(text.hasPrefix("a.yaml:1:50001: "))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    }
}

extension DiagnosticCode {
    fileprivate static let allowable = sample("X001", canBeAllowed: true)
    fileprivate static let other = sample("X002", canBeAllowed: true)
    fileprivate static let refused = sample("X003", canBeAllowed: false)

    private static func sample(_ id: String, canBeAllowed: Bool) -> DiagnosticCode {
        DiagnosticCode(
            id, canBeAllowed: canBeAllowed, meaning: (ja: "例", en: "sample"), reason: (ja: "例", en: "sample"),
            wrong: "",
            right: "")
    }
}
