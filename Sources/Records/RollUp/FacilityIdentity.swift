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

    /// By which another entry is found that may be the same: two of name, block and number; what is not there is none.
    var keys: [String] {
        let numbers = telephones.sorted().flatMap { number in
            // Where 0120 is answered says nothing of where the place is.
            let isEverywhere = ["0120", "0800", "0570"].contains { number.hasPrefix($0) }
            return [isEverywhere ? nil : ("t", name.core, number), ("p", address.block, number)].compactMap(\.self)
        }
        return ([("a", name.core, address.block)] + numbers).compactMap { kind, first, second in
            first.isEmpty || second.isEmpty ? nil : "\(kind)\n\(first)\n\(second)"
        }
    }

    /// How sure it is that two are one.
    enum Sameness { case same, perhaps, other }

    /// Compares two that share a key.
    func sameness(with other: FacilityIdentity) -> Sameness {
        if name.isSame(as: other.name) { return .same }
        guard address.block == other.address.block, !telephones.isDisjoint(with: other.telephones) else {
            return .other
        }
        if name.isDistinguished(from: other.name) { return .other }
        return name.isNear(other.name) ? .same : .perhaps
    }
}
