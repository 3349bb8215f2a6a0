import Bytes
public import Diagnostics
public import Files
public import Japanese
public import Proofreading
import Tables

/// Tables from outside that data is checked against: postal codes and area codes.
public struct ReferenceData: Sendable {
    private let codes: SortedTable
    private let addresses: SortedTable
    private let areas: SortedTable
    private let local: SortedTable
    /// The nation's figures as they were published.
    let national: NationalFigures
    /// What words are compared with.
    public let words: WordTables
    private let folder: String

    public static let codesName = "postal-codes.tsv"
    public static let addressesName = "addresses.tsv"
    public static let areasName = "area-codes.tsv"
    static let localName = "local-codes.tsv"

    /// Maps the tables of a folder.
    public init(folder: String) throws(FileError) {
        codes = try SortedTable(path: "\(folder)/\(Self.codesName)")
        addresses = try SortedTable(path: "\(folder)/\(Self.addressesName)")
        areas = try SortedTable(path: "\(folder)/\(Self.areasName)")
        local = try SortedTable(path: "\(folder)/\(Self.localName)")
        national = try NationalFigures(path: "\(folder)/\(NationalFigures.name)")
        words = try WordTables(folder: folder)
        self.folder = folder
    }

    /// How words are usually read, opened where a document asks for it.
    public func knownReadings() throws(FileError) -> KnownReadings { try KnownReadings(folder: folder) }

    /// What is wrong where an update was stopped between the two tables that belong together, or is going on just now, and
    /// where they were made by another version of this program. Nothing can be looked up in them then.
    public var mismatch: Diagnostic? {
        let isOther = codes.title != addresses.title
        guard isOther || !addresses.title.hasSuffix(PostalTableBuilder.format) else { return nil }
        let title = SourceFile(path: addresses.path, text: addresses.title)
        return Diagnostic(
            .referenceForm, at: Diagnostic.Place(title, title.bytes.indices),
            isOther
                ? Phrase(
                    ja: "「\(Self.codesName)」（\(codes.title)）と版が違います",
                    en: "it is of another edition than \(Self.codesName) (\(codes.title))")
                : Phrase(
                    ja: "この表は、今のshirubeが読む形のものではありません", en: "this table was not made for this version of shirube"),
            help: Phrase(
                ja: "「shirube reference update」をもう一度実行してください", en: "run shirube reference update again"))
    }

    /// What a postal code covers.
    public struct Area: Sendable, Hashable {
        public let municipality: Municipality
        /// Empty where the code covers what no other code of the municipality does.
        public let town: String
        /// Whether it is a large office's own code.
        public let isOffice: Bool

        /// Prefecture, municipality and town.
        public var name: String { municipality.prefecture + municipality.name + town }
    }

    /// The areas of a postal code; none for a code that does not exist.
    public func areas(of code: PostalCode) -> [Area] {
        let digits = code.digits
        return codes.rows(beginningWith: digits.indices.map { digits[$0] } + [0x09]).compactMap {
            guard $0.count == 6 else { return nil }
            let municipality = Municipality(code: $0[1], prefecture: $0[2], name: $0[3])
            let town = TownNames.isRemark($0[4]) ? "" : $0[4]
            return Area(municipality: municipality, town: town, isOffice: $0[5] == "office")
        }
    }

    /// Whether an address is written, with its prefecture, as the table writes one of a code's towns, and a number follows.
    ///
    /// The usual case, looked up without a string. No longer town's name begins so: none goes on as numbers do.
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
            isCovered = hasTown && Self.isNumber(address, from: place)
            return !isCovered
        }
        return isCovered
    }

    /// Digits, and behind them nothing, a space or what a number of a house goes on with.
    private static func isNumber(_ address: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < address.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(address[index]) { index += 1 }
        guard index > start else { return false }
        guard index < address.count, address[index] != UInt8(ascii: "-"), address[index] != UInt8(ascii: " ") else {
            return true
        }
        return numberWords.contains { word in
            index + 3 <= address.count && word.indices.allSatisfy { word[$0] == address[index + $0] }
        }
    }

    private static let numberWords = ["丁", "番", "の"].map { Array($0.utf8) }

    // MARK: Addresses

    /// The municipalities of a name, with or without its prefecture and its district; several where it is no one's alone.
    public func municipalities(named name: String) -> [Municipality] {
        let prefecture = Prefecture.names.first { name.hasPrefix($0) && name.count > $0.count }
        let own = String(name.dropFirst(prefecture?.count ?? 0))
        let key = Array((FoldedAddress(Municipality.withoutDistrict(own)).text + "\t").utf8)
        return addresses.rows(beginningWith: key).compactMap { Municipality(row: $0) }.filter {
            (prefecture == nil || $0.prefecture == prefecture) && [$0.name, $0.ownName].contains(own)
        }
    }

    /// Whether a city is a designated one, with wards of its own.
    func hasWards(_ city: String, in prefecture: String) -> Bool {
        addresses.rows(beginningWith: Array(FoldedAddress(city).text.utf8)).contains { row in
            Municipality(row: row).map { $0.isWardOfCity && $0.prefecture == prefecture } ?? false
        }
    }

    /// The municipalities whose names are near one that there is none of.
    public func municipalities(near name: String) -> [Municipality] {
        let scalars = Array(FoldedAddress(name).text.unicodeScalars)
        return (2...max(2, scalars.count)).reversed().lazy.map { length in
            addresses.rows(beginningWith: Array(String(scalars: scalars.prefix(length)).utf8))
                .compactMap { Municipality(row: $0) }
        }.first { !$0.isEmpty } ?? []
    }

    /// The municipalities that a name, with or without its district, begins with.
    /// - Parameter name: without its prefecture.
    func municipalities(beginning name: ArraySlice<Unicode.Scalar>) -> [(municipality: Municipality, length: Int)] {
        addresses.rows(ofPrefixesOf: name).flatMap { length, rows in
            rows.compactMap { row in Municipality(row: row).map { ($0, length) } }
        }
    }

    /// A town's postal codes, and those of the large offices in it.
    struct TownCodes: Sendable {
        var areas: [PostalCode] = []
        var offices: [PostalCode] = []

        init(_ rows: [[String]]) {
            for row in rows where row.count == 4 {
                guard let code = PostalCode(lenient: row[2]) else { continue }
                if row[3] == "office" { offices.append(code) } else { areas.append(code) }
            }
        }
    }

    /// The towns of a municipality that a text begins with, shortest first.
    func towns(
        of municipality: Municipality, beginning text: ArraySlice<Unicode.Scalar>
    ) -> [(length: Int, codes: TownCodes)] {
        addresses.rows(behind: municipality.code + "\t", ofPrefixesOf: text).map { ($0.length, TownCodes($0.rows)) }
    }

    /// The codes of a town; of what has no town of its own where the name is empty.
    func codes(of town: String, in municipality: Municipality) -> TownCodes {
        TownCodes(
            addresses.rows(beginningWith: Array("\(municipality.code)\t\(FoldedAddress(town).text)\t".utf8)))
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

    /// The area codes of a municipality; none where the table does not have it.
    func areaCodes(of municipality: Municipality?) -> [String] {
        guard let municipality else { return [] }
        return (local.rows(beginningWith: Array((municipality.code + "\t").utf8)).first?.last ?? "")
            .split(separator: " ").map(String.init)
    }

    /// The longest area code that a number's digits begin with.
    func areaCode(of digits: String) -> String? {
        (2...5).reversed().lazy.map { String(digits.prefix($0)) }.first(where: isAreaCode)
    }

    /// Whether 0797 is an area code, with its 0.
    func isAreaCode(_ code: String) -> Bool { !local.rows(beginningWith: Array("+\(code)\t".utf8)).isEmpty }

    /// Whether the table of beginnings has a code as a whole.
    func isFormerAreaCode(_ code: String) -> Bool { !areas.rows(beginningWith: Array("\(code)\t".utf8)).isEmpty }

    /// The town that the area of a fixed number is named for; nil where the table names none.
    func town(ofTelephone digits: String) -> String? {
        (2...6).reversed().lazy.compactMap { areas.rows(beginningWith: Array((digits.prefix($0) + "\t").utf8)).first }
            .first.flatMap { $0.count > 2 && !$0[2].isEmpty ? $0[2] : nil }
    }

    /// Whether area codes begin with a fixed number's first four digits.
    func hasAreaCode(_ digits: [UInt8]) -> Bool {
        var isKnown = false
        areas.forEachRow(beginningWith: digits.span.extracting(0..<min(4, digits.count))) { _, _ in
            isKnown = true
            return false
        }
        return isKnown
    }
}
