public import Diagnostics
public import Japanese

/// Tables from outside that data is checked against: postal codes and area codes.
public struct ReferenceData: Sendable {
    private let codes: SortedTable
    private let addresses: SortedTable
    private let areas: SortedTable

    public static let codesName = "postal-codes.tsv"
    public static let addressesName = "addresses.tsv"
    public static let areasName = "area-codes.tsv"

    /// Maps the tables of a folder.
    public init(folder: String) throws(FileError) {
        codes = try SortedTable(path: "\(folder)/\(Self.codesName)")
        addresses = try SortedTable(path: "\(folder)/\(Self.addressesName)")
        areas = try SortedTable(path: "\(folder)/\(Self.areasName)")
    }

    /// What is wrong where an update was stopped between the two tables that belong together, or is going on just now.
    public var mismatch: Diagnostic? {
        guard codes.title != addresses.title else { return nil }
        let title = SourceFile(path: addresses.path, text: addresses.title)
        return Diagnostic(
            .referenceForm, at: Diagnostic.Place(title, title.bytes.indices),
            Phrase(
                ja: "「\(Self.codesName)」（\(codes.title)）と版が違います",
                en: "it is of another edition than \(Self.codesName) (\(codes.title))"),
            help: Phrase(
                ja: "「shirube reference update」をもう一度実行してください", en: "run shirube reference update again"))
    }

    /// What a postal code covers.
    public struct Area: Sendable, Hashable {
        public let prefecture: String
        public let city: String
        /// Empty where the code covers a whole city.
        public let town: String
        /// Prefecture, city and town.
        public let name: String

        init(prefecture: String, city: String, town: String) {
            (self.prefecture, self.city, self.town) = (prefecture, city, town)
            name = prefecture + city + town
        }
    }

    /// The areas of a postal code; none for a code that does not exist.
    public func areas(of code: PostalCode) -> [Area] {
        codes.rows(beginningWith: code.formatted.replacing("-", with: "") + "\t").compactMap {
            $0.count >= 5 ? Area(prefecture: $0[2], city: $0[3], town: $0[4]) : nil
        }
    }

    /// Whether an address is written, with its prefecture, as the table writes one of a code's towns.
    ///
    /// The usual case, looked up without a string.
    /// - Parameter cursor: where the table was looked at last, 0 at first: codes that ascend are found at once.
    func covers(_ code: PostalCode, _ address: Span<UInt8>, from cursor: inout Int) -> Bool {
        var isCovered = false
        // The code is a column of its own.
        let digits = code.digits
        let key = InlineArray<8, UInt8> { $0 < 7 ? digits[$0] : 0x09 }
        codes.forEachRow(beginningWith: key.span, from: &cursor) { line, bytes in
            var (column, place, townStart) = (0, 0, 0)
            for index in line {
                if bytes[index] == 0x09 {
                    column += 1
                    if column == 4 { townStart = index + 1 }
                    if column == 5 { break }
                    continue
                }
                // Columns 2 to 4: prefecture, city, town.
                guard column >= 2 else { continue }
                guard place < address.count, bytes[index] == address[place] else { return true }
                place += 1
            }
            let hasTown = townStart > 0 && townStart < line.upperBound && bytes[townStart] != 0x09
            isCovered = hasTown
            return !isCovered
        }
        return isCovered
    }

    /// The postal codes that an address has, by the longest town that it begins with.
    public func codes(of address: String) -> [String] {
        let text = AddressText.normalized(address)
        let hasPrefecture = Prefecture.names.contains { address.hasPrefix($0) }
        // Without its prefecture the address is tried in each.
        let candidates = hasPrefecture ? [text] : Prefecture.names.map { AddressText.normalized($0) + text }
        let rows = candidates.flatMap { addresses.longestPrefix(of: $0, sharing: 12) }
        let longest = rows.map { $0[0].utf8.count }.max() ?? 0
        return rows.filter { $0[0].utf8.count == longest && $0.count > 1 }.map {
            "\($0[1].prefix(3))-\($0[1].suffix(4))"
        }
    }

    /// The prefectures of the numbering areas that a fixed telephone number may belong to, by their places in
    /// `Prefecture.names`; none where it is no fixed one.
    /// - Parameter digits: at least its first six, in ASCII.
    func prefectures(ofTelephone digits: [UInt8]) -> Set<Int> {
        var key = digits.prefix(7) + [0x09]
        for length in stride(from: min(6, digits.count), through: 2, by: -1) {
            key[length] = 0x09
            var found: Set<Int> = []
            areas.forEachRow(beginningWith: key.span.extracting(0...length)) { line, bytes in
                if let place = Prefecture.index(of: bytes.extracting(line.lowerBound + length + 1..<line.upperBound)) {
                    found.insert(place)
                }
                return true
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}
