import Diagnostics
import JSON
import Japanese
import Records

/// The private facilities as JSON; `Documentation/open-data.ja.md` gives its shape.
enum FacilityJSON {
    private static let version = 1

    static func write(_ facilities: OpenData.Facilities, board: RecordView, list: RecordView?) -> [UInt8] {
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
    static func values(_ facilities: OpenData.Facilities, board: RecordView, list: RecordView?) -> [DownloadedValue] {
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
                let fields = Dictionary(
                    others(of: facility).map { ($0.name, $0.other.field) }, uniquingKeysWith: { first, _ in first })
                return entry(facility, number: 0).leaves().compactMap { key, text in
                    (fields[key] ?? field(key, of: facility.record)).flatMap {
                        DownloadedValue(key, text, $0, of: facility.record, nil)
                    }
                }
            }
    }

    /// The field that a member is of which all facilities have.
    private static func field(_ key: String, of record: RecordView) -> FieldDeclaration? {
        switch key {
        case "kana": PrivateFacility.furigana.declaration
        case "kinds": PrivateFacility.kind.declaration
        case "prefecture", "city", "town", "street_number", "building": Facility.address.declaration
        default: record.type.slot(of: key).map { record.type.fields[$0] }
        }
    }

    private static func entry(_ facility: FacilityEntry, number: Int) -> JSONValue {
        .object(
            [("number", .number(number))] + strings(texts(of: facility))
                // One way of taking part is a word, as before there could be several.
                + (facility.kinds.count > 1 ? [("kinds", .array(facility.kinds.map { .string($0) }))] : [])
                + others(of: facility).map { ($0.name, value(of: $0.other)) })
    }

    /// What all facilities have, whether this one has it or not.
    private static func texts(of facility: FacilityEntry) -> [(String, String?)] {
        [
            ("id", facility.id), ("name", facility.name), ("kana", facility.kana), ("kind", facility.kinds.first),
            ("operator", facility.organization), ("representative", facility.representative),
            ("corporate_number", facility.corporateNumber), ("postal_code", facility.postalCode),
            ("address", facility.address), ("prefecture", facility.parts.prefecture), ("city", facility.parts.city),
            ("town", facility.parts.town), ("street_number", facility.parts.number),
            ("building", facility.parts.building), ("telephone", facility.telephone), ("web", facility.web),
            ("note", facility.note), ("latitude", facility.latitude), ("longitude", facility.longitude),
        ]
    }

    /// The other fields, by their keys; `_field` is behind one that is called as what all facilities have.
    private static func others(of facility: FacilityEntry) -> [(name: String, other: FacilityEntry.Other)] {
        let names = Set(["number", "kinds"] + texts(of: facility).map(\.0))
        return facility.others.filter { $0.field.formats.contains(.json) }.map { other in
            (names.contains(other.field.key) ? other.field.key + "_field" : other.field.key, other)
        }
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
