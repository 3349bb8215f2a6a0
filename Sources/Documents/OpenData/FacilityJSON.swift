import Diagnostics
import Japanese
import Records

/// The private facilities as JSON; `Documentation/open-data.ja.md` gives its shape.
enum FacilityJSON {
    private static let version = 1

    static func write(_ facilities: [FacilityEntry], board: RecordView, list: RecordView?) -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("version", .number(version)),
            (
                "board",
                .object(
                    strings([
                        ("code", board.text(BoardRecord.municipalityCode)), ("name", board.text(BoardRecord.name)),
                        ("municipality", board.text(BoardRecord.municipality)),
                    ]))
            ),
        ]
        if let date = list?[FacilityLists.asOf] { members.append(("as_of", .string(date.iso))) }
        members.append(("facilities", .items(facilities.count) { entry(facilities[$0], number: $0 + 1) }))
        return JSONValue.object(members).bytes
    }

    private static func entry(_ facility: FacilityEntry, number: Int) -> JSONValue {
        .object(
            [("number", .number(number))]
                + strings([
                    ("id", facility.id), ("name", facility.name), ("kana", facility.kana),
                    ("kind", facility.kinds.first),
                    ("operator", facility.organization), ("representative", facility.representative),
                    ("corporate_number", facility.corporateNumber), ("postal_code", facility.postalCode),
                    ("address", facility.address), ("prefecture", facility.parts.prefecture),
                    ("city", facility.parts.city), ("town", facility.parts.town),
                    ("street_number", facility.parts.number), ("building", facility.parts.building),
                    ("telephone", facility.telephone), ("web", facility.web), ("note", facility.note),
                    ("latitude", facility.latitude), ("longitude", facility.longitude),
                ])
                // One way of taking part is a word, as before there could be several.
                + (facility.kinds.count > 1 ? [("kinds", .array(facility.kinds.map { .string($0) }))] : [])
                + facility.others.filter { $0.field.formats.contains(.json) }.map { ($0.field.key, value(of: $0)) })
    }

    /// A whole number as a number, a truth as one, dates by ISO 8601, and the rest as documents print it.
    private static func value(of other: FacilityEntry.Other) -> JSONValue {
        switch other.value.content {
        case .integer(let number): .number(number)
        case .boolean(let truth): .boolean(truth)
        case .date(let date): .string(date.iso)
        case .month(let month): .string(month.iso)
        case .fiscalYear(let year): .string(year.iso)
        default: .string(other.text)
        }
    }

    /// What is not known is left out.
    static func strings(_ members: [(String, String?)]) -> [(String, JSONValue)] {
        members.compactMap { key, value in value.flatMap { $0.isEmpty ? nil : (key, .string($0)) } }
    }
}
