import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let sameFacility = DiagnosticCode(
        "D014", canBeAllowed: true,
        meaning: (
            ja: "名称がほぼ同じで、所在地又は電話番号も同じ施設が二つあります。",
            en: "Two facilities have nearly the same name and the same address or telephone number."
        ),
        reason: (
            ja: "同じ施設を2回載せると、施設数も誤ります。",
            en: "Listed twice, it also makes the number of facilities wrong."
        ),
        wrong: """
            - {id: rakusho, name: 楽笑 フリースクール, telephone: 0797-86-2321}
            - {id: rakusho-2, name: 楽笑フリースクール, telephone: 0797-86-2321}
            """,
        right: "- {id: rakusho, name: 楽笑 フリースクール, telephone: 0797-86-2321}")
}

/// One facility entered twice: nearly the same name, and the same address or telephone number.
enum SameFacilityCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.facilityLists.flatMap { check($0) }
    }

    /// How many of those that share a number or an address are compared for names that are merely near.
    private static let compared = 8

    private static func check(_ all: RecordList) -> [Diagnostic] {
        // Most share neither number nor address with another, and are not looked at further.
        let columns = [Facility.telephone, Facility.address].map { field in
            let slot = all.type.slot(of: field)
            return all.indices.map { all.textHash(all.value(of: $0, in: slot)) }
        }
        let shared = Array(columns.joined()).repeated
        guard !shared.isEmpty else { return [] }
        let facilities = all.indices.filter { index in columns.contains { shared.contains($0[index]) } }.map { all[$0] }
        /// By number or address, and by one of them with the name.
        var sharing: [String: [RecordView]] = [:]
        var namesakes: [String: RecordView] = [:]
        return facilities.compactMap { facility -> Diagnostic? in
            guard let name = facility.text(Facility.name), let address = facility.text(Facility.address),
                let telephone = facility.text(Facility.telephone)
            else { return nil }
            let key = FacilityName.key(name)
            let same =
                namesakes[address + "\n" + key] ?? namesakes[telephone + "\n" + key]
                ?? sharing[address + "\n" + telephone, default: []].first {
                    FacilityName.isNear(name, $0.text(Facility.name) ?? "")
                }
            namesakes[address + "\n" + key] = facility
            namesakes[telephone + "\n" + key] = facility
            if sharing[address + "\n" + telephone, default: []].count < compared {
                sharing[address + "\n" + telephone, default: []].append(facility)
            }
            guard let same else { return nil }
            return facility.report(
                .sameFacility, Facility.name, severity: .warning,
                Phrase(
                    ja: "「\(name)」は「\(same.text(Facility.name) ?? "")」と同じ施設のようです",
                    en: "\"\(name)\" seems to be the same facility as \"\(same.text(Facility.name) ?? "")\""),
                help: Phrase(ja: "同じ施設なら一方を消してください", en: "if so, delete one of them"),
                notes: [Diagnostic.Note(same.place(Facility.name), Phrase(ja: "もう一方です", en: "the other"))])
        }
    }
}
