package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let position = DiagnosticCode(
        "D028", canBeAllowed: true,
        meaning: (
            ja: "緯度と経度の一方がないか、日本の外を指しています。",
            en: "Of latitude and longitude one is missing, or they point outside Japan."
        ),
        reason: (
            ja: "地図に、あるはずのない場所が表示されます。", en: "Maps would show the facility where it is not."
        ),
        wrong: """
            latitude: 135.360100
            longitude: 34.799700
            """,
        right: """
            latitude: 34.799700
            longitude: 135.360100
            """)
}

/// What a facility's entry says of itself: when it was confirmed, until when it is certified, and where it stands.
enum FacilityFactsCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let list = board.facilities?[FacilityLists.privateFacilities] else { return [] }
        let fields = [
            PrivateFacility.confirmed.declaration, PrivateFacility.certifiedUntil.declaration,
            PrivateFacility.latitude.declaration, PrivateFacility.longitude.declaration,
        ].map { list.type.slot(of: $0) }
        let edition = board.record?[BoardRecord.edition]
        let asOf = board.facilities?[FacilityLists.asOf]
        let note = Diagnostic.Note(
            board.facilities?.place(FacilityLists.asOf), Phrase(ja: "一覧の基準日です", en: "the list's as-of date"))
        return list.indices.flatMap { index -> [Diagnostic] in
            // Most lists say nothing of the kind.
            guard fields.contains(where: { !list.value(of: index, in: $0).isAbsent }) else { return [] }
            let facility = list[index]
            return [
                confirmed(facility, edition, asOf, note), certified(facility, asOf, note), position(facility),
            ].compactMap(\.self)
        }
    }

    /// An entry is confirmed anew for each edition.
    private static func confirmed(
        _ facility: RecordView, _ edition: RecordView?, _ asOf: CalendarDate?, _ asOfNote: Diagnostic.Note?
    ) -> Diagnostic? {
        guard let date = facility[PrivateFacility.confirmed] else { return nil }
        if let asOf, date > asOf {
            return facility.report(
                .dateOrder, PrivateFacility.confirmed,
                Phrase(
                    ja: "施設が確認した日\(date.long)が、一覧の基準日\(asOf.long)より後です",
                    en: "the facility confirmed its entry on \(date.long), after the list's as-of date, \(asOf.long)"),
                help: Phrase(ja: "確認した日又は基準日（as_of）を直してください", en: "mend the day, or the list's as_of"),
                notes: [asOfNote])
        }
        guard let year = edition?[Edition.fiscalYear], date.fiscalYear < year else { return nil }
        return facility.report(
            .staleValue, PrivateFacility.confirmed, severity: .warning,
            Phrase(
                ja: "施設が内容を確認したのは\(date.long)で、発行の年度\(year.long)より前です",
                en: "the facility confirmed its entry on \(date.long), before the edition's \(year.long)"),
            help: Phrase(
                ja: "施設に内容を確かめ、確認した日を改めてください", en: "have the facility look over its entry, and put the new day"))
    }

    private static func certified(
        _ facility: RecordView, _ asOf: CalendarDate?, _ asOfNote: Diagnostic.Note?
    ) -> Diagnostic? {
        guard let until = facility[PrivateFacility.certifiedUntil], let asOf, until < asOf else { return nil }
        return facility.report(
            .staleValue, PrivateFacility.certifiedUntil, severity: .warning,
            Phrase(
                ja: "認証の期限\(until.long)が、一覧の基準日\(asOf.long)より前に切れています",
                en: "the certificate ended on \(until.long), before the list's as-of date, \(asOf.long)"),
            help: Phrase(
                ja: "更新されたか確かめ、期限を改めるか、認証の項目を消してください",
                en: "find out whether it was renewed; put the new day, or delete what says that it is certified"),
            notes: [asOfNote])
    }

    /// The degrees that Japan lies between.
    private static let latitudes = 20.0...46.0, longitudes = 122.0...154.0

    private static func position(_ facility: RecordView) -> Diagnostic? {
        let (latitude, longitude) = (facility[PrivateFacility.latitude], facility[PrivateFacility.longitude])
        guard let latitude, let longitude else {
            guard latitude != nil || longitude != nil else { return nil }
            let (given, other) =
                latitude == nil
                ? (PrivateFacility.longitude, PrivateFacility.latitude)
                : (PrivateFacility.latitude, PrivateFacility.longitude)
            let label = other.declaration.label
            return facility.report(
                .position, given,
                Phrase(ja: "\(label.ja)（\(other.key)）がありません", en: "the \(label.en) is missing"),
                help: Phrase(ja: "二つをそろえて書くか、両方を消してください", en: "write both, or neither"))
        }
        let isNorthAndEast = latitudes.contains(latitude.double) && longitudes.contains(longitude.double)
        guard !isNorthAndEast else { return nil }
        let isSwapped = latitudes.contains(longitude.double) && longitudes.contains(latitude.double)
        return facility.report(
            .position, PrivateFacility.latitude,
            Phrase(
                ja: "緯度\(latitude.text)、経度\(longitude.text)は日本の外です",
                en: "latitude \(latitude.text), longitude \(longitude.text) is not in Japan"),
            help: isSwapped
                ? Phrase(ja: "二つの値が入れ替わっています", en: "the two have been swapped")
                : Phrase(
                    ja: "地図で確かめ、「34.799700」のように度で書いてください（分と秒は使えません）",
                    en: "look it up on a map, and write degrees, as in 34.799700, without minutes and seconds"))
    }
}
