import Diagnostics
import Japanese
import Records
import StrictYAML

/// Figures, dates and numbers of notices typed into prose though a datum has them: they would stay behind when it changes.
final class TypedFigures {
    private let board: Board
    /// The text of a datum, as a template would print it in half-width digits, and where it stands; gathered when the
    /// first number is met.
    private lazy var values: [String: Datum] = {
        gathered = [:]
        for kind in DataFileKind.allCases {
            if let file = board.files[kind] { collect(file.root) }
        }
        countFacilities()
        return gathered
    }()
    private var gathered: [String: Datum] = [:]
    /// The fields of the data that were found typed.
    private(set) var typedFields: Set<FieldKey> = []

    private struct Datum {
        let place: Diagnostic.Place
        let field: FieldKey
    }

    private struct Notice {
        let number: String
        let title: String
        let place: Diagnostic.Place
    }

    private let notices: [Notice]

    init(_ board: Board) {
        self.board = board
        notices = (board.record?.records("notices") ?? []).compactMap { notice in
            notice.text("number").map {
                Notice(number: $0, title: notice.text("title") ?? "", place: notice.place("number"))
            }
        }
    }

    private func collect(_ record: RecordView) {
        let file = record.file
        for field in record.type.fields {
            let value = record[field]
            let fieldKey = FieldKey(record: record.type.name, field: field.key)
            if let key = TypedForms.key(field, value, in: record.type) {
                note(key, value, fieldKey, file)
                if let number = value.integer {
                    note(Numerals.kanji(number) + key.drop { $0.isNumber || $0 == "," }, value, fieldKey, file)
                }
            }
            for form in TypedForms.forms(field, value, in: file) { note(form, value, fieldKey, file) }
            if field.isDerived { continue }
            if let inner = record.record(field) { collect(inner) }
            record.records(field).forEach(collect)
        }
    }

    private func note(_ text: String, _ value: Value, _ field: FieldKey, _ file: DataFile) {
        if gathered[text] == nil { gathered[text] = Datum(place: file.place(of: value), field: field) }
    }

    /// How many facilities are listed is a figure, too.
    private func countFacilities() {
        guard let root = board.files[.facilities]?.root else { return }
        let count = root.records("private").count
        guard count >= 2 else { return }
        note("\(count)施設", root["private"], FieldKey(record: root.type.name, field: "private"), root.file)
    }

    func findings(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Diagnostic] {
        let text = paragraph.folded
        var findings: [Diagnostic] = []
        var index = 0
        while index < text.count {
            let (end, found) = figure(in: text, at: index)
            if let (range, place) = found {
                findings.append(figure(Diagnostic.Place(source, paragraph.range(range)), place))
            }
            index = max(end, index + 1)
        }
        return findings + notices.compactMap { notice($0, text, paragraph, source) }
    }

    /// The number or date that begins at a place: where it ends, and the datum that it is.
    private func figure(
        in text: [Unicode.Scalar], at start: Int
    ) -> (end: Int, found: (range: Range<Int>, datum: Diagnostic.Place)?) {
        if let end = endOfEraDate(text, start) {
            return (end, found(start..<end, text))
        }
        if text[start].isASCIIDigit {
            let end = endOfNumber(text, start)
            return (end, datum(in: text, start, end, units: TypedForms.units + [""]))
        }
        if isKanjiNumeral(text[start]) {
            let end = text[start...].firstIndex { !isKanjiNumeral($0) } ?? text.count
            return (end, datum(in: text, start, end, units: TypedForms.units))
        }
        return (start + 1, nil)
    }

    private func found(
        _ range: Range<Int>, _ text: [Unicode.Scalar]
    ) -> (range: Range<Int>, datum: Diagnostic.Place)? {
        guard let datum = values[string(text, range)] else { return nil }
        typedFields.insert(datum.field)
        return (range, datum.place)
    }

    private func string(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range]))
    }

    /// The datum that a number is, alone or with its unit.
    private func datum(
        in text: [Unicode.Scalar], _ start: Int, _ end: Int, units: [String]
    ) -> (range: Range<Int>, datum: Diagnostic.Place)? {
        // 年9回: the period stands before the number.
        if start > 0, end < text.count, text[end] == "回", let found = found(start - 1..<end + 1, text) { return found }
        // No datum that is looked for has fewer than two characters.
        guard end - start >= 2 || end < text.count && "十百千万".unicodeScalars.contains(text[start]) else { return nil }
        for unit in units {
            let scalars = unit.unicodeScalars
            guard text[end...].starts(with: scalars) else { continue }
            if isOfOtherKind(text, start, end + scalars.count) { return nil }
            if let found = found(start..<end + scalars.count, text) { return found }
        }
        return nil
    }

    /// Part of a range, or the number of something: 512人～, 第100号, 120ページ.
    private func isOfOtherKind(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        if start > 0, "~～〜第".unicodeScalars.contains(text[start - 1]) { return true }
        guard end < text.count else { return false }
        return "~～〜号頁".unicodeScalars.contains(text[end]) || text[end...].starts(with: "ページ".unicodeScalars)
    }

    /// 令和7年2月14日, 令和7年3月 and 令和6年度: where one ends that begins here.
    private func endOfEraDate(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard start + 4 <= text.count, Era(text[start], text[start + 1]) != nil else { return nil }
        var end = start + 2
        func number() -> Bool {
            let first = end
            while end < text.count, text[end].isASCIIDigit { end += 1 }
            return end > first
        }
        func sign(_ sign: Unicode.Scalar) -> Bool {
            guard end < text.count, text[end] == sign else { return false }
            end += 1
            return true
        }
        guard sign("元") || number(), sign("年") else { return nil }
        if sign("度") { return end }
        let year = end
        guard number(), sign("月") else { return year }
        let month = end
        guard number(), sign("日") else { return month }
        return end
    }

    private func isKanjiNumeral(_ scalar: Unicode.Scalar) -> Bool {
        "〇一二三四五六七八九十百千万億".unicodeScalars.contains(scalar)
    }

    private func endOfNumber(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start
        while end < text.count {
            let isSeparator = [",", ".", "-"].contains(text[end]) && end + 1 < text.count && text[end + 1].isASCIIDigit
            guard text[end].isASCIIDigit || isSeparator else { break }
            end += 1
        }
        return end
    }

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
        _ head: [Unicode.Scalar], _ notice: Notice, _ text: [Unicode.Scalar],
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> Diagnostic? {
        let isKnown = { (end: Int, start: Int) in
            let typed = String(String.UnicodeScalarView(text[start...end]))
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
        _ notice: Notice, _ text: [Unicode.Scalar],
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
        // 令和4年法律第77号 is another act than 平成3年法律第77号.
        if isWholeNumber(text, upTo: start), !hasTitle(notice.title, before: start, text) { return nil }
        return forms(place, notice)
    }

    /// Whether an era's year stands before 第: 令和4年法律.
    private func isWholeNumber(_ text: [Unicode.Scalar], upTo end: Int) -> Bool {
        text[max(0, end - 14)..<end].indices.contains { start in
            guard start + 4 <= end, Era(prefixOf: string(text, start..<start + 2)) != nil else { return false }
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

    private func forms(_ place: Diagnostic.Place, _ notice: Notice) -> Diagnostic {
        Diagnostic(
            .noticeForms, .warning, at: place,
            Phrase(
                ja: "文書番号が、データの「\(notice.number)」と違う形で書かれています",
                en: "the number is written in another form than \(notice.number) in the data"),
            help: Phrase(ja: "値のタグ（{{board.notices.…}}）に置き換えてください", en: "use its tag {{board.notices.…}}"),
            notes: [Diagnostic.Note(notice.place, Phrase(ja: "データの番号です", en: "the datum"))])
    }
}
