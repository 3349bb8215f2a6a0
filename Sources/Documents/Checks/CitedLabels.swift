import Diagnostics
import Japanese

/// Notes, forms and attachments cited by a label that nothing in the document bears: ※2, 様式2.
enum CitedLabels {
    private static let kinds = ["※", "注", "様式", "別紙", "別表", "別添", "図", "表", "資料"].map { Array($0.unicodeScalars) }

    private struct Label: Hashable {
        let kind: String
        let number: String
    }

    private struct Occurrence {
        let label: Label
        /// Whether it stands at the beginning or the end of its paragraph, as the label of a note, heading or form does.
        let isBorne: Bool
        let place: Diagnostic.Place
    }

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        let all = proses.flatMap { prose in
            prose.paragraphs.flatMap { occurrences(in: $0, prose.source) }
        }
        let borne = Set(all.filter(\.isBorne).map(\.label))
        // A label of a kind that the document does not number may be another paper's.
        let kinds = Set(borne.map(\.kind))
        var reported: Set<Label> = []
        return all.filter {
            !borne.contains($0.label) && kinds.contains($0.label.kind) && reported.insert($0.label).inserted
        }
        .map { occurrence in
            let text = occurrence.label.kind + occurrence.label.number
            return Diagnostic(
                .citedHeading, at: occurrence.place,
                Phrase(
                    ja: "「\(text)」を引用していますが、この文書にありません", en: "\(text) is cited, but nothing in this document bears it"),
                help: Phrase(ja: "番号を確かめるか、引用した先を書いてください", en: "check its number, or write what it cites"))
        }
    }

    private static func occurrences(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Occurrence] {
        let text = paragraph.scalars
        let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{3000}" }
        let first = text.firstIndex { !isBlank($0) } ?? 0
        return text.indices.compactMap { start in
            guard let kind = kinds.first(where: { text[start...].starts(with: $0) }) else { return nil }
            let head = start + kind.count
            let end = text[head...].firstIndex { !$0.isDigit } ?? text.count
            // 別記様式第1号, 意思表示 and 発表2回 are other matters; so is 図書, which has no number.
            let isInWord = start > 0 && kind[0] != "※" && isKanji(text[start - 1])
            guard end > head, end - head <= 2, !isInWord else { return nil }
            if end < text.count, "号条項年月日回人件名部校-－の".unicodeScalars.contains(text[end]) { return nil }
            let number = WidthFolding.ascii(String(String.UnicodeScalarView(text[head..<end])))
            // 出席扱いの依頼書（様式1）: a title that ends with its label.
            let endsTitle = end + 1 == text.count && text[end] == "）" && !text.contains("。") && !text.contains("、")
            return Occurrence(
                label: Label(kind: String(String.UnicodeScalarView(kind)), number: number),
                isBorne: start == first || endsTitle, place: Diagnostic.Place(source, paragraph.range(start..<end)))
        }
    }

    private static func isKanji(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
