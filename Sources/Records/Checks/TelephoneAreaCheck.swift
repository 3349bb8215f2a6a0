package import Diagnostics
import Japanese
import StrictYAML

extension DiagnosticCode {
    package static let telephoneElsewhere = DiagnosticCode(
        "P006", canBeAllowed: true,
        meaning: (
            ja: "電話番号の市外局番が、所在地の都道府県のものでも、その隣の都道府県のものでもありません。",
            en: "The area code belongs neither to the address's prefecture nor to one beside it."
        ),
        reason: (
            ja: "番号を打ち間違えたか、本部など別の場所の番号かもしれません。",
            en: "The number may be mistyped, or be that of an office elsewhere."
        ),
        wrong: """
            address: 兵庫県宝塚市寿町9-10-2F
            telephone: 03-0000-2321
            """,
        right: """
            address: 兵庫県宝塚市寿町9-10-2F
            telephone: 0797-86-2321
            """,
        source: (
            ja: "総務省の市外局番の一覧",
            en: "The area codes of the Ministry of Internal Affairs and Communications"
        ))

    package static let unassignedTelephone = DiagnosticCode(
        "P009", canBeAllowed: true,
        meaning: (
            ja: "その市外局番（又は携帯電話などの始めの数字）の電話番号はありません。",
            en: "No area code, and no kind of number, begins with these digits."
        ),
        reason: (
            ja: "番号を打ち間違えているので、電話がつながりません。",
            en: "The number is mistyped, and calls do not reach anybody."
        ),
        wrong: "telephone: 08-1234-5678",
        right: "telephone: 0797-86-2321",
        source: (
            ja: "総務省の電気通信番号計画及び市外局番の一覧（phonenumbersによる）",
            en: "The plan of numbers and the area codes of the Ministry of Internal Affairs and Communications"
        ))
}

/// A telephone number begins as numbers do, and a fixed one is of the address's prefecture, or of one beside it: numbering areas
/// cross borders.
enum TelephoneAreaCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        // Numbers of a region begin alike: pairs of a beginning and a prefecture that go together are looked up once.
        var known: Set<Int> = []
        let own = board.addressed.flatMap { list in
            list.records.indices.compactMap { index -> Diagnostic? in
                let telephone = list.records.value(of: index, in: list.telephone)
                guard !telephone.isAbsent else { return nil }
                let address = list.records.value(of: index, in: list.address)
                let place = address.isAbsent ? nil : list.records.withText(of: address) { Prefecture.index(of: $0) }
                var problem: Problem?
                list.records.withText(of: telephone) { text in
                    TelephoneField.forEachNumber(in: text) { digits in
                        let pair = (digits.first(6) * 16 + digits.count) * 64 + (place.map { $0 + 1 } ?? 0)
                        guard problem == nil, !known.contains(pair) else { return }
                        problem = Self.problem(digits, place, reference)
                        if problem == nil { known.insert(pair) }
                    }
                }
                return problem.map { finding($0, list[index]) }
            }
        }
        return own + guardian(board, reference)
    }

    private enum Problem {
        case unassigned
        /// Of prefectures far from the address's.
        case far(from: String, areas: [String])
    }

    private static func problem(_ digits: TelephoneDigits, _ place: Int?, _ reference: ReferenceData?) -> Problem? {
        if digits.isShort { return nil }
        guard digits.isAssigned else { return .unassigned }
        guard digits.isFixed, let reference else { return nil }
        let start = Array(String(digits.first(6)).utf8.dropFirst())
        let areas = reference.prefectures(ofTelephone: start)
        guard !areas.isEmpty || reference.hasAreaCode(start) else { return .unassigned }
        guard let place, !areas.isEmpty, !areas.contains(place) else { return nil }
        let (home, names) = (Prefecture.names[place], areas.map { Prefecture.names[$0] })
        return Prefecture.neighbours(of: home).isDisjoint(with: names) ? .far(from: home, areas: names) : nil
    }

    private static func finding(_ problem: Problem, _ record: Addressed) -> Diagnostic {
        let telephone = record.text(\.telephone) ?? ""
        switch problem {
        case .unassigned:
            return unassigned(telephone) { record.report($0, \.telephone, severity: .warning, $1, help: $2) }
        case .far(let home, let areas):
            let names = areas.sorted().joined(separator: "、")
            return record.report(
                .telephoneElsewhere, \.telephone, severity: .warning,
                Phrase(
                    ja: "電話番号「\(telephone)」は\(names)の番号ですが、所在地は\(home)です",
                    en: "\(telephone) is a number of \(names), but the address is in \(home)"),
                help: Phrase(ja: "電話番号と所在地を確かめてください", en: "check the number and the address"))
        }
    }

    private static func unassigned(
        _ telephone: String, _ report: (DiagnosticCode, Phrase, Phrase) -> Diagnostic
    ) -> Diagnostic {
        report(
            .unassignedTelephone,
            Phrase(
                ja: "電話番号「\(telephone)」の始めの数字（市外局番など）は、どこにも使われていません",
                en: "no telephone number begins as \(telephone) does"),
            Phrase(ja: "市外局番を含めて、番号を確かめてください", en: "check the number with its area code"))
    }

    /// The guardian's number in form 1 has no address beside it.
    private static func guardian(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let request = board.request, let telephone = request.text(FormRequest.guardianTelephone)
        else {
            return []
        }
        var isUnassigned = false
        TelephoneField.forEachNumber(in: Array(telephone.utf8).span) { digits in
            if problem(digits, nil, reference) != nil { isUnassigned = true }
        }
        guard isUnassigned else { return [] }
        return [
            unassigned(telephone) {
                request.report($0, FormRequest.guardianTelephone, severity: .warning, $1, help: $2)
            }
        ]
    }
}
