import Bytes
import Diagnostics
import Japanese

/// A number belongs to one operator: its campuses may share it, another operator's do not.
enum SharedTelephoneCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        // By the digits alone: a number may be grouped in two ways.
        let lists = board.facilityLists
        let numbers = lists.map { list in
            let slot = list.type.slot(of: FacilitiesSchema.telephone)
            return list.indices.map { index in
                let telephone = list.value(of: index, in: slot)
                return telephone.isAbsent ? none : list.withText(of: telephone, digits)
            }
        }
        let shared = numbers.joined().filter { $0 != none }.repeated
        guard !shared.isEmpty else { return [] }
        var first: [UInt64: RecordView] = [:]
        var pairs: [(facility: RecordView, other: RecordView)] = []
        for (list, numbers) in zip(lists, numbers) {
            for (index, number) in numbers.enumerated() where shared.contains(number) {
                if let other = first[number] { pairs.append((list[index], other)) } else { first[number] = list[index] }
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

    /// Where there is no number: no digits read so.
    private static let none: UInt64 = 0

    /// The number's digits as one number, behind a 1 that keeps the leading zero: its form has been checked.
    private static func digits(_ telephone: Span<UInt8>) -> UInt64 {
        var number: UInt64 = 1
        for index in telephone.indices where telephone[index] != UInt8(ascii: "-") {
            number = number &* 10 &+ UInt64(telephone[index] & 0x0F)
        }
        return number
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
