import Foundation
import TestSupport
import Testing

/// `trace`: from a printed figure to its datum, formula and source, and back.
@Suite struct TraceTests {
    /// What is asked for, and lines that the answer has, of whatever is in front of them.
    private static let questions: [(String, String, [String])] = [
        (
            "takarazuka", "3.7%",
            [
                "statistics.yaml:72  全国　令和5年度　公表された割合: 3.7%",
                "  計算: 346,482 ÷ 9,321,243 = 3.717…% → 3.7%", "    令和5年度　在籍者数 9,321,243  ",
                "  出典: 児童生徒の問題行動・不登校等生徒指導上の諸課題に関する調査、文部科学省、令和6年10月公表",
                "  印字: guideline「はじめに」 ",
            ]
        ),
        ("takarazuka", "３４６，４８２", ["statistics.yaml:70  全国　令和5年度　不登校児童生徒数: 346,482"]),
        ("takarazuka", "1.8", ["  計算: 512 ÷ 292 = 1.753… → 1.8", "    平成30年度　不登校児童生徒数 292  "]),
        ("takarazuka", "11年連続", ["  計算: 112,689 < 119,617 <", "全国　連続して増加した年数"]),
        ("takarazuka", "0797-86-2321", ["楽笑 フリースクール　電話番号: 0797-86-2321", "  印字: facility-list"]),
        ("takarazuka", "総合的に判断します", ["ひな形の文章", "Templates/guideline.html:102"]),
        ("takarazuka", "元文科初第698号", ["  出典: 不登校児童生徒への支援の在り方について（通知）、元文科初第698号"]),
        ("takarazuka", "statistics.yaml:71", ["  どの文書にも、公開するCSVやJSONにも出ません", "  計算に使う: 全国　令和5年度　公表された割合: 346,482"]),
        ("takarazuka", "statistics.yaml:71:18", ["計算に使う: 全国　令和5年度"]),
        ("takarazuka", "長期欠席児童生徒の把握（毎月）", ["長期欠席児童生徒の把握"]),
        ("takarazuka", "./Data/takarazuka/statistics.yaml:71", ["計算に使う: 全国　令和5年度"]),
        ("takarazuka", "12施設", ["民間施設　件数", "  計算: 民間施設を数えて12"]),
        ("setagaya", "７，８９２千円", ["報告する事業　実施計画　予算額: 7,892千円", "  出典: （記載なし）"]),
    ]

    @Test("A printed text leads to its datum, and a datum to where it is printed", arguments: questions)
    func traced(_ board: String, _ wanted: String, _ lines: [String]) throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        let result = try place.trace(board, wanted)
        #expect(result.status == 0, "\(result.errors)")
        for line in lines { #expect(result.output.contains(line), "\(line) is not in \(result.output)") }
    }

    /// Values that no page shows, and where they are all the same.
    private static let downloaded = [
        ("corporate_number: \"8000020130001\"", "8000020130001", "facility-list.csv「楽笑 フリースクール　法人番号」 【8000020130001】"),
        ("latitude: 34.80", "34.80", "facility-list.json「楽笑 フリースクール　latitude」 【34.80】"),
        ("days: 月曜日から金曜日まで", "月火水木金", "facility-list.csv「楽笑 フリースクール　利用可能曜日」 【月火水木金】"),
        ("established: 2019-04", "2019-04", "facility-list.html JSON-LD「楽笑 フリースクール　foundingDate」 【2019-04】"),
    ]

    @Test("What stands in a download or for search engines alone leads to its datum, and back", arguments: downloaded)
    func downloads(_ line: String, _ text: String, _ printed: String) throws {
        let place = try Workplace("Data/takarazuka")
        let file = "Data/takarazuka/facilities.yaml"
        try place.replace("    telephone: 0797-86-2321\n", "    telephone: 0797-86-2321\n    \(line)\n", in: file)
        let number =
            try #require(
                place.read(file).split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                    $0.contains(line)
                }) + 1
        for wanted in [text, "facilities.yaml:\(number)"] {
            let result = try place.trace("takarazuka", wanted)
            #expect(
                result.output.contains("facilities.yaml:\(number)  民間施設　楽笑 フリースクール　"),
                "\(result.output)\(result.errors)")
            #expect(result.output.contains("  印字: \(printed)\n"), "\(result.output)")
        }
        // A list of sources is of what is printed on pages.
        #expect(try !place.trace("takarazuka", "--all", "--format", "json").output.contains(text))
    }

    @Test("What no document prints, and a line without a value, are told")
    func untraced() throws {
        let place = try Workplace("Data/takarazuka")
        #expect(try place.trace("takarazuka", "四百万人").status == 1)
        #expect(try place.trace("takarazuka", "statistics.yaml:1").status == 1)
        #expect(try place.trace("takarazuka", "nothing.yaml:1").errors.contains("データファイルではありません"))
        #expect(try place.trace("takarazuka", "3.7%", "--format", "json").status == 2)
        // 12 is no part of 512 or 12,689.
        #expect(try !place.trace("takarazuka", "12").output.contains("5【12】"))
        #expect(try place.trace("takarazuka").status == 2)
        #expect(try place.trace("takarazuka", "3.7%", "--all").status == 2)
    }

    @Test("A field of one's own leads to its place in JSON, whatever its key ends with")
    func ownFields() throws {
        let place = try Workplace("Data/takarazuka")
        try place.write(
            place.read("Data/takarazuka/board.yaml")
                + "fields: [{record: private_facility, key: sports_field, label: 運動場, formats: [json]}]\n",
            to: "Data/takarazuka/board.yaml")
        try place.replace(
            "    telephone: 0797-86-2321\n",
            "    telephone: 0797-86-2321\n    sports_field: 体育館の隣\n    building: 市民会館の2階\n",
            in: "Data/takarazuka/facilities.yaml")
        for (text, name) in [("体育館の隣", "sports_field"), ("市民会館の2階", "building_field")] {
            let result = try place.trace("takarazuka", text)
            #expect(
                result.output.contains("  印字: facility-list.json「楽笑 フリースクール　\(name)」 【\(text)】\n"),
                "\(result.output)\(result.errors)")
        }
    }

    @Test("A source is a text or a record, of any record; the nearest one counts")
    func sources() throws {
        let place = try Workplace("Data/takarazuka")
        let statistics = "Data/takarazuka/statistics.yaml"
        let source = #"{document: 調査結果の概要, page: 表1, web: "https://www.mext.go.jp/a.pdf", confirmed: 令和6年11月1日}"#
        try place.replace("rate: 3.7%", "rate: 3.7%\n      source: \(source)", in: statistics)
        try place.replace("city:\n", "city:\n  source: 教育委員会調べ\n", in: statistics)
        #expect(
            try place.trace("takarazuka", "3.7%").output.contains(
                "  出典: 調査結果の概要、表1、https://www.mext.go.jp/a.pdf、令和6年11月1日確認"))
        #expect(try place.trace("takarazuka", "3.03%").output.contains("  出典: 教育委員会調べ\n"))
        #expect(try place.findings().isEmpty)
        let all = try place.trace("takarazuka", "--all", "--format", "json").output
        #expect(all.contains("\"source_text\": \"教育委員会調べ\""))
        #expect(try place.trace("takarazuka", "--all").output.contains("出典一覧"))
        // A record without its document is none.
        try place.replace("source: 教育委員会調べ", "source: {page: 表1}", in: statistics)
        #expect(try place.findings().contains { $0.hasPrefix("R002 Data/takarazuka/statistics.yaml") })
    }

    /// Records that have data of their own, by a line in each.
    private static let records = [
        ("board", "  address: 兵庫県宝塚市東洋町1番1号\n", "  "), ("board", "edition:\n", "  "),
        ("board", "    title: 不登校児童生徒への支援の在り方について（通知）\n", "    "),
        ("facilities", "listed:\n", "  "), ("programs", "", ""), ("statistics", "", ""), ("facilities", "", ""),
        ("statistics", "survey:\n", "  "), ("statistics", "city:\n", "  "),
    ]

    @Test("Every record of data may say where it is from", arguments: records)
    func anywhere(_ file: String, _ line: String, _ indent: String) throws {
        let place = try Workplace("Data/takarazuka")
        let path = "Data/takarazuka/\(file).yaml"
        if line.isEmpty {
            try place.write(place.read(path) + "source: 教育委員会調べ\n", to: path)
        } else {
            try place.replace(line, line + indent + "source: 教育委員会調べ\n", in: path)
        }
        #expect(try place.findings().isEmpty)
    }

    @Test("A house style may ask for sources")
    func required() throws {
        let place = try Workplace("Data/setagaya")
        try place.replace("style:\n", "style:\n  sources: required\n", in: "Data/setagaya/board.yaml")
        let findings = try place.findings()
        #expect(findings.count == 1 && findings[0].hasPrefix("D039 Data/setagaya/programs.yaml"))
        try place.replace(
            "project:\n", "project:\n  source: 教育相談・支援課調べ\n", in: "Data/setagaya/programs.yaml")
        #expect(try place.findings().isEmpty)
    }
}

extension Workplace {
    fileprivate func trace(_ words: String...) throws -> CommandLineTests.Result {
        try runPlain(
            ["trace"] + words + ["--templates", folder.appending(path: "Templates").path], language: "ja")
    }
}
