import Japanese

/// An address divided by the names of the reference tables: what checks compare and what open data writes.
///
/// Places are those of the folded address; `FoldedAddress.places` leads back to what was written.
struct AddressReading {
    let address: FoldedAddress
    let municipality: Municipality
    /// Where the municipality's name stands, with its district, behind the prefecture.
    let city: Range<Int>
    /// Every town of the municipality that fits, in the order of their lengths.
    let towns: [Town]

    /// A name of a town that fits an address.
    struct Town {
        let range: Range<Int>
        let codes: ReferenceData.TownCodes
        /// What follows it.
        let end: End

        /// What tells that a name ends, or may go on.
        enum End {
            /// 字 or a space, in what was written.
            case gap
            /// A number, or the address's end.
            case number
            /// Another letter.
            case letter
        }
    }

    /// The longest town that fits and has ended, else the longest.
    var town: Town? { towns.last { $0.end != .letter } ?? towns.last }

    /// - Parameter areas: those of the postal code beside the address, which tell one of several municipalities of a name
    ///   where the prefecture is left out; it may be none of them.
    init?(_ text: String, near areas: [ReferenceData.Area], _ reference: ReferenceData) {
        address = FoldedAddress(text)
        let prefecture = Self.prefecture(of: address)
        let start = prefecture.map { Self.prefectures[$0].count } ?? 0
        let found = Self.municipalities(in: address, from: start, reference).filter { found in
            prefecture.map { Prefecture.names[$0] == found.municipality.prefecture } ?? true
        }
        guard let (municipality, end) = Self.choose(found, areas) else { return nil }
        (self.municipality, city) = (municipality, start..<end)
        towns = Self.towns(in: address, from: end, municipality, reference)
    }

    // MARK: Municipality

    private static let prefectures = Prefecture.names.map { FoldedAddress($0).scalars }

    private static func prefecture(of address: FoldedAddress) -> Int? {
        prefectures.firstIndex { address.scalars.starts(with: $0) }
    }

    private typealias Found = (municipality: Municipality, end: Int)

    /// The municipalities whose name stands at a place, behind its district or without it.
    private static func municipalities(
        in address: FoldedAddress, from start: Int, _ reference: ReferenceData
    ) -> [Found] {
        let scalars = address.scalars
        let districts = scalars.indices.filter { index in
            (start + 1..<start + 8).contains(index) && (scalars[index] == "郡" || scalars[index] == "島")
        }
        return ([start] + districts.map { $0 + 1 }).flatMap { place in
            reference.municipalities(beginning: scalars[place...]).compactMap { municipality, length in
                let skipped = scalars[start..<place]
                guard skipped.isEmpty || skipped.elementsEqual(FoldedAddress(municipality.district).scalars) else {
                    return nil
                }
                return (municipality, place + length)
            }
        }
    }

    /// Of several the one that the postal code is of, else the longest name if one prefecture alone has it.
    private static func choose(_ found: [Found], _ areas: [ReferenceData.Area]) -> Found? {
        for area in areas {
            if let found = found.last(where: { $0.municipality == area.municipality }) { return found }
            // 神戸市 without its ward.
            if let city = found.last(where: { $0.municipality.isCity(of: area.municipality) }),
                !found.contains(where: { $0.end > city.end })
            {
                return (area.municipality, city.end)
            }
        }
        let longest = found.filter { one in found.allSatisfy { $0.end <= one.end } }
        return longest.count == 1 ? longest[0] : nil
    }

    // MARK: Town

    private static func towns(
        in address: FoldedAddress, from start: Int, _ municipality: Municipality, _ reference: ReferenceData
    ) -> [Town] {
        func towns(at places: some Sequence<Int>) -> [Town] {
            places.flatMap { place in
                reference.towns(of: municipality, beginning: address.scalars[place...]).compactMap { length, codes in
                    let range = place..<place + length
                    return end(of: range, in: address).map { Town(range: range, codes: codes, end: $0) }
                }
            }.sorted { $0.range.count < $1.range.count }
        }
        // 第9地割字銅屋: the parts of the land in 岩手 stand before its names.
        guard municipality.isInKyoto else { return towns(at: [landPart(in: address, from: start) ?? start]) }
        // 烏丸通四条下る水銀屋町: the streets of Kyoto stand before the town.
        if let crossing = lastDirection(in: address, from: start) {
            let behind = towns(at: [crossing])
            if !behind.isEmpty { return behind }
        }
        return towns(at: start..<address.scalars.count)
    }

    /// What follows a name; nil where it would end within a number, or be one: 12番地 and 2番3号 are not
    /// the towns 十二 and 二番.
    private static func end(of range: Range<Int>, in address: FoldedAddress) -> Town.End? {
        let name = range.drop { address.source[address.places[$0].lowerBound].isArabicDigit }
        guard !name.isEmpty, name.count == range.count || address.scalars[name] != ["番"] else { return nil }
        guard range.upperBound < address.scalars.count else { return .number }
        let (last, next) = (address.places[range.upperBound - 1], address.places[range.upperBound])
        guard last != next else { return nil }
        let following = address.source[next.lowerBound]
        if address.hasGap(before: range.upperBound) { return .gap }
        // 浦臼第１ and 1-2-3: full width in the name, half width behind it.
        if following.isArabicDigit {
            let digit = address.source[last.upperBound - 1]
            return digit.isArabicDigit && digit.isASCII == following.isASCII ? nil : .number
        }
        let isNumber =
            KanjiNumeral.value(following) != nil || address.scalars[range.upperBound] == "-"
            || "(（番無".unicodeScalars.contains(following)
            || AddressNumber.isLot(address.source[next.lowerBound...])
        return isNumber ? .number : .letter
    }

    /// Where the name begins behind 第9地割.
    private static func landPart(in address: FoldedAddress, from start: Int) -> Int? {
        let scalars = address.scalars[start...]
        let number = scalars.drop { $0.isArabicDigit }
        guard number.count < scalars.count, number.starts(with: "地割".unicodeScalars), number.count > 2 else {
            return nil
        }
        return number.startIndex + 2
    }

    /// Behind the last 上る, 下る, 東入 or the like: folded, they have no る.
    private static func lastDirection(in address: FoldedAddress, from start: Int) -> Int? {
        let scalars = address.scalars
        return scalars.indices.dropFirst(start + 1).last { index in
            switch scalars[index] {
            case "入": "東西南北".unicodeScalars.contains(scalars[index - 1])
            // 上京 and 下立売 are names: a direction has its る, which stays with it.
            case "上", "下": address.places[index].count > 1
            default: false
            }
        }.map { $0 + 1 }
    }
}

extension Unicode.Scalar {
    /// 0 to 9, half or full width.
    var isArabicDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
}

extension AddressReading {
    /// What was written at a range of the folded address.
    func written(_ range: Range<Int>) -> String {
        let places = address.places[range]
        guard let first = places.first, let last = places.last else { return "" }
        return address.written(first.lowerBound..<last.upperBound)
    }

    /// Where the municipality's name stands without its district.
    var cityName: Range<Int> {
        let district = FoldedAddress(municipality.district).scalars
        let hasDistrict = !district.isEmpty && address.scalars[city].starts(with: district)
        return city.lowerBound + (hasDistrict ? district.count : 0)..<city.upperBound
    }

    /// Whether the address names a designated city alone, of which the ward is known by the postal code.
    var isWithoutWard: Bool {
        municipality.name.hasSuffix("区") && municipality.name.contains("市") && !written(city).hasSuffix("区")
    }

    /// Whether 字 or a space stands before a place, or it is the first behind the municipality.
    func isAfterGap(_ index: Int) -> Bool {
        index == city.upperBound || address.hasGap(before: index)
    }

    /// Whether a number stands right behind the municipality.
    var isNumberBehindCity: Bool {
        let rest = address.source[address.places[city.upperBound - 1].upperBound...]
        let parts = AddressNumber.divide(rest, isBehindTown: false)
        return parts.name.isEmpty && !parts.number.isEmpty
    }
}

extension ReferenceData {
    /// A municipality by its whole name, with or without its district.
    func municipality(named name: String, in prefecture: String) -> Municipality? {
        let name = name.hasPrefix(prefecture) ? name : prefecture + name
        let reading = AddressReading(name, near: [], self)
        return reading?.city.upperBound == reading?.address.scalars.count ? reading?.municipality : nil
    }
}
