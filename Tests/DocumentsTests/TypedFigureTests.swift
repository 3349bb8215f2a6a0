import Diagnostics
import Documents
import TestSupport
import Testing

/// Figures typed into prose: found where they say what a datum says, and left alone where they merely equal one.
@Suite struct TypedFigureTests {
    /// What is found in a document of a sample board, and the advice that goes with it.
    func found(
        _ markup: String, board: String = "setagaya", data: [String: String] = [:]
    ) throws -> [(code: DiagnosticCode, help: String)] {
        let page = "<html lang=\"ja\"><body><h1>題</h1>\(markup)</body></html>"
        let name = board == "setagaya" ? "report" : "guideline"
        return try Rendering.render(
            board: board, data: data, templates: ["Templates/\(board)/\(name).html": page], only: [name]
        ).diagnostics.map { ($0.code, $0.help?.ja ?? "") }
    }

    @Test(
        "The very tag is given that prints the datum there",
        arguments: [
            (
                "<p>定員は２０人です。</p>",
                "「programs.project.years」を繰り返す所（{{#programs.project.years}}～{{/programs.project.years}}）に「{{capacity}}人」と書いてください"
            ),
            (
                "{{#programs.project.years}}<p>{{fiscal_year}}の定員は２０人です。</p>{{/programs.project.years}}",
                "「{{capacity}}人」に書き換えてください"
            ),
            (
                "{{#programs.project.years}}<p>定員は二十人です。</p>{{/programs.project.years}}",
                "「{{capacity.kanji}}人」に書き換えてください"
            ),
            ("{{#programs.project}}<p>各回の定員は１００人です。</p>{{/programs.project}}", "「{{plan.room.capacity}}人」に書き換えてください"),
            ("<p>予算は７，８９２千円です。</p>", "「{{programs.project.plan.budget}}」に書き換えてください"),
            ("<p>令和６年度から本格実施します。</p>", "「{{programs.project.plan.full_operation}}」に書き換えてください"),
            ("<p>令和５年２月発行</p>", "「{{board.edition.issued}}」に書き換えてください"),
        ])
    func tag(markup: String, help: String) throws {
        let found = try found(markup)
        #expect(found.map(\.code) == [.typedFigure])
        #expect(found.first?.help == help)
    }

    @Test("A figure of a board's own series is named by that series")
    func ownSeries() throws {
        let path = "Data/takarazuka/statistics.yaml"
        let series = """
            series:
              - id: centre-users
                title: 教育支援センターの利用者数
                series: [{fiscal_year: 令和4年度, count: "11,234"}, {fiscal_year: 令和5年度, count: "12,345"}]

            """
        let data = [path: String(decoding: try Project.bytes(path), as: UTF8.self) + series]
        let found = try found("<p>センターの利用者は12,345人です。</p>", board: "takarazuka", data: data)
        #expect(
            found.filter { $0.code == .typedFigure }.map(\.help)
                == ["「{{statistics.series.centre-users.latest.count}}」に書き換えてください"])
    }

    @Test(
        "A figure that is nearly one of the data's",
        arguments: [
            ("全国の不登校児童生徒は346,842人です。", true), ("全国の不登校児童生徒は299,084人です。", true), ("全国の児童生徒は9,321,234人です。", true),
            ("全国の児童生徒は9,321,743人です。", true), ("全国の児童生徒は8,145,012人です。", false), ("費用は34,648円です。", false),
            ("入学金は346,382円です。", false), ("児童生徒は364,428人です。", false),
        ])
    func slips(sentence: String, isSlip: Bool) throws {
        #expect(try found("<p>\(sentence)</p>", board: "takarazuka").map(\.code) == (isSlip ? [.typedFigure] : []))
    }

    @Test(
        "A figure of the sample with a name of its own",
        arguments: [
            ("全国の不登校児童生徒は346,482人です。", "{{statistics.national.latest.count}}"),
            ("本市の不登校児童生徒は512人です。", "{{statistics.city.latest.count}}人"),
            ("不登校児童生徒512人のうち", "{{statistics.city.latest.count}}人"),
            ("512人の不登校児童生徒が", "{{statistics.city.latest.count}}人"),
            ("不登校の児童生徒は増えています。その人数は512人です。", "{{statistics.city.latest.count}}人"),
            ("不登校児童生徒は、平成30年度の約1.8倍です。", "{{statistics.city.times}}倍"),
            ("不登校児童生徒の割合は3.7%です。", "{{statistics.national.latest.rate}}"),
            ("令和6年度版（3月発行）", "{{board.edition.fiscal_year}}"),
            ("掲載している民間施設は12施設です。", "{{facilities.private.count}}施設"),
            ("この一覧は、令和7年2月14日現在のものです。", "{{facilities.as_of}}"),
            ("「不登校児童生徒への支援の在り方について（通知）」（令和元年10月25日）", "{{board.notices.attendance-notice.date}}"),
            ("{{board.notices.attendance-notice.issuer}}が令和元年10月25日に", "{{board.notices.attendance-notice.date}}"),
            ("令和元年10月25日付け元文科初第689号", "{{board.notices.attendance-notice.date}}"),
            ("{{facilities.listed.from}}から令和6年度までに", "{{facilities.listed.to}}"),
        ])
    func sample(text: String, tag: String) throws {
        let found = try found("<p>\(text)</p>", board: "takarazuka")
        #expect(found.map(\.code) == [.typedFigure])
        #expect(found.first?.help == "「\(tag)」に書き換えてください")
    }

    @Test(
        "Figures that merely equal one",
        arguments: [
            "職員２０人が参加した。", "講演会には２０人が参加した。", "２０人の職員を配置した。", "会場の定員は２０人です。", "定員２０人のバスを使う。", "講演会定員２０人",
            "１時間３０分程度の面談を行う。",
            "９時３０分に始める。", "面談の時間は３０分程度とする。", "３０分から６０分程度の休憩", "先着１００人です。", "保護者１１人が参加した。", "委員は１１人とする。",
            "令和５年度から、全ての中学校に設ける。", "令和５年度の予算を審議する。", "令和４年度の実績を公表する。", "令和５年２月に会議を開く。", "令和５年２月６日に開催した会議",
            "令和５年１月３１日現在の人口",
            "令和３年度から令和４年度までの２か年", "{{board.edition.issued}}に発行し、令和４年度から使う。", "<span>令和５年２月</span>の予定",
        ])
    func leftAlone(text: String) throws {
        #expect(try found("<p>\(text)</p>").isEmpty)
    }

    @Test("A month in a table is no date of issue")
    func cell() throws {
        #expect(
            try found("<table><caption>表</caption><tbody><tr><th scope=\"row\">令和５年２月</th></tr></tbody></table>")
                .isEmpty)
        #expect(try found("<p>令和５年２月</p>").map(\.code) == [.typedFigure])
    }
}
