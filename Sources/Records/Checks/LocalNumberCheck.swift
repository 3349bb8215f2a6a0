import Diagnostics
import Japanese

/// A fixed number is grouped behind its own area code, and that is one of the address's municipality, or no slip of one.
///
/// The number of an operator's office elsewhere may stand beside an address; only what looks mistyped is told, as a note.
enum LocalNumberCheck: Check {
    /// Of more records the prefecture alone is looked at: to read an address takes its time.
    private static let most = 1_000

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let reference else { return [] }
        let codes = areaCodes(of: board)
        return board.addressed.flatMap { list -> [Diagnostic] in
            guard list.records.indices.count <= most else { return [] }
            return list.records.indices.compactMap { index in
                guard !list.records.value(of: index, in: list.telephone).isAbsent else { return nil }
                return check(list[index], reference, codes)
            }
        }
    }

    /// The area codes as the board's numbers have them.
    private static func areaCodes(of board: Board) -> Set<String> {
        Set(
            board.addressed.flatMap { list in
                list.records.indices.prefix(most).compactMap { index in
                    list[index].text(\.telephone)?.split(separator: "-").first.map(String.init)
                }
            })
    }

    /// - Parameter codes: the area codes of the board's other numbers.
    private static func check(
        _ record: Addressed, _ reference: ReferenceData, _ codes: Set<String>
    ) -> Diagnostic? {
        guard let telephone = record.text(\.telephone), let number = TelephoneField.numbers(in: telephone).first,
            case let groups = number.split(separator: "-"), groups.count == 3,
            case let digits = groups.joined(), digits.count == 10, digits.hasPrefix("0"),
            ["0120", "0570", "0990", "0180", "0170"].allSatisfy({ !digits.hasPrefix($0) }),
            let code = reference.areaCode(of: digits)
        else { return nil }
        let written = String(groups[0])
        let place = municipality(of: record, reference)
        let own = reference.areaCodes(of: place)
        if own.contains(written) { return nil }
        // Some codes have been shortened, and are still written as they were: 08466, 0471; not both ways in one list.
        if reference.isFormerAreaCode(written) && !reference.isAreaCode(written) {
            return codes.contains(code) ? grouping(record, number, code) : nil
        }
        if !reference.isAreaCode(written) { return grouping(record, number, code) }
        // 047-100-0032: the digits are those of 04-7100-0032.
        if let right = own.first(where: digits.hasPrefix), let town = reference.town(ofTelephone: digits),
            place?.name.hasPrefix(town) ?? false
        {
            return grouping(record, number, right)
        }
        // 079-738-7686 in a place of 0797: the hyphen has moved. Of 04 alone the digits do not tell (04-2, 04-7).
        if written != "04",
            let right = own.first(where: { digits.hasPrefix($0) && $0.hasPrefix(written) && $0 != written })
        {
            return grouping(record, number, right)
        }
        guard let near = own.first(where: { isSlip(written, of: $0) }) else { return nil }
        return record.report(
            .telephoneElsewhere, \.telephone, severity: .note,
            Phrase(
                ja: "電話番号「\(number)」の市外局番は、所在地では「\(own.joined(separator: "、"))」です",
                en: "the area code of \(number) would be \(own.joined(separator: ", ")) at the address"),
            help: Phrase(
                ja: "「\(near)」の打ち間違いでないか確かめてください。ほかの場所にある本部などの番号なら、このままで構いません",
                en: "check whether \(near) was meant; leave it if it is that of an office elsewhere"),
            notes: [Diagnostic.Note(record.place(\.address), Phrase(ja: "所在地です", en: "the address"))])
    }

    private static func municipality(of record: Addressed, _ reference: ReferenceData) -> Municipality? {
        guard let address = record.text(\.address) else { return nil }
        let areas = record.text(\.postalCode).flatMap { PostalCode(lenient: $0) }.map(reference.areas) ?? []
        return AddressReading(address, near: areas, reference)?.municipality
    }

    private static func grouping(_ record: Addressed, _ number: String, _ code: String) -> Diagnostic {
        let digits = number.filter { $0 != "-" }
        let right = "\(code)-\(digits.dropFirst(code.count).dropLast(4))-\(digits.suffix(4))"
        return record.report(
            .telephoneGrouping, \.telephone, severity: .warning,
            Phrase(ja: "電話番号「\(number)」の市外局番は「\(code)」です", en: "the area code of \(number) is \(code)"),
            help: Phrase(
                ja: "「\(right)」と区切るか、番号を確かめてください", en: "write \(right), or check the number"),
            replacement: record.text(\.telephone) == number ? right : nil)
    }

    /// Two digits changed about, or one for another.
    private static func isSlip(_ written: String, of right: String) -> Bool {
        guard written.count == right.count else { return false }
        let (first, second) = (Array(written.utf8), Array(right.utf8))
        let places = first.indices.filter { first[$0] != second[$0] }
        return places.count == 1 || places.count == 2 && first.sorted() == second.sorted()
    }
}
