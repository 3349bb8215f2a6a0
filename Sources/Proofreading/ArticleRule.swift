import Bytes
import Diagnostics
import Japanese

/// Articles of acts as they are cited: the act has them, and they are about what is said of them (学校教育法第19条に基づく出席停止).
enum ArticleRule {
    static func findings(
        in text: [Unicode.Scalar], _ table: ArticleTable, _ register: NoticeRegister
    ) -> [WordingFinding] {
        guard text.contains("条"), text.contains("第") else { return [] }
        return Sentences.ranges(in: text).flatMap { sentence -> [WordingFinding] in
            let words = String(scalars: text[sentence])
            // What was in force at another time had other articles.
            guard !["改正前", "旧", "当時", "廃止", "制定時"].contains(where: words.contains) else { return [] }
            return citations(in: text, sentence, register).compactMap { citation in
                missing(citation, table) ?? otherSubject(citation, text, table, register)
                    ?? ofOtherAct(citation, text, table, register)
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

    /// What is wrong with the article of an act by what follows it, where a paper prints both from its data: a detail before に規定する暴力団.
    static func problem(
        _ act: NoticeRegister.Entry, _ detail: [Unicode.Scalar], before text: [Unicode.Scalar], _ table: ArticleTable,
        _ register: NoticeRegister
    ) -> Phrase? {
        guard detail.first == "第", let reading = ArticleReading(detail, at: 0, before: detail.count),
            reading.range.upperBound == detail.count
        else { return nil }
        return otherSubject(Citation(act: act, reading: reading), detail + text, table, register)?.summary
    }

    private static let links = [
        "に基づく", "による", "の規定による", "の規定に基づく", "に定める", "に規定する", "で定める", "の", "の規定により行う", "に基づき行う",
    ].sorted { $0.count > $1.count }.map { Array($0.unicodeScalars) }

    /// 学校教育法第19条に基づく出席停止, 出席停止（学校教育法第19条）: what another article is about.
    private static func otherSubject(
        _ citation: Citation, _ text: [Unicode.Scalar], _ table: ArticleTable, _ register: NoticeRegister
    ) -> WordingFinding? {
        let (reading, range) = (citation.reading, citation.reading.range)
        guard let subject = subject(behind: range.upperBound, text, table, of: citation.act),
            case let own = subject.articles.filter({ $0.act == citation.act.number }),
            // Words that an item defines stand behind other articles, too.
            let right = own.last(where: { entry in
                entry.item.map { entry.article == reading.article && reading.item ?? $0 != $0 }
                    ?? !own.contains { $0.article == reading.article }
            }),
            let act = register.entry(right.act)
        else { return nil }
        let name = String(scalars: subject.words)
        let article = ArticleReading.written(right.article) + (right.item.map { "第\($0)号" } ?? "")
        return WordingFinding(
            .wrongCitation, range,
            Phrase(
                ja: "「\(name)」を定めているのは、\(act.title)\(article)です",
                en: "\(name) is the matter of \(article) of \(act.title)"),
            help: Phrase(ja: "条を確かめてください", en: "check the article"))
    }

    private static let adverbial = ["の規定により、", "に基づき、", "の規定に基づき、", "により、", "は、", "の規定による", "に基づく"].map {
        Array($0.unicodeScalars)
    }

    /// 学校教育法第24条の規定により…指導要録を作成する: the matter of that article of another act (学校教育法施行規則).
    private static func ofOtherAct(
        _ citation: Citation, _ text: [Unicode.Scalar], _ table: ArticleTable, _ register: NoticeRegister
    ) -> WordingFinding? {
        let (reading, end) = (citation.reading, citation.reading.range.upperBound)
        guard let link = text[end...].start(of: adverbial) else { return nil }
        let rest = text[(end + link.count)...].prefix(60).prefix { !"。第「".unicodeScalars.contains($0) }
        for subject in table.subjects where subject.words.count >= 4 {
            let same = subject.articles.filter { $0.article == reading.article && $0.item == nil }
            guard let right = same.first, !same.contains(where: { $0.act == citation.act.number }),
                rest.indices.contains(where: { rest[$0...].starts(with: subject.words) }),
                let act = register.entry(right.act)
            else { continue }
            let name = String(scalars: subject.words)
            return WordingFinding(
                .wrongCitation, reading.range,
                Phrase(
                    ja: "「\(name)」を定めているのは、\(act.title)\(ArticleReading.written(right.article))です",
                    en: "\(name) is the matter of \(ArticleReading.written(right.article)) of \(act.title)"),
                help: Phrase(ja: "法令の名称を確かめてください", en: "check the title of the act"))
        }
        return nil
    }

    /// What an article is said to be about: right behind a link, or in what follows は.
    private static func subject(
        behind end: Int, _ text: [Unicode.Scalar], _ table: ArticleTable, of act: NoticeRegister.Entry
    ) -> ArticleTable.Subject? {
        if let link = links.first(where: { text[end...].starts(with: $0) }) {
            let start = end + link.count
            return table.subjects.first { subject in
                let next = start + subject.words.count
                // 学級の編制 and 学級 are two matters.
                return text[start...].starts(with: subject.words) && (next == text.count || !text[next].isKanji)
            }
        }
        guard text[end...].starts(with: "は、".unicodeScalars) else { return nil }
        // The sentence goes on about that article until it names another; short names stand in it for other reasons.
        let rest = text[end...].prefix { !"。第".unicodeScalars.contains($0) }
        return table.subjects.first { subject in
            subject.words.count >= 6 && subject.articles.contains { $0.act == act.number && $0.item == nil }
                && rest.indices.contains { rest[$0...].starts(with: subject.words) }
        }
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
