import Bytes
package import Diagnostics
public import Files
import Japanese
import Tables

extension DiagnosticCode {
    package static let outdatedName = DiagnosticCode(
        "J022", canBeAllowed: true,
        meaning: (
            ja: "その文の時点では使われていない名前です。改められた後の旧名か、まだなかった名前です。",
            en: "The name was not in use at the time that the sentence speaks of: not any more, or not yet."
        ),
        reason: (
            ja: "古い文書から写したままの名前は、読み手に古い制度の説明と受け取られます。文の中の年月日があればその時点、なければ今の名前と比べます。引用と、「旧」「当時」などとある文は見ません。",
            en:
                "A name from an old paper makes readers think of an old system. It is compared with the dates in the sentence, else with today; quotations and sentences that speak of the past are passed over."
        ),
        wrong: "令和6年度は、適応指導教室の指導員を増やします。",
        right: "令和6年度は、教育支援センターの指導員を増やします。（「平成5年の登校拒否の調査」はそのまま）",
        source: (ja: "Data/reference/names.tsv", en: "Data/reference/names.tsv"))
}

/// Names with the days from and until which they were right: 文部省 until 2001-01-05.
public final class NameTable: Sendable {
    struct Name: Sendable {
        let text: [Unicode.Scalar]
        let from: CalendarDate?
        let until: CalendarDate?
        /// What took its place.
        let now: String
        let kind: String
        /// Whether another place of today has the name, too.
        let isShared: Bool
    }

    private let file: MappedFile
    /// Each name with where its line goes on, by their heads, the longest first: 養護学校 stands in 盲・聾・養護学校.
    private let names: [WordHead: [(text: [Unicode.Scalar], rest: Range<Int>)]]
    private let heads: ScalarSet

    /// - Parameter path: of lines `name from until now kind note source`, parted by tabs.
    public init(path: String) throws(FileError) {
        let file = try MappedFile(path: path)
        var names: [WordHead: [(text: [Unicode.Scalar], rest: Range<Int>)]] = [:]
        file.withBytes { bytes in
            // The first line names the columns.
            var start = (bytes.firstIndex(of: 0x0A, from: 0) ?? bytes.count) + 1
            while start < bytes.count {
                let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
                defer { start = end + 1 }
                guard let tab = bytes.firstIndex(of: 0x09, from: start), tab < end else { continue }
                let text = Array(String(decoding: (start..<tab).map { bytes[$0] }, as: UTF8.self).unicodeScalars)
                guard let head = WordHead(text, at: 0) else { continue }
                names[head, default: []].append((text, tab + 1..<end))
            }
        }
        self.file = file
        self.names = names.mapValues { $0.sorted { $0.text.count > $1.text.count } }
        heads = ScalarSet(names.keys.map(\.first))
    }

    /// The longest name at a place.
    func name(in text: [Unicode.Scalar], at index: Int) -> Name? {
        guard heads.contains(text[index]), let head = WordHead(text, at: index),
            let found = names[head]?.first(where: { text[index...].starts(with: $0.text) })
        else { return nil }
        let columns = file.withBytes { bytes in String(decoding: found.rest.map { bytes[$0] }, as: UTF8.self) }
            .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count >= 5 else { return nil }
        return Name(
            text: found.text, from: CalendarDate(iso: columns[0]), until: CalendarDate(iso: columns[1]),
            now: columns[2],
            kind: columns[3], isShared: columns[4].contains("同名"))
    }
}

/// Names that were not right any more, or not yet, at the time that a sentence speaks of.
enum OutdatedNameRule {
    static func findings(in text: [Unicode.Scalar], _ table: NameTable) -> [WordingFinding] {
        var findings: [WordingFinding] = []
        for sentence in Sentences.ranges(in: text) {
            var mentions: [DateMentions.Mention]?
            var quotation = Quotation()
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                quotation.pass(text[index])
                guard !quotation.isOpen, let name = table.name(in: text, at: index) else {
                    index += 1
                    continue
                }
                let range = index..<index + name.text.count
                index = range.upperBound
                guard isWhole(range, name, in: text) else { continue }
                let dates =
                    mentions ?? (text[sentence].contains("年") ? times(of: Array(text[sentence])) : [])
                mentions = dates
                if let finding = finding(range, name, dates), !speaksOfThePast(text[sentence], besides: name) {
                    findings.append(finding)
                }
            }
        }
        return findings
    }

    /// The dates that a sentence speaks of, without those of the numbers of acts: （昭和31年法律第162号）.
    private static func times(of sentence: [Unicode.Scalar]) -> [DateMentions.Mention] {
        DateMentions.find(in: sentence).filter { mention in
            let issuer = sentence[mention.range.upperBound...].prefix { $0.isKanji && $0 != "第" }
            return !((1...12).contains(issuer.count) && sentence[issuer.endIndex...].first == "第")
        }
    }

    private static func finding(
        _ range: Range<Int>, _ name: NameTable.Name, _ dates: [DateMentions.Mention]
    ) -> WordingFinding? {
        let text = String(scalars: name.text)
        if !name.now.isEmpty, name.until.map({ until in !dates.contains { $0.first <= until } }) ?? true {
            let until = name.until.map { "\($0.long)まで" } ?? "以前"
            return WordingFinding(
                .outdatedName, range,
                Phrase(
                    ja: "「\(text)」は、\(until)の呼び方です",
                    en: "\"\(text)\" was the name until \(name.until.map(\.iso) ?? "some time ago")"),
                help: Phrase(
                    ja: "今の「\(name.now)」に直してください。当時の名前として書くなら、そのことが分かるように書いてください",
                    en: "write \"\(name.now)\", or say that it is the name of that time"),
                replacement: name.now)
        }
        guard let from = name.from, let last = dates.map(\.last).max(), last < from else { return nil }
        return WordingFinding(
            .outdatedName, range,
            Phrase(ja: "「\(text)」は、\(from.long)からの名前です", en: "\"\(text)\" is the name since \(from.iso)"),
            help: Phrase(ja: "その頃の名前に直すか、日付を確かめてください", en: "write the name of that time, or check the date"))
    }

    /// Whether the sentence says itself that a name is of another time.
    private static func speaksOfThePast(_ sentence: ArraySlice<Unicode.Scalar>, besides name: NameTable.Name) -> Bool {
        let text = String(scalars: sentence)
        // 知的障害（精神薄弱）: both are there. 保護者 stands in many sentences beside 父兄.
        let isBoth = !name.now.isEmpty && name.now != "保護者" && text.contains(name.now)
        return isBoth || pastWords.contains { text.contains($0) }
    }

    private static let pastWords = [
        "旧", "当時", "前身", "改称", "名称を", "名称が", "改め", "呼ばれ", "呼んで", "いわゆる", "かつて", "以前", "沿革", "創立", "現在の", "（現", "という名",
        "呼び方", "の制度は", "廃止された",
        "としていた", "となって", "改題", "一本化", "制度改正", "だった", "合併", "編入", "発足", "統合", "名残", "時代", "昔", "と称", "歴史", "変遷", "の頃",
        "年頃", "引き継", "移管", "再編", "現在は", "に代わ", "編集した", "編さんした", "刊行した", "までの名称", "までの呼", "という言葉", "という語",
    ]

    /// Whether it stands by itself: 丹波篠山市 is not 篠山市, 文部省令 not 文部省, and 朝来市山東町 names the town of today.
    private static func isWhole(_ range: Range<Int>, _ name: NameTable.Name, in text: [Unicode.Scalar]) -> Bool {
        let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : nil
        let behind = range.upperBound < text.count ? text[range.upperBound] : nil
        switch name.kind {
        case "municipality", "ward":
            // 志賀町 is one in 石川県 today.
            if name.isShared { return false }
            guard let before, before.isKanji || before.isKatakana else { return true }
            return "県府都道郡".unicodeScalars.contains(before)
        // 元文部省視学官
        case "ministry": return behind != "令" && behind != "告" && before != "元"
        case "title", "organisation", "act":
            // 独立行政法人教員研修センター
            return !(before?.isKanji ?? false) || text[..<range.lowerBound].suffix(2).elementsEqual("法人".unicodeScalars)
        default:
            // 県立湊川養護学校 is called so.
            guard before?.isKanji ?? false else { return true }
            // 不登校児童生徒父兄講演会
            let wordBefore = String(scalars: text[..<range.lowerBound].suffix(2))
            if ["児童", "生徒", "学校", "教育", "地域"].contains(wordBefore) { return true }
            return ["各", "立", "旧", "元", "全"].contains(before.map { String($0) })
                && !(name.text.count > 2 && before == "立" && name.kind == "term")
        }
    }
}

extension CalendarDate {
    /// 2001-01-05; nil for anything else.
    init?(iso: String) {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}
