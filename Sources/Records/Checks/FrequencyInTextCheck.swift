import Diagnostics
import Japanese

/// How often something is done, said in a sentence of a measure and otherwise in its frequency: 年に8回 beside 年9回.
enum FrequencyInTextCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.allFiles.filter { $0.kind == .programs }.flatMap { file in
            (file.root.records(Programs.boardMeasures).flatMap { $0.records(MeasureGroup.measures) }
                + file.root.records(Programs.schoolMeasures)).compactMap(check)
        }
    }

    private static func check(_ measure: RecordView) -> Diagnostic? {
        guard case .frequency(let period, let times) = measure.value(Measure.frequency).content, times > 0,
            let text = measure[Measure.description], let said = mention(in: Array(text.unicodeScalars)),
            said.period != period.name || said.times != Int(times)
        else { return nil }
        return measure.report(
            .frequencyInText, Measure.description, severity: .warning,
            Phrase(
                ja: "文章では「\(said.text)」ですが、頻度（frequency）は「\(period.name)\(times)回」です",
                en: "the sentence says \(said.text), and the frequency is \(period.name)\(times)回"),
            help: Phrase(
                ja: "どちらかを直すか、文章から回数を消してください（頻度は文書に印字されます）",
                en: "mend one, or leave the number out of the sentence: the frequency is printed"),
            notes: [Diagnostic.Note(measure.place(Measure.frequency), Phrase(ja: "頻度です", en: "the frequency"))])
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
