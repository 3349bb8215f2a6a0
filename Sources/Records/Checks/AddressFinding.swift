import Bytes
import Diagnostics
import Japanese

/// What is reported of an address and its postal code, with the code or the town that may be meant.
struct AddressFinding {
    let record: Addressed
    let code: PostalCode
    let address: String
    /// nil where no municipality could be read.
    let reading: AddressReading?
    let reference: ReferenceData

    // MARK: Findings

    func unknownCode() -> Diagnostic {
        let right = rightCodes
        return record.report(
            .unknownPostalCode, \.postalCode,
            Phrase(ja: "郵便番号「\(code.formatted)」はありません", en: "there is no postal code \(code.formatted)"),
            help: right.advice, replacement: right.replacement)
    }

    /// The code is of another municipality.
    func elsewhere(_ area: ReferenceData.Area) -> Diagnostic {
        let right = rightCodes
        return record.report(
            .postalCodeElsewhere, \.postalCode,
            Phrase(
                ja: "郵便番号「\(code.formatted)」は「\(area.name)」のもので、所在地「\(address)」と合いません",
                en: "\(code.formatted) is the postal code of \(area.name), not of \"\(address)\""),
            help: right.advice, notes: [addressNote], replacement: right.replacement)
    }

    /// The code is of other towns of the municipality.
    func otherTown(_ areas: [ReferenceData.Area]) -> Diagnostic {
        let town = areas[0].municipality.name + areas[0].town
        let others = Set(areas.map(\.town)).count - 1
        return record.report(
            .townMismatch, \.address, severity: .warning,
            Phrase(
                ja:
                    "所在地「\(address)」の町名が、郵便番号「\(code.formatted)」の「\(town)」\(others > 0 ? "など\(others + 1)町域" : "")と違います",
                en:
                    "the town in \"\(address)\" is not \(town)\(others > 0 ? " or \(others) more" : ""), which \(code.formatted) covers"
            ),
            help: townAdvice(nearest(of: areas)),
            notes: [
                Diagnostic.Note(record.place(\.postalCode), Phrase(ja: "郵便番号はここにあります", en: "the postal code is here"))
            ])
    }

    /// The code is for towns that have none of their own, and this one has one.
    func townWithCode(_ area: ReferenceData.Area) -> Diagnostic {
        let right = rightCodes
        let town = reading.flatMap { reading in reading.town.map { reading.written($0.range) } } ?? address
        return record.report(
            .townMismatch, \.postalCode, severity: .warning,
            Phrase(
                ja: "郵便番号「\(code.formatted)」は\(area.municipality.name)で番号のない町域のものですが、「\(town)」には番号があります",
                en: "\(code.formatted) is for places of \(area.municipality.name) without a code, but \(town) has one"),
            help: right.advice, notes: [addressNote], replacement: right.replacement)
    }

    /// The code is of one floor of a tall building, and the address names another.
    func floor(_ areas: [ReferenceData.Area]) -> Diagnostic? {
        guard let area = areas.first, let reading,
            let tower = TowerFloors(of: area.town, in: area.municipality, with: code, reference)
        else { return nil }
        let floors = TowerFloors.floors(in: reading.address)
        guard !floors.isEmpty, !floors.contains(tower.floor(of: code)) else { return nil }
        let right = floors.compactMap { tower.code(of: $0) }
        return record.report(
            .townMismatch, \.postalCode, severity: .warning,
            Phrase(
                ja: "郵便番号「\(code.formatted)」は「\(area.town)」の\(tower.floor(of: code).name.ja)のもので、所在地の階と違います",
                en:
                    "\(code.formatted) is of the \(tower.floor(of: code).name.en) of \(area.town), not of the floor in the address"
            ),
            help: right.count == 1
                ? Phrase(
                    ja: "所在地の階の郵便番号は「\(right[0].formatted)」です。階も確かめてください",
                    en: "the floor in the address has \(right[0].formatted); check the floor, too")
                : Phrase(ja: "郵便番号と階を確かめてください", en: "check the postal code and the floor"),
            notes: [addressNote], replacement: right.count == 1 ? right[0].formatted : nil)
    }

    /// A designated city's address leaves out the ward, which its postal code tells.
    func ward() -> Diagnostic? {
        guard let reading, reading.isWithoutWard, !reading.municipality.isInKyoto else { return nil }
        let right =
            reading.address.written(0..<reading.address.places[reading.city.lowerBound].lowerBound)
            + reading.municipality.name
        let city = reading.written(reading.city)
        return record.report(
            .prefectureMissing, \.address, severity: .warning,
            Phrase(
                ja: "所在地「\(address)」に、\(city)のどの区かが書かれていません", en: "\"\(address)\" does not say in which ward of \(city)"
            ),
            help: Phrase(
                ja: "郵便番号「\(code.formatted)」は\(reading.municipality.name)のものです。「\(right)」から書いてください",
                en: "\(code.formatted) is of \(reading.municipality.name): begin with \"\(right)\""))
    }

    /// A name is the table's in another form of its kanji.
    func glyphs(_ areas: [ReferenceData.Area], _ town: AddressReading.Town?) -> Diagnostic? {
        guard let reading else { return nil }
        let towns = town == nil ? [] : areas.flatMap { TownNames.names(in: $0.town) }
        let names = [
            (reading.written(reading.cityName), [reading.municipality.shortName]),
            (town.map { reading.written($0.range) } ?? "", towns),
        ]
        for (written, official) in names where !written.isEmpty {
            let plain = FoldedAddress(written, foldsGlyphs: false).scalars
            let same = official.filter { FoldedAddress($0).scalars == FoldedAddress(written).scalars }
            guard let other = same.first,
                !same.contains(where: { FoldedAddress($0, foldsGlyphs: false).scalars == plain })
            else { continue }
            return record.report(
                .glyphVariant, \.address, severity: .note,
                Phrase(
                    ja: "所在地の「\(written)」は、日本郵便の表では「\(other)」です。同じ地名で、漢字の字体が違います",
                    en: "\"\(written)\" is \(other) in Japan Post's table: the same name in another glyph"),
                help: Phrase(
                    ja: "市区町村が正式としている字体なら、このままで構いません", en: "leave it if this is the form that the municipality uses"))
        }
        return nil
    }

    private var addressNote: Diagnostic.Note? {
        Diagnostic.Note(record.place(\.address), Phrase(ja: "所在地はここにあります", en: "the address is here"))
    }

    // MARK: What may be meant

    /// The codes of the address's own town, and those of offices there of which this one may be a slip.
    private var rightCodes: PostalProposal {
        guard let reading else { return PostalProposal(areas: [], offices: []) }
        var codes = reading.town?.codes
        // 龍ケ崎市3710: a number behind the municipality has the code of what has no town.
        if codes == nil, reading.isNumberBehindCity { codes = reference.codes(of: "", in: reading.municipality) }
        let areas = codes?.areas.filter { $0 != code } ?? []
        // Of two that are as near, the town's own is the likelier.
        let isNearTown = areas.contains { code.isSlip(of: $0) }
        return PostalProposal(
            areas: areas, offices: isNearTown ? [] : codes?.offices.filter { code.isSlip(of: $0) } ?? [])
    }

    /// The one of the code's towns that the address may have meant.
    private func nearest(of areas: [ReferenceData.Area]) -> String? {
        guard let reading else { return nil }
        let rest = reading.address.scalars[reading.city.upperBound...]
        let written = String(scalars: rest.prefix { !$0.isArabicDigit && $0 != "-" })
        let names = areas.flatMap { TownNames.names(in: $0.town) }.filter { !$0.isEmpty }
        let folded = Dictionary(names.map { (FoldedAddress($0).text, $0) }) { first, _ in first }
        return NearestName.find(written, among: folded.keys.sorted()).flatMap { folded[$0] }
    }

    private func townAdvice(_ town: String?) -> Phrase {
        let others = rightCodes
        guard let town else { return others.advice }
        guard let list = others.list else {
            return Phrase(
                ja: "町名は「\(town)」ではありませんか。所在地と郵便番号を確かめてください", en: "did you mean \(town)? Check the address and the code"
            )
        }
        return Phrase(
            ja: "郵便番号が正しければ町名は「\(town)」、町名が正しければ郵便番号は\(list.ja)です",
            en: "if the code is right the town is \(town); if the town is right the code is \(list.en)")
    }
}

/// Postal codes that may be meant.
private struct PostalProposal {
    /// Those of the town.
    let areas: [PostalCode]
    /// Those of large offices in it.
    let offices: [PostalCode]

    /// The one that is meant where there is but one.
    var replacement: String? {
        let codes = offices.isEmpty ? areas : offices
        return codes.count == 1 ? codes[0].formatted : nil
    }

    /// nil where there is none.
    var list: Phrase? {
        let codes = (offices.isEmpty ? areas : offices).prefix(5).map(\.formatted)
        guard !codes.isEmpty else { return nil }
        return Phrase(ja: "「\(codes.joined(separator: "」又は「"))」", en: codes.joined(separator: " or "))
    }

    var advice: Phrase {
        guard let list else { return Phrase(ja: "郵便番号と所在地を確かめてください", en: "check the postal code and the address") }
        return offices.isEmpty
            ? Phrase(
                ja: "この所在地の郵便番号は\(list.ja)です。所在地も確かめてください",
                en: "the postal code of the address is \(list.en); check the address, too")
            : Phrase(
                ja: "この所在地にある事業所の郵便番号\(list.ja)ではありませんか。所在地も確かめてください",
                en: "did you mean \(list.en), the code of an office there? Check the address, too")
    }
}
