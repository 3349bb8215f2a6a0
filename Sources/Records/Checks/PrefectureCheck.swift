import Diagnostics
import Japanese
import StrictYAML

/// A list that reaches into several prefectures names the prefecture in each address.
enum PrefectureCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let facilities = board.facilities?[FacilityLists.privateFacilities] else { return [] }
        let address = facilities.type.slot(of: Facility.address)
        let own = board.record?.text(BoardRecord.prefecture).flatMap { Prefecture.names.firstIndex(of: $0) }
        var all = Set([own].compactMap { $0 })
        /// Those without a prefecture.
        var unnamed: [Int] = []
        for index in facilities.indices {
            let address = facilities.value(of: index, in: address)
            guard !address.isAbsent else { continue }
            if let prefecture = facilities.withText(of: address, { Prefecture.index(of: $0) }) {
                all.insert(prefecture)
            } else {
                unnamed.append(index)
            }
        }
        guard all.count > 1 else { return unnamed.compactMap { nowhere(facilities[$0], reference) } }
        return unnamed.map { facilities[$0] }.map { facility in
            let address = facility.text(Facility.address) ?? ""
            let prefecture = prefecture(of: facility, reference).flatMap { name in
                // 寿町9-10 lacks the city, too.
                reference.flatMap { AddressReading(name + address, near: [], $0) } == nil ? nil : name
            }
            return facility.report(
                .prefectureMissing, Facility.address, severity: .warning,
                Phrase(
                    ja: "所在地「\(address)」が都道府県名から始まっていません。この一覧には、ほかの都道府県の施設も載っています",
                    en: "\"\(address)\" does not begin with its prefecture, in a list with facilities of several"),
                help: prefecture.map { Phrase(ja: "「\($0)\(address)」と書いてください", en: "write \"\($0)\(address)\"") }
                    ?? Phrase(
                        ja: "所在地を、都道府県名と市区町村名から書いてください",
                        en: "begin the address with its prefecture and its city, town or village"),
                // The postal code and the place's name agree on it.
                replacement: prefecture.map { $0 + address }, isCertain: true)
        }
    }

    /// An address that begins with no place that there is: オンラインのみ, 市民会館の2階.
    private static func nowhere(_ facility: RecordView, _ reference: ReferenceData?) -> Diagnostic? {
        guard let reference, let address = facility[Facility.address] else { return nil }
        let code = facility[Facility.postalCode].flatMap { PostalCode(lenient: $0) }
        let areas = code.map { reference.areas(of: $0) } ?? []
        guard areas.isEmpty, AddressReading(address, near: areas, reference) == nil else { return nil }
        return facility.report(
            .prefectureMissing, Facility.address, severity: .warning,
            Phrase(
                ja: "所在地「\(address)」が、都道府県名からも市区町村名からも始まっていません",
                en: "\"\(address)\" begins with neither a prefecture nor a city, town or village"),
            help: Phrase(
                ja: "都道府県名から番地まで書いてください。決まった場所がないなら、活動する場所を市区町村名から書いてください",
                en:
                    "write it from the prefecture to the number; where there is no fixed place, begin with the municipality"
            ))
    }

    private static func prefecture(of facility: RecordView, _ reference: ReferenceData?) -> String? {
        guard let reference, let text = facility.text(Facility.postalCode), let code = PostalCode(lenient: text) else {
            return nil
        }
        let prefectures = Set(reference.areas(of: code).map(\.municipality.prefecture))
        return prefectures.count == 1 ? prefectures.first : nil
    }
}
