import Diagnostics
import Japanese
import StrictYAML

/// A fixed telephone number is of the address's prefecture, or of one beside it: numbering areas cross borders.
enum TelephoneAreaCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let reference else { return [] }
        // Numbers of a region begin alike.
        var known: [Int: Set<String>] = [:]
        return board.addressed.compactMap { (record: Addressed) -> Diagnostic? in
            guard !record["telephone"].isAbsent, let home = prefecture(of: record) else { return nil }
            let start = record.file.tree.withText(of: Int(record["telephone"].node), firstDigits)
            let areas = known[start] ?? reference.prefectures(ofTelephone: "0" + String(start).dropFirst(2))
            known[start] = areas
            guard !areas.isEmpty, !areas.contains(home), areas.isDisjoint(with: Prefecture.neighbours(of: home)) else {
                return nil
            }
            let telephone = record.text("telephone") ?? ""
            let names = areas.sorted().joined(separator: "、")
            return record.report(
                .telephoneElsewhere, "telephone", severity: .warning,
                Phrase(
                    ja: "電話番号「\(telephone)」は\(names)の番号ですが、所在地は\(home)です",
                    en: "\(telephone) is a number of \(names), but the address is in \(home)"),
                help: Phrase(ja: "電話番号と所在地を確かめてください", en: "check the number and the address"))
        }
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

    private static func prefecture(of record: Addressed) -> String? {
        guard !record.has("prefecture") else { return record.text("prefecture") }
        guard let address = record.text("address") else { return nil }
        return Prefecture.names.first { address.hasPrefix($0) }
    }
}
