import Bytes
import Diagnostics
import Japanese

/// A number belongs to one operator: its campuses may share it, another operator's do not.
enum SharedTelephoneCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        // By the digits alone: a number may be grouped in two ways.
        let lists = board.facilityLists
        var numbers: [(number: UInt64, list: Int, index: Int)] = []
        for (place, list) in lists.enumerated() {
            let slot = list.type.slot(of: FacilitiesSchema.telephone)
            for index in list.indices {
                let telephone = list.value(of: index, in: slot)
                guard !telephone.isAbsent else { continue }
                list.withText(of: telephone) { text in
                    TelephoneField.forEachNumber(in: text) { digits in
                        if !digits.isShort { numbers.append((digits.number, place, index)) }
                    }
                }
            }
        }
        let shared = numbers.map(\.number).repeated
        guard !shared.isEmpty else { return [] }
        var first: [UInt64: (facility: RecordView, list: Int, index: Int)] = [:]
        var pairs: [(facility: RecordView, other: RecordView)] = []
        for (number, place, index) in numbers where shared.contains(number) {
            let facility = lists[place][index]
            if let other = first[number] {
                if other.list != place || other.index != index { pairs.append((facility, other.facility)) }
            } else {
                first[number] = (facility, place, index)
            }
        }
        return pairs.compactMap { facility, other in
            // Two services in one house may share its line.
            guard facility.text("address") != other.text("address"), !isOneOperator(facility, other) else { return nil }
            let telephone = facility.text("telephone") ?? ""
            return facility.report(
                .sharedTelephone, "telephone", severity: .warning,
                Phrase(
                    ja: "電話番号「\(telephone)」を、運営者の違う「\(other.text("name") ?? "")」も使っています",
                    en: "\(telephone) is also the number of \"\(other.text("name") ?? "")\", of another operator"),
                help: Phrase(
                    ja: "電話番号を確かめてください。同じ運営者なら「operator」に書いてください",
                    en: "check the number; if the operator is the same, name it in \"operator\""),
                notes: [Diagnostic.Note(other.place("telephone"), Phrase(ja: "もう一方です", en: "the other"))])
        }
    }

    /// By the operators named, else by the beginning that campuses of one school share in their names.
    private static func isOneOperator(_ facility: RecordView, _ other: RecordView) -> Bool {
        let operators = [facility, other].compactMap { $0.type.slot(of: "operator") == nil ? nil : $0.text("operator") }
        if operators.count == 2 { return operators[0] == operators[1] }
        let names = [facility, other].map { WidthFolding.ascii($0.text("name") ?? "") }
        let shared = names[0].commonPrefix(with: names[1])
        return shared.filter { $0 != " " }.count >= 4 || shared.count == min(names[0].count, names[1].count)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
