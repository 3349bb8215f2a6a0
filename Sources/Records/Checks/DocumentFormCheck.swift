package import Diagnostics

extension DiagnosticCode {
    package static let documentForm = DiagnosticCode(
        "D022", canBeAllowed: false,
        meaning: (
            ja: "民間施設がないのに、CSV、JSON又は施設ごとの文書を作ることになっています。",
            en:
                "A document asks for CSV, JSON or a paper for each facility, but the board's data has no private facilities."
        ),
        reason: (
            ja: "CSV、JSON及び施設ごとの文書は、facilities.yamlの民間施設から作ります。施設がなければ、中身のないファイルを公開することになります。",
            en:
                "CSV, JSON and papers for each facility are made from facilities.yaml: empty files would be published."
        ),
        wrong: "formats: [html, csv]   # facilities.yaml: private: []",
        right: "formats: [html, text]")
}

/// A document is published in each form once, and in the forms of open data only where there are facilities.
enum DocumentFormCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        // A list that cannot be read is told as such.
        let hasFacilities =
            board.facilities.map {
                !($0[FacilityLists.privateFacilities]?.isEmpty ?? false)
            } ?? false
        return (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
            let formats = document[DocumentEntry.formats] ?? []
            // What it rolls up are the facilities of others.
            let asksForData =
                document.text(DocumentEntry.id) != RollUp.document && formats.contains { $0 == "csv" || $0 == "json" }
            guard asksForData || document[DocumentEntry.perFacility] == true, !hasFacilities else { return nil }
            let field = asksForData ? DocumentEntry.formats.declaration : DocumentEntry.perFacility.declaration
            let (paper, line) =
                asksForData
                ? (Phrase(ja: "CSVやJSON", en: "CSV and JSON"), Phrase(ja: "csvとjson", en: "csv and json"))
                : (Phrase(ja: "施設ごとの文書", en: "papers for each facility"), Phrase(ja: "この行", en: "this line"))
            return document.report(
                .documentForm, field,
                Phrase(
                    ja: "facilities.yamlに民間施設（private）がないので、\(paper.ja)は作れません",
                    en: "\(paper.en) cannot be made: facilities.yaml has no private facilities"),
                help: Phrase(
                    ja: "facilities.yamlに民間施設を書くか、\(line.ja)を消してください",
                    en: "enter the facilities in facilities.yaml, or delete \(line.en) here"))
        }
    }
}
