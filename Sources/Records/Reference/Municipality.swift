import Japanese

/// A city, ward, town or village, as Japan Post's table names it.
public struct Municipality: Hashable, Sendable {
    /// 全国地方公共団体コード without its check digit.
    public let code: String
    public let prefecture: String
    /// With its district (郡) and a designated city's ward.
    public let name: String

    /// 全国地方公共団体コード with its check digit.
    public var fullCode: String { code + String(ScalarForm.checkDigit(ofMunicipality: Int(code) ?? 0)) }

    /// Whether it is a ward of a designated city: 札幌市中央区.
    public var isWardOfCity: Bool { name.hasSuffix("区") && name.contains("市") }

    /// 西八代郡市川三郷町 → 市川三郷町: how it calls itself.
    public var ownName: String { shortName }

    init(code: String, prefecture: String, name: String) {
        (self.code, self.prefecture, self.name) = (code, prefecture, name)
    }

    /// - Parameter row: a row of the table of addresses.
    init?(row: [String]) {
        guard row.count == 4 else { return nil }
        self.init(code: row[1], prefecture: row[2], name: row[3])
    }

    /// Its row in the table of addresses, found by its name without the district.
    var line: String { [FoldedAddress(shortName).text, code, prefecture, name].joined(separator: "\t") }

    /// What an address may leave out: 那珂郡 of 那珂郡東海村, 八丈島 of 八丈島八丈町.
    var district: String { String(name.dropLast(shortName.count)) }

    var shortName: String { Self.withoutDistrict(name) }

    /// 西八代郡市川三郷町 → 市川三郷町, 八丈島八丈町 → 八丈町; 郡山市, 小郡市 and 上郡町 have no district.
    static func withoutDistrict(_ name: String) -> String {
        guard name.hasSuffix("町") || name.hasSuffix("村") else { return name }
        if let district = name.dropFirst().firstIndex(of: "郡") {
            let town = name[name.index(after: district)...]
            return town.count >= 2 ? String(town) : name
        }
        // Japan Post names the island first.
        if let island = name.dropFirst().firstIndex(of: "島"),
            name[name.index(after: island)...].dropLast() == name[..<island]
        {
            return String(name[name.index(after: island)...])
        }
        return name
    }

    /// Whether addresses name the streets before the town.
    var isInKyoto: Bool { prefecture == "京都府" && name.hasPrefix("京都市") }

    /// Whether this is a designated city without its ward, and another one of its wards.
    func isCity(of ward: Municipality) -> Bool {
        prefecture == ward.prefecture && name.hasSuffix("市") && ward.name.hasSuffix("区") && ward.name.hasPrefix(name)
    }

    /// The municipalities of a table with the designated cities, of which it has the wards alone.
    static func all(_ named: [Municipality]) -> Set<Municipality> {
        let wards = named.filter { $0.name.hasSuffix("区") && $0.name.contains("市") }
        let cities = Dictionary(grouping: wards) { $0.prefecture + "\t" + $0.name.prefix { $0 != "市" } + "市" }
        return Set(named).union(
            cities.compactMap { key, wards in
                let name = key.split(separator: "\t")
                // The city's code ends in the 0 before its wards': 28100 before 28101.
                guard name.count == 2, let first = wards.map(\.code).min() else { return nil }
                return Municipality(code: first.dropLast() + "0", prefecture: String(name[0]), name: String(name[1]))
            })
    }
}
