import Japanese

/// An address in the parts that open data has columns for; what cannot be told apart is empty.
public struct AddressParts: Sendable, Equatable {
    public var prefecture = ""
    public var city = ""
    /// With its 丁目.
    public var town = ""
    public var number = ""
    public var building = ""

    public init() {}
}

extension ReferenceData {
    /// Divides an address by the official names of its postal code's areas.
    public func parts(of address: String, code: String) -> AddressParts {
        var parts = AddressParts()
        parts.prefecture = Prefecture.names.first { address.hasPrefix($0) } ?? ""
        let areas = PostalCode(Array(code.utf8).span).map { self.areas(of: $0) } ?? []
        let place = address.dropFirst(parts.prefecture.count)
        guard let city = areas.first(where: { place.hasPrefix($0.city) })?.city else { return parts }
        parts.city = city
        let behindCity = place.dropFirst(city.count)
        let towns = areas.map { PostalTableBuilder.baseTown($0.town) }.filter {
            !$0.isEmpty && behindCity.hasPrefix($0)
        }
        guard let town = towns.max(by: { $0.count < $1.count }) else { return parts }
        parts.town = town
        var rest = behindCity.dropFirst(town.count)
        // 2丁目7-41: the 丁目 is the town's.
        let digits = rest.prefix { $0.isNumber }
        if !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix("丁目") {
            parts.town += digits + "丁目"
            rest = rest.dropFirst(digits.count + 2)
        }
        let halves = rest.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "　" }
        parts.number = String(halves.first ?? "")
        parts.building = halves.count > 1 ? String(halves[1]) : ""
        return parts
    }
}
