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

    /// What stands at each name.
    static func values(_ facilities: [FacilityEntry], board: RecordView, list: RecordView?) -> [DownloadedValue] {
        let common = [
            DownloadedValue(
                "board.code", board.text(BoardRecord.municipalityCode) ?? "", BoardRecord.municipalityCode.declaration,
                of: board, nil),
            DownloadedValue(
                "board.name", board.text(BoardRecord.name) ?? "", BoardRecord.name.declaration, of: board, nil),
            DownloadedValue(
                "board.municipality", board.text(BoardRecord.municipality) ?? "",
                BoardRecord.municipality.declaration, of: board, nil),
            list.flatMap { list in
                DownloadedValue(
                    "as_of", list[FacilityLists.asOf]?.iso ?? "", FacilityLists.asOf.declaration, of: list, nil)
            },
        ]
        return common.compactMap(\.self)
            + facilities.flatMap { facility in
                entry(facility, number: 0).leaves().compactMap { key, text in
                    field(key, of: facility.record).flatMap {
                        DownloadedValue(key, text, $0, of: facility.record, nil)
                    }
                }
            }
    }

    /// The field that a member is of.
    private static func field(_ key: String, of record: RecordView) -> FieldDeclaration? {
        switch key {
        case "kana": PrivateFacility.furigana.declaration
        case "kinds": PrivateFacility.kind.declaration
        case "prefecture", "city", "town", "street_number", "building": Facility.address.declaration
        default:
            record.type.slot(of: key.hasSuffix(own) ? String(key.dropLast(own.count)) : key).map {
                record.type.fields[$0]
            }
        }
    }

    /// What the name of a field ends with that is called as one of those that all facilities have.
    private static let own = "_field"

    /// The names of what all facilities have, whether this one has it or not.
    private static let names: Set<String> = [
        "number", "id", "name", "kana", "kind", "kinds", "operator", "representative", "corporate_number",
        "postal_code",
        "address", "prefecture", "city", "town", "street_number", "building", "telephone", "web", "note", "latitude",
        "longitude",
    ]

    private static func entry(_ facility: FacilityEntry, number: Int) -> JSONValue {
        let common =
            [("number", JSONValue.number(number))]
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
        let others = facility.others.filter { $0.field.formats.contains(.json) }.map { other in
            let key = other.field.key
            return (names.contains(key) ? key + own : key, value(of: other))
        }
        return .object(common + others)
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
