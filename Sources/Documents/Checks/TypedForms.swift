import Japanese
import Records

/// The texts by which a datum is known where somebody has typed it into prose.
enum TypedForms {
    /// What may stand behind a number, the longer before the shorter.
    static let units = ["年連続", "百万円", "千円", "万円", "億円", "施設", "円", "%", "人", "分", "倍"]

    /// A value by its type alone, in half-width digits.
    static func forms(_ field: FieldDeclaration, _ value: Value, in file: DataFile) -> [String] {
        switch (field.type, value.content) {
        // Small numbers are typed for many reasons; those of people, with their unit.
        case (_, .integer(let number)) where !field.isDerived && number >= 100:
            [Numerals.grouped(number) + (isSpecific(value) ? "" : "人")]
        case (.rate, .decimal(let mantissa, let scale)): [FixedPoint(mantissa, scale: scale).text + "%"]
        case (_, .money(let amount, let unit)):
            [Numerals.grouped(amount) + unit.name, Numerals.kanji(amount) + unit.name]
        case (_, .date(let date)): [date.long]
        case (.postalCode, .text): [file.text(value) ?? ""]
        // Everybody's numbers (189) are nobody's datum.
        case (.telephone, .text): TelephoneField.numbers(in: file.text(value) ?? "").filter { $0.utf8.count > 5 }
        // 月1回 and 年3回 are said of anything.
        case (_, .frequency(let period, let times)) where times > 3: ["\(period.name)\(times)回"]
        default: []
        }
    }

    /// Whether a value is so particular that nothing else is likely to be equal to it: four figures that count, or the code
    /// or number of one place.
    static func isSpecific(_ value: Value) -> Bool {
        switch value.content {
        case .integer(let number), .money(let number, _):
            String(number.magnitude).reversed().drop { $0 == "0" }.count >= 4
        // Of texts only postal codes and telephone numbers are looked for.
        case .text: true
        default: false
        }
    }

    /// A value whose field tells how it would be typed: with its unit, or as a year that documents speak of.
    static func key(_ field: FieldDeclaration, _ value: Value, in type: RecordType) -> String? {
        let unit = field.unit ?? ""
        return switch (type, field, value.content) {
        // A result may count something else, which it says itself.
        case (_, ProjectResult.capacity, .integer(let number)): few(number, "人")
        case (Series.type, Series.risingYears, .integer(let number)),
            (Series.type, Series.fallingYears, .integer(let number)):
            "\(number)\(unit)連続"
        case (_, _, .integer(let number)) where ["人", "分"].contains(unit): few(number, unit)
        case (Series.type, Series.times, .decimal(let mantissa, let scale)):
            FixedPoint(mantissa, scale: scale).text + unit
        // A series' years and others are named for many reasons.
        case (Edition.type, _, .fiscalYear(let year)), (Survey.type, _, .fiscalYear(let year)),
            (Period.type, _, .fiscalYear(let year)), (Plan.type, _, .fiscalYear(let year)):
            year.long
        case (Edition.type, _, .month(let month)), (Survey.type, _, .month(let month)),
            (Notice.type, _, .month(let month)), (ScheduleRow.type, _, .month(let month)):
            month.long
        default: nil
        }
    }

    /// A number of one figure is typed for many reasons.
    private static func few(_ number: Int, _ unit: String) -> String? {
        number >= 10 ? Numerals.grouped(number) + unit : nil
    }
}
