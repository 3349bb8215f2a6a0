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
        let records = board.facilityLists.flatMap(\.facilities) + [board.record?.record("request")].compactMap { $0 }
        return records.flatMap { record in
            limits.compactMap { key, limit in
                guard record.type.slot(of: key) != nil, !record[key].isAbsent,
                    record.file.tree.withText(of: Int(record[key].node), { width.columns($0) }) > 2 * limit
                else { return nil }
                return record.report(
                    .longText, key, severity: .warning,
                    Phrase(
                        ja: "値が長すぎて、表や様式に収まらないおそれがあります（全角\(limit)字まで）",
                        en: "the value is too long for the table or the form (\(limit) full-width characters)"),
                    help: Phrase(ja: "短くできるか確かめてください", en: "see whether it can be shortened"))
            }
        }
    }
}
