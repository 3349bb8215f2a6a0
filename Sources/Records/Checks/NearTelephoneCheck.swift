import Diagnostics
import Japanese

/// A number that differs from that of the same operator's other facility by one slip: 0120-919-493 beside 0120-919-439.
///
/// Lines of neighbouring branches are numbered through, so of a fixed number only digits changed about are told.
enum NearTelephoneCheck: Check {
    /// Of more numbers some are near one another by chance.
    private static let most = 500

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let facilities = board.facilityLists.flatMap { Array($0) }
        guard facilities.count <= most else { return [] }
        let numbered = facilities.compactMap { facility -> (facility: RecordView, digits: [UInt8])? in
            guard let text = facility.text(Facility.telephone), let number = TelephoneField.numbers(in: text).first
            else { return nil }
            return (facility, Array(number.utf8.filter { $0 != UInt8(ascii: "-") }))
        }
        let counts = numbered.reduce(into: [:]) { $0[$1.digits, default: 0] += 1 }
        return numbered.indices.compactMap { index in
            let (facility, digits) = numbered[index]
            let other = numbered.indices.first { place in
                let usual = counts[numbered[place].digits] ?? 0, own = counts[digits] ?? 0
                return (usual > own || usual == own && place < index) && isSlip(digits, of: numbered[place].digits)
                    && SharedTelephoneCheck.isOneOperator(facility, numbered[place].facility)
            }
            return other.map { finding(facility, numbered[$0].facility) }
        }
    }

    private static func isSlip(_ written: [UInt8], of right: [UInt8]) -> Bool {
        switch DigitSlip(written, for: right) {
        case .oneDigit: ["0120", "0570", "0800"].contains { right.starts(with: $0.utf8) }
        case .neighbours: true
        case nil: false
        }
    }

    private static func finding(_ facility: RecordView, _ other: RecordView) -> Diagnostic {
        let (own, usual) = (facility.text(Facility.telephone) ?? "", other.text(Facility.telephone) ?? "")
        return facility.report(
            .sharedTelephone, Facility.telephone, severity: .warning,
            Phrase(
                ja: "電話番号「\(own)」は、「\(other.text(Facility.name) ?? "")」の「\(usual)」とわずかに違います",
                en: "\(own) is nearly \(usual), the number of \"\(other.text(Facility.name) ?? "")\""),
            help: Phrase(
                ja: "打ち間違いでないか確かめてください。別の番号なら、認めることができます",
                en: "check whether it is a slip; where it is another number, it can be allowed"),
            notes: [Diagnostic.Note(other.place(Facility.telephone), Phrase(ja: "もう一方です", en: "the other"))])
    }
}
