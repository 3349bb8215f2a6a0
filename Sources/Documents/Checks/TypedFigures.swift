import Bytes
import Diagnostics
import Files
import Japanese
import Records

/// Figures, dates and numbers of notices typed into prose though a datum has them: they would stay behind when it changes.
final class TypedFigures {
    private let board: Board
    /// The data that a text could be, as a template would print it in half-width digits; gathered when the first number is
    /// met.
    private lazy var values: Values = {
        gathered = Values()
        for file in board.allFiles {
            let path = [file.kind.name]
            if let rows = board.schema.rows(of: file.kind) {
                let items = file.root.read(rows, as: RecordList.self).map { Array($0) } ?? []
                collect(items, path)
            } else {
                collect(file.root, Home(path: path))
            }
        }
        countFacilities()
        return gathered
    }()
    private var gathered = Values()
    /// The fields of the data that were found typed.
    private(set) var typedFields: Set<FieldKey> = []

    /// Data by their texts: most texts are one datum's alone.
    private struct Values {
        private var firsts: [String: Datum] = [:]
        private var others: [String: [Datum]] = [:]

        mutating func add(_ datum: Datum, _ text: String) {
            guard let first = firsts[text] else {
                firsts[text] = datum
                return
            }
            // What is specific is found whichever it is.
            if !first.isSpecific { others[text, default: []].append(datum) }
        }

        var texts: some Sequence<String> { firsts.keys }

        subscript(text: String) -> [Datum] { firsts[text].map { [$0] + (others[text] ?? []) } ?? [] }
    }

    /// Where a record stands, by the names that templates use.
    private struct Home {
        /// That lead to the record, or to the list that it is an item of.
        var path: TemplateTags.Path
        var isItem = false
        /// What it is about, where that is another record: a series for its years.
        var subject: TemplateTags.Path?

        /// By which templates name a record that stands there.
        func path(of record: RecordView) -> TemplateTags.Path {
            isItem ? path + [record.type.identifier.flatMap { record.text($0) } ?? "[]"] : path
        }
    }

    private struct Datum {
        let value: Value
        let field: FieldDeclaration
        let record: RecordView
        let home: Home
        let isSpecific: Bool
        /// What stands behind its tag: 人 behind {{capacity}}.
        let unit: String
        /// The form in which its tag would print it, if not the usual one.
        let form: String?

        var place: Diagnostic.Place? { record.file.place(of: value) }
        var key: FieldKey { FieldKey(record.type, field) }

        private var recordPath: TemplateTags.Path { home.path(of: record) }

        /// By which templates name it.
        var path: TemplateTags.Path { recordPath + [field.key] + [form].compactMap { $0 } }
        /// What all tags begin with that speak of the same.
        var subject: TemplateTags.Path { home.subject ?? recordPath }
        /// What its record is called; a notice goes by the head of its number, too, whatever follows: 元文科初第.
        var names: [String] {
            let names = record.type.names.compactMap { record.text($0) }
            let number = record.text(Notice.number)
            return names + [number?.prefix { $0 != "第" }].compactMap { $0.map { $0 + "第" } }.filter { $0.count > 2 }
        }
    }

    private let notices: TypedNoticeNumbers

    init(_ board: Board) {
        self.board = board
        notices = TypedNoticeNumbers(board)
    }

    private func collect(_ record: RecordView, _ home: Home) {
        for field in record.type.fields {
            let value = record.value(field)
            if value.isAbsent { continue }
            func note(_ text: String, unit: String = "", form: String? = nil) {
                gathered.add(
                    Datum(
                        value: value, field: field, record: record, home: home,
                        isSpecific: TypedForms.isSpecific(value), unit: unit, form: form), text)
            }
            if let key = TypedForms.key(field, value, in: record.type) {
                let isCount = value.integer != nil
                let unit = TypedForms.units.first { key.hasSuffix($0) && (isCount || $0 == "倍") } ?? ""
                note(key, unit: unit)
                if let number = value.integer { note(Numerals.kanji(number) + unit, unit: unit, form: "kanji") }
            }
            for form in TypedForms.forms(field, value, in: record.file) {
                note(form, unit: value.integer != nil && form.hasSuffix("人") ? "人" : "")
            }
            if field.isDerived { continue }
            let inside = (home.isItem ? home.path + ["[]"] : home.path) + [field.key]
            if let inner = record.read(field, as: RecordView.self) { collect(inner, Home(path: inside)) }
            let items = record.read(field, as: RecordList.self).map { Array($0) } ?? []
            collect(items, inside, yearsOf: field == Series.series.declaration ? home.path(of: record) : nil)
        }
    }

    /// - Parameter series: whose rows they are; templates name the first and the latest of them.
    private func collect(
        _ items: [RecordView], _ path: TemplateTags.Path, yearsOf series: TemplateTags.Path? = nil
    ) {
        for (index, item) in items.enumerated() {
            let name = index == items.count - 1 ? Series.latest.key : index == 0 ? Series.first.key : nil
            if let series, let name {
                collect(item, Home(path: series + [name], subject: series))
            } else {
                collect(item, Home(path: path, isItem: true, subject: series))
            }
        }
    }

    /// How many facilities are listed is a figure, too.
    private func countFacilities() {
        guard let root = board.files[.facilities]?.root else { return }
        let count = root.records(FacilityLists.privateFacilities).count
        guard count >= 2 else { return }
        gathered.add(
            Datum(
                value: root.value(FacilityLists.privateFacilities), field: FacilityLists.privateFacilities.declaration,
                record: root, home: Home(path: [DataFileKind.facilities.name]),
                isSpecific: false, unit: "施設", form: "count"), "\(count)施設")
    }

    func findings(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Diagnostic] {
        let text = Text(paragraph: paragraph, scalars: paragraph.folded, source: source, schema: board.schema)
        var findings: [Diagnostic] = []
        var index = 0
        while index < text.scalars.count {
            let (end, found) = figure(in: text, at: index)
            if let (range, datum) = found {
                let place = Diagnostic.Place(source, paragraph.range(range))
                findings.append(
                    figure(place, datum.place, TemplateTags(source, at: place.range.lowerBound, board.schema), datum))
            } else if text.scalars[index].isASCIIDigit, let found = slip(in: text, index..<end) {
                findings.append(found)
            }
            index = max(end, index + 1)
        }
        return findings + notices.findings(in: text.scalars, paragraph, source)
    }

    /// Figures of the data of five digits or more, as they are printed.
    private lazy var large: [String] = values.texts.filter { text in
        text.utf8.count >= 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }
    }.sorted()

    /// 299,084人 where the data have 299,048: two digits changed about, or of six one other.
    private func slip(in text: Text, _ range: Range<Int>) -> Diagnostic? {
        guard range.count >= 6, text.scalars[range].contains(","),
            !text.scalars[range].suffix(3).elementsEqual("000".unicodeScalars),
            !["円", "千円", "万円", "百万円"].contains(where: {
                text.scalars[range.upperBound...].starts(with: $0.unicodeScalars)
            }),
            !isOfOtherKind(text.scalars, range.lowerBound, range.upperBound)
        else { return nil }
        let written = string(text.scalars, range)
        let one = Array(written.utf8)
        let near = large.first { other in
            let other = Array(other.utf8)
            guard other.count == one.count else { return false }
            let unlike = one.indices.filter { one[$0] != other[$0] }
            if unlike.count == 1 { return one.count >= 7 }
            // Neighbours, past a comma.
            let isBeside =
                unlike.count == 2
                && unlike[1] - unlike[0] - one[unlike[0]..<unlike[1]].count { $0 == UInt8(ascii: ",") } == 1
            return isBeside && one[unlike[0]] == other[unlike[1]] && one[unlike[1]] == other[unlike[0]]
        }
        guard let near, let datum = values[near].first else { return nil }
        return Diagnostic(
            .typedFigure, .warning, at: Diagnostic.Place(text.source, text.paragraph.range(range)),
            Phrase(
                ja: "「\(written)」は、データにある「\(near)」と数字が少し違います", en: "\(written) is nearly \(near), which the data have"),
            help: Phrase(ja: "数を確かめ、データの値ならタグで書いてください", en: "check the figure, and use its tag if it is the datum"),
            notes: [datum.place.map { Diagnostic.Note($0, Phrase(ja: "データの値です", en: "the datum")) }].compactMap(\.self))
    }

    /// A paragraph as figures are looked for in it.
    private struct Text {
        let paragraph: TemplateProse.Paragraph
        /// In half-width digits.
        let scalars: [Unicode.Scalar]
        let source: SourceFile
        let schema: Schema

        /// What the tag at a place means.
        func path(ofTag index: Int) -> TemplateTags.Path? {
            let offset = paragraph.offsets[index]
            let bytes = source.bytes[offset...]
            guard bytes.starts(with: "{{".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "}")) else { return nil }
            let name = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self).filter { $0 != " " }
            return TemplateTags(source, at: offset, schema).path(of: name)
        }
    }

    /// The number or date that begins at a place: where it ends, and the datum that it is.
    private func figure(in text: Text, at start: Int) -> (end: Int, found: (range: Range<Int>, datum: Datum)?) {
        let scalars = text.scalars
        if let end = endOfEraDate(scalars, start) {
            return (end, found(start..<end, text) ?? otherDate(start..<end, text))
        }
        if let date = DateForms.date(in: scalars, at: start) {
            return (date.end, found(start..<date.end, text, as: date.long) ?? otherDate(start..<date.end, text))
        }
        if scalars[start].isASCIIDigit {
            let end = endOfNumber(scalars, start)
            return (end, datum(in: text, start, end, units: TypedForms.units + [""]))
        }
        if isKanjiNumeral(scalars[start]) {
            let end = scalars[start...].firstIndex { !isKanjiNumeral($0) } ?? scalars.count
            return (end, datum(in: text, start, end, units: TypedForms.units))
        }
        return (start + 1, nil)
    }

    /// - Parameter form: as the value would be printed, where it stands there otherwise: 令和7年2月14日 for R7.2.14.
    private func found(
        _ range: Range<Int>, _ text: Text, as form: String? = nil
    ) -> (range: Range<Int>, datum: Datum)? {
        let data = values[form ?? string(text.scalars, range)]
        if data.isEmpty { return nil }
        let figure = FigureInSentence(text.scalars, range, element: text.paragraph.element)
        guard let datum = data.first(where: { isStated($0, by: figure, in: text) }) else { return nil }
        typedFields.insert(datum.key)
        return (range, datum)
    }

    /// A date in the place of another one that the data have: 令和7年2月現在 over a list, or before 付け and a notice's tag.
    private func otherDate(_ range: Range<Int>, _ text: Text) -> (range: Range<Int>, datum: Datum)? {
        let behind = text.scalars[range.upperBound...]
        let written = string(text.scalars, range)
        // What is not in the calendar is told as such.
        if written.hasSuffix("日"), Era(prefixOf: written) != nil, (try? CalendarParser.date(written)) == nil {
            return nil
        }
        if behind.starts(with: "現在".unicodeScalars) {
            let figure = FigureInSentence(text.scalars, range, element: text.paragraph.element)
            guard text.paragraph.element == "caption" || ["一覧", "掲載"].contains(where: figure.isAbout),
                let root = board.files[.facilities]?.root
            else { return nil }
            return datum(FacilityLists.asOf, of: root, [DataFileKind.facilities.name]).map { (range, $0) }
        }
        guard behind.starts(with: "付け".unicodeScalars), let tag = behind.dropFirst(2).first, tag == TemplateProse.tag,
            let path = text.path(ofTag: range.upperBound + 2), path.starts(with: ["board", "notices"]), path.count > 2,
            let notice = board.record?.records(BoardRecord.notices).first(where: { $0.text(Notice.id) == path[2] })
        else { return nil }
        return datum(Notice.date, of: notice, Array(path.prefix(3))).map { (range, $0) }
    }

    private func datum(
        _ field: some DeclaredField, of record: RecordView, _ path: TemplateTags.Path
    ) -> Datum? {
        let value = record.value(field)
        return value.isAbsent
            ? nil
            : Datum(
                value: value, field: field.declaration, record: record, home: Home(path: path), isSpecific: false,
                unit: "", form: nil)
    }

    /// Whether a figure says what a datum says: it is the datum's alone, stands beside the record's name or tags, or is said
    /// of what the datum is known by.
    private func isStated(_ datum: Datum, by figure: FigureInSentence, in text: Text) -> Bool {
        if datum.isSpecific { return !figure.isFollowedByOtherUnit }
        let statements = DatumStatement.table[datum.key] ?? []
        let nouns = statements.flatMap(\.nouns)
        if figure.isPartOfTime || !nouns.isEmpty && figure.isSaid(ofOtherThan: nouns) { return false }
        if statements.contains(where: { $0.fits(figure) }) || datum.names.contains(where: figure.names) { return true }
        return !DatumStatement.knownByWordsAlone.contains(datum.key)
            && figure.tags.contains { text.path(ofTag: $0)?.starts(with: datum.subject) ?? false }
    }

    private func string(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
        String(scalars: text[range])
    }

    /// The datum that a number is, alone or with its unit.
    private func datum(
        in text: Text, _ start: Int, _ end: Int, units: [String]
    ) -> (range: Range<Int>, datum: Datum)? {
        let scalars = text.scalars
        // 年9回: the period stands before the number.
        if start > 0, end < scalars.count, scalars[end] == "回", let found = found(start - 1..<end + 1, text) {
            return found
        }
        // No datum that is looked for has fewer than two characters.
        guard end - start >= 2 || end < scalars.count && "十百千万".unicodeScalars.contains(scalars[start]) else {
            return nil
        }
        for unit in units where scalars[end...].starts(with: unit.unicodeScalars) {
            let unitEnd = end + unit.unicodeScalars.count
            if isOfOtherKind(scalars, start, unitEnd) { return nil }
            if let found = found(start..<unitEnd, text) { return found }
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
        scalar.isKanjiNumeral || "〇百千万億".unicodeScalars.contains(scalar)
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

    private func figure(
        _ place: Diagnostic.Place, _ value: Diagnostic.Place?, _ tags: TemplateTags, _ datum: Datum
    ) -> Diagnostic {
        let path = datum.path
        let help: Phrase
        if let name = tags.name(of: path) {
            let tag = "{{\(name)}}\(datum.unit)"
            help = Phrase(ja: "「\(tag)」に書き換えてください", en: "write \(tag)")
        } else {
            // An item of a list has a name only where a section goes through the list.
            let list = path.prefix { $0 != "[]" }.joined(separator: ".")
            let tag = "{{\(path.drop { $0 != "[]" }.dropFirst().joined(separator: "."))}}\(datum.unit)"
            help = Phrase(
                ja: "「\(list)」を繰り返す所（{{#\(list)}}～{{/\(list)}}）に「\(tag)」と書いてください",
                en: "write \(tag) where the template goes through {{#\(list)}}…{{/\(list)}}")
        }
        return Self.finding(place, value, help)
    }

    /// - Parameter value: where the datum stands.
    static func finding(_ place: Diagnostic.Place, _ value: Diagnostic.Place?, _ help: Phrase) -> Diagnostic {
        let text = place.source.text(place.range)
        return Diagnostic(
            .typedFigure, .warning, at: place,
            Phrase(
                ja: "「\(text)」はデータにある値です。文章に直接書くと、データを直しても変わりません",
                en: "\"\(text)\" is in the data; typed into prose it will not change with it"),
            help: help, notes: [Diagnostic.Note(value, Phrase(ja: "データの値です", en: "the datum"))])
    }
}
