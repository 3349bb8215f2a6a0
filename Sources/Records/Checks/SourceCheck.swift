package import Diagnostics

extension DiagnosticCode {
    package static let missingSource = DiagnosticCode(
        "D039", canBeAllowed: true,
        meaning: (
            ja: "表記（style）で出典を求めている（sources: required）のに、値の出典がどこにも書かれていません。",
            en: "The house style asks for sources (sources: required), and figures have none."
        ),
        reason: (
            ja: "議会などで「この数字はどこから」と聞かれたときに答えられません。出典は、そのまとまりか、外側のまとまりのsourceに書きます。",
            en:
                "Nobody could say where the figure comes from. A source stands in the record, or in one that it is in."
        ),
        wrong: "- fiscal_year: 令和6年度\n  count: 540",
        right: "- fiscal_year: 令和6年度\n  count: 540\n  source: {document: 教育委員会調べ, confirmed: 令和7年1月20日}")
}

/// Where the house style asks for sources, every figure has one: its record's own, or that of what it is in.
enum SourceCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard board.record?[BoardRecord.style]?[Style.sources] == "required" else { return [] }
        return board.filesInOrder.filter { $0.kind != .board }.flatMap { file -> [Diagnostic] in
            var found: [RecordView] = []
            visit(file.root, &found)
            guard let first = found.first else { return [] }
            return [
                Diagnostic(
                    .missingSource, .warning, at: place(first),
                    Phrase(
                        ja:
                            "「\(first.type.label.ja)」\(found.count > 1 ? "など\(found.count)か所" : "")の値に、出典（source）がありません",
                        en: "\(found.count) record\(found.count > 1 ? "s have" : " has") figures without a source"),
                    help: Phrase(
                        ja: "「source: 資料の名称」と書き足すか、まとまり全体の出典を外側に書いてください",
                        en: "add source: with the document's name, to the record or to what it is in"),
                    notes: found.dropFirst().prefix(20).map {
                        Diagnostic.Note(place($0), Phrase(ja: "ここにもありません", en: "nor is there one here"))
                    })
            ]
        }
    }

    private static func place(_ record: RecordView) -> Diagnostic.Place? {
        record.type.fields.lazy.filter { !$0.isDerived }.compactMap { record.place($0) }.first
    }

    /// Gathers the records that have figures, and neither they nor what they are in has a source.
    private static func visit(_ record: RecordView, _ found: inout [RecordView]) {
        if record.sourceText != nil { return }
        // A survey's figures are the survey's, and a facility that has confirmed its entry is its source.
        if record.type == Series.type || record.value(PrivateFacility.confirmed).isAbsent == false { return }
        let values = record.type.fields.indices.filter { !record.type.fields[$0].isDerived }.map {
            (record.type.types[$0], record.file.values[record.first + $0])
        }
        if values.contains(where: { $0.1.isFigure }) { found.append(record) }
        for (type, value) in values {
            RecordView.read(value, as: type, in: record.file).map { visit($0, &found) }
            for item in RecordList.read(value, as: type, in: record.file).map({ Array($0) }) ?? [] {
                visit(item, &found)
            }
        }
    }
}
