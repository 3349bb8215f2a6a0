import Diagnostics

/// Where a measure takes place, by its name and by its description: 公民館の学習支援 described as taking place in 児童館.
enum MeasurePlaceCheck: Check {
    private static let places = [
        "児童館", "公民館", "図書館", "博物館", "美術館", "体育館", "保健所", "保健センター", "教育センター", "教育支援センター", "学習センター", "相談室",
        "保健室", "図書室", "別室", "児童相談所", "文化会館", "市民会館", "青少年センター",
    ]

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let measures = board.filesInOrder.filter { $0.kind == .programs }.flatMap { file in
            file.root.records(Programs.boardMeasures).flatMap { $0.records(MeasureGroup.measures) }
                + file.root.records(Programs.schoolMeasures)
                + file.root.records(Programs.settings).flatMap { $0.records(MeasureGroup.measures) }
        }
        return measures.compactMap { measure in
            guard let name = measure.text(Measure.name), let text = measure.text(Measure.description),
                case let (own, said) = (places.filter(name.contains), places.filter(text.contains)),
                // Of a name with two of them, or a text, either may be the right one.
                own.count == 1, said.count == 1, own != said,
                // A 公民館 has a 図書室; it is no 児童館.
                own[0].last == said[0].last
            else { return nil }
            return measure.report(
                .nearName, Measure.name, severity: .warning,
                Phrase(
                    ja: "名称は「\(own[0])」ですが、説明は「\(said[0])」のことを述べています",
                    en: "the name says \(own[0]), and the description speaks of \(said[0])"),
                help: Phrase(
                    ja: "どちらかを直してください。両方で行うのなら、説明に両方を書いてください",
                    en: "mend one of the two; where it takes place in both, let the description name both"),
                notes: [Diagnostic.Note(measure.place(Measure.description), Phrase(ja: "説明です", en: "the description"))])
        }
    }
}
