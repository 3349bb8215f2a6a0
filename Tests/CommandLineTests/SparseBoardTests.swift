import Foundation
import Testing

/// A board that has little publishes little: no heading, sentence or entry of the contents stands without what it is for.
@Suite struct SparseBoardTests {
    /// Takes parts out of the sample's data.
    struct Lack: CustomTestStringConvertible, Sendable {
        let name: String
        var files: [String] = []
        /// Top keys of a file.
        var keys: [(file: String, key: String)] = []
        var emptiesPrivate = false
        /// What the booklet must not say.
        let absent: [String]

        var testDescription: String { name }
    }

    static let lacks = [
        Lack(
            name: "no programs", files: ["programs"],
            absent: ["教育委員会及び学校の取組", "場所に応じた支援", "次の支援を行います"]),
        Lack(name: "no facilities", files: ["facilities"], absent: ["公的な施設", "民間施設の一覧", "掲載している民間施設"]),
        Lack(
            name: "neither programs nor facilities", files: ["programs", "facilities"],
            absent: ["次の支援を行います", "公的な施設", "民間施設の一覧"]),
        Lack(name: "no private facilities", emptiesPrivate: true, absent: ["民間施設の一覧", "掲載している民間施設について", "0施設"]),
        Lack(name: "no municipal facilities", keys: [("facilities", "municipal")], absent: ["宝塚市の施設（"]),
        Lack(name: "no prefectural facilities", keys: [("facilities", "prefectural")], absent: ["兵庫県の施設（"]),
        Lack(
            name: "no public facilities", keys: [("facilities", "municipal"), ("facilities", "prefectural")],
            absent: ["3 公的な施設", "の施設（", "利用できるものは、次のとおりです"]),
        Lack(name: "no board's measures", keys: [("programs", "board_measures")], absent: ["支援につなぐための取組\n"]),
        Lack(name: "no schools' measures", keys: [("programs", "school_measures")], absent: ["学校の取組\n　"]),
        Lack(
            name: "no measures", keys: [("programs", "board_measures"), ("programs", "school_measures")],
            absent: ["教育委員会及び学校の取組"]),
        Lack(name: "no settings", keys: [("programs", "settings")], absent: ["場所に応じた支援", "次の支援を行います"]),
    ]

    private func place(_ lack: Lack) throws -> Workplace {
        let place = try Workplace("Data/takarazuka")
        for file in lack.files { try place.remove("Data/takarazuka/\(file).yaml") }
        for (file, key) in lack.keys { try take(key, from: "Data/takarazuka/\(file).yaml", place) }
        if lack.emptiesPrivate {
            try take("private", from: "Data/takarazuka/facilities.yaml", place, leaving: "private: []\n")
        }
        // The list's document needs its data, and open data some facility.
        let board = try place.read("Data/takarazuka/board.yaml")
        let list = try #require(board.range(of: "  - id: facility-list\n"))
        let end = try #require(board.range(of: "\n\n", range: list.lowerBound..<board.endIndex))
        let isListed = lack.emptiesPrivate || !lack.files.contains("facilities")
        let entry = "  - id: facility-list\n    title: 不登校児童生徒を支援する民間施設一覧\n"
        try place.write(
            board.replacingCharacters(in: list.lowerBound..<end.lowerBound, with: isListed ? entry : "")
                .replacing("    per_facility: true", with: "    #"),
            to: "Data/takarazuka/board.yaml")
        return place
    }

    @Test("An announcement that is right by itself can be allowed, and the document is published")
    func allowed() throws {
        let place = try Workplace("Data/takarazuka")
        try place.replace(
            "{{/parts/facility-notes}}\n</section>\n{{/notes}}",
            "{{/parts/facility-notes}}\n{{! shirube: allow T028 別に掲示するため }}\n<p>次の書類を提出してください。</p>\n</section>\n{{/notes}}",
            in: "Templates/facility-list.html")
        #expect(try place.run("check", "--strict").status == 0)
        #expect(try place.run("build", "--strict").status == 0)
        #expect(try place.read("Output/takarazuka/facility-list.txt").contains("次の書類を提出してください。"))
    }

    @Test(
        "A list that says there is none is not doubted where no document prints it",
        arguments: [
            ("prefectural: []\n", false),
            (
                "prefectural:\n  - {id: c, name: 県立丙, postal_code: 665-0865, address: 兵庫県宝塚市寿町3-2, telephone: 0797-86-2322, audience: 小学生}\n",
                true
            ),
        ])
    func emptyLists(_ list: String, _ isTold: Bool) throws {
        let board = """
            municipality_code: 282146
            prefecture: 兵庫県
            municipality: 宝塚市
            name: 宝塚市教育委員会
            contact: {telephone: 0797-77-2024}
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents:
              - {id: facility-list, title: 民間施設一覧}

            """
        let facilities = """
            as_of: 令和7年2月14日
            listed: {from: 令和2年度, to: 令和6年度}
            private:
              - {id: a, name: 甲, postal_code: 665-0865, address: 兵庫県宝塚市寿町3-1, telephone: 0797-86-2321}

            """
        let place = try Workplace()
        try place.write(board, to: "Data/b/board.yaml")
        try place.write(facilities + list, to: "Data/b/facilities.yaml")
        try place.write(
            """
            <html lang="ja"><head><meta charset="UTF-8"/><title>{{document.title}}</title></head><body><main id="main">
            <h1>{{document.title}}（{{board.edition.fiscal_year}}、{{board.edition.issued}}）</h1>
            <p>{{facilities.as_of}}現在、{{facilities.listed.from}}から{{facilities.listed.to}}まで</p>
            <ul>{{#facilities.private}}<li>{{name}} {{postal_code}} {{address}} {{telephone}}</li>{{/facilities.private}}</ul>
            </main></body></html>
            """, to: "Templates/facility-list.html")
        #expect(try place.codes() == (isTold ? ["T023"] : []))
    }

    @Test(
        "The list is on paper turned as soon as its columns do not fit beside each other",
        arguments: [
            ("hours, fees, address, telephone", false), ("school_years, hours, fees, address, telephone", true),
        ])
    func columns(_ columns: String, _ isTurned: Bool) throws {
        let place = try Workplace("Data/takarazuka")
        let board = try place.read("Data/takarazuka/board.yaml")
        try place.write(board + "columns: [\(columns)]\n", to: "Data/takarazuka/board.yaml")
        #expect(try place.run("build", "--only", "guideline,facility-list").status == 0)
        for document in ["guideline", "facility-list"] {
            let page = try place.read("Output/takarazuka/\(document).html")
            #expect(
                page.contains(
                    "<table id=\"private-facilities\" class=\"records facilities cards\(isTurned ? " wide" : "")\">"))
        }
    }

    /// Takes a top key with all below it out of a file.
    private func take(_ key: String, from file: String, _ place: Workplace, leaving rest: String = "") throws {
        var isInside = false
        let lines = try place.read(file).split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if let first = line.first, !first.isWhitespace { isInside = line.hasPrefix(key + ":") }
            return !isInside
        }
        try place.write(lines.joined(separator: "\n") + rest, to: file)
    }

    @Test("What is not there is neither announced nor listed", arguments: lacks)
    func booklet(_ lack: Lack) throws {
        let place = try place(lack)
        let check = try place.run("check", "--strict")
        #expect(check.status == 0, "\(check.errors)")
        #expect(try place.run("build").status == 0)
        let text = try place.read("Output/takarazuka/guideline.txt")
        for words in lack.absent { #expect(!text.contains(words), "\(words)") }
        #expect(text.contains("民間施設に関するガイドライン"))
    }

    @Test("A list without facilities says so")
    func emptyList() throws {
        let place = try place(Lack(name: "", emptiesPrivate: true, absent: []))
        #expect(try place.run("build").status == 0)
        let text = try place.read("Output/takarazuka/facility-list.txt")
        #expect(text.contains("令和7年2月14日現在、掲載している施設はありません。"))
        #expect(!text.contains("複数利用した"))
    }

    @Test(
        "A sentence that announces a list with nothing behind it is told at its place",
        arguments: [
            // What the data may leave out.
            ("<p>公開している施設は、次のとおりです。</p>{{> parts/public-facilities}}", true),
            ("<p>次の支援を行います。</p><ol></ol>", true),
            (
                "<p>次の表を御覧ください。</p><table><caption>表</caption><thead><tr><th scope=\"col\">名</th></tr></thead><tbody></tbody></table>",
                true
            ),
            ("<p>次の条件をいずれも満たすこと。</p><h2>次の見出し</h2><p>本文</p>", true),
            ("<p>次のことを行う。</p><h3>下の見出し</h3><p>本文</p>", false),
            ("<p>次のことを行う。</p><p>(1) 相談</p>", false),
            ("<p>次のことを行う。</p><div><ul><li>相談</li></ul></div>", false),
            (
                "<p>次の様式を提出してください。</p><form aria-label=\"様式\"><p><label>名<input type=\"text\"/></label></p></form>",
                false
            ),
            ("<p>見直した上で、次の支援につなげます。</p>", false),
            ("<p>この件は、次の機会に御説明します。</p>", false),
            ("<p>対象は、18歳以下の児童とします。</p>", false),
        ])
    func announcement(markup: String, isFound: Bool) throws {
        let place = try Workplace("Data/takarazuka")
        try take("municipal", from: "Data/takarazuka/facilities.yaml", place)
        try take("prefectural", from: "Data/takarazuka/facilities.yaml", place)
        try place.write(
            """
            {{<parts/page}}
            {{$main}}
            <h1>{{document.title}}</h1>
            <section>
            <h2>案内</h2>
            \(markup)
            </section>
            {{/main}}
            {{/parts/page}}

            """, to: "Templates/facility-list.html")
        let found = try place.findings()
        #expect(found == (isFound ? ["T028 Templates/facility-list.html:6"] : []))
    }
}
