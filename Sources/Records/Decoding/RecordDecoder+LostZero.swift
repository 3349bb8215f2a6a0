import Diagnostics
import Japanese
import StrictYAML

/// Spreadsheets take the 0 from the head of a number. Whether one is missing, the address beside the number tells.
extension RecordDecoder {
    /// A number as it would be with its 0.
    struct Restored {
        let text: String
        /// Whether the address is where the number is.
        let isCertain: Bool
    }

    /// 797-86-2321 beside 兵庫県… → 0797-86-2321
    func restoredTelephone(_ text: String, _ field: FieldSlot) -> Restored? {
        let folded = WidthFolding.ascii(text)
        guard let first = folded.utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) else { return nil }
        let candidate = Array(("0" + folded).utf8)
        let right: String
        switch TelephoneNumber.problem(candidate.span) {
        case nil, .grouping(nil): right = "0" + folded
        case .grouping(let canonical?), .signs(let canonical?): right = canonical
        default: return nil
        }
        let digits = right.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let address = address(beside: field) ?? ""
        let place = Prefecture.names.firstIndex { address.utf8.starts(with: $0.utf8) }
        let isThere = place.map { reference?.prefectures(ofTelephone: digits).contains($0) ?? false } ?? false
        return Restored(text: right, isCertain: isThere)
    }

    /// 600001 beside 北海道札幌市… → 060-0001
    func restoredPostalCode(_ text: String, _ field: FieldSlot) -> Restored? {
        guard let code = PostalCode(lenient: "0" + WidthFolding.ascii(text)) else { return nil }
        let areas = reference?.areas(of: code) ?? []
        let address = address(beside: field) ?? ""
        guard reference == nil || !areas.isEmpty else { return nil }
        let reading = reference.flatMap { AddressReading(address, near: areas, $0) }
        let isThere = areas.contains { $0.municipality.code == reading?.municipality.code }
        // A code of quite another place was not what was meant.
        guard isThere || reading == nil else { return nil }
        return Restored(text: code.formatted, isCertain: isThere)
    }

    /// The address in the record of a number; of `facility_telephone` it is `facility_address`.
    private func address(beside field: FieldSlot) -> String? {
        let key = field.record.fields[field.slot].key
        let prefix = key.hasPrefix("facility_") ? "facility_" : ""
        let wanted = Array((prefix + Facility.address.key).utf8)
        var children = tree.children(of: record)
        while let key = children.next(), let value = children.next() {
            let isAddress = tree.withText(of: key) { text in
                text.count == wanted.count && wanted.indices.allSatisfy { text[$0] == wanted[$0] }
            }
            if isAddress { return tree.nodes[value].kind == .scalar ? tree.text(of: value) : nil }
        }
        return nil
    }
}
