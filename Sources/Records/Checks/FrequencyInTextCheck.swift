package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let frequencyInText = DiagnosticCode(
        "D030", canBeAllowed: true,
        meaning: (
            ja: "取組の説明に書いた回数が、頻度（frequency）と違います。",
            en: "The sentence of a measure says another frequency than its field."
        ),
        reason: (
            ja: "頻度は文書に印字されるので、同じ所に二つの回数が並びます。",
            en: "The frequency is printed, and two numbers stand side by side."
        ),
        wrong: """
            frequency: 年9回
            description: 年に8回、各学校を訪ねます。
            """,
        right: """
            frequency: 年9回
            description: 各学校を訪ねます。
            """)
}

/// How often something is done, said in a sentence of a measure and otherwise in its frequency: 年に8回 beside 年9回.
enum FrequencyInTextCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let measures = board.allFiles.filter { $0.kind == .programs }.flatMap { file in
            file.root.records(Programs.boardMeasures).flatMap { $0.records(MeasureGroup.measures) }
                + file.root.records(Programs.schoolMeasures)
        }
        let years = board.projects.flatMap { $0.records(Project.years) }
        return measures.compactMap { finding($0, Measure.description, $0, Measure.frequency) }
            + years.compactMap { year in
                year[ProjectYear.session].flatMap { finding(year, ProjectYear.support, $0, Session.frequency) }
            }
    }

    /// - Parameter owner: the record whose frequency it is.
    private static func finding(
        _ record: RecordView, _ field: Field<String>, _ owner: RecordView, _ frequency: Field<String>
    ) -> Diagnostic? {
        guard case .frequency(let period, let number) = owner.value(frequency).content,
            let text = record[field], let said = mention(in: Array(text.unicodeScalars)),
            // 毎月 is once a month.
            said.period != period.name || said.times != max(1, Int(number))
        else { return nil }
        let entered = number > 0 ? "\(period.name)\(number)回" : "毎\(period.name)"
        return record.report(
            .frequencyInText, field, severity: .warning,
            Phrase(
                ja: "文章では「\(said.text)」ですが、頻度（frequency）は「\(entered)」です",
                en: "the sentence says \(said.text), and the frequency is \(entered)"),
            help: Phrase(
                ja: "どちらかを直すか、文章から回数を消してください（頻度は文書に印字されます）",
                en: "mend one, or leave the number out of the sentence: the frequency is printed"),
            notes: [Diagnostic.Note(owner.place(frequency), Phrase(ja: "頻度です", en: "the frequency"))])
    }

    /// The only frequency that a text names: 年に8回, 月2回, 年に三度.
    private static func mention(in text: [Unicode.Scalar]) -> (period: String, times: Int, text: String)? {
        var found: [(period: String, times: Int, text: String)] = []
        for place in text.indices where "年月週".unicodeScalars.contains(text[place]) {
            if place > 0, text[place - 1].isDigit || text[place - 1].isKanji { continue }
            var index = place + 1
            while index < text.count, text[index] == "に" || text[index] == "間" { index += 1 }
            let end =
                text[index...].firstIndex { !($0.isDigit || "一二三四五六七八九十".unicodeScalars.contains($0)) } ?? text.count
            guard end > index, end < text.count, text[end] == "回" || text[end] == "度",
                let times = number(text[index..<end])
            else { continue }
            found.append((String(text[place]), times, String(String.UnicodeScalarView(text[place...end]))))
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Digits of either width, or a kanji numeral up to ten.
    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        let digits = String(String.UnicodeScalarView(text.map { WidthFolding.ascii($0) }))
        return Int(digits) ?? Array("一二三四五六七八九十").firstIndex(of: Character(digits)).map { $0 + 1 }
    }
}
