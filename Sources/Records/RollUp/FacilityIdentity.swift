import Japanese

/// By what a facility is known in the lists of several boards, whichever way each writes it.
struct FacilityIdentity: Sendable {
    let name, address, telephone: String

    init(_ facility: RecordView) {
        name = FacilityName.key(facility.text(Facility.name) ?? "")
        address = Self.place(facility.text(Facility.address) ?? "")
        telephone = Self.digits(facility.text(Facility.telephone) ?? "")
    }

    /// An address, its numbers parted by hyphens: 2丁目7番41号 is 2-7-41.
    static func place(_ address: String) -> String {
        let text = Array(FoldedAddress(address).text)
        var place = ""
        var index = 0
        while index < text.count {
            let mark = ["丁目", "番地", "番", "号"].first { text[index...].starts(with: $0) }
            let isNumber = place.last.map { $0.isNumber || $0 == "-" } ?? false
            let next = index + (mark?.count ?? 1)
            // 3号室 and 2号館 are names of their own.
            let isNamed = mark == "号" && next < text.count && "室館棟".contains(text[next])
            if isNumber, mark != nil, !isNamed {
                if place.last != "-" { place.append("-") }
                index = next
            } else {
                if place.last == "-", !text[index].isNumber { place.removeLast() }
                if text[index] != "-" || place.last != "-" { place.append(text[index]) }
                index += 1
            }
        }
        return place.last == "-" ? String(place.dropLast()) : place
    }

    static func digits(_ telephone: String) -> String { WidthFolding.ascii(telephone).filter(\.isNumber) }

    /// Two of the three are enough; what is not there is none.
    var keys: [String] {
        [("a", name, address), ("t", name, telephone), ("p", address, telephone)].compactMap { kind, first, second in
            first.isEmpty || second.isEmpty ? nil : "\(kind)\n\(first)\n\(second)"
        }
    }
}
