import Bytes
import Diagnostics
import Files
import Japanese
import Records

/// Numbers of the board's notices typed into prose, as they are or in another form: 文科初第698号 where the datum has 元文科初第698号.
struct TypedNoticeNumbers {
    private struct Citation {
        let id: String
        let number: String
        let title: String
        let place: Diagnostic.Place?
    }

    private let notices: [Citation]

    init(_ board: Board) {
        notices = (board.record?.records(BoardRecord.notices) ?? []).compactMap { notice in
            notice.text(Notice.number).map {
                Citation(
                    id: notice.text(Notice.id) ?? "", number: $0, title: notice.text(Notice.title) ?? "",
                    place: notice.place(Notice.number))
            }
        }
    }

    /// - Parameter text: the paragraph's scalars in half-width digits.
    func findings(
        in text: [Unicode.Scalar], _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> [Diagnostic] {
        // Every number of a notice has it.
        guard text.contains("第") else { return [] }
        return notices.compactMap { notice($0, text, paragraph, source) }
    }

    /// 平成28年法律第150号 where the datum has 第105号.
    private func otherNumber(
        _ head: [Unicode.Scalar], _ notice: Citation, _ text: [Unicode.Scalar],
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> Diagnostic? {
        let isKnown = { (end: Int, start: Int) in
            let typed = String(scalars: text[start...end])
            return self.notices.contains { WidthFolding.ascii($0.number) == typed }
        }
        guard head.count > 3, let start = text.indices.first(where: { text[$0...].starts(with: head) }),
            let end = text[start...].prefix(head.count + 6).firstIndex(of: "号"), !isKnown(end, start),
            hasTitle(notice.title, before: start, text)
        else { return nil }
        return forms(Diagnostic.Place(source, paragraph.range(start..<end + 1)), notice)
    }

    /// 文科初第698号 where the datum has 元文科初第698号, or the number itself typed.
    private func notice(
        _ notice: Citation, _ text: [Unicode.Scalar],
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> Diagnostic? {
        let number = Array(WidthFolding.ascii(notice.number).unicodeScalars)
        guard let mark = number.firstIndex(of: "第") else { return nil }
        let tail = Array(number[mark...])
        let head = number[..<mark]
        guard let start = text.indices.first(where: { text[$0...].starts(with: tail) }) else {
            return otherNumber(Array(head) + ["第"], notice, text, paragraph, source)
        }
        let isWhole = start >= head.count && text[start - head.count..<start].elementsEqual(head)
        // 第2号 of an act's article is another matter than 法律第2号.
        let hasPart = start > 0 && text[start - 1] == number[max(0, mark - 1)]
        guard isWhole || hasPart else { return nil }
        let place = Diagnostic.Place(source, paragraph.range(start - (isWhole ? head.count : 1)..<start + tail.count))
        if isWhole { return TypedFigures.finding(place, notice.place, tagHelp(notice)) }
        // 令和4年法律第77号 is another act than 平成3年法律第77号.
        if isWholeNumber(text, upTo: start), !hasTitle(notice.title, before: start, text) { return nil }
        return forms(place, notice)
    }

    /// Whether an era's year stands before 第: 令和4年法律.
    private func isWholeNumber(_ text: [Unicode.Scalar], upTo end: Int) -> Bool {
        text[max(0, end - 14)..<end].indices.contains { start in
            guard start + 4 <= end, Era(text[start], text[start + 1]) != nil else { return false }
            let year = text[(start + 2)..<end].prefix { $0.isASCIIDigit || $0 == "元" }
            return !year.isEmpty && year.endIndex < end && text[year.endIndex] == "年"
                && text[year.endIndex..<end].allSatisfy { !$0.isASCIIDigit && !"（）、。「」".unicodeScalars.contains($0) }
        }
    }

    /// Whether a notice's title, or a tag, stands right before its number's bracket.
    private func hasTitle(_ title: String, before index: Int, _ text: [Unicode.Scalar]) -> Bool {
        let before = text[..<index].reversed().drop { !"（(".unicodeScalars.contains($0) }.dropFirst()
            .drop { $0 == "」" || $0 == "』" }
        let isNear = text[..<index].lastIndex { "（(".unicodeScalars.contains($0) }.map { index - $0 < 16 } ?? false
        guard isNear, let last = before.first else { return false }
        return last == TemplateProse.tag
            || !title.isEmpty && before.starts(with: WidthFolding.ascii(title).unicodeScalars.reversed())
    }

    private func tagHelp(_ notice: Citation) -> Phrase {
        let tag = "{{board.notices.\(notice.id).number}}"
        return Phrase(ja: "「\(tag)」に書き換えてください", en: "write \(tag)")
    }

    private func forms(_ place: Diagnostic.Place, _ notice: Citation) -> Diagnostic {
        Diagnostic(
            .noticeForms, .warning, at: place,
            Phrase(
                ja: "文書番号が、データの「\(notice.number)」と違う形で書かれています",
                en: "the number is written in another form than \(notice.number) in the data"),
            help: tagHelp(notice),
            notes: [Diagnostic.Note(notice.place, Phrase(ja: "データの番号です", en: "the datum"))])
    }
}
