import Diagnostics
import Japanese

/// Articles of acts as they are cited: the act has them, and they are about what is said of them (学校教育法第19条に基づく出席停止).
enum ArticleRule {
    static func findings(
        in text: [Unicode.Scalar], _ table: ArticleTable, _ register: NoticeRegister
    ) -> [WordingFinding] {
        guard text.contains("条"), text.contains("第") else { return [] }
        return Sentences.ranges(in: text).flatMap { sentence -> [WordingFinding] in
            let words = String(String.UnicodeScalarView(text[sentence]))
            // What was in force at another time had other articles.
            guard !["改正前", "旧", "当時", "廃止", "制定時"].contains(where: words.contains) else { return [] }
            return citations(in: text, sentence, register).compactMap { citation in
                missing(citation, table) ?? otherSubject(citation, text, table, register)
            }
        }
    }

    /// An article of an act: 第2条第1項第3号.
    struct Citation {
        let act: NoticeRegister.Entry
        let reading: ArticleReading
    }

    /// An article that the act does not have, or a paragraph or an item of it.
    private static func missing(_ citation: Citation, _ table: ArticleTable) -> WordingFinding? {
        guard let contents = table.contents(of: citation.act.number),
            let problem = citation.reading.problem(contents, citation.act.title)
        else { return nil }
        return WordingFinding(
            .wrongCitation, citation.reading.range, problem,
            help: Phrase(ja: "条、項及び号を確かめてください", en: "check article, paragraph and item"))
    }

    // MARK: Subjects

    private static let links = [
        "に基づく", "による", "の規定による", "の規定に基づく", "に定める", "に規定する", "で定める", "の", "の規定により行う", "に基づき行う",
    ].sorted { $0.count > $1.count }.map { Array($0.unicodeScalars) }

    /// 学校教育法第19条に基づく出席停止, 出席停止（学校教育法第19条）: what another article is about.
    private static func otherSubject(
        _ citation: Citation, _ text: [Unicode.Scalar], _ table: ArticleTable, _ register: NoticeRegister
    ) -> WordingFinding? {
        let range = citation.reading.range
        guard let link = links.first(where: { text[range.upperBound...].starts(with: $0) }) else { return nil }
        let start = range.upperBound + link.count
        guard let subject = table.subjects.first(where: { text[start...].starts(with: $0.words) }),
            // 学級の編制 and 学級 are two matters.
            case let end = start + subject.words.count, end == text.count || !text[end].isKanji,
            !subject.articles.contains(where: {
                $0.act == citation.act.number && $0.article == citation.reading.article
            }),
            let right = subject.articles.first(where: { $0.act == citation.act.number }),
            let act = register.entry(right.act)
        else { return nil }
        let name = String(String.UnicodeScalarView(subject.words))
        let article = ArticleReading.written(right.article)
        return WordingFinding(
            .wrongCitation, range,
            Phrase(
                ja: "「\(name)」を定めているのは、\(act.title)\(article)です",
                en: "\(name) is the matter of \(article) of \(act.title)"),
            help: Phrase(ja: "条を確かめてください", en: "check the article"))
    }

    // MARK: What is cited

    private static func citations(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ register: NoticeRegister
    ) -> [Citation] {
        var found: [Citation] = []
        var act: NoticeRegister.Entry?
        var last: Int?
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard text[index] == "第", let reading = ArticleReading(text, at: index, before: sentence.upperBound) else {
                index += 1
                continue
            }
            // 第16条及び第17条 are of one act.
            let isNext = last.map { isJoined(text[$0..<index]) } ?? false
            if !isNext {
                let isSame = text[..<index].suffix(2).elementsEqual("同法".unicodeScalars)
                act = isSame ? act : named(before: index, text, register)
            }
            if let act { found.append(Citation(act: act, reading: reading)) }
            last = reading.range.upperBound
            index = reading.range.upperBound
        }
        return found
    }

    private static func isJoined(_ between: ArraySlice<Unicode.Scalar>) -> Bool {
        ["及び", "又は", "並びに", "若しくは", "、", "・", "から", "と", "～", "，"].contains {
            between.elementsEqual($0.unicodeScalars)
        }
    }

    /// The act whose title stands right before an article, with its number in brackets or without.
    private static func named(
        before index: Int, _ text: [Unicode.Scalar], _ register: NoticeRegister
    ) -> NoticeRegister.Entry? {
        var end = index
        if end > 0, "）)".unicodeScalars.contains(text[end - 1]),
            let open = text[..<(end - 1)].suffix(40).lastIndex(where: { "（(".unicodeScalars.contains($0) })
        {
            end = open
        }
        if end > 0, text[end - 1] == "」" { end -= 1 }
        return register.act(endingAt: end, in: text)
    }
}
