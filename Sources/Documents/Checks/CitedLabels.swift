import Bytes
import Diagnostics
import Files
import Japanese

/// Notes, forms and attachments cited by a label that nothing in the document bears: ※2, 様式2.
enum CitedLabels {
    private static let kinds = ["※", "注", "様式", "別紙", "別表", "別添", "図", "表", "資料"]
    /// What goes with other papers, too, and is cited behind its own title there: 転学届（様式5）.
    private static let separate: Set<String> = ["様式", "別紙", "別添", "資料"]

    /// What a document that bears none has no number of: its tables and figures are cited by their titles.
    private static let printed: Set<String> = ["表", "図"]

    private static let pointing = ["により", "に示", "に掲げ", "で説明"]

    private struct Label: Hashable {
        let kind: String
        let number: String

        var text: String { kind + number }
    }

    private struct Occurrence {
        let label: Label
        /// Whether it stands at the beginning or the end of its paragraph, as the label of a note, heading or form does.
        let isBorne: Bool
        /// What stands before its bracket: the title of what it is the label of.
        let title: [Unicode.Scalar]
        let place: Diagnostic.Place
        /// Whether the text sends its reader there, and the paper says of nothing that it is that: 別紙2により.
        let isPointedTo: Bool
    }

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        let all = proses.flatMap { prose in
            prose.paragraphs.flatMap { occurrences(in: $0, prose.source) }
        }
        let borne = all.filter(\.isBorne)
        let labels = Set(borne.map(\.label))
        // A label of a kind that the document does not number may be another paper's, as one behind another title is.
        let kinds = Set(labels.map(\.kind))
        let cited = all.filter { !$0.isBorne }
        let strangers = cited.filter { occurrence in
            let kind = occurrence.label.kind
            return !labels.contains(occurrence.label)
                && (kinds.contains(kind) || printed.contains(kind) || occurrence.isPointedTo)
                && !isOfOtherTitle(occurrence, than: borne)
        }
        var reported: Set<Label> = []
        return strangers.filter { reported.insert($0.label).inserted }.map { stranger in
            let isOnlyOne = strangers.allSatisfy { $0.label.kind != stranger.label.kind || $0.label == stranger.label }
            if isOnlyOne, let heading = misnumbered(by: stranger, among: all) { return heading }
            let text = stranger.label.text
            return Diagnostic(
                .citedHeading, at: stranger.place,
                Phrase(
                    ja: "「\(text)」を引用していますが、この文書にありません", en: "\(text) is cited, but nothing in this document bears it"),
                help: Phrase(
                    ja: "番号を確かめるか、引用した先を書いてください。ほかの文書のものであれば、認めることができます",
                    en: "check its number, or write what it cites; where it is another paper's, it can be allowed"
                ))
        }
    }

    /// The one label of a kind that the document bears and nobody cites, where another is cited: it is the heading that is
    /// wrong.
    private static func misnumbered(
        by stranger: Occurrence, among all: [Occurrence]
    ) -> Diagnostic? {
        let kind = stranger.label.kind
        let borne = all.filter { $0.isBorne && $0.label.kind == kind }
        guard !["※", "注"].contains(kind), borne.count == 1, let heading = borne.first,
            all.filter({ $0.label == heading.label }).count == 1
        else { return nil }
        let (own, other) = (heading.label.text, stranger.label.text)
        return Diagnostic(
            .citedHeading, at: heading.place,
            Phrase(
                ja: "見出しなどの「\(own)」が、文章の中では「\(other)」として引用されています",
                en: "what is headed \(own) is cited as \(other) in the text"),
            help: Phrase(ja: "どちらかの番号を直してください", en: "mend one of the two numbers"),
            notes: [Diagnostic.Note(stranger.place, Phrase(ja: "引用はここにあります", en: "it is cited here"))])
    }

    /// Whether a label stands in brackets behind a title that nothing in the document has: 転学届（様式5）.
    private static func isOfOtherTitle(_ occurrence: Occurrence, than borne: [Occurrence]) -> Bool {
        guard separate.contains(occurrence.label.kind), !occurrence.title.isEmpty else { return false }
        return !borne.contains {
            $0.label.kind == occurrence.label.kind
                && $0.title.suffix(occurrence.title.count).elementsEqual(occurrence.title)
        }
    }

    private static func occurrences(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Occurrence] {
        let text = paragraph.scalars
        let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{3000}" }
        let first = text.firstIndex { !isBlank($0) } ?? 0
        return text.indices.compactMap { start in
            guard let kind = kinds.first(where: { text[start...].starts(with: $0.unicodeScalars) }) else { return nil }
            let head = start + kind.unicodeScalars.count
            let end = text[head...].firstIndex { !$0.isDigit } ?? text.count
            // 別記様式第1号, 意思表示 and 発表2回 are other matters; so is 図書, which has no number.
            let isInWord = start > 0 && kind != "※" && text[start - 1].isKanji
            guard end > head, end - head <= 2, !isInWord, !isOfOtherPaper(text[..<start]) else { return nil }
            let isAsSaid = text[end...].starts(with: "のとおり".unicodeScalars)
            if end < text.count, !isAsSaid, "号条項年月日回人件名部校-－の".unicodeScalars.contains(text[end]) { return nil }
            let number = WidthFolding.ascii(String(scalars: text[head..<end]))
            // 出席扱いの依頼書（様式1）: a title that ends with its label.
            let endsTitle = end + 1 == text.count && text[end] == "）" && !text.contains("。") && !text.contains("、")
            return Occurrence(
                label: Label(kind: kind, number: number),
                // 表2に掲載しているのは: a sentence begins with it.
                isBorne: start == first && !(end < text.count && text[end].isHiragana) || endsTitle,
                title: title(text[..<start]), place: Diagnostic.Place(source, paragraph.range(start..<end)),
                isPointedTo: kind == "別紙" && pointing.contains { text[end...].starts(with: $0.unicodeScalars) }
                    && !text[..<start].contains("「"))
        }
    }

    /// The noun before the bracket that a label stands in.
    private static func title(_ before: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        guard let bracket = before.last, bracket == "（" || bracket == "(" else { return [] }
        let name = before.dropLast()
        let start = name.lastIndex { !$0.isKanji && !(0x30A1...0x30FC).contains($0.value) }.map { $0 + 1 }
        return Array(name[(start ?? name.startIndex)...])
    }

    private static let papers = [
        "規則", "条例", "法", "法律", "令", "要綱", "要領", "要項", "通知", "告示", "報告書", "白書", "調査", "統計", "提要", "手引",
        "手引き", "計画", "指針", "冊子", "細則", "基準", "規程", "概要", "」", "』",
    ].map { Array($0.unicodeScalars) }

    /// 市立学校管理規則の様式2, 「学校医の手引」の図3, 「…」（通知）の別紙2
    private static func isOfOtherPaper(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        if before.last == "」" || before.last == "』" { return true }
        guard before.last == "の" else { return false }
        var name = before.dropLast()
        if name.last == "）", let bracket = name.lastIndex(of: "（") { name = name[..<bracket] }
        return name.last == TemplateProse.tag || papers.contains { name.suffix($0.count).elementsEqual($0) }
    }
}
