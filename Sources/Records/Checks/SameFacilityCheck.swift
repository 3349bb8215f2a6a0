import Bytes
import Diagnostics
import Japanese

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
            let key = key(name)
            let same =
                namesakes[address + "\n" + key] ?? namesakes[telephone + "\n" + key]
                ?? sharing[address + "\n" + telephone, default: []].first { isNear(name, $0.text(Facility.name) ?? "") }
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

    /// A name without spaces, widths and brackets.
    private static func key(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in WidthFolding.ascii(name).unicodeScalars {
            switch scalar {
            case " ", "・", "(", ")", "「", "」": continue
            case "A"..."Z": scalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func isNear(_ name: String, _ other: String) -> Bool {
        let (a, b) = (key(name), key(other))
        // 小学部 and 中等部, 第一 and 第二 are two: kanji and digits must be the same.
        let essence = { (name: String) in
            name.unicodeScalars.filter { $0.value >= 0x4E00 || (0x30...0x39).contains($0.value) }
        }
        return a == b || essence(a).elementsEqual(essence(b)) && NearestName.find(a, among: [b]) != nil
    }
}
