import Japanese

/// By what a facility is known in the lists of several boards, whichever way each writes it.
struct FacilityIdentity: Sendable {
    let name: ComparedName
    let address: ComparedAddress
    /// The digits of each of its numbers.
    let telephones: Set<String>

    init(_ facility: RecordView) {
        name = ComparedName(facility.text(Facility.name) ?? "")
        address = ComparedAddress(facility.text(Facility.address) ?? "")
        let numbers = TelephoneField.numbers(in: facility.text(Facility.telephone) ?? "")
        telephones = Set(numbers.map { WidthFolding.ascii($0).filter(\.isNumber) }.filter { !$0.isEmpty })
    }

    /// What the keys begin with that a place and a number make.
    static let placeAndNumber = "p"

    /// By which another entry is found that may be the same: two of name, place and number; what is not there is none.
    var keys: [String] {
        let numbers = telephones.sorted().flatMap { number in
            // Where 0120 is answered says nothing of where the place is, unless the name does.
            let isEverywhere = ["0120", "0800", "0570"].contains { number.hasPrefix($0) }
            let isKnown = !isEverywhere || name.namesBranch || address.whole.isEmpty
            return [isKnown ? ("t", name.core, number) : nil, (Self.placeAndNumber, address.block, number)].compactMap(
                \.self)
        }
        return ([("a", name.core, address.block), ("w", name.core, address.whole)] + numbers).compactMap {
            kind, first, second in
            first.isEmpty || second.isEmpty ? nil : "\(kind)\n\(first)\n\(second)"
        }
    }

    /// How sure it is that two are one.
    enum Sameness: Comparable {
        case other, perhaps
        /// The surer, the greater.
        case same(Int)
    }

    /// Compares two that share a key.
    func sameness(with other: FacilityIdentity) -> Sameness {
        if let prefecture = address.prefecture, let theirs = other.address.prefecture, prefecture != theirs {
            return .other
        }
        let likeness = name.likeness(to: other.name)
        let sharesNumber = !telephones.isDisjoint(with: other.telephones)
        let sharesPlace = address.isSame(as: other.address)
        let sharesBlock = address.block == other.address.block || sharesPlace
        if likeness == .same {
            // Another house, and another number: two of one name.
            if !sharesPlace, !sharesNumber, !telephones.isEmpty, !other.telephones.isEmpty { return .perhaps }
            let isTollFree = telephones.intersection(other.telephones).allSatisfy {
                $0.hasPrefix("0120") || $0.hasPrefix("0800")
            }
            if !sharesBlock, sharesNumber, isTollFree, !address.whole.isEmpty { return .perhaps }
            return .same(10 + (sharesPlace ? 2 : 0) + (sharesNumber ? 1 : 0))
        }
        guard sharesBlock, sharesNumber else { return .other }
        if likeness != .other { return .same(likeness.rawValue) }
        return name.isDistinguished(from: other.name) ? .other : .perhaps
    }
}
