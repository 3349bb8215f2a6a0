import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let frequencyInText = DiagnosticCode(
        "D030", canBeAllowed: true,
        meaning: (
            ja: "取組の説明に書いた回数、又は実績の文章に書いた人数、割合及び時間が、それぞれの項目の値と違います。",
            en: """
            The sentence of a measure says another frequency than its field, or a sentence of results another number, share or \
            length than theirs.
            """
        ),
        reason: (
            ja: "項目の値は文書に印字されるので、同じ所に二つの数が並びます。",
            en: "The field is printed, too, and two numbers stand side by side."
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
                + file.root.records(Programs.settings).flatMap { $0.records(MeasureGroup.measures) }
        }
        let years = board.projects.flatMap { $0.records(Project.years) }
        return measures.compactMap {
            finding($0, Measure.description, $0, Measure.frequency) ?? finding($0, Measure.name, $0, Measure.frequency)
        }
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
            // 毎月 is once a month, and 毎年 goes with three times a year.
            said.period != period.name || said.times > 0 && said.times != max(1, Int(number)),
            !isSame(said, as: period.name, Int(number))
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

    /// How often a text says: of every month the number is 0.
    private typealias Mention = (period: String, times: Int, text: String)

    /// The only frequency that a text names: 年に8回, 学期1回, 毎週, 隔月.
    private static func mention(in text: [Unicode.Scalar]) -> Mention? {
        var found: [Mention] = []
        var index = 0
        while index < text.count {
            if let (mention, end) = every(in: text, at: index) ?? counted(in: text, at: index) {
                found.append(mention)
                index = end
            } else {
                index += 1
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    private static let periods = ["年", "学期", "月", "週", "日"]

    /// 年に8回, 年間4回, 月2回, 年に三度
    private static func counted(in text: [Unicode.Scalar], at start: Int) -> (Mention, end: Int)? {
        guard start == 0 || !text[start - 1].isDigit && !text[start - 1].isKanji,
            let period = periods.first(where: { text[start...].starts(with: $0.unicodeScalars) })
        else { return nil }
        var index = start + period.unicodeScalars.count
        while index < text.count, "に間".unicodeScalars.contains(text[index]) { index += 1 }
        let end =
            text[index...].firstIndex { !($0.isDigit || $0.isKanjiNumeral) } ?? text.count
        guard end > index, end < text.count, text[end] == "回" || text[end] == "度", let times = number(text[index..<end])
        else { return nil }
        return ((period, times, String(scalars: text[start...end])), end + 1)
    }

    /// 隔月 is six times a year, and 隔週 twice a month or so: what is entered in other words.
    private static func isSame(_ said: Mention, as period: String, _ number: Int) -> Bool {
        switch said.period {
        case "隔月": period == "年" && (5...6).contains(number) || period == "隔月"
        case "隔週": period == "月" && number == 2 || period == "年" && (24...26).contains(number) || period == "隔週"
        case "隔年": period == "隔年"
        default: false
        }
    }

    /// 毎週 and 隔月 as adverbs: at the beginning or behind a comma or particle, and not before の or a day (毎週の, 毎週月曜日); 学期ごとに.
    private static func every(in text: [Unicode.Scalar], at start: Int) -> (Mention, end: Int)? {
        let isEach = "毎隔".unicodeScalars.contains(text[start])
        let head = start + (isEach ? 1 : 0)
        guard let period = periods.first(where: { text[head...].starts(with: $0.unicodeScalars) }) else { return nil }
        var end = head + period.unicodeScalars.count
        if !isEach {
            guard text[end...].starts(with: "ごとに".unicodeScalars), start == 0 || !text[start - 1].isKanji,
                // 数カ月ごとに
                start == 0 || !text[start - 1].isDigit && !"かカヶヵ".unicodeScalars.contains(text[start - 1])
            else { return nil }
            end += 3
        } else {
            guard start == 0 || "、。（はがをに".unicodeScalars.contains(text[start - 1]),
                end == text.count || "、にで".unicodeScalars.contains(text[end])
                    || text[end].isKanji && !"度回日月火水木金土朝夕晩末初春夏秋冬何".unicodeScalars.contains(text[end])
            else { return nil }
        }
        let written = String(scalars: text[start..<end])
        return ((text[start] == "隔" ? written : period, 0, written), end)
    }

    /// Digits of either width, or a kanji numeral up to ten.
    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        let digits = String(scalars: text.map { WidthFolding.ascii($0) })
        if let number = Int(digits) { return number }
        return text.count == 1 ? text.first.flatMap(KanjiNumeral.value) : nil
    }
}
