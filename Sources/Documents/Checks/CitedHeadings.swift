import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let citedHeading = DiagnosticCode(
        "T019", canBeAllowed: true,
        meaning: (
            ja:
                "文章に打ち込まれた見出し、様式、注などの番号が、文書にないか、打ち込むべきでないもの（文書にある見出しの番号、ページの番号）です。又は、様式の番号がファイルのものと違います。ほかの文書のものであれば、理由を書いて認めることができます。",
            en:
                "A heading, form or note is cited by a number that the document does not have, or by one that is typed where a reference is due (a heading that exists, a page); or a form bears another form’s number. Where it is another paper’s, it can be allowed with a reason."
        ),
        reason: (
            ja: "見出しを加えたり減らしたりすると番号が変わり、読み手が参照先を見つけられません。",
            en: "Numbers change as headings come and go, and readers cannot find what is meant."
        ),
        wrong: "<p>要件は、Ⅳの2のとおりです。</p>",
        right: "<p>要件は、<ref to=\"criteria\" form=\"number\"/>のとおりです。</p>")
}

/// Numbers of headings typed into prose: Ⅰの2, Ⅰ－2, 第Ⅱ章.
enum CitedHeadings {
    /// Headings cited by a number that somebody has typed, and that no heading has.
    ///
    /// - Parameter numbers: those of the document's headings.
    static func findings(in prose: TemplateProse, numbers: Set<String>) -> [Diagnostic] {
        // A page whose headings are not numbered so has nothing to cite.
        guard numbers.contains(where: { $0.hasPrefix("Ⅰ") }) else { return [] }
        return prose.paragraphs.flatMap { paragraph in
            Self.numbers(in: paragraph).map { number, range in
                numbers.contains(number)
                    ? typed(number, at: Diagnostic.Place(prose.source, paragraph.range(range)))
                    : Diagnostic(
                        .citedHeading, at: Diagnostic.Place(prose.source, paragraph.range(range)),
                        Phrase(ja: "「\(number)」という番号の見出しはありません", en: "no heading has the number \(number)"),
                        help: Phrase(
                            ja: "番号を直接書かず、<ref to=\"見出しのid\"/>を使ってください",
                            en: "do not type the number: use <ref to=\"the heading's id\"/>"))
            }
        }
    }

    /// It is right today, and will not be when a section is put in before it.
    private static func typed(_ number: String, at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .citedHeading, .warning, at: place,
            Phrase(ja: "見出しの番号「\(number)」が打ち込んであります", en: "the number of a heading is typed: \(number)"),
            help: Phrase(
                ja: "見出しが増えると番号は変わります。<ref to=\"見出しのid\" form=\"number\"/>を使ってください",
                en: "numbers change when headings are added: use <ref to=\"the heading's id\" form=\"number\"/>"))
    }

    /// The numbers as references print them, with the scalars they take.
    static func numbers(in paragraph: TemplateProse.Paragraph) -> [(number: String, range: Range<Int>)] {
        let text = paragraph.scalars
        var found = chapters(in: text)
        for index in text.indices where isRoman(text[index]) {
            let chapter = String(text[index])
            let isSection =
                index + 2 < text.count && "の-－―–ー".unicodeScalars.contains(text[index + 1]) && text[index + 2].isDigit
            if isSection {
                var end = index + 2
                while end < text.count, text[end].isDigit { end += 1 }
                let section = WidthFolding.ascii(String(scalars: text[index + 2..<end]))
                found.append((chapter + "の" + section, index..<end))
            } else if index > 0, text[index - 1] == "第", index + 1 < text.count, text[index + 1] == "章" {
                found.append((chapter, index - 1..<index + 2))
            }
        }
        return found
    }

    /// 第5章, where it is not another paper's: 生徒指導提要第5章, 「…」の第5章.
    private static func chapters(in text: [Unicode.Scalar]) -> [(number: String, range: Range<Int>)] {
        text.indices.compactMap { start in
            guard text[start] == "第", start == 0 || "、。（はがをにで".unicodeScalars.contains(text[start - 1]),
                !isBehindTitle(text, start)
            else { return nil }
            let end = text[(start + 1)...].firstIndex { !$0.isDigit } ?? text.count
            let digits = WidthFolding.ascii(String(scalars: text[(start + 1)..<end]))
            guard end < text.count, text[end] == "章", let number = Int(digits), (1...12).contains(number) else {
                return nil
            }
            return (Numerals.roman(number), start..<end + 1)
        }
    }

    /// Whether the number stands in brackets behind another paper's title: 『生徒指導提要』（第5章、第6章）.
    private static func isBehindTitle(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard let bracket = text[..<index].lastIndex(where: { "（）。".unicodeScalars.contains($0) }),
            text[bracket] == "（", bracket > 0
        else { return false }
        let before = text[bracket - 1]
        return "」』》".unicodeScalars.contains(before) || before.isKanji
            || before == TemplateProse.tag
    }

    private static func isRoman(_ scalar: Unicode.Scalar) -> Bool { (0x2160...0x216B).contains(scalar.value) }
}
