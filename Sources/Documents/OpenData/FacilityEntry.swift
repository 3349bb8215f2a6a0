import Japanese
import Records

/// A private facility as open data has it; what is not known is empty.
struct FacilityEntry {
    let id: String
    let name: String
    let kana: String
    let kind: String
    let organization: String
    let representative: String
    let corporateNumber: String
    let postalCode: String
    let address: String
    let parts: AddressParts
    let telephone: String
    let web: String
    let note: String

    init(_ facility: RecordView, _ reference: ReferenceData?) {
        func text(_ field: Field<String>) -> String { facility[field] ?? "" }
        id = text(Facility.id)
        name = text(Facility.name)
        kana = WidthFolding.katakana(text(PrivateFacility.furigana))
        kind = text(PrivateFacility.kind)
        organization = text(PrivateFacility.operator)
        representative = text(PrivateFacility.representative)
        corporateNumber = text(PrivateFacility.corporateNumber)
        postalCode = text(Facility.postalCode)
        address = text(Facility.address)
        parts = reference?.parts(of: address, code: postalCode) ?? AddressParts()
        telephone = text(Facility.telephone)
        web = text(Facility.web)
        note = text(Facility.note)
    }
}

/// The private facilities of a board, made ready for open data once, by the first page or file that asks.
final class OpenData {
    private let board: Board
    private let reference: ReferenceData?
    private(set) lazy var facilities: [FacilityEntry] =
        (board.files[.facilities]?.root.records(FacilityLists.privateFacilities) ?? []).map {
            FacilityEntry($0, reference)
        }

    init(_ board: Board, _ reference: ReferenceData?) {
        (self.board, self.reference) = (board, reference)
    }
}
