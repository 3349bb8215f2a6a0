import Diagnostics
import Japanese
import StrictYAML

/// Texts that would break a table or the form.
enum LengthCheck: Check {
    /// Full-width characters, by key: what the table's column and the form's lines hold.
    private static let limits = [
        ("name", 50), ("address", 70), ("representative", 30), ("operator", 60), ("facility_name", 50),
    ]

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let width = DisplayWidth()
        let lists = board.facilityLists + [board.record?.record("request")].compactMap { $0.map { RecordList($0) } }
        var findings: [Diagnostic] = []
        for list in lists {
            for (key, limit) in limits {
                let slot = list.type.slot(of: key)
                for index in list.indices {
                    let value = list.value(of: index, in: slot)
                    guard !value.isAbsent,
                        // No character takes more columns than bytes.
                        list.withText(of: value, { $0.count > 2 * limit && width.columns($0) > 2 * limit })
                    else { continue }
                    findings.append(finding(list[index], key, limit))
                }
            }
        }
        return findings
    }

    private static func finding(_ record: RecordView, _ key: String, _ limit: Int) -> Diagnostic {
        record.report(
            .longText, key, severity: .warning,
            Phrase(
                ja: "値が長すぎて、表や様式に収まらないおそれがあります（全角\(limit)字まで）",
                en: "the value is too long for the table or the form (\(limit) full-width characters)"),
            help: Phrase(ja: "短くできるか確かめてください", en: "see whether it can be shortened"))
    }
}
