import Diagnostics
import Japanese
import StrictYAML

/// A list that reaches into several prefectures names the prefecture in each address.
enum PrefectureCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let facilities = board.facilityLists.first { $0.key == "private" }?.facilities ?? []
        let named = facilities.compactMap { facility in
            facility["address"].isAbsent
                ? nil : facility.file.tree.withText(of: Int(facility["address"].node)) { Prefecture.index(of: $0) }
        }
        let own = board.record?.text("prefecture").flatMap { Prefecture.names.firstIndex(of: $0) }
        let all = Set(named + [own].compactMap { $0 })
        guard all.count > 1 else { return [] }
        return facilities.filter { $0["prefecture"].isAbsent && !$0["address"].isAbsent }.map { facility in
            let address = facility.text("address") ?? ""
            let prefecture = prefecture(of: facility, reference)
            return facility.report(
                .prefectureMissing, "address", severity: .warning,
                Phrase(
                    ja: "所在地「\(address)」に都道府県がありません。この一覧は\(all.count)都府県以上にわたります",
                    en: "\"\(address)\" lacks its prefecture, in a list that reaches into \(all.count) or more"),
                help: prefecture.map { Phrase(ja: "「\($0)\(address)」と書いてください", en: "write \"\($0)\(address)\"") }
                    ?? Phrase(ja: "都道府県から書いてください", en: "begin with the prefecture"),
                replacement: prefecture.map { $0 + address })
        }
    }

    private static func prefecture(of facility: RecordView, _ reference: ReferenceData?) -> String? {
        guard let reference, let text = facility.text("postal_code"), let code = PostalCode(lenient: text) else {
            return nil
        }
        let prefectures = Set(reference.areas(of: code).map(\.prefecture))
        return prefectures.count == 1 ? prefectures.first : nil
    }
}
