import Diagnostics
import Japanese

/// A fixed telephone number is of the address's prefecture, or of one beside it: numbering areas cross borders.
enum TelephoneAreaCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let reference else { return [] }
        // Numbers of a region begin alike.
        var known: [String: Set<String>] = [:]
        return board.addressed.compactMap { (record) -> Diagnostic? in
            guard let telephone = record.text("telephone"), let home = prefecture(of: record) else { return nil }
            let digits = String(
                telephone.utf8.lazy.filter { $0 != 0x2D }.prefix(6).map { Character(Unicode.Scalar($0)) })
            let areas = known[digits] ?? reference.prefectures(ofTelephone: digits)
            known[digits] = areas
            guard !areas.isEmpty, !areas.contains(home), areas.isDisjoint(with: Prefecture.neighbours(of: home)) else {
                return nil
            }
            let names = areas.sorted().joined(separator: "、")
            return record.report(
                .telephoneElsewhere, "telephone", severity: .warning,
                Phrase(
                    ja: "電話番号「\(telephone)」は\(names)の番号ですが、所在地は\(home)です",
                    en: "\(telephone) is a number of \(names), but the address is in \(home)"),
                help: Phrase(ja: "電話番号と所在地を確かめてください", en: "check the number and the address"))
        }
    }

    private static func prefecture(of record: RecordView) -> String? {
        guard record.type.slot(of: "prefecture") == nil else { return record.text("prefecture") }
        guard let address = record.text("address") else { return nil }
        return Prefecture.names.first { address.hasPrefix($0) }
    }
}
