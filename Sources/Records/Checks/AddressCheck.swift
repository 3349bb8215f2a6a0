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
        let address = record.text("address") ?? ""
        let areas = known[code] ?? reference.areas(of: code)
        known[code] = areas
        guard !areas.isEmpty else {
            let right = reference.codes(of: address)
            return record.report(
                .unknownPostalCode, "postal_code",
                Phrase(ja: "郵便番号「\(code.formatted)」はありません", en: "there is no postal code \(code.formatted)"),
                help: advice(right, address), replacement: right.count == 1 ? right[0] : nil)
        }
        let text = AddressText.normalized(address)
        let inCity = areas.filter { rest(of: text, behind: $0) != nil }
        guard let area = inCity.first else { return elsewhere(record, code, areas[0], address, reference) }
        if inCity.contains(where: { hasTown(text, $0, reference) }) { return nil }
        return record.report(
            .townMismatch, "address", severity: .warning,
            Phrase(
                ja: "所在地「\(address)」の町名が、郵便番号「\(code.formatted)」の「\(area.city)\(area.town)」と違います",
                en: "the town in \"\(address)\" is not \(area.city)\(area.town), which \(code.formatted) covers"),
            help: townAdvice(area, reference.codes(of: address).filter { $0 != code.formatted }))
    }

    /// What an address says behind the city of an area; nil where it is of another city.
    ///
    /// The prefecture may be left out, and with it the district (郡) of a town.
    private static func rest(of text: String, behind area: ReferenceData.Area) -> Substring? {
        var rest = text[...]
        let prefecture = AddressText.normalized(area.prefecture)
        if rest.utf8.starts(with: prefecture.utf8) { rest = rest.dropFirst(prefecture.count) }
        let city = AddressText.normalized(area.city)
        if rest.utf8.starts(with: city.utf8) { return rest.dropFirst(city.count) }
        // 八丈島八丈町: Japan Post names the island first.
        let mark =
            city.firstIndex(of: "郡") ?? (city.hasSuffix("町") || city.hasSuffix("村") ? city.firstIndex(of: "島") : nil)
        guard let district = mark else { return nil }
        let town = city[city.index(after: district)...]
        return !town.isEmpty && rest.hasPrefix(town) ? rest.dropFirst(town.count) : nil
    }

    private static func hasTown(_ text: String, _ area: ReferenceData.Area, _ reference: ReferenceData) -> Bool {
        guard let rest = rest(of: text, behind: area), !area.town.isEmpty else { return true }
        let town = AddressText.normalized(PostalTableBuilder.baseTown(area.town))
        // 京都 writes the streets first: the town stands further on.
        if rest.hasPrefix(town) || area.prefecture == "京都府" && rest.contains(town) { return true }
        // Villages without towns stand in the table as their own town.
        if AddressText.normalized(area.city).hasSuffix(town) { return true }
        // A tall building's own code: its town is the town and the building's name, of which people write a part.
        let shared = zip(town, rest).prefix { $0 == $1 }.count
        let building = Array(town.dropFirst(shared))
        guard shared >= 2, building.count >= 3 else { return false }
        return (0...building.count - 3).contains { rest.contains(String(building[$0..<$0 + 3])) }
    }

    private static func elsewhere(
        _ record: Addressed, _ code: PostalCode, _ area: ReferenceData.Area, _ address: String,
        _ reference: ReferenceData
    ) -> Diagnostic {
        let right = reference.codes(of: address)
        return record.report(
            .postalCodeElsewhere, "postal_code",
            Phrase(
                ja: "郵便番号「\(code.formatted)」は「\(area.name)」のもので、所在地「\(address)」と合いません",
                en: "\(code.formatted) is the postal code of \(area.name), not of \"\(address)\""),
            help: advice(right, address),
            notes: [
                Diagnostic.Note(record.place("address"), Phrase(ja: "所在地はここにあります", en: "the address is here"))
            ], replacement: right.count == 1 ? right[0] : nil)
    }

    private static func advice(_ codes: [String], _ address: String) -> Phrase {
        guard !codes.isEmpty else {
            return Phrase(ja: "郵便番号と所在地を確かめてください", en: "check the postal code and the address")
        }
        let list = codes.prefix(5)
        return Phrase(
            ja: "この所在地の郵便番号は「\(list.joined(separator: "」又は「"))」です。所在地も確かめてください",
            en: "the address has \(list.joined(separator: " or ")); check the address, too")
    }

    private static func townAdvice(_ area: ReferenceData.Area, _ others: [String]) -> Phrase {
        let right = area.prefecture + area.city + area.town
        guard let other = others.first else {
            return Phrase(ja: "正式な町名は「\(area.town)」です。「\(right)…」と書いてください", en: "the official name is \(right)…")
        }
        return Phrase(
            ja: "郵便番号が正しければ町名は「\(area.town)」、町名が正しければ郵便番号は「\(other)」です",
            en: "if the code is right the town is \(area.town); if the town is right the code is \(other)")
    }
}
