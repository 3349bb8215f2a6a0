import Foundation
import TestSupport
import Testing

/// `compare`: as few rows as there are amendments.
@Suite struct CompareTests {
    /// An edit of the present edition: a file, what stands there, what comes in its place, and the rows that the table gets, each
    /// as its kind and what it is called.
    struct Edit: CustomTestStringConvertible {
        let what: String
        let file: String
        let old, new: String
        let rows: [String]

        var testDescription: String { what }
    }

    static let guideline = "Templates/guideline.html"
    static let facilities = "Data/takarazuka/facilities.yaml"
    static let programs = "Data/takarazuka/programs.yaml"
    static let statistics = "Data/takarazuka/statistics.yaml"

    static let item = "<li>支援を行うために必要な知識及び経験</li>"
    static let paragraph = """
        <p>家庭、学校、民間施設及び教育委員会がこのガイドラインを共に用い、互いに信頼し合って児童生徒を支えることにより、一人一人が自分に合った学びの場に出会い、自分らしく将来を切り開いていけるようになることを願っています。</p>
        """

    static let edits: [Edit] = [
        Edit(
            what: "an item inserted in a list", file: guideline, old: item, new: item + "\n<li>個人情報を守る体制</li>",
            rows: ["added 実施主体について"]),
        Edit(what: "an item removed", file: guideline, old: item + "\n", new: "", rows: ["removed 実施主体について"]),
        Edit(
            what: "an item of a numbered list whose others move on a number", file: guideline,
            old: "<p>児童生徒が自らの力で社会的に自立していくための支援を、事業の目的としていること。</p>\n</li>",
            new: "<p>児童生徒が自らの力で社会的に自立していくための支援を、事業の目的としていること。</p>\n</li>\n<li>\n<p>個人情報を守る体制があること。</p>\n</li>",
            rows: ["added 実施主体について"]),
        Edit(
            what: "a paragraph added", file: guideline, old: "{{$introduction_figures}}",
            new: "{{$introduction_figures}}\n<p>この版から、施設の費用も載せています。</p>", rows: ["added はじめに"]),
        Edit(
            what: "a paragraph wrapped otherwise", file: guideline, old: "互いに信頼し合って児童生徒を",
            new: "互いに信頼し合って\n児童生徒を", rows: []),
        Edit(
            what: "a word changed", file: guideline, old: "次に掲げる要件に照らしながら、", new: "次に定める要件に照らしながら、",
            rows: ["changed 指導要録上の出席扱い"]),
        Edit(
            what: "a heading renamed", file: guideline, old: "実施主体について</h4>", new: "運営する者について</h4>",
            rows: ["changed 指導要録上の出席扱い"]),
        Edit(
            what: "a telephone", file: facilities, old: "0797-86-2321", new: "0797-86-2322",
            rows: ["changed 楽笑 フリースクール　電話番号"]),
        Edit(what: "a name in another width", file: facilities, old: "楽笑 フリースクール", new: "楽笑　フリースクール", rows: []),
        Edit(
            what: "a facility renamed", file: facilities, old: "楽笑 フリースクール", new: "楽笑スペース",
            rows: ["changed 楽笑スペース　名称"]),
        Edit(
            what: "a measure's frequency", file: programs, old: "frequency: 年5回", new: "frequency: 年6回",
            rows: ["changed 支援につなぐための取組　不登校支援連携会議　頻度"]),
        Edit(
            what: "an old figure mended", file: statistics, old: "count: 122,897", new: "count: 122,898",
            rows: ["changed 平成26年度　不登校児童生徒数"]),
        Edit(
            what: "a notice's date, which a paragraph prints", file: "Data/takarazuka/board.yaml", old: "detail: 第13条",
            new: "detail: 第14条",
            rows: [
                "changed 義務教育の段階における普通教育に相当する教育の機会の確保等に関する法律　引用する箇所", "changed はじめに",
            ]),
    ]

    static let more: [Edit] = [
        Edit(
            what: "a chapter put in before others, whose numbers move on", file: guideline,
            old: "<section id=\"support\"",
            new:
                "<section id=\"costs\" class=\"chapter\"><h2>費用の補助</h2><p>費用を補助します。</p></section>\n<section id=\"support\"",
            rows: ["added ", "added 費用の補助"]),
        Edit(
            what: "a paragraph parted in two", file: guideline, old: "一律に判断することは適当ではありません。そこで、",
            new: "一律に判断することは適当ではありません。</p>\n<p>そこで、", rows: ["changed 指導要録上の出席扱い"]),
        Edit(
            what: "another facility in the place of one of the same corporation", file: facilities,
            old: "  - id: n-esaka\n    name: 学校法人角川ドワンゴ学園 N中等部 江坂キャンパス",
            new: "  - id: n-kyoto\n    name: 学校法人角川ドワンゴ学園 N中等部 京都キャンパス",
            rows: ["added 京都キャンパス", "removed 江坂キャンパス"]),
        Edit(what: "an identifier", file: facilities, old: "id: rakusho", new: "id: rakusho-2", rows: []),
        Edit(
            what: "a figure that hardly changes", file: statistics, old: "count: 122,897", new: "count: 122,907",
            rows: ["changed 平成26年度　不登校児童生徒数"]),
    ]

    @Test("Each edit gives its rows and no other", arguments: edits + more)
    func minimal(_ edit: Edit) throws {
        let place = try Workplace("Data/takarazuka")
        try place.keepEdition()
        try place.replace(edit.old, edit.new, in: edit.file)
        let rows = try place.rows()
        let expected = edit.rows.map {
            $0.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.map(\.kind) == expected.map { $0[0] }, "\(rows)")
        for (row, words) in zip(rows, expected) { #expect((row.place ?? "").hasSuffix(words[1]), "\(row)") }
    }

    @Test("An edition compared with itself is empty, in every format")
    func itself() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        for board in ["takarazuka", "setagaya"] {
            let data = place.folder.appending(path: "Data/\(board)").path
            let text = try place.compare(board, "--with", data)
            #expect(text.output.contains("に、違いはありません。"), "\(text.errors)")
            #expect(try place.compare(board, "--with", data, "--format", "json").output.contains("\"sections\": []"))
        }
    }

    @Test("A paragraph, a facility and a measure that are moved are moves, with nothing else")
    func moves() throws {
        let place = try Workplace("Data/takarazuka")
        try place.keepEdition()
        try place.replace(Self.paragraph + "\n", "", in: Self.guideline)
        try place.replace(
            "{{$introduction_figures}}\n", "{{$introduction_figures}}\n" + Self.paragraph + "\n", in: Self.guideline)
        let facilities = try place.read(Self.facilities)
        let first = try #require(facilities.range(of: "  - id: rakusho")?.lowerBound)
        let second = try #require(facilities.range(of: "  - id: mirai")?.lowerBound)
        let third = try #require(facilities.range(of: "  - id: tokyo-taishi")?.lowerBound)
        let (front, back) = (facilities[..<first], facilities[third...])
        let swapped = [front, facilities[second..<third], facilities[first..<second], back].joined()
        try place.write(swapped, to: Self.facilities)
        let rows = try place.rows()
        #expect(rows.map(\.kind) == ["moved", "moved"], "\(rows)")
    }

    @Test("Figures of a new year stand beside those of the year before, with difference and rate")
    func figures() throws {
        let place = try Workplace("Data/takarazuka")
        try place.keepEdition()
        try place.replace(
            "      rate: 3.7%\n",
            "      rate: 3.7%\n\n    - fiscal_year: 令和6年度\n      count: 353,970\n      enrolment: 9,216,000\n",
            in: Self.statistics)
        let text = try place.compare("takarazuka").output
        #expect(text.contains("+7,488"))
        #expect(text.contains("（+2.2%）"))
        #expect(text.contains("-105,243"))
    }

    @Test("What a series of another title counts is not called pupils out of school")
    func namedSeries() throws {
        let place = try Workplace("Data/takarazuka")
        let series = """

            series:
              - id: centre-users
                title: 教育支援センターの利用者数
                unit: 人
                series:
                  - fiscal_year: 令和6年度
                    count: 25

            """
        try place.write(place.read(Self.statistics) + series, to: Self.statistics)
        try place.keepEdition()
        try place.replace(
            "        count: 25\n", "        count: 25\n      - fiscal_year: 令和7年度\n        count: 31\n",
            in: Self.statistics)
        let text = try place.compare("takarazuka").output
        #expect(text.contains("31"))
        #expect(!text.contains("不登校児童生徒数"), "\(text)")
    }

    @Test("What has become of the facilities is proposed for the list")
    func updates() throws {
        let place = try Workplace("Data/takarazuka")
        try place.keepEdition()
        try place.replace("0797-86-2321", "0797-86-2322", in: Self.facilities)
        try place.replace(
            "  - id: mirai",
            "  - id: hikari\n    name: ひかり\n    postal_code: 665-0865\n    address: 兵庫県宝塚市寿町1-1\n    telephone: 0797-86-0000\n\n  - id: mirai",
            in: Self.facilities)
        let text = try place.compare("takarazuka").output
        #expect(text.contains("・「ひかり」を加えました。"))
        #expect(text.contains("・「楽笑 フリースクール」の電話番号を改めました。"))
        let html = try place.compare("takarazuka", "--format", "html")
        #expect(html.output.contains("<ins>2322</ins>"))
        #expect(html.output.contains("<del>2321</del>"))
    }

    @Test("What a board keeps for itself is in no table, and what it calls its values is")
    func declared() throws {
        let place = try Workplace("Data/takarazuka")
        let board = "Data/takarazuka/board.yaml"
        try place.write(
            try place.read(board) + """

                fields:
                  - {record: private_facility, key: visited, label: 訪問した日, type: date, formats: []}
                  - record: private_facility
                    key: lunch
                    label: 昼食の用意
                    type: choice
                    choices: [{key: bring, label: 弁当}, {key: served, label: 給食}]

                """, to: board)
        try place.replace(
            "    telephone: 0797-86-2321\n", "    telephone: 0797-86-2321\n    visited: 令和7年1月10日\n    lunch: bring\n",
            in: Self.facilities)
        try place.keepEdition()
        try place.replace("visited: 令和7年1月10日", "visited: 令和7年1月20日", in: Self.facilities)
        #expect(try place.rows().isEmpty)
        try place.replace("label: 弁当", label("持参の弁当"), in: board)
        #expect(try place.rows().contains { $0.place == "楽笑 フリースクール　昼食の用意" })
    }

    private func label(_ text: String) -> String { "label: \(text)" }

    @Test("A table is not written over data, and what is wrong or another board's is not compared")
    func safety() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.keepEdition()
        for name in [
            "Data/takarazuka/board.yaml", "Data/takarazuka/editions/2024/takarazuka/board.yaml", "Templates/a.html",
            "Data/new/deep/a.html", "other/../Data/a.html",
        ] {
            let path = place.folder.appending(path: name).path
            #expect(try place.compare("takarazuka", "--into", path).status == 2, "\(name)")
        }
        // A copy under another name is compared with the board's own templates.
        try FileManager.default.copyItem(
            at: place.folder.appending(path: "Data/takarazuka"), to: place.folder.appending(path: "backup"))
        let copy = try place.compare("takarazuka", "--with", place.folder.appending(path: "backup").path)
        #expect(copy.status == 0 && !copy.output.contains("はじめに"), "\(copy.output)\(copy.errors)")
        for folder in ["Data", "Data/takarazuka/editions", "Templates/new"] {
            let words = [
                "build", "--data", place.folder.appending(path: "Data").path, "--templates",
                place.folder.appending(path: "Templates").path,
            ]
            #expect(try place.runWords(words + ["--output", place.folder.appending(path: folder).path]).status == 2)
        }
        let other = place.folder.appending(path: "Data/setagaya").path
        #expect(try place.compare("takarazuka", "--with", other).errors.contains("different boards"))
        try place.replace("prefectural:", "prefectural_x:", in: Self.facilities)
        let wrong = try place.compare("takarazuka")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("prefectural_x"))
    }

    @Test("An edition that is not there, a format that there is not and data that cannot be read are told")
    func refusals() throws {
        let place = try Workplace("Data/takarazuka")
        #expect(try place.compare("takarazuka").status == 2)
        #expect(try place.compare("takarazuka", "--with", "令和6年度").errors.contains("new-edition takarazuka keeps one"))
        try place.keepEdition()
        #expect(try place.compare("takarazuka", "--with", "平成元年度").errors.contains("there is 令和6年度"))
        #expect(try place.compare("takarazuka", "--format", "pdf").status == 2)
        #expect(try place.compare("takarazuka").status == 0)
        try place.write("a: [", to: Self.statistics)
        #expect(try place.compare("takarazuka").status == 1)
    }
}

extension Workplace {
    struct Row: Decodable {
        let kind: String
        let place: String?
    }

    /// Keeps the present data and templates as the edition before.
    fileprivate func keepEdition() throws {
        let data = folder.appending(path: "Data/takarazuka")
        let edition = data.appending(path: "editions/2024")
        let files = FileManager.default
        try files.createDirectory(at: edition.appending(path: "takarazuka"), withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: data.path) where name.hasSuffix(".yaml") {
            try files.copyItem(at: data.appending(path: name), to: edition.appending(path: "takarazuka/\(name)"))
        }
        try files.copyItem(at: folder.appending(path: "Templates"), to: edition.appending(path: "templates"))
    }

    fileprivate func compare(_ words: String...) throws -> CommandLineTests.Result {
        try runPlain(["compare"] + words + ["--templates", folder.appending(path: "Templates").path])
    }

    /// The rows of the table, without those of documents that say the same again.
    fileprivate func rows() throws -> [Row] {
        struct Section: Decodable { let rows: [Row] }
        struct Table: Decodable { let sections: [Section] }
        let result = try compare("takarazuka", "--format", "json")
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Table.self, from: Data(result.output.utf8)).sections.flatMap(\.rows)
    }
}
