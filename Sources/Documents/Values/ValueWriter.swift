import Bytes
import Diagnostics
import Japanese
import Markup
import Records

/// What text is, as far as its printing goes.
enum TextKind: Sendable {
    case telephone, address, email
    /// Printed as it is, whatever the house style: addresses of the web and of mail, identifiers.
    case verbatim
    case other

    init(_ type: FieldType) {
        switch type {
        case .telephone: self = .telephone
        case .address: self = .address
        case .email: self = .email
        case .webAddress, .identifier, .municipalityCode: self = .verbatim
        default: self = .other
        }
    }
}

/// Prints values in the forms that templates ask for, by default in the house style.
struct ValueWriter {
    let digits: HouseStyle.Digits
    /// What stands between the values of a list.
    var separator = "、"
    /// The words of the document's language.
    var words = PageWords()

    /// Appends a value's text.
    func write(
        _ value: Value, _ type: FieldType, in file: DataFile, form: ValueForm?, width: ValueForm?,
        to output: inout [UInt8]
    ) {
        withWidth(width).write(value, type, in: file, form: form, to: &output)
    }

    /// The same with digits of the width that a template asks for.
    func withWidth(_ width: ValueForm?) -> ValueWriter {
        switch width {
        case .halfwidth: ValueWriter(digits: .halfwidth, separator: separator, words: words)
        case .fullwidth: ValueWriter(digits: .fullwidth, separator: separator, words: words)
        default: self
        }
    }

    private func write(
        _ value: Value, _ type: FieldType, in file: DataFile, form: ValueForm?, to output: inout [UInt8]
    ) {
        switch value.content {
        case .absent:
            break
        case .record(let first):
            guard let record = type.recordType else { return }
            for piece in record.summarized(Int(first), in: file) {
                switch piece {
                case .words(let words): write(words, to: &output)
                case .value(let value, let type): write(value, type, in: file, form: nil, to: &output)
                }
            }
        case .text:
            file.withText(of: value) {
                write($0, TextKind(type), form: form, to: &output)
            }
        case .textPrefix:
            if let text = file.text(value) { write(text, to: &output) }
        case .list(let first, let count):
            guard let itemType = type.itemType else { return }
            for index in 0..<Int(count) {
                if index > 0 { output.append(contentsOf: separator.utf8) }
                write(file.values[Int(first) + index], itemType, in: file, form: form, to: &output)
            }
        default:
            let text = text(value, type, form)
            // Machine forms keep ASCII digits whatever the house style.
            if form == .iso || form == .id {
                output.append(contentsOf: text.utf8)
            } else {
                write(text, to: &output)
            }
        }
    }

    /// Appends text that stands in the data.
    func write(_ text: Span<UInt8>, _ kind: TextKind, form: ValueForm?, to output: inout [UInt8]) {
        switch (kind, form) {
        case (.telephone, .link):
            TelephoneField.appendLink(text, to: &output)
        case (.address, .map):
            write(Self.mapService, to: &output)
            appendPercentEncoded(text, to: &output)
        case (.email, .link):
            output.append(contentsOf: "mailto:".utf8)
            appendPercentEncoded(text, keeping: Array("@+".utf8), to: &output)
        case (.verbatim, _), (.email, _):
            output.append(text)
        default:
            if form == .mark { output.append(contentsOf: "〒".utf8) }
            write(text, to: &output)
        }
    }

    /// Google's documented address for a search without a key; nothing is asked of it before the link is pressed.
    private static let mapService = "https://www.google.com/maps/search/?api=1&query="

    /// RFC 3986 §2.1: everything but the unreserved characters.
    private func appendPercentEncoded(_ text: Span<UInt8>, keeping kept: [UInt8] = [], to output: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                output.append(byte)
            case _ where kept.contains(byte): output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            }
        }
    }

    private func write(_ text: String, to output: inout [UInt8]) {
        let bytes = Array(text.utf8)
        write(bytes.span, to: &output)
    }

    /// Appends text with its digits in the width wanted.
    private func write(_ text: Span<UInt8>, to output: inout [UInt8]) {
        guard needsConversion(text) else {
            output.append(text)
            return
        }
        var converted: [UInt8] = []
        switch digits {
        case .halfwidth: WidthFolding.appendHalfwidthDigits(text, to: &converted)
        case .fullwidth: WidthFolding.appendFullwidthDigits(text, to: &converted)
        }
        output.append(converted.span)
    }

    private func needsConversion(_ text: Span<UInt8>) -> Bool {
        switch digits {
        case .halfwidth:
            // ０ to ９ are EF BC 90 to EF BC 99.
            var index = 0
            while let found = text.firstIndex(of: 0xEF, from: index) {
                if found + 2 < text.count, text[found + 1] == 0xBC, (0x90...0x99).contains(text[found + 2]) {
                    return true
                }
                index = found + 1
            }
            return false
        case .fullwidth:
            for index in text.indices where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) {
                return true
            }
            return false
        }
    }

    /// Values that are not text in the data.
    private func text(_ value: Value, _ type: FieldType, _ form: ValueForm?) -> String {
        switch value.content {
        case .boolean(let value): word(value ? .yes : .no) ?? (value ? "はい" : "いいえ")
        case .integer(let number):
            switch form {
            case .plain: String(number)
            case .kanji: Numerals.kanji(number)
            default: Numerals.grouped(number)
            }
        case .decimal(let mantissa, let scale):
            FixedPoint(mantissa, scale: scale).text + (isRate(type) ? "%" : "")
        case .money(let amount, let unit):
            form == .number ? Numerals.grouped(amount) : Numerals.grouped(amount) + unit.name
        case .frequency(let period, let times):
            frequency(period, times) ?? (times == 0 ? "毎\(period.name)" : "\(period.name)\(times)回")
        case .date(let date): text(date, form)
        case .month(let month): text(month, form)
        case .fiscalYear(let year): text(year, form)
        case .schoolYears(let years): form == .short ? years.short : years.long
        case .choice(let index): choice(Int(index), type, form)
        case .absent, .text, .textPrefix, .list, .record: ""
        }
    }

    /// The words that a value is written in; empty where it needs none of the language's own.
    static func words(for value: Value) -> [PageWords.Name] {
        switch value.content {
        case .boolean(let value): [value ? .yes : .no]
        case .frequency(let period, let times): [word(of: period), times == 0 ? .every : times == 1 ? .once : .times]
        default: []
        }
    }

    private func word(_ name: PageWords.Name, _ values: String...) -> String? {
        words.has(name) ? words.text(name, values) : nil
    }

    /// In the words of the language: 年9回, nine times a year; nil where it has none.
    private func frequency(_ period: FrequencyPeriod, _ times: Int32) -> String? {
        guard let period = word(Self.word(of: period)) else { return nil }
        return switch times {
        case 0: word(.every, period)
        case 1: word(.once, period)
        default: word(.times, period, Numerals.grouped(Int(times)))
        }
    }

    private static func word(of period: FrequencyPeriod) -> PageWords.Name {
        switch period {
        case .year: .year
        case .term: .term
        case .month: .month
        case .week: .week
        case .day: .day
        }
    }

    private func isRate(_ type: FieldType) -> Bool {
        if case .rate = type { true } else { false }
    }

    private func text(_ date: CalendarDate, _ form: ValueForm?) -> String {
        switch form {
        case .short: date.short
        case .iso: date.iso
        case .weekday: date.weekday.name
        case .western: date.western
        case .bracketed: date.bracketed
        case .year: date.eraName
        case .bare: date.bare
        default: date.long
        }
    }

    private func text(_ month: YearMonth, _ form: ValueForm?) -> String {
        switch form {
        case .short: month.short
        case .iso: month.iso
        case .western: month.western
        case .year: month.eraName
        case .bare: month.bare
        default: month.long
        }
    }

    private func text(_ year: FiscalYear, _ form: ValueForm?) -> String {
        switch form {
        case .short: year.short
        case .iso: year.iso
        case .western: year.western
        case .year: year.eraName
        case .bare: year.eraYear.year == 1 ? "元" : String(year.eraYear.year)
        default: year.long
        }
    }

    private func choice(_ index: Int, _ type: FieldType, _ form: ValueForm?) -> String {
        guard case .choice(let choices) = type else { return "" }
        return form == .id ? choices[index].key : choices[index].label.ja
    }
}
