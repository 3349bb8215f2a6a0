import Japanese
import Records

/// A private facility as open data has it; what is not known is empty.
struct FacilityEntry {
    let record: RecordView
    let id: String
    let name: String
    let kana: String
    let kinds: [String]
    let organization: String
    let representative: String
    let corporateNumber: String
    let postalCode: String
    let address: String
    let parts: AddressParts
    let telephone: String
    let web: String
    let note: String
    let latitude: String
    let longitude: String
    /// 月火水木金; empty where the days are not so plain.
    let weekdays: String
    /// 10:00 and 15:00; empty where the hours are not so plain.
    let hours: (from: String, to: String)
    /// What else the list says of it, in the order of the schema.
    let others: [Other]

    /// A value beside those that the data sets have in common.
    struct Other {
        let field: FieldDeclaration
        /// The field's place in the schema.
        let slot: Int
        /// As documents print it, in half-width digits.
        let text: String
        let value: Value
    }

    init(_ facility: RecordView, _ parts: AddressParts) {
        func text(_ field: some DeclaredField) -> String { facility.text(field) ?? "" }
        record = facility
        id = text(Facility.id)
        name = text(Facility.name)
        kana = WidthFolding.katakana(text(PrivateFacility.furigana))
        kinds = facility[PrivateFacility.kind] ?? []
        organization = text(PrivateFacility.operator)
        representative = text(PrivateFacility.representative)
        corporateNumber = text(PrivateFacility.corporateNumber)
        postalCode = text(Facility.postalCode)
        address = text(Facility.address)
        self.parts = parts
        telephone = text(Facility.telephone)
        web = text(Facility.web)
        note = text(Facility.note)
        latitude = text(PrivateFacility.latitude)
        longitude = text(PrivateFacility.longitude)
        weekdays = OpeningTimes.weekdays(text(PrivateFacility.days)) ?? ""
        hours = OpeningTimes.hours(text(PrivateFacility.hours)) ?? ("", "")
        others = facility.type.fields.indices.compactMap { slot in
            let field = facility.type.fields[slot]
            guard !field.formats.isDisjoint(with: [.csv, .json]) else { return nil }
            let value = facility[slot: slot]
            guard !value.isAbsent else { return nil }
            return Other(field: field, slot: slot, text: Self.printed(value, field, of: facility), value: value)
        }
    }

    /// A value as documents print it, in half-width digits.
    static func printed(_ value: Value, _ field: FieldDeclaration, of record: RecordView) -> String {
        var bytes: [UInt8] = []
        ValueWriter(digits: .halfwidth).write(value, field.type, in: record.file, form: nil, width: nil, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The private facilities of a board as open data: each is made ready when it is asked for, as all of a long list take more room than the
/// list; their addresses are divided once, by the first page or file that asks.
final class OpenData {
    private let board: Board
    private let reference: ReferenceData?
    private lazy var parts: [AddressParts] = board.privateFacilities.map { facility in
        reference?.parts(
            of: facility.text(Facility.address) ?? "", code: facility.text(Facility.postalCode) ?? "")
            ?? AddressParts()
    }

    var facilities: Facilities { Facilities(records: board.privateFacilities, parts: parts) }

    struct Facilities: RandomAccessCollection, Sendable {
        fileprivate let records: [RecordView]
        fileprivate let parts: [AddressParts]

        var startIndex: Int { 0 }
        var endIndex: Int { records.count }
        subscript(place: Int) -> FacilityEntry { FacilityEntry(records[place], parts[place]) }
    }

    init(_ board: Board, _ reference: ReferenceData?) {
        (self.board, self.reference) = (board, reference)
    }
}
