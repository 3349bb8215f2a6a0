import Foundation
import TestSupport
import Testing

/// A board of one's own: made from the starter, built at once as drafts, and published when nothing is left to be filled in.
@Suite struct NewBoardTests {
    private func place() throws -> Workplace { try Workplace("Data/shared", "Data/reference") }

    private func make(_ place: Workplace, _ arguments: String...) throws -> CommandLineTests.Result {
        try place.runPlain(["new-board"] + arguments)
    }

    @Test("A new board builds at once, and lists what is to be filled in")
    func starter() throws {
        let place = try place()
        let made = try make(place, "minami-alps", "--municipality", "南アルプス市", "--fiscal-year", "令和6年度")
        #expect(made.status == 0)
        #expect(made.output.contains("to be filled in: "))
        let board = try place.read("Data/minami-alps/board.yaml")
        #expect(board.contains("municipality_code: 192082 ") && board.contains("prefecture: 山梨県\n"))
        let built = try place.run("build")
        #expect(built.status == 0, "\(built.errors)")
        #expect(!built.errors.contains("error["))
        let guideline = try place.read("Output/minami-alps/guideline.txt")
        #expect(guideline.contains("南アルプス市教育委員会") && guideline.contains("346,482人"))
        #expect(!guideline.contains("宝塚") && !guideline.contains("世田谷"))
        let todo = try place.runPlain(["todo", "minami-alps"])
        #expect(todo.output.contains("Data/minami-alps/board.yaml:") && todo.output.contains("○○課"))
    }

    @Test("What is left to be filled in stops publishing, except as a draft")
    func leftovers() throws {
        let place = try place()
        _ = try make(place, "a", "--municipality", "宝塚市", "--fiscal-year", "令和6年度")
        let board = try place.read("Data/a/board.yaml")
        try place.write(board.replacing("    draft: true\n", with: ""), to: "Data/a/board.yaml")
        let refused = try place.run("build")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("error[J015]"))
    }

    @Test(
        "A municipality that is not known, or not alone",
        arguments: [
            (["--municipality", "府中市"], "--code 132063"), (["--municipality", "府中氏"], "there is no municipality"),
            ([], "--municipality"), (["--municipality", "府中市", "--code", "1"], "--code"),
            (["--municipality", "宝塚市", "--fiscal-year", "x"], "--fiscal-year"),
            (["--municipality", "宝塚市", "--fiscal-year", "令和5年度"], "choose 令和6年度 or a later year"),
        ])
    func unknown(arguments: [String], said: String) throws {
        let place = try place()
        let result = try place.runPlain(["new-board", "a"] + arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(said))
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Data/a").path))
    }

    @Test(
        "Names are enough where they are one municipality's",
        arguments: [
            ("東京都府中市", "132063"), ("市川三郷町", "193461"), ("西八代郡市川三郷町", "193461"), ("八丈町", "134015"), ("世田谷区", "131121"),
        ])
    func named(name: String, code: String) throws {
        let place = try place()
        #expect(try make(place, "a", "--municipality", name).status == 0)
        #expect(try place.read("Data/a/board.yaml").contains("municipality_code: \(code) "))
    }

    @Test("A folder that is there is left alone", arguments: ["shared", "reference", "A", "-x", "a/b", ".."])
    func refusedName(name: String) throws {
        let place = try place()
        #expect(try place.runPlain(["new-board", "--municipality", "宝塚市", "--", name]).status == 2)
    }

    @Test("A board that is there is left alone")
    func present() throws {
        let place = try place()
        _ = try make(place, "a", "--municipality", "宝塚市")
        try place.write("mine", to: "Data/a/board.yaml")
        #expect(try make(place, "a", "--municipality", "宝塚市").status == 1)
        #expect(try place.read("Data/a/board.yaml") == "mine")
    }

    @Test("What a board says itself goes before what is shared, and what is wrong with that is told of its own file")
    func overriding() throws {
        let place = try place()
        _ = try make(place, "a", "--municipality", "宝塚市", "--fiscal-year", "令和6年度")
        let board = try place.read("Data/a/board.yaml")
        try place.write(
            board
                + "notices:\n  - {id: attendance-notice, title: 別の通知, number: 元文科初第1号, date: 令和元年10月25日, issuer: 文部科学省}\n",
            to: "Data/a/board.yaml")
        #expect(try place.run("build").status == 0)
        let text = try place.read("Output/a/guideline.txt")
        #expect(text.contains("別の通知") && text.contains("義務教育の段階における"))
        try place.replace("count: 117,458", "count: 1,174,580", in: "Data/shared/statistics.yaml")
        let result = try place.run("check")
        #expect(result.errors.contains("Data/shared/statistics.yaml"))
        #expect(result.errors.contains("D040"))
    }

    /// What a clerk writes into the starter: what was there, and what stands there then.
    private static let answers = [
        ("board", "section: ○○課  ", "section: 学校教育課"),
        (
            "board",
            """
              # 要入力 下の行のうち、書くものの「# 」を外して値を書く（電話番号、メールアドレス及びウェブページのうち一つは必ず書く）
              # postal_code:
              # address: 山梨県南アルプス市
              # telephone:

            """, "  postal_code: 400-0395\n  address: 山梨県南アルプス市小笠原376\n  telephone: 055-282-7777\n"
        ),
        ("board", "令和9年3月               # 要入力 発行する月に直す", "令和9年3月"),
        ("board", "    draft: true\n", ""),
        ("board", "    # per_facility: true ", "    per_facility: true "),
        (
            "board", "formats: [html, text, fragment]   # 施設を書いたら、csv と json も加えられる\n",
            """
            formats: [html, text, fragment, csv, json]
              - {id: report, title: ふれあい教室について, date: 令和9年3月4日, addressee: 総務教育常任委員会, project: centre}

            """
        ),
        ("facilities", "令和8年4月1日                   # 要入力 内容を確かめた日に直す", "令和8年11月20日"),
        ("programs", "        frequency: 毎月                # 要入力 回数を確かめる。決まっていなければ項目ごと消す\n", ""),
        ("programs", "教育支援センター「○○」", "教育支援センター「ふれあい教室」"),
    ]

    @Test("What the shared templates say of the board is listed with where it stands, the board's own where it has one")
    func blocks() throws {
        let place = try place()
        let templates = place.folder.appending(path: "Templates").path
        let made = try make(
            place, "minami-alps", "--municipality", "南アルプス市", "--fiscal-year", "令和8年度", "--templates", templates)
        #expect(made.status == 0, "\(made.errors)")
        let lines = try place.read("Templates/guideline.html").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("{{$introduction_schools}}") }) + 2
        let told = "    text: \(templates)/guideline.html:\(line)  学校では、スクールカウンセラーが"
        #expect(made.output.contains(told), "\(made.output)")
        // Each memo of the starter names blocks that there are.
        let memos = try place.read("Data/minami-alps/board.yaml").split(separator: "\n").filter { $0.contains("確かめる:") }
        for memo in memos { #expect(made.output.contains("\(memo.drop { $0 == " " })\n    text: "), "\(memo)") }
        // A block within a line begins on that line.
        #expect(made.output.contains("parts/facility-notes.html:4  複数の児童生徒が利用した\n"))
        try place.write("\nここでは、こうしています。\n", to: "Templates/minami-alps/guideline/introduction_schools.txt")
        let left = try place.runPlain(["todo", "minami-alps", "--templates", templates]).output
        #expect(
            left.contains("    text: \(templates)/minami-alps/guideline/introduction_schools.txt:2  ここでは、こうしています。\n"),
            "\(left)")
        #expect(!left.contains(told))
    }

    /// `SHIRUBE_RECORD=1` writes the expected files anew, and fails.
    @Test("From the starter, an Excel list of twenty rows, fields and a table of one's own to the papers")
    func wholeWay() throws {
        let place = try place()
        let fixture = "Tests/Fixtures/new-board"
        func given(_ name: String) throws -> String {
            String(decoding: try Project.bytes("\(fixture)/\(name)"), as: UTF8.self)
        }
        func fill(_ list: String, _ file: String) throws -> CommandLineTests.Result {
            try place.runPlain([
                "import", "minami-alps", list, Project.root.appending(path: "\(fixture)/answers/\(file)").path,
            ])
        }
        #expect(try make(place, "minami-alps", "--municipality", "南アルプス市", "--fiscal-year", "令和8年度").status == 0)
        for (file, old, new) in Self.answers { try place.replace(old, new, in: "Data/minami-alps/\(file).yaml") }
        // What the shared templates say of the board is so here.
        let confirmed = try place.read("Data/minami-alps/board.yaml").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .filter { !$0.contains("要入力 確かめる") }
        #expect(
            confirmed.count
                < (try place.read("Data/minami-alps/board.yaml")).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).count)
        try place.write(confirmed.joined(separator: "\n"), to: "Data/minami-alps/board.yaml")
        for file in ["board", "programs", "statistics"] {
            let path = "Data/minami-alps/\(file).yaml"
            try place.write(try place.read(path) + given("answers/\(file).yaml"), to: path)
        }
        try place.write("[]\n", to: "Data/minami-alps/gatherings.yaml")
        for name in ["facility-list.html", "guideline/introduction_closing.txt"] {
            try place.write(try given("Templates/minami-alps/\(name)"), to: "Templates/minami-alps/\(name)")
        }
        let roster = try fill("private", "roster.xlsx")
        #expect(roster.status == 0 && roster.errors.contains("作業用"), "\(roster.errors)")
        #expect(try fill("gatherings", "gatherings.csv").status == 0)
        #expect(try fill("private", "roster.xlsx").output.contains("20 the same"))
        // The prefectures that the roster leaves out.
        #expect(try place.run("check", "--fix").errors.contains("P007") == false)
        let built = try place.run("build", "minami-alps")
        #expect(built.status == 0, "\(built.errors)")
        let codes = try place.codes().sorted()
        #expect(codes == ["D017", "D025", "J010"])
        #expect(try place.runPlain(["todo", "minami-alps"]).status == 0)

        var files = ["facilities", "gatherings"].map { "Data/minami-alps/\($0).yaml" }
        files += [
            "guideline.txt", "report.txt", "form2.txt", "form3.txt", "form4.txt", "form5.txt", "form6.txt",
            "form6/manabinomori.txt", "facility-list.txt", "facility-list.csv", "facility-list.fragment.html",
        ]
        .map { "Output/minami-alps/\($0)" }
        for file in files {
            let made = try place.read(file)
            if ProcessInfo.processInfo.environment["SHIRUBE_RECORD"] == "1" {
                let url = Project.root.appending(path: "\(fixture)/\(file)")
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(made.utf8).write(to: url)
                Issue.record("recorded \(url.path)")
            }
            #expect(made == (try given(file)), "\(file)")
        }
    }
}
