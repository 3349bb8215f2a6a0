import Bytes
import Diagnostics
import Japanese
import StrictYAML

/// Reads scalars by their field's type.
extension RecordDecoder {
    /// nil where the value was reported as an error.
    mutating func decodeScalar(_ node: Int, _ type: FieldType, of field: FieldSlot) -> Value? {
        switch type {
        case .text, .lines, .address: decodeText(node, type, field)
        case .identifier: check(node, .identifierForm(field.label), ScalarForm.isIdentifier)
        case .fieldKey: check(node, .fieldKeyForm(field.label), ScalarForm.isFieldKey)
        case .postalCode: decodePostalCode(node, field)
        case .telephone: decodeTelephone(node, field)
        case .webAddress: decodeAddress(node, .webAddressForm, ScalarForm.isWebAddress)
        case .email: decodeAddress(node, .emailForm, ScalarForm.isEmail)
        case .corporateNumber: check(node, .corporateNumberForm, ScalarForm.isCorporateNumber)
        case .furigana: decodeFurigana(node)
        case .municipalityCode: decodeMunicipalityCode(node)
        case .boolean: decodeBoolean(node, field)
        case .date: decodeCalendar(node, .date) { (text) throws(CalendarError) in .date(try CalendarParser.date(text)) }
        case .month:
            decodeCalendar(node, .month) { (text) throws(CalendarError) in .month(try CalendarParser.month(text)) }
        case .fiscalYear:
            decodeCalendar(node, .fiscalYear) { (text) throws(CalendarError) in
                .fiscalYear(try CalendarParser.fiscalYear(text))
            }
        case .schoolYears: decodeSchoolYears(node, field)
        case .integer: decodeNumber(node, .integerForm(field.label), NumberText.integer)
        case .decimal: decodeNumber(node, .decimalForm(field.label), NumberText.decimal)
        case .rate: decodeNumber(node, .rateForm(field.label), NumberText.rate)
        case .money: decodeNumber(node, .moneyForm(field.label), NumberText.money)
        case .frequency: decodeNumber(node, .frequencyForm(field.label), NumberText.frequency)
        case .choice(let choices): decodeChoice(node, choices, field)
        case .list, .record: nil
        }
    }

    mutating func report(
        _ code: DiagnosticCode, _ node: Int, severity: Diagnostic.Severity = .error, _ summary: Phrase,
        help: Phrase? = nil, replacement: String? = nil, isCertain: Bool = true
    ) {
        let place = tree.place(of: node)
        diagnostics.append(
            Diagnostic(
                code, severity, at: place, summary, help: help,
                fixIts: replacement.map { [Diagnostic.FixIt(place, replacement: $0, isCertain: isCertain)] } ?? []))
    }

    // MARK: Text

    private mutating func decodeText(_ node: Int, _ type: FieldType, _ field: FieldSlot) -> Value? {
        // Most texts have none of the bytes with which a control character begins.
        let hasControls = tree.withText(of: node) { text in
            text.firstIndex { $0.less(than: 0x20) | $0.equal(to: 0x7F) | $0.equal(to: 0xC2) } != nil
        }
        var (isOneLine, control): (Bool, Unicode.Scalar?) = (true, nil)
        if hasControls { (isOneLine, control) = Self.controls(in: tree.text(of: node).unicodeScalars) }
        if let control {
            reportControl(control, node, field)
            return nil
        }
        if !type.holdsLines, !isOneLine {
            report(
                .wrongShape, node,
                Phrase(ja: "「\(field.label.ja)」は1行で書く項目です", en: "\"\(field.label.en)\" is a field of one line"),
                help: Phrase(ja: "改行を消して1行にしてください", en: "put it on one line"))
            return nil
        }
        guard hasControls else { return Value(node: node, .text) }
        // The line break that ends a block scalar is not part of the text.
        let length = tree.withText(of: node) { text in
            var length = text.count
            while length > 0, text[length - 1] == 0x0A || text[length - 1] == 0x0D { length -= 1 }
            return length == text.count ? nil : length
        }
        return Value(node: node, length.map { .textPrefix(UInt32($0)) } ?? .text)
    }

    /// Whether a text is of one line, but for a line break at its end, and the first control character in it beside line breaks.
    private static func controls(in text: String.UnicodeScalarView) -> (isOneLine: Bool, control: Unicode.Scalar?) {
        let isBreak = { (scalar: Unicode.Scalar) in scalar == "\n" || scalar == "\r" }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: isBreak)
        let control = text.first { $0.properties.generalCategory == .control && !isBreak($0) }
        // \r\n parts two lines with nothing between.
        let breaks = text.count { $0 == "\n" } + (text.contains("\n") ? 0 : text.count { $0 == "\r" })
        return (breaks <= 1 && lines.dropFirst().allSatisfy(\.isEmpty), control)
    }

    private mutating func reportControl(_ control: Unicode.Scalar, _ node: Int, _ field: FieldSlot) {
        let text = tree.text(of: node)
        let isTab = control == "\t"
        let code = String(control.value, radix: 16, uppercase: true)
        report(
            .controlCharacter, node,
            isTab
                ? Phrase(ja: "「\(field.label.ja)」にタブがあります", en: "\"\(field.label.en)\" holds a tab")
                : Phrase(
                    ja: "「\(field.label.ja)」に制御文字（U+\(code)）があります",
                    en: "\"\(field.label.en)\" holds the control character U+\(code)"),
            help: isTab
                ? Phrase(ja: "タブを空白に直すか、消してください", en: "write a space in its place, or delete it")
                : Phrase(ja: "この文字を消してください", en: "delete the character"),
            replacement: isTab ? text.replacing("\t", with: " ") : nil)
    }

    private mutating func check(
        _ node: Int, _ problem: @autoclosure () -> ValueProblem, _ isRight: (Span<UInt8>) -> Bool
    ) -> Value? {
        if tree.withText(of: node, isRight) { return Value(node: node, .text) }
        let problem = problem()
        report(problem.code, node, problem.summary(tree.text(of: node)), help: problem.help)
        return asWritten(node, problem)
    }

    /// An address of the web or of mail. In other widths, with its scheme twice or a stop behind it, it is known what was meant.
    private mutating func decodeAddress(
        _ node: Int, _ problem: ValueProblem, _ isRight: (Span<UInt8>) -> Bool
    ) -> Value? {
        if tree.withText(of: node, isRight) { return Value(node: node, .text) }
        let text = tree.text(of: node)
        var meant = WidthFolding.ascii(text)
        for scheme in ["https://", "http://"] {
            while meant.hasPrefix(scheme + scheme) { meant.removeFirst(scheme.count) }
        }
        while let last = meant.last, ".,;:、。 ".contains(last) { meant.removeLast() }
        let bytes = Array(meant.utf8)
        let right = isRight(bytes.span) ? meant : nil
        report(
            problem.code, node, problem.summary(text),
            help: right.map { Phrase(ja: "「\($0)」と書いてください", en: "write \"\($0)\"") } ?? problem.help,
            replacement: right)
        return nil
    }

    /// What is officially printed in an unusual form can be allowed, and is then printed as it stands.
    private func asWritten(_ node: Int, _ problem: ValueProblem) -> Value? {
        problem.code.canBeAllowed ? Value(node: node, .text) : nil
    }

    private mutating func decodeMunicipalityCode(_ node: Int) -> Value? {
        if tree.withText(of: node, ScalarForm.isMunicipalityCode) { return Value(node: node, .text) }
        let problem = ValueProblem.municipalityCodeForm
        let text = tree.text(of: node)
        let right = ScalarForm.municipalityCode(from: text)
        let digits = WidthFolding.ascii(text)
        var help = right.map { Phrase(ja: "「\($0)」と書いてください", en: "write \"\($0)\"") }
        if help == nil, digits.utf8.count == 6, let number = Int(digits.prefix(5)) {
            let digit = ScalarForm.checkDigit(ofMunicipality: number)
            help = Phrase(
                ja: "「\(digits.prefix(5))」の検査数字（最後の数字）は「\(digit)」です。コードを確かめてください",
                en: "the check digit, the last one, of \(digits.prefix(5)) is \(digit): check the code")
        }
        report(problem.code, node, problem.summary(text), help: help ?? problem.help, replacement: right)
        return nil
    }

    // MARK: Contact

    private mutating func decodePostalCode(_ node: Int, _ field: FieldSlot) -> Value? {
        if tree.withText(of: node, { PostalCode($0) }) != nil { return Value(node: node, .text) }
        let text = tree.text(of: node)
        let restored = restoredPostalCode(text, field)
        let right = PostalCode(lenient: text)?.formatted ?? restored?.text
        report(
            .postalCodeForm, node,
            Phrase(ja: "「\(text)」は郵便番号の形ではありません", en: "\"\(text)\" is not in the form of a postal code"),
            help: right.map { right in
                restored?.isCertain ?? true
                    ? Phrase(ja: "「\(right)」と書いてください", en: "write \"\(right)\"")
                    : Phrase(ja: "「\(right)」ではありませんか", en: "did you mean \"\(right)\"?")
            }
                ?? Phrase(ja: "「665-0865」のように、7桁の数字を半角で書いてください", en: "write seven digits, as in 665-0865"),
            replacement: right, isCertain: restored?.isCertain ?? true)
        return nil
    }

    private mutating func decodeTelephone(_ node: Int, _ field: FieldSlot) -> Value? {
        guard let problem = tree.withText(of: node, { TelephoneNumber.problem($0) }) else {
            return Value(node: node, .text)
        }
        let text = tree.text(of: node)
        if let restored = restoredTelephone(text, field) {
            report(
                .telephoneForm, node,
                Phrase(ja: "電話番号「\(text)」が0から始まっていません", en: "\"\(text)\" does not begin with 0"),
                help: Phrase(ja: "「\(restored.text)」ではありませんか", en: "did you mean \"\(restored.text)\"?"),
                replacement: restored.text, isCertain: restored.isCertain)
            return nil
        }
        switch problem {
        case .form:
            report(
                .telephoneForm, node,
                Phrase(ja: "「\(text)」は電話番号の形ではありません", en: "\"\(text)\" is not a telephone number"),
                help: Phrase(
                    ja: "「0797-86-2321」のように、0から始まる半角の数字を書いてください。内線は「0797-86-2321（内線2345）」、二つ以上の番号は「、」で区切って書けます",
                    en: """
                        write digits that begin with 0, as in 0797-86-2321; an extension as in 0797-86-2321（内線2345）, several \
                        numbers with 、 between them
                        """))
            return nil
        case .digitCount(let count, let expected):
            report(
                .telephoneForm, node,
                Phrase(
                    ja: "電話番号「\(text)」は\(count)桁ですが、この種類の番号は\(expected)桁です",
                    en: "\"\(text)\" has \(count) digits, but a number of its kind has \(expected)"),
                help: Phrase(ja: "番号を確かめてください", en: "check the number"))
            return nil
        case .signs(let canonical):
            report(
                .telephoneForm, node,
                Phrase(
                    ja: "電話番号「\(text)」の書き方が決まりと違います",
                    en: "\"\(text)\" is not written as telephone numbers are"),
                help: canonical.map { Phrase(ja: "「\($0)」と書いてください", en: "write \"\($0)\"") }
                    ?? Phrase(ja: "「0797-86-2321」のように半角で書いてください", en: "write it as in 0797-86-2321"),
                replacement: canonical)
            return nil
        case .grouping(let canonical):
            report(
                .telephoneGrouping, node, severity: .warning,
                Phrase(ja: "電話番号「\(text)」の区切り方が決まりと違います", en: "\"\(text)\" is not grouped by the rule"),
                help: canonical.map { Phrase(ja: "「\($0)」と書いてください", en: "write \"\($0)\"") }
                    ?? Phrase(ja: "「市外局番-市内局番-4桁」に区切ってください", en: "separate area, local number and the last four digits"),
                replacement: canonical)
            return Value(node: node, .text)
        }
    }

    // MARK: Choices

    /// What people write for true and false where the key's words do not ask for it.
    private static let booleans = [
        "true": ["true", "yes", "on", "はい", "する", "有", "有り", "あり", "可", "○", "〇"],
        "false": ["false", "no", "off", "いいえ", "しない", "無", "無し", "なし", "不可", "×"],
    ]

    private mutating func decodeBoolean(_ node: Int, _ field: FieldSlot) -> Value? {
        let text = tree.text(of: node)
        if text == "true" || text == "false" { return Value(node: node, .boolean(text == "true")) }
        let folded = WidthFolding.ascii(text).lowercased()
        let meant = Self.booleans.first { $0.value.contains(folded) }?.key
        report(
            .unknownChoice, node,
            Phrase(ja: "「\(field.label.ja)」に「\(text)」とは書けません", en: "\"\(field.label.en)\" cannot be \"\(text)\""),
            help: meant.map { Phrase(ja: "「\($0)」と書いてください", en: "write \($0)") }
                ?? Phrase(ja: "true（はい）又はfalse（いいえ）と書いてください", en: "write true or false"), replacement: meant)
        return nil
    }

    private mutating func decodeChoice(_ node: Int, _ choices: [FieldType.Choice], _ field: FieldSlot) -> Value? {
        let text = tree.text(of: node)
        if let index = choices.firstIndex(where: { $0.key == text }) {
            return Value(node: node, .choice(UInt16(clamping: index)))
        }
        // What documents print says which one is meant, and so does the key in other letters.
        let folded = WidthFolding.ascii(text).lowercased()
        let meant = choices.first { [$0.key, $0.label.ja, $0.label.en].contains(folded) }?.key
        let nearest = meant ?? NearestName.find(folded, among: choices.map(\.key))
        let list = choices.map { "\($0.key)（\($0.label.ja)）" }.joined(separator: "、")
        let english = choices.map { "\($0.key) (\($0.label.en))" }.joined(separator: ", ")
        report(
            .unknownChoice, node,
            Phrase(ja: "「\(field.label.ja)」に「\(text)」とは書けません", en: "\"\(field.label.en)\" cannot be \"\(text)\""),
            help: meant.map { Phrase(ja: "「\($0)」と書いてください", en: "write \($0)") }
                ?? Phrase(ja: "次から選んでください: \(list)", en: "choose one of \(english)"), replacement: nearest,
            isCertain: meant != nil)
        return nil
    }

    /// Hiragana; katakana is certain to be mended.
    private mutating func decodeFurigana(_ node: Int) -> Value? {
        if tree.withText(of: node, ScalarForm.isFurigana) { return Value(node: node, .text) }
        let text = tree.text(of: node)
        let hiragana = Array(WidthFolding.hiragana(text).utf8)
        let right = ScalarForm.isFurigana(hiragana.span) ? String(decoding: hiragana, as: UTF8.self) : nil
        let problem = ValueProblem.furiganaForm
        report(
            problem.code, node, problem.summary(text),
            help: right.map { Phrase(ja: "「\($0)」と書いてください", en: "write \"\($0)\"") } ?? problem.help,
            replacement: right)
        return asWritten(node, problem)
    }

    private mutating func decodeSchoolYears(_ node: Int, _ field: FieldSlot) -> Value? {
        let text = tree.text(of: node)
        do throws(SchoolYears.Problem) {
            return Value(node: node, .schoolYears(try SchoolYears(text)))
        } catch {
            switch error {
            case .form:
                report(
                    .schoolYearsForm, node,
                    Phrase(ja: "「\(text)」は学年の形ではありません", en: "\"\(text)\" is not in the form of school years"),
                    help: Phrase(
                        ja: "「小学校1年生から中学校3年生まで」「小1～中3」「中学生」のように書いてください",
                        en: "write it as in 小学校1年生から中学校3年生まで, 小1～中3 or 中学生"))
            case .noSuchYear(let school, let year, let last):
                report(
                    .schoolYearsForm, node,
                    Phrase(
                        ja: "「\(text)」の\(school)\(year)年生という学年はありません（\(last)年生まで）",
                        en: "\"\(text)\": \(school) has no year \(year), only \(last)"),
                    help: Phrase(ja: "学年を確かめてください", en: "check the year"))
            case .order:
                report(
                    .schoolYearsForm, node,
                    Phrase(ja: "「\(text)」は、始まりの学年が終わりより上です", en: "\"\(text)\" begins after its end"),
                    help: Phrase(ja: "二つの学年が入れ替わっていないか確かめてください", en: "check whether the two have been swapped"))
            }
            return nil
        }
    }

    // MARK: Calendar and numbers

    private mutating func decodeCalendar(
        _ node: Int, _ kind: CalendarKind, _ read: (String) throws(CalendarError) -> Value.Content
    ) -> Value? {
        let text = tree.text(of: node)
        do {
            return Value(node: node, try read(text))
        } catch {
            let report = kind.report(error, text)
            self.report(report.code, node, report.summary, help: report.help, replacement: report.replacement)
            return nil
        }
    }

    private mutating func decodeNumber(
        _ node: Int, _ problem: ValueProblem, _ read: (String) -> (content: Value.Content, canonical: String)?
    ) -> Value? {
        let text = tree.text(of: node)
        if let (content, canonical) = read(text), canonical.utf8.elementsEqual(text.utf8) {
            return Value(node: node, content)
        }
        var canonical = read(WidthFolding.ascii(text))?.canonical
        // 0.037 may be 3.7% as a part of one, or 0.037%.
        if problem.code == .rateForm, WidthFolding.ascii(text).hasPrefix("0."), canonical?.hasPrefix(text) ?? false,
            !WidthFolding.ascii(text).hasSuffix("%")
        {
            canonical = nil
        }
        report(
            problem.code, node, problem.summary(text),
            help: canonical.map { Phrase(ja: "「\($0)」と書いてください", en: "write \"\($0)\"") } ?? problem.help,
            replacement: canonical)
        return asWritten(node, problem)
    }
}
