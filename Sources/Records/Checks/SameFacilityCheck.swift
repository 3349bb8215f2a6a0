import Diagnostics
import Japanese

/// One facility entered twice: nearly the same name, and the same address or telephone number.
enum SameFacilityCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.facilityLists.flatMap { check($0.facilities) }
    }

    private static func check(_ facilities: [RecordView]) -> [Diagnostic] {
        var byName: [String: RecordView] = [:]
        var byPlace: [String: RecordView] = [:]
        return facilities.compactMap { facility in
            guard let name = facility.text("name"), let address = facility.text("address"),
                let telephone = facility.text("telephone")
            else { return nil }
            let place = AddressText.normalized(address) + "\n" + telephone.filter(\.isNumber)
            let other = byPlace[place].flatMap { isNear(name, $0.text("name") ?? "") ? $0 : nil }
            // The name decides alone only where the address or the number says the same.
            let namesake = byName[key(name)].flatMap { shares($0, address, telephone) ? $0 : nil }
            byName[key(name)] = byName[key(name)] ?? facility
            byPlace[place] = byPlace[place] ?? facility
            guard let same = other ?? namesake else { return nil }
            return facility.report(
                .sameFacility, "name", severity: .warning,
                Phrase(
                    ja: "「\(name)」は「\(same.text("name") ?? "")」と同じ施設のようです",
                    en: "\"\(name)\" seems to be the same facility as \"\(same.text("name") ?? "")\""),
                help: Phrase(ja: "同じ施設なら一方を消してください", en: "if so, delete one of them"),
                notes: [Diagnostic.Note(same.place("name"), Phrase(ja: "もう一方です", en: "the other"))])
        }
    }

    private static func shares(_ other: RecordView, _ address: String, _ telephone: String) -> Bool {
        other.text("telephone")?.filter(\.isNumber) == telephone.filter(\.isNumber)
            || other.text("address").map(AddressText.normalized) == AddressText.normalized(address)
    }

    /// A name without spaces, widths and brackets.
    private static func key(_ name: String) -> String {
        WidthFolding.ascii(name).lowercased().filter { !" 　・()（）「」".contains($0) }
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
