import Bytes
import Diagnostics
import Japanese

/// Notices and acts as they are cited: number, day and title have to be those of the register.
enum CitationRule {
    static func findings(in text: [Unicode.Scalar], _ register: NoticeRegister) -> [WordingFinding] {
        let numbers = numbers(in: text)
        let titles = titles(in: text, register)
        var findings = nearTitles(in: text, register)
        guard !numbers.isEmpty || !titles.isEmpty else { return findings }
        let dates = DateMentions.find(in: text)
        for sentence in Sentences.ranges(in: text) {
            let citation = Citation(
                sentence: sentence, numbers: numbers.filter { sentence.contains($0.range.lowerBound) },
                titles: titles.filter { sentence.contains($0.range.lowerBound) },
                dates: dates.filter { sentence.contains($0.range.lowerBound) })
            findings += check(citation, text, register)
        }
        return findings
    }

    private struct Named {
        let range: Range<Int>
        let text: String
    }

    private struct Citation {
        let sentence: Range<Int>
        let numbers: [Named]
        let titles: [Named]
        let dates: [DateMentions.Mention]
    }

    private static func check(
        _ citation: Citation, _ text: [Unicode.Scalar], _ register: NoticeRegister
    ) -> [WordingFinding] {
        var findings: [WordingFinding] = []
        var cited: [NoticeRegister.Entry] = []
        for number in citation.numbers {
            let title = title(beside: number, citation, text)
            let date = date(beside: number, citation, text)
            if let entry = register.entry(number.text) {
                cited.append(entry)
                if let date, date.isDay, date.first != entry.date {
                    findings.append(wrongDate(date.range, entry))
                } else if let title, let finding = wrongTitle(title, number, entry, register) {
                    findings.append(finding)
                }
            } else if let entry = meant(number, title, date, register) {
                cited.append(entry)
                findings.append(
                    WordingFinding(
                        .wrongCitation, number.range,
                        Phrase(
                            ja: "「\(entry.title)」の番号は「\(entry.number)」です",
                            en: "the number of \(entry.title) is \(entry.number)"),
                        help: Phrase(ja: "番号を確かめてください", en: "check the number"), replacement: entry.number))
            } else if title == nil, date == nil, let entry = register.entry(slippedAs: number.text) {
                findings.append(
                    WordingFinding(
                        .wrongCitation, number.range,
                        Phrase(
                            ja: "「\(entry.number)」（\(entry.title)）と、数字が少しだけ違います",
                            en: "it differs a little from \(entry.number), \(entry.title)"),
                        severity: .note, help: Phrase(ja: "番号を確かめてください", en: "check the number")))
            }
        }
        for title in citation.titles
        where !citation.numbers.contains(where: { self.title(beside: $0, citation, text)?.range == title.range }) {
            let entries = register.entries(titled: title.text)
            if entries.isEmpty {
                // The plan that a notice is about bears the notice's title without について.
                guard let near = register.nearest(to: title.text), near.title != title.text + "について" else { continue }
                findings.append(differentTitle(title.range, near))
            } else if let date = date(beside: title, citation, text), date.isDay {
                if let entry = entries.first(where: { $0.date == date.first }) {
                    cited.append(entry)
                } else if let entry = entries.last, !entry.isAct {
                    findings.append(wrongDate(date.range, entry))
                }
            } else if let date = date(beside: title, citation, text), let entry = entries.last, !entry.isAct,
                !entries.contains(where: { date.first <= $0.date && $0.date <= date.last })
            {
                findings.append(wrongDate(date.range, entry))
            }
        }
        return findings + superseded(cited, citation, text, register)
    }

    // MARK: Acts without their numbers

    /// 教育の機会の確保に関する法律の趣旨: an act of a long title that lacks a letter or two of it, or has others.
    private static func nearTitles(in text: [Unicode.Scalar], _ register: NoticeRegister) -> [WordingFinding] {
        let ending = Array("関する法律".unicodeScalars)
        return text.indices.dropFirst(12).compactMap { place in
            let end = place + ending.count
            // What stands in brackets or before its number is looked at as a title.
            guard text[place...].starts(with: ending), end == text.count || !"（「」』(".unicodeScalars.contains(text[end])
            else { return nil }
            let start = text[..<place].lastIndex { !isOfTitle($0) }.map { $0 + 1 } ?? 0
            let written = Array(string(text[start..<end]))
            guard
                !register.entries.contains(where: { $0.isAct && written.suffix($0.title.count).elementsEqual($0.title) }
                )
            else { return nil }
            let near = register.entries.lazy.filter { $0.isAct && $0.title.count >= 12 && $0.title.hasSuffix("関する法律") }
                .compactMap { entry -> (entry: NoticeRegister.Entry, length: Int)? in
                    let title = Array(entry.title)
                    let length = (title.count - 2...title.count + 2).first { length in
                        length <= written.count && NoticeRegister.difference(Array(written.suffix(length)), title) <= 2
                            && written.suffix(length).first == title.first
                    }
                    return length.map { (entry, $0) }
                }.first
            return near.map { differentTitle(end - $0.length..<end, $0.entry) }
        }
    }

    // MARK: What is found

    private static func wrongDate(_ range: Range<Int>, _ entry: NoticeRegister.Entry) -> WordingFinding {
        WordingFinding(
            .wrongCitation, range,
            Phrase(
                ja: "「\(entry.title)」の日付は\(entry.date.long)です", en: "the day of \(entry.title) is \(entry.date.iso)"),
            help: Phrase(ja: "日付を確かめてください", en: "check the day"))
    }

    private static func differentTitle(_ range: Range<Int>, _ entry: NoticeRegister.Entry) -> WordingFinding {
        WordingFinding(
            .wrongCitation, range,
            Phrase(ja: "正しい題名は「\(entry.title)」です", en: "the title is \(entry.title)"),
            help: Phrase(ja: "題名を確かめてください", en: "check the title"), replacement: entry.title)
    }

    /// A title beside a number that is another's, or nearly the right one.
    private static func wrongTitle(
        _ title: Named, _ number: Named, _ entry: NoticeRegister.Entry, _ register: NoticeRegister
    ) -> WordingFinding? {
        // 保育等の…に関する法律: a title with 、 in it is read from there on.
        guard title.text != entry.title, title.text != entry.short, !entry.title.hasPrefix(title.text),
            !entry.title.hasSuffix(title.text)
        else { return nil }
        let isOthers = !register.entries(titled: title.text).isEmpty
        // いじめ対策防止推進法（平成25年法律第71号）: what stands right before its number is its title.
        let isOwn =
            entry.isAct && number.range.lowerBound == title.range.upperBound + 1
            && !["同法", "この法律", "本法", "同令", "同規則", "旧法", "新法"].contains { title.text.hasSuffix($0) }
        guard isOthers || isOwn || NearestName.find(title.text, among: [entry.title]) != nil else { return nil }
        return differentTitle(title.range, entry)
    }

    private static func superseded(
        _ cited: [NoticeRegister.Entry], _ citation: Citation, _ text: [Unicode.Scalar], _ register: NoticeRegister
    ) -> [WordingFinding] {
        // Most are in force, whatever the sentence says.
        guard cited.contains(where: { $0.successor != nil }) else { return [] }
        let sentence = string(text[citation.sentence])
        guard !pastWords.contains(where: { sentence.contains($0) }),
            presentWords.contains(where: { sentence.contains($0) })
        else { return [] }
        return cited.compactMap { entry in
            guard let number = entry.successor, let successor = register.entry(number),
                !cited.contains(where: { $0.number == successor.number })
            else { return nil }
            let range =
                citation.numbers.first { register.entry($0.text)?.number == entry.number }?.range
                ?? citation.titles.first { $0.text == entry.title }?.range ?? citation.sentence
            return WordingFinding(
                .supersededNotice, range,
                Phrase(
                    ja: "「\(entry.number)」は、「\(successor.number)」（\(successor.date.long)）に置き換えられました",
                    en: "\(entry.number) was replaced by \(successor.number) of \(successor.date.iso)"),
                help: Phrase(
                    ja: "今の通知を引用してください。昔の通知として書くなら、そのことが分かるように書いてください",
                    en: "cite the one in force, or say that it is of the past"))
        }
    }

    /// A citation is of what is in force where something rests on it; a title in a list is of its time.
    private static let presentWords = [
        "基づ", "よる", "より", "踏まえ", "従", "根拠", "沿って", "則", "参照", "現行", "定め", "準じ", "受け", "示され", "示した", "とおり",
    ]

    private static let pastWords = [
        "廃止", "旧", "かつて", "当時", "これまで", "以前", "代わ", "置き換え", "見直", "経緯", "沿革", "改められ", "改正され", "変遷",
        "であった。", "でした。",
    ]

    /// The entry that a number was meant for that the register does not have.
    private static func meant(
        _ number: Named, _ title: Named?, _ date: DateMentions.Mention?, _ register: NoticeRegister
    ) -> NoticeRegister.Entry? {
        if let title {
            let titled = register.entries(titled: title.text)
            if titled.count == 1 { return titled[0] }
            if let date, let entry = titled.first(where: { $0.date == date.first && date.isDay }) { return entry }
            // 教育基本法（平成8年法律第120号）: of an old act and a new one, that of the like number.
            let alike = register.entries(alike: number.text).map(\.number)
            let like = titled.filter { $0.isAct && alike.contains($0.number) }
            if like.count == 1 { return like[0] }
        }
        guard let date, date.isDay else { return nil }
        return register.entries(alike: number.text).first { $0.date == date.first }
    }

    // MARK: What stands in a sentence

    /// 元文科初第698号, 平成28年法律第105号.
    private static func numbers(in text: [Unicode.Scalar]) -> [Named] {
        text.indices.compactMap { index in
            guard text[index] == "号" else { return nil }
            var start = index
            // Back over the digits, 第, the office or the kind of act, and the year.
            func skip(_ isWanted: (Unicode.Scalar) -> Bool) {
                while start > 0, isWanted(text[start - 1]) { start -= 1 }
            }
            skip { $0.isDigit }
            guard start < index else { return nil }
            skip { $0 == "第" }
            let kind = start
            skip { $0.isKanji && !"号年条付第".unicodeScalars.contains($0) }
            guard start < kind else { return nil }
            if start > 0, text[start - 1] == "年" {
                start -= 1
                skip { $0.isDigit || $0 == "元" }
                guard start >= 2, Era(text[start - 2], text[start - 1]) != nil else { return nil }
                start -= 2
            } else {
                skip { $0.isDigit }
                // 付け元文科初第698号: what comes before the year of the number is not its.
                let letters = text[start..<kind]
                guard
                    let office = ["元文", "文科", "文部", "文初", "元初"].compactMap({ sign in
                        letters.indices.first { text[$0..<kind].starts(with: sign.unicodeScalars) }
                    }).min()
                else { return nil }
                if !(start < office && text[start].isDigit) { start = office }
            }
            return Named(range: start..<index + 1, text: string(text[start...index]))
        }
    }

    /// What stands in 「」, and what stands before （ and is called an act: 学校教育法（昭和22年法律第26号）.
    private static func titles(in text: [Unicode.Scalar], _ register: NoticeRegister) -> [Named] {
        var found: [Named] = []
        var open: [Int] = []
        for index in text.indices {
            switch text[index] {
            case "「", "『": open.append(index + 1)
            case "」", "』":
                guard let start = open.popLast(), index - start >= 6 else { break }
                found.append(title(start..<index, text))
            case "（", "(":
                guard index >= 3, ["法", "律", "令", "則", "約"].contains(String(text[index - 1])) else { break }
                let start = text[..<index].lastIndex { !isOfTitle($0) }.map { $0 + 1 } ?? 0
                guard index - start >= 3 else { break }
                // 市立学校に関する学校教育法（…: the title is the end of it.
                let words = string(text[start..<index])
                let known = register.entries.lazy.flatMap { [$0.title, $0.short] }
                    .filter { !$0.isEmpty && words.hasSuffix($0) }.max { $0.count < $1.count }
                let length = known?.unicodeScalars.count ?? index - start
                found.append(Named(range: index - length..<index, text: known ?? words))
            default: break
            }
        }
        return found
    }

    /// Without what says that it is a notice.
    private static func title(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Named {
        Named(range: range, text: NoticeRegister.title(string(text[range])))
    }

    private static func isOfTitle(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isKanji || scalar.isKatakana || scalar.isHiragana || scalar == "・" || scalar == "ー"
    }

    private static func string(_ text: ArraySlice<Unicode.Scalar>) -> String { String(scalars: text) }

    /// The title that a number is of: in front of its bracket, or the last one before it, or the one behind it.
    private static func title(beside number: Named, _ citation: Citation, _ text: [Unicode.Scalar]) -> Named? {
        let before = citation.titles.last {
            $0.range.upperBound <= number.range.lowerBound && number.range.lowerBound - $0.range.upperBound <= 24
        }
        if let before,
            citation.numbers.first(where: { $0.range.lowerBound >= before.range.upperBound })?.range == number.range
        {
            return before
        }
        return citation.titles.first {
            $0.range.lowerBound >= number.range.upperBound && $0.range.lowerBound - number.range.upperBound <= 6
        }
    }

    /// The date that stands beside a number or a title, with a few words between.
    private static func date(beside named: Named, _ citation: Citation, _ text: [Unicode.Scalar]) -> DateMentions
        .Mention?
    {
        let before = citation.dates.last {
            guard $0.range.upperBound <= named.range.lowerBound else { return false }
            let between = text[$0.range.upperBound..<named.range.lowerBound]
            // 令和5年4月1日に施行された
            if between.contains("施") { return false }
            // 付け文部科学省初等中等教育局長通知「
            return between.count <= 8
                || between.count <= 40
                    && between.allSatisfy { $0.isKanji || "付け「（".unicodeScalars.contains($0) }
        }
        // The year of an act's number is no date.
        let behind = citation.dates.first {
            // 同法は、令和5年4月1日に施行された: what is said of it is not its day.
            $0.range.lowerBound >= named.range.upperBound && $0.range.lowerBound - named.range.upperBound <= 8
                && !text[named.range.upperBound..<$0.range.lowerBound].contains(where: \.isHiragana)
        }
        return [before, behind].compactMap(\.self).first { mention in
            !citation.numbers.contains { $0.range.overlaps(mention.range) }
        }
    }
}
