import Japanese

/// A value of an edition with the file that it is in, as it is compared and shown.
struct ComparedValue {
    let value: Value
    let type: FieldType
    let file: DataFile

    /// - Returns: nil where the value is absent.
    init?(_ field: FieldDeclaration, in record: RecordView?) {
        guard let record, let slot = record.type.slot(of: field.key) else { return nil }
        (value, file) = record.located(slot)
        type = record.type.types[slot]
        if value.isAbsent { return nil }
    }

    /// As documents print it: a day is the same however it is written.
    var text: String {
        switch value.content {
        case .date(let date): date.long
        case .month(let month): month.long
        case .fiscalYear(let year): year.long
        default: CellText.text(value, type, in: file)
        }
    }

    var record: RecordView? { RecordView.read(value, as: type, in: file) }

    /// The row of a table for a value that is another, or is there in one edition alone.
    static func amendment(
        _ new: ComparedValue?, _ old: ComparedValue?, _ field: FieldDeclaration, _ place: String
    ) -> Amendment? {
        switch (new, old) {
        case (let new?, let old?):
            guard let text = AmendedText(new: new.text, old: old.text) else { return nil }
            // はい for いいえ is another word, not another letter.
            let isWhole = new.type.isChoice || new.isTruth
            var row = Amendment(
                .changed, place, new: isWhole ? AmendedText.only(new.text) : text.new,
                old: isWhole ? AmendedText.only(old.text) : text.old)
            if let (after, before, unit) = numbers(new, old, field) {
                row.difference = signed(after - before, unit)
                row.rate = rate(after - before, of: before)
            }
            return row
        case (let new?, nil): return Amendment(.added, place, new: AmendedText.only(new.text))
        case (nil, let old?): return Amendment(.removed, place, old: AmendedText.only(old.text))
        case (nil, nil): return nil
        }
    }

    private var isTruth: Bool { if case .boolean = value.content { true } else { false } }

    // MARK: Numbers

    /// The two as numbers of one unit.
    private static func numbers(
        _ new: ComparedValue, _ old: ComparedValue, _ field: FieldDeclaration
    ) -> (new: Int, old: Int, unit: String)? {
        switch (new.value.content, old.value.content) {
        case (.integer(let after), .integer(let before)): (after, before, field.unit ?? "")
        case (.money(let after, let unit), .money(let before, let other)):
            unit == other ? (after, before, unit.name) : (after * unit.yen, before * other.yen, MoneyUnit.yen.name)
        default: nil
        }
    }

    private static func sign(_ number: Int) -> String { number > 0 ? "+" : number < 0 ? "-" : "" }

    private static func signed(_ number: Int, _ unit: String) -> String {
        sign(number) + Numerals.grouped(abs(number)) + unit
    }

    /// By what part of what it was something has grown: as many decimals as it takes to say something, halves away from nought.
    private static func rate(_ difference: Int, of before: Int) -> String? {
        guard before > 0, difference != 0, abs(difference) < Int.max / 2_000_000 else { return nil }
        for (decimals, scale) in [(1, 1_000), (2, 10_000), (3, 100_000)] {
            let parts = (abs(difference) * 2 * scale + before) / (2 * before)
            guard parts > 0 else { continue }
            let unit = scale / 100
            let rest = String(unit + parts % unit).dropFirst()
            return sign(difference) + "\(parts / unit).\(rest)" + "%".prefix(decimals)
        }
        return nil
    }
}
