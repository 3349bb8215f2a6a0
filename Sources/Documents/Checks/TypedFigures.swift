import Diagnostics
import Japanese
import Records
import StrictYAML

/// Figures, dates and numbers of notices typed into prose though a datum has them: they would stay behind when it changes.
final class TypedFigures {
    private let board: Board
    /// The text of a datum, as a template would print it in half-width digits, and where it stands; gathered when the
    /// first number is met.
    private lazy var values: [String: Diagnostic.Place] = {
        gathered = [:]
        for kind in DataFileKind.allCases {
            if let file = board.files[kind] { collect(file.root) }
        }
        return gathered
    }()
    private var gathered: [String: Diagnostic.Place] = [:]
    private let notices: [(number: String, place: Diagnostic.Place)]

    init(_ board: Board) {
        self.board = board
        notices = (board.record?.records("notices") ?? []).compactMap { notice in
            notice.text("number").map { ($0, notice.place("number")) }
        }
    }

    private func collect(_ record: RecordView) {
        let file = record.file
        record.forEachScalar { value, type, _ in
            switch (type, value.content) {
            // Small numbers are typed for many reasons.
            case (_, .integer(let number)) where number >= 100: note(Numerals.grouped(number), value, file)
            case (.rate, .decimal(let mantissa, let scale)): note(FixedPoint.text(mantissa, scale) + "%", value, file)
            case (_, .money(let amount, let unit)): note(Numerals.grouped(amount) + unit.name, value, file)
            case (_, .date(let date)): note(date.long, value, file)
            case (.postalCode, .text), (.telephone, .text): note(file.text(value) ?? "", value, file)
            default: break
            }
        }
    }

    private func note(_ text: String, _ value: Value, _ file: DataFile) {
        if gathered[text] == nil { gathered[text] = file.place(of: value) }
    }

    func findings(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Diagnostic] {
        let text = paragraph.scalars.map { WidthFolding.ascii(String($0)).unicodeScalars.first ?? $0 }
        var findings: [Diagnostic] = []
        var index = 0
        while index < text.count {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            let end = endOfNumber(text, index)
            if let (range, place) = datum(in: text, index, end) {
                findings.append(figure(Diagnostic.Place(source, paragraph.range(range)), place))
            }
            index = end
        }
        return findings + notices.compactMap { notice($0, text, paragraph, source) }
    }

    /// The datum that a number is, alone or with its unit, or as part of a date.
    private func datum(in text: [Unicode.Scalar], _ start: Int, _ end: Int) -> (Range<Int>, Diagnostic.Place)? {
        let string = { (range: Range<Int>) in String(String.UnicodeScalarView(text[range])) }
        // 令和7年2月14日 begins two characters before its first number.
        if start >= 2, text[start...].prefix(4).contains("年"), let last = text[start...].prefix(12).firstIndex(of: "日")
        {
            let range = start - 2..<last + 1
            if let place = values[string(range)] { return (range, place) }
        }
        // No datum that is looked for has fewer than three characters.
        guard end - start >= 2 else { return nil }
        for unit in ["千円", "万円", "円", "%", ""] {
            let range = start..<min(text.count, end + unit.unicodeScalars.count)
            if let place = values[string(range)] { return (range, place) }
        }
        return nil
    }

    private func endOfNumber(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start
        while end < text.count {
            let isSeparator = [",", ".", "-"].contains(text[end]) && end + 1 < text.count && isDigit(text[end + 1])
            guard isDigit(text[end]) || isSeparator else { break }
            end += 1
        }
        return end
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    private func figure(_ place: Diagnostic.Place, _ datum: Diagnostic.Place) -> Diagnostic {
        let text = place.source.text(place.range)
        return Diagnostic(
            .typedFigure, .warning, at: place,
            Phrase(
                ja: "「\(text)」はデータにある値です。文章に直接書くと、データを直しても変わりません",
                en: "\"\(text)\" is in the data; typed into prose it will not change with it"),
            help: Phrase(ja: "値のタグ（{{…}}）に置き換えてください", en: "use the value's tag {{…}}"),
            notes: [Diagnostic.Note(datum, Phrase(ja: "データの値です", en: "the datum"))])
    }

    /// 平成28年法律第150号 where the datum has 第105号.
    private func otherNumber(
        _ head: [Unicode.Scalar], _ notice: (number: String, place: Diagnostic.Place), _ text: [Unicode.Scalar],
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> Diagnostic? {
        let isKnown = { (end: Int, start: Int) in
            let typed = String(String.UnicodeScalarView(text[start...end]))
            return self.notices.contains { WidthFolding.ascii($0.number) == typed }
        }
        guard head.count > 3, let start = text.indices.first(where: { text[$0...].starts(with: head) }),
            let end = text[start...].prefix(head.count + 6).firstIndex(of: "号"), !isKnown(end, start)
        else { return nil }
        return forms(Diagnostic.Place(source, paragraph.range(start..<end + 1)), notice)
    }

    /// 文科初第698号 where the datum has 元文科初第698号, or the number itself typed.
    private func notice(
        _ notice: (number: String, place: Diagnostic.Place), _ text: [Unicode.Scalar],
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
        if isWhole { return figure(place, notice.place) }
        return forms(place, notice)
    }

    private func forms(_ place: Diagnostic.Place, _ notice: (number: String, place: Diagnostic.Place)) -> Diagnostic {
        Diagnostic(
            .noticeForms, .warning, at: place,
            Phrase(
                ja: "文書番号が、データの「\(notice.number)」と違う形で書かれています",
                en: "the number is written in another form than \(notice.number) in the data"),
            help: Phrase(ja: "値のタグ（{{board.notices.…}}）に置き換えてください", en: "use its tag {{board.notices.…}}"),
            notes: [Diagnostic.Note(notice.place, Phrase(ja: "データの番号です", en: "the datum"))])
    }
}
