import Bytes
import Diagnostics
import Japanese
import StrictYAML

/// A postal code and the address beside it are of one place (Japan Post's table).
enum AddressCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let reference else { return [] }
        // Facilities of one town share a code.
        var known: [PostalCode: [ReferenceData.Area]] = [:]
        return board.addressed.flatMap { list in
            let tree = list.records.file.tree
            // In the order of their codes, the table is read from its beginning to its end.
            let coded = list.records.indices.compactMap { index -> Coded? in
                let postalCode = list.records.value(of: index, in: list.postalCode)
                let address = list.records.value(of: index, in: list.address)
                guard !postalCode.isAbsent, !address.isAbsent else { return nil }
                return list.records.withText(of: postalCode, { PostalCode($0) }).map {
                    Coded(code: $0, index: index, address: tree.textPlace(of: Int(address.node)))
                }
            }.sorted { ($0.code.number, $0.index) < ($1.code.number, $1.index) }
            var cursor = 0
            let doubtful = coded.filter { coded in
                // Mostly the address is written as the table has it.
                !tree.withText(at: coded.address) { reference.covers(coded.code, $0, from: &cursor) }
            }.sorted { $0.index < $1.index }
            return doubtful.compactMap { check(list[$0.index], $0.code, reference, &known) }
        }
    }

    /// A record by its postal code.
    private struct Coded {
        let code: PostalCode
        let index: Int
        let address: YAMLTree.TextPlace
    }

    private static func check(
        _ record: Addressed, _ code: PostalCode, _ reference: ReferenceData,
        _ known: inout [PostalCode: [ReferenceData.Area]]
    ) -> Diagnostic? {
        let address = record.text(\.address) ?? ""
        let areas = known[code] ?? reference.areas(of: code)
        known[code] = areas
        let reading = AddressReading(address, near: areas, reference)
        let finding = AddressFinding(
            record: record, code: code, address: address, reading: reading, reference: reference)
        guard !areas.isEmpty else { return finding.unknownCode() }
        let own = areas.filter { $0.municipality == reading?.municipality }
        guard let reading, !own.isEmpty else { return finding.elsewhere(areas[0]) }
        switch fit(code, own, reading, reference) {
        case .right(let town): return finding.floor(own) ?? finding.ward() ?? finding.glyphs(own, town)
        case .otherTown: return finding.otherTown(own)
        case .townWithCode: return finding.townWithCode(own[0])
        }
    }

    /// How a code of the municipality suits an address in it.
    private enum Fit {
        /// The town is where the code's is.
        case right(AddressReading.Town?)
        case otherTown
        /// The code is for what has no code, and the town has one.
        case townWithCode
    }

    private static func fit(
        _ code: PostalCode, _ own: [ReferenceData.Area], _ reading: AddressReading, _ reference: ReferenceData
    ) -> Fit {
        let ended = reading.towns.filter { $0.end != .letter }
        if let town = reading.towns.last(where: { $0.codes.offices.contains(code) }) { return .right(town) }
        if let town = reading.towns.last(where: { $0.codes.areas.contains(code) }) {
            // 野間北 is not 野間, but 野間字北 may be.
            let longer = ended.last { other in
                other.range.count > town.range.count && other.range.contains(town.range)
                    && !(town.end == .gap && other.range.lowerBound == town.range.lowerBound)
            }
            return longer == nil ? .right(town) : .otherTown
        }
        if own.contains(where: { $0.town.isEmpty && $0.isOffice }) { return .right(nil) }
        if own.contains(where: { TownNames.names(in: $0.town) == [""] }) {
            return ended.isEmpty ? .right(nil) : .townWithCode
        }
        // 檜原村467番地1: villages number their houses through, and leave the settlement out that the code is of.
        let isVillage = ["町", "村"].contains { reading.municipality.name.hasSuffix($0) }
        if isVillage, reading.towns.isEmpty, reading.isNumberBehindCity { return .right(nil) }
        return own.contains { stands($0, in: reading) } ? .right(nil) : .otherTown
    }

    /// Whether a town's name stands in an address elsewhere than at its beginning, or a part of it does.
    private static func stands(_ area: ReferenceData.Area, in reading: AddressReading) -> Bool {
        let rest = reading.address.scalars[reading.city.upperBound...]
        // Elsewhere in 京都府 streets may stand first, too.
        let hasStreets = area.municipality.prefecture == "京都府" && !area.municipality.isInKyoto
        return TownNames.names(in: area.town).contains { name in
            let town = FoldedAddress(name).scalars
            // 大字中津山字八木 where the table has 八木 alone.
            let isBehind = rest.indices.contains { index in
                rest[index...].starts(with: town)
                    && (hasStreets || reading.isAfterGap(index))
            }
            // Villages without towns stand in the table as their own town.
            return isBehind || reading.municipality.shortName == name || isTower(town, in: rest)
        }
    }

    /// A tall building's own code: its town is the town and the building's name, of which people write a part.
    private static func isTower(_ town: [Unicode.Scalar], in rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let shared = zip(town, rest).prefix { $0 == $1 }.count
        let building = String(scalars: town.dropFirst(shared))
        let name = Array(building.replacing("ビルディング", with: "").unicodeScalars)
        guard shared >= 2, name.count >= 3 else { return false }
        return (0...name.count - 3).contains { start in
            rest.indices.contains { rest[$0...].starts(with: name[start..<start + 3]) }
        }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
