import Bytes
import Japanese

/// An address in the parts that open data has columns for, each as it was written; what cannot be told apart is empty.
public struct AddressParts: Sendable, Equatable {
    /// 全国地方公共団体コード of the municipality, of a designated city's ward that of the ward.
    public var code = ""
    public var prefecture = ""
    /// With its district, and a designated city's ward.
    public var city = ""
    /// With the streets of Kyoto before it, and its 字, 丁目 or 地割.
    public var town = ""
    public var number = ""
    public var building = ""

    public init() {}
}

extension ReferenceData {
    /// Divides an address by the names that it is compared by.
    /// - Parameter code: of several municipalities of a name it tells which is meant where the prefecture is left out.
    public func parts(of address: String, code: String) -> AddressParts {
        var parts = AddressParts()
        let prefecture = Prefecture.names.first { address.utf8.starts(with: $0.utf8) }
        parts.prefecture = prefecture ?? ""
        let areas = PostalCode(lenient: code).map { self.areas(of: $0) } ?? []
        guard let reading = AddressReading(address, near: areas, self) else { return parts }
        parts.code = reading.municipality.fullCode
        let (folded, city) = (reading.address, reading.city)
        let cityEnd = folded.places[city.upperBound - 1].upperBound
        parts.city = folded.written(folded.places[city.lowerBound].lowerBound..<cityEnd)
        let townEnd = reading.town.map { folded.places[$0.range.upperBound - 1].upperBound } ?? cityEnd
        let rest = AddressNumber.divide(folded.source[townEnd...], isBehindTown: reading.town != nil)
        let town = folded.source[cityEnd..<max(townEnd, rest.name.isEmpty ? townEnd : rest.name.endIndex)]
        parts.town = String(scalars: town.drop { $0 == " " || $0 == "\u{3000}" })
        parts.number = String(scalars: rest.number)
        parts.building = String(scalars: rest.building)
        return parts
    }
}
