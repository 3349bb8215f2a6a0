import Japanese

/// Where a board is at home, to tell what lies elsewhere.
struct HomePlace {
    let prefecture: String
    /// nil for a prefecture's own board, and for one of several municipalities: nothing in the prefecture is elsewhere to them.
    let municipality: String?
    private let reference: ReferenceData?

    enum Situation: Equatable {
        case home, unknown
        case otherPrefecture(String)
        case otherMunicipality(String)
    }

    /// nil where the board's own record contradicts itself: what is wrong there is told there.
    init?(_ board: Board, _ reference: ReferenceData?) {
        guard let record = board.record, let prefecture = record.text(BoardRecord.prefecture),
            Prefecture.names.contains(prefecture), IdentityCheck.check(board, reference).isEmpty
        else { return nil }
        self.prefecture = prefecture
        self.reference = reference
        municipality = record.text(BoardRecord.municipality).flatMap { name in
            let isOne =
                ["市", "区", "町", "村"].contains { name.hasSuffix($0) } && !name.contains("・") && !name.contains("、")
            return isOne ? name : nil
        }
    }

    /// Whether a name says that what bears it is the municipality's or the prefecture's: 世田谷区立, 都立.
    func isNamed(in name: String) -> Bool {
        let text = FoldedAddress(name).text
        // A stem of one character (津市) is in many names.
        let stem = municipality.map { FoldedAddress(String(Municipality.withoutDistrict($0).dropLast())).text }
        if let stem, stem.count >= 2, text.contains(stem) { return true }
        if name.contains(prefecture) { return true }
        // 都立, 道立 and 府立 are of one prefecture or two; 県立 says nothing.
        return !prefecture.hasSuffix("県") && name.hasPrefix("\(prefecture.suffix(1))立")
    }

    /// Where the address of a record lies, seen from home; unknown where its postal code says otherwise, which is told of itself.
    func situation(of record: RecordView, _ fields: AddressFields = .facility) -> Situation {
        let record = Addressed(record: record, fields: fields)
        guard let address = record.text(\.address) else { return .unknown }
        let named = Prefecture.names.first { address.hasPrefix($0) }
        let rest = address.dropFirst(named?.count ?? 0)
        if named == nil || named == prefecture {
            guard let municipality else { return named == nil ? .unknown : .home }
            if isIn(municipality, rest) { return .home }
        }
        let code = record.text(\.postalCode).flatMap { PostalCode(lenient: $0) }
        let areas = code.flatMap { reference?.areas(of: $0) } ?? []
        // Only what the tables know is another municipality: an address may leave its own out.
        guard let found = reference.flatMap({ AddressReading(address, near: areas, $0) })?.municipality else {
            let other = areas.isEmpty && named != prefecture ? named : nil
            return other.map { .otherPrefecture($0) } ?? .unknown
        }
        guard areas.isEmpty || areas.contains(where: { $0.municipality.code == found.code }) else { return .unknown }
        if found.prefecture != prefecture { return .otherPrefecture(found.prefecture) }
        return .otherMunicipality(Municipality.withoutDistrict(found.name))
    }

    /// Whether an address behind its prefecture begins with a municipality, whose district or island either may leave out.
    private func isIn(_ municipality: String, _ rest: Substring) -> Bool {
        let text = FoldedAddress(String(rest)).text
        let name = FoldedAddress(Municipality.withoutDistrict(municipality)).text
        if text.hasPrefix(name) { return true }
        return text.prefix(8).indices.contains { index in
            (text[index] == "郡" || text[index] == "島") && text[text.index(after: index)...].hasPrefix(name)
        }
    }
}
