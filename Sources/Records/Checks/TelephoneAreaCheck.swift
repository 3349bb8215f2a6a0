import Diagnostics
import Japanese
import StrictYAML

/// A fixed telephone number is of the address's prefecture, or of one beside it: numbering areas cross borders.
enum TelephoneAreaCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let reference else { return [] }
        // Numbers of a region begin alike: pairs of a beginning and a prefecture that go together are looked up once.
        var known: Set<Int> = []
        return board.addressed.flatMap { list in
            list.records.indices.compactMap { index -> Diagnostic? in
                let telephone = list.records.value(of: index, in: list.telephone)
                let address = list.records.value(of: index, in: list.address)
                guard !telephone.isAbsent, !address.isAbsent,
                    let place = list.records.withText(of: address, { Prefecture.index(of: $0) })
                else { return nil }
                let start = list.records.withText(of: telephone, firstDigits)
                let pair = start * Prefecture.names.count + place
                if known.contains(pair) { return nil }
                let home = Prefecture.names[place]
                let areas = reference.prefectures(ofTelephone: Array(String(start).utf8.dropFirst()))
                let isFar = !areas.isEmpty && !areas.contains(place)
                guard isFar, Prefecture.neighbours(of: home).isDisjoint(with: areas.map { Prefecture.names[$0] }) else {
                    known.insert(pair)
                    return nil
                }
                return finding(list[index], areas.map { Prefecture.names[$0] }, home)
            }
        }
    }

    private static func finding(_ record: Addressed, _ areas: [String], _ home: String) -> Diagnostic {
        let telephone = record.text("telephone") ?? ""
        let names = areas.sorted().joined(separator: "、")
        return record.report(
            .telephoneElsewhere, "telephone", severity: .warning,
            Phrase(
                ja: "電話番号「\(telephone)」は\(names)の番号ですが、所在地は\(home)です",
                en: "\(telephone) is a number of \(names), but the address is in \(home)"),
            help: Phrase(ja: "電話番号と所在地を確かめてください", en: "check the number and the address"))
    }

    /// The first six digits behind a 1, which keeps the leading zero.
    private static func firstDigits(_ text: Span<UInt8>) -> Int {
        var (number, count) = (1, 0)
        for index in text.indices where text[index] != UInt8(ascii: "-") && count < 6 {
            number = number * 10 + Int(text[index] & 0x0F)
            count += 1
        }
        return number
    }
}
