import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let sharedTelephone = DiagnosticCode(
        "D015", canBeAllowed: true,
        meaning: (
            ja: "所在地の違う二つの施設の電話番号が同じで、運営者も同じとは分かりません。又は、同じ運営者の番号と数字の並びがわずかに違います。",
            en: """
            Two facilities at different addresses have one number, and are not known to have one operator; or two of one \
            operator have numbers that differ by a slip.
            """
        ),
        reason: (
            ja: "隣の行から写し間違えた番号かもしれません。",
            en: "It may have been copied from the wrong row."
        ),
        wrong: """
            - {name: 楽笑 フリースクール, operator: 運営者A, telephone: 0120-000-000}
            - {name: フリースクールみらい, operator: 運営者B, telephone: 0120-000-000}
            """,
        right: """
            - {name: フリースクールみらい 伊丹野間校, operator: 運営者B, telephone: 0120-000-000}
            - {name: フリースクールみらい 川西校, operator: 運営者B, telephone: 0120-000-000}
            """)
}

/// A number belongs to one operator: its campuses may share it, another operator's do not.
enum SharedTelephoneCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        // By the digits alone: a number may be grouped in two ways.
        let lists = board.facilityLists
        var numbers: [(number: UInt64, list: Int, index: Int)] = []
        for (place, list) in lists.enumerated() {
            let slot = list.type.slot(of: Facility.telephone)
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
            guard facility.text(Facility.address) != other.text(Facility.address), !isOneOperator(facility, other)
            else { return nil }
            return finding(facility, other)
        }
    }

    private static func finding(_ facility: RecordView, _ other: RecordView) -> Diagnostic {
        let (telephone, name) = (facility.text(Facility.telephone) ?? "", other.text(Facility.name) ?? "")
        let isOfOther = operators(facility, other).count == 2
        let mayBeNamed = [facility, other].allSatisfy { $0.type.slot(of: PrivateFacility.operator) != nil }
        return facility.report(
            .sharedTelephone, Facility.telephone, severity: .warning,
            Phrase(
                ja: "電話番号「\(telephone)」は、所在地\(isOfOther ? "も運営者も" : "の")違う「\(name)」と同じです",
                en:
                    "\(telephone) is also the number of \"\(name)\", at another address\(isOfOther ? " and of another operator" : "")"
            ),
            help: mayBeNamed && !isOfOther
                ? Phrase(
                    ja: "どちらの番号も確かめてください。運営者が同じなら、両方の施設の「operator」に同じ名称を書いてください",
                    en: "check both numbers; if both have one operator, name it in \"operator\" of both")
                : Phrase(ja: "どちらの番号も確かめてください", en: "check both numbers"),
            notes: [Diagnostic.Note(other.place(Facility.telephone), Phrase(ja: "もう一方です", en: "the other"))])
    }

    /// Those of the two that are named.
    private static func operators(_ facility: RecordView, _ other: RecordView) -> [String] {
        [facility, other].compactMap { $0.text(PrivateFacility.operator) }
    }

    /// By the operators named, else by the beginning that campuses of one school share in their names.
    static func isOneOperator(_ facility: RecordView, _ other: RecordView) -> Bool {
        let operators = operators(facility, other)
        if operators.count == 2 { return operators[0] == operators[1] }
        let names = [facility, other].map { WidthFolding.ascii($0.text(Facility.name) ?? "") }
        let shared = names[0].commonPrefix(with: names[1])
        return shared.filter { $0 != " " }.count >= 4 || shared.count == min(names[0].count, names[1].count)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
