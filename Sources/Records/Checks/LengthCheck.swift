package import Diagnostics
import Japanese
import StrictYAML

extension DiagnosticCode {
    package static let longText = DiagnosticCode(
        "D018", canBeAllowed: true,
        meaning: (
            ja: "値が長く、表の欄や様式の行に収まらないおそれがあります。",
            en: "The value may be too long for its column in the table or its line in the form."
        ),
        reason: (
            ja: "印刷すると、行が折り返して読みにくくなります。",
            en: "In print its lines would wrap and be hard to read."
        ),
        wrong: "name: 一人一人の興味や関心を大切にしながら学びと体験を支える、子どものためのフリースクール楽笑の宝塚教室（本校）",
        right: "name: フリースクール楽笑 宝塚教室")
}

/// Texts that would break a table or the form.
enum LengthCheck: Check {
    /// Full-width characters: what the table's column and the form's lines hold.
    private static let limits = [
        (Facility.name, 50), (Facility.address, 70), (PrivateFacility.representative, 30),
        (PrivateFacility.operator, 60), (FormRequest.facilityName, 50),
    ]

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let width = DisplayWidth()
        let lists = board.facilityLists + [board.request].compactMap { $0.map { RecordList($0) } }
        var findings: [Diagnostic] = []
        for list in lists {
            for (field, limit) in limits {
                let slot = list.type.slot(of: field)
                for index in list.indices {
                    let value = list.value(of: index, in: slot)
                    guard !value.isAbsent,
                        // No character takes more columns than bytes.
                        list.withText(of: value, { $0.count > 2 * limit && width.columns($0) > 2 * limit })
                    else { continue }
                    findings.append(finding(list[index], field, limit))
                }
            }
        }
        return findings
    }

    private static func finding(_ record: RecordView, _ field: Field<String>, _ limit: Int) -> Diagnostic {
        record.report(
            .longText, field, severity: .warning,
            Phrase(
                ja: "値が長すぎて、表や様式に収まらないおそれがあります（全角\(limit)字まで）",
                en: "the value is too long for the table or the form (\(limit) full-width characters)"),
            help: Phrase(ja: "短くできるか確かめてください", en: "see whether it can be shortened"))
    }
}
