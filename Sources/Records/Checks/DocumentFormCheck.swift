import Diagnostics

/// A document is published in each form once, and in the forms of open data only where there are facilities.
enum DocumentFormCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let hasFacilities = !(board.facilities?.list(FacilitiesSchema.privateFacilities)?.isEmpty ?? true)
        return (board.record?.records(BoardSchema.documents) ?? []).compactMap { document in
            let formats = document.choices(BoardSchema.formats)
            if let doubled = formats.first(where: { format in formats.count { $0 == format } > 1 }) {
                return document.report(
                    .documentForm, "formats",
                    Phrase(ja: "形式「\(doubled)」が2回書かれています", en: "the format \(doubled) is named twice"),
                    help: Phrase(ja: "一方を消してください", en: "delete one of them"))
            }
            let key = formats.contains { $0 == "csv" || $0 == "json" } ? "formats" : "per_facility"
            let needsFacilities = key == "formats" || document["per_facility"].content == .boolean(true)
            guard needsFacilities, !hasFacilities else { return nil }
            return document.report(
                .documentForm, key,
                Phrase(
                    ja: "民間施設のデータ（facilities.yamlのprivate）がないのに、それを使う形になっています",
                    en: "this needs private facilities, and facilities.yaml has none"),
                help: Phrase(ja: "施設を書くか、この指定を消してください", en: "enter the facilities, or delete this"))
        }
    }
}
