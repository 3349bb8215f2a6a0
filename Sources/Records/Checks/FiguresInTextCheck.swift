import Bytes
import Diagnostics
import Japanese
import Proofreading

/// Figures of a year's results said in its sentences, against the fields that have them: 定員の150%, 定員40人, 30分から60分.
enum FiguresInTextCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.projects.flatMap { $0.records(Project.years) }.flatMap { year in
            [ProjectYear.target, ProjectYear.support, ProjectYear.note].compactMap { field -> Diagnostic? in
                guard let text = year[field] else { return nil }
                return Figure.all(in: Array(WidthFolding.ascii(text).unicodeScalars)).lazy
                    .compactMap { mismatch(year, field, $0) }.first
            }
        }
    }

    /// A number as a sentence says it.
    private struct Figure {
        let before: ArraySlice<Unicode.Scalar>
        let number: Double
        let unit: String
        let behind: ArraySlice<Unicode.Scalar>

        private static let units = ["%", "パーセント", "割", "倍", "人", "名", "分"]

        static func all(in text: [Unicode.Scalar]) -> [Figure] {
            var (found, index): ([Figure], Int) = ([], 0)
            while index < text.count {
                guard text[index].isASCIIDigit else {
                    index += 1
                    continue
                }
                let digits = text[index...].prefix { $0.isASCIIDigit || $0 == "," || $0 == "." }
                index = digits.endIndex
                let written = String(scalars: digits.filter { $0 != "," })
                guard written.utf8.count <= 12, let number = Double(written),
                    let unit = units.first(where: { text[index...].starts(with: $0.unicodeScalars) })
                else { continue }
                let end = index + unit.unicodeScalars.count
                found.append(
                    Figure(before: text[..<digits.startIndex], number: number, unit: unit, behind: text[end...]))
            }
            return found
        }

        func follows(_ words: [String]) -> Bool {
            words.contains { before.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
        }

        func precedes(_ words: [String]) -> Bool { words.contains { behind.starts(with: $0.unicodeScalars) } }
    }

    private static func mismatch(_ year: RecordView, _ field: Field<String>, _ figure: Figure) -> Diagnostic? {
        // Who applies is not yet who takes part.
        let sentence = figure.behind.prefix { $0 != "。" }
        let applied = ["申込", "申し込", "応募", "希望", "達した", "時点"]
        if applied.contains(where: { String(scalars: sentence).contains($0) }) { return nil }
        let (capacity, participants) = (year[ProjectYear.capacity], year[ProjectYear.participants])
        let isOfCapacity = figure.follows(["定員の", "定員の約", "定員に対して", "定員に対し"])
        switch figure.unit {
        case "%", "パーセント", "割", "倍":
            guard isOfCapacity, let capacity, capacity > 0, let participants else { return nil }
            let share = Double(participants) / Double(capacity)
            let said = figure.unit == "倍" ? figure.number : figure.number / (figure.unit == "割" ? 10 : 100)
            // As exact as it is said.
            let step = figure.unit == "%" || figure.unit == "パーセント" ? 0.01 : 0.1
            guard abs(said - share) > step, !figure.precedes(["以上", "以下", "を超", "未満"]) else { return nil }
            return finding(
                year, field, figure,
                Phrase(
                    ja: "参加人数\(participants)人は定員\(capacity)人の\(Int((share * 100).rounded()))%",
                    en: "\(participants) of \(capacity) is \(Int((share * 100).rounded())) %"),
                ProjectYear.participants)
        case "人", "名":
            if figure.follows(["定員を"]), figure.precedes(["上回", "超え", "超過"]), let capacity, let participants {
                let excess = participants - capacity
                guard Int(figure.number) != excess else { return nil }
                return finding(
                    year, field, figure, Phrase(ja: "差は\(excess)人", en: "the difference is \(excess)"),
                    ProjectYear.participants)
            }
            guard figure.follows(["定員", "定員は", "定員は、", "定員("]), let capacity, Int(figure.number) != capacity,
                !figure.precedes(["から", "に増", "に改", "に引"])
            else { return nil }
            return finding(
                year, field, figure, Phrase(ja: "定員は\(capacity)人", en: "the capacity is \(capacity)"),
                ProjectYear.capacity)
        default:
            guard let session = year[ProjectYear.session], let from = session[Session.minutesFrom],
                let to = session[Session.minutesTo], figure.follows(["1回", "各回", "1回につき", "1回当たり"]),
                !(from...max(from, to)).contains(Int(figure.number))
            else { return nil }
            return finding(
                year, field, figure, Phrase(ja: "1回は\(from)分から\(to)分", en: "a session takes \(from) to \(to) minutes"),
                ProjectYear.session)
        }
    }

    private static func finding(
        _ year: RecordView, _ field: Field<String>, _ figure: Figure, _ right: Phrase, _ other: some DeclaredField
    ) -> Diagnostic {
        let number = figure.number.formatted
        return year.report(
            .frequencyInText, field, severity: .warning,
            Phrase(
                ja: "文章の「\(number)\(figure.unit)」が、データと合いません（\(right.ja)です）",
                en: "the sentence says \(number)\(figure.unit), and \(right.en)"),
            help: Phrase(ja: "どちらかを直すか、文章から数を消してください", en: "mend one, or leave the number out of the sentence"),
            notes: [Diagnostic.Note(year.place(other), Phrase(ja: "データの値です", en: "the datum"))])
    }
}

extension Double {
    /// Without a decimal point where it is whole.
    fileprivate var formatted: String { self == rounded() ? String(Int(self)) : String(self) }
}
