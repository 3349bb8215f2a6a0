import Foundation
import TestSupport
import Testing

/// `new-edition` keeps what was published, moves on what follows the year, and says what is to be decided.
@Suite struct NewEditionTests {
    private static let boards = [
        ("takarazuka", "令和6年度", "2024", 12), ("setagaya", "令和4年度", "2022", 18),
    ]

    @Test("What was published is built again byte for byte, and nothing new is until all is decided", arguments: boards)
    func keeps(_ board: String, _ year: String, _ folder: String, _ open: Int) throws {
        let place = try Workplace("Data/\(board)")
        let moved = try newEdition(of: board, in: place)
        #expect(moved.status == 0, "\(moved.errors)")
        #expect(moved.output.contains("to be filled in: \(open)\n"))
        #expect(try place.runPlain(["todo", board]).output.contains("to be filled in: \(open)\n"))
        // Whatever the templates have become since.
        try place.write("<p>", to: "Templates/style/base.css")
        try place.write("<p>", to: "Templates/guideline.html")
        let kept = try place.run("build", board, "--edition", year)
        #expect(kept.status == 0, "\(kept.errors)")
        let output = place.folder.appending(path: "Output/editions/\(folder)/\(board)")
        let published = Project.root.appending(path: "Output/\(board)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: published.path).sorted()
        #expect(try FileManager.default.subpathsOfDirectory(atPath: output.path).sorted() == names)
        for name in names where !Project.isFolder("Output/\(board)/\(name)") {
            #expect(
                try Data(contentsOf: output.appending(path: name)) == Data(contentsOf: published.appending(path: name)))
        }
        #expect(try place.run("build", board).status == 1)
    }

    @Test("Comments and layout stay: but for what moves on, each line is there as it was", arguments: boards)
    func layout(_ board: String, _ year: String, _ folder: String, _ open: Int) throws {
        let place = try Workplace("Data/\(board)")
        _ = try newEdition(of: board, in: place)
        for name in ["board", "programs", "facilities", "statistics"] {
            guard let before = try? text("Data/\(board)/\(name).yaml") else { continue }
            let after = try place.read("Data/\(board)/\(name).yaml").split(separator: "\n")
            let changed = before.split(separator: "\n").difference(from: after).insertions.map { "\($0)" }
            // A year, a month or a day, or what was as of a day.
            #expect(changed.allSatisfy { $0.contains("年") || $0.contains("as_of") }, "\(changed)")
            let comments = { (lines: [Substring]) in lines.compactMap { $0.split(separator: "# ").dropFirst().last } }
            let kept = Set(comments(after))
            #expect(comments(before.split(separator: "\n")).allSatisfy(kept.contains))
        }
    }

    /// What a value becomes that is written in each form.
    private static let forms = [
        ("as_of: 令和7年2月14日", "as_of: 令和8年2月14日"), ("as_of: 2025-02-14", "as_of: 2026-02-14"),
        ("as_of: 令和7年2月14日（金）", "as_of: 令和8年2月14日（土）"),
        ("as_of: 令和6年2月29日", "as_of: 令和7年2月28日"),
        ("from: 令和2年度", "from: 令和3年度"), ("to: 令和6年度", "to: 令和7年度"),
    ]

    @Test("A day keeps the form in which it is written", arguments: forms)
    func form(_ before: String, _ after: String) throws {
        let place = try Workplace("Data/takarazuka")
        let key = before.prefix { $0 != " " }
        let standing = key == "as_of:" ? "as_of: 令和7年2月14日" : before
        try place.replace(standing, before, in: "Data/takarazuka/facilities.yaml")
        if before.contains("29日") {
            try place.replace("  to:", "  # shirube: allow D008 試験\n  to:", in: "Data/takarazuka/facilities.yaml")
        }
        let result = try newEdition(of: "takarazuka", in: place)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try place.read("Data/takarazuka/facilities.yaml").contains("\n\(key == "as_of:" ? "" : "  ")\(after)"))
    }

    @Test("Once all is decided the new edition is published, and both stand side by side")
    func decided() throws {
        let place = try Workplace("Data/takarazuka")
        _ = try newEdition(of: "takarazuka", in: place)
        let folder = "Data/takarazuka"
        for name in ["board", "programs", "facilities", "statistics"] {
            let text = try place.read("\(folder)/\(name).yaml").split(separator: "\n", omittingEmptySubsequences: false)
            try place.write(text.filter { !$0.contains("# 要入力") }.joined(separator: "\n"), to: "\(folder)/\(name).yaml")
        }
        try place.replace(
            "count: ○○\n      enrolment: ○○", "count: 353,970\n      enrolment: 9,216,000",
            in: "\(folder)/statistics.yaml")
        try place.replace("count: ○○", "count: 540", in: "\(folder)/statistics.yaml")
        let built = try place.run("build", "takarazuka")
        #expect(built.status == 0, "\(built.errors)")
        #expect(try place.read("Output/takarazuka/guideline.txt").contains("353,970"))
        #expect(try place.run("build", "takarazuka", "--edition", "2024").status == 0)
        #expect(try place.read("Output/editions/2024/takarazuka/guideline.txt").contains("346,482"))
        // The next one moves on from there.
        #expect(try newEdition(of: "takarazuka", in: place).status == 0)
        #expect(try place.read("\(folder)/board.yaml").contains("fiscal_year: 令和8年度"))
        #expect(try place.run("build", "takarazuka", "--edition", "令和7年度").status == 0)
    }

    @Test("A run that was stopped is finished by the next; other data is left as it is")
    func stopped() throws {
        let place = try Workplace("Data/takarazuka")
        _ = try newEdition(of: "takarazuka", in: place)
        let files = ["board", "facilities", "statistics"].map { "Data/takarazuka/\($0).yaml" }
        let moved = try files.map { try place.read($0) }
        for file in [files[0], files[1]] { try place.write(text(file), to: file) }
        #expect(try newEdition(of: "takarazuka", in: place).status == 0)
        #expect(try files.map { try place.read($0) } == moved)
        try place.write(text(files[0]), to: files[0])
        try place.replace("as_of: 令和8年2月14日", "as_of: 令和8年2月15日", in: files[1])
        let refused = try newEdition(of: "takarazuka", in: place)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("is kept in"))
        #expect(refused.errors.contains("a run was stopped on its way: put back those files"))
        #expect(try place.read(files[0]) == text(files[0]))
    }

    @Test("An edition that is kept is not written again, whatever the templates have become since")
    func keptForGood() throws {
        let place = try Workplace("Data/takarazuka")
        _ = try newEdition(of: "takarazuka", in: place)
        let kept = "Data/takarazuka/editions/2024/templates/guideline.html"
        let before = try place.read(kept)
        for name in ["board", "programs", "facilities", "statistics"] {
            try place.write(text("Data/takarazuka/\(name).yaml"), to: "Data/takarazuka/\(name).yaml")
        }
        try place.replace("</h1>", "（改）</h1>", in: "Templates/guideline.html")
        let refused = try newEdition(of: "takarazuka", in: place)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("templates/guideline.html"))
        #expect(try place.read(kept) == before)
        try place.replace("（改）</h1>", "</h1>", in: "Templates/guideline.html")
        #expect(try newEdition(of: "takarazuka", in: place).status == 0)
    }

    @Test("An edition that is kept and cannot be read is told")
    func unreadable() throws {
        let place = try Workplace("Data/takarazuka")
        _ = try newEdition(of: "takarazuka", in: place)
        try place.write("edition: [", to: "Data/takarazuka/editions/2024/takarazuka/board.yaml")
        for name in ["board", "programs", "facilities", "statistics"] {
            try place.write(text("Data/takarazuka/\(name).yaml"), to: "Data/takarazuka/\(name).yaml")
        }
        let refused = try newEdition(of: "takarazuka", in: place)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("editions/2024/takarazuka/board.yaml:1"))
    }

    /// Titles and texts, and what becomes of them.
    private static let texts = [
        ("title: 一覧（2024年度版）", "title: 一覧（2025年度版）"), ("title: 一覧（２０２４年度版）", "title: 一覧（２０２５年度版）"),
        ("title: 一覧（令和6年度（2024年度）版）", "title: 一覧（令和7年度（2025年度）版）"), ("title: 一覧（令和六年度版）", nil),
        ("title: 一覧（R6版）", nil), ("title: 一覧（令和7年3月版）", nil),
    ]

    @Test("A year in a title moves on where it is a fiscal year, and is to be looked at in any case", arguments: texts)
    func titles(_ before: String, _ after: String?) throws {
        let place = try Workplace("Data/takarazuka")
        let board = "Data/takarazuka/board.yaml"
        try place.replace("title: 不登校児童生徒を支援する民間施設一覧", before, in: board)
        let result = try newEdition(of: "takarazuka", in: place)
        #expect(result.status == 0, "\(result.errors)")
        let text = try place.read(board)
        #expect(text.contains(after ?? before))
        #expect(text.contains("# 要入力 題名を確かめる（前の版: \(before.dropFirst(7))）"))
    }

    @Test("Texts that name the year of the edition or the next are to be looked at, and none of the others")
    func years() throws {
        let place = try Workplace("Data/takarazuka")
        let programs = "Data/takarazuka/programs.yaml"
        try place.replace(
            "description: 学校と施設が、", "description: 令和7年度からは、学校と施設が、", in: programs)
        try place.replace("description: 医療、福祉、", "description: 平成20年度に始めた医療、福祉、", in: programs)
        _ = try newEdition(of: "takarazuka", in: place)
        let lines = try place.read(programs).split(separator: "\n")
        let marked = try #require(lines.firstIndex { $0.contains("令和7年度からは") })
        #expect(lines[marked - 1].contains("# 要入力 説明を"))
        let other = try #require(lines.firstIndex { $0.contains("平成20年度") })
        #expect(!lines[other - 1].contains("要入力"))
    }

    @Test("A draft, data with errors and an edition that nobody kept are refused, and nothing is written")
    func refusals() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.replace("date: 令和5年2月6日", "date: 令和5年2月30日", in: "Data/setagaya/board.yaml")
        let wrong = try newEdition(of: "setagaya", in: place)
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("so nothing was written"))
        try place.replace("date: 令和5年2月30日", "date: 令和5年2月6日\n    draft: true", in: "Data/setagaya/board.yaml")
        #expect(try newEdition(of: "setagaya", in: place).errors.contains("still a draft"))
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Data/setagaya/editions").path))
        for words in [
            ["takarazuka", "--edition", "令和6年度"], ["--edition", "令和6年度"], ["takarazuka", "--edition", "昨年"],
        ] {
            #expect(try place.runPlain(["build"] + words).status == 2)
        }
        let shown = try newEdition(of: "takarazuka", "--dry-run", in: place)
        #expect(shown.output.contains("+  fiscal_year: 令和7年度"))
        #expect(try place.read("Data/takarazuka/board.yaml") == text("Data/takarazuka/board.yaml"))
    }

    /// What the same data would be made into by another program, or with other tables.
    private static let changes = ["a page", "a list", "a paper"]

    @Test(
        "The documents of an edition are handed out as they were published, whatever the same data would make",
        arguments: changes)
    func published(_ change: String) throws {
        let place = try Workplace("Data/takarazuka")
        #expect(try place.run("build", "takarazuka", "--heading-level", "3").status == 0)
        // As a browser prints it.
        try place.write("%PDF-1.7", to: "Output/takarazuka/guideline.pdf")
        let refused = try newEdition(of: "takarazuka", in: place)
        #expect(
            refused.status == 1 && refused.errors.contains(" make: facility-list.fragment.html\n"), "\(refused.errors)")
        #expect(!place.has("Data/takarazuka/editions"))
        let kept = try newEdition(of: "takarazuka", "--heading-level", "3", in: place)
        #expect(kept.status == 0, "\(kept.errors)")
        // As if it had been published by an earlier program: its data and templates make something else.
        let (file, other) =
            switch change {
            case "a page": ("guideline.html", "<!DOCTYPE html>前のプログラムのページ")
            case "a list": ("facility-list.csv", "名称\r\n前のプログラムの一覧\r\n")
            default: ("guideline.pdf", "%PDF-1.4")
            }
        let edition = "Data/takarazuka/editions/2024"
        let bytes = try place.read("\(edition)/published/\(file)")
        try place.write(other, to: "\(edition)/published/\(file)")
        let damaged = try place.run("build", "takarazuka", "--edition", "2024")
        #expect(
            damaged.status == 1 && damaged.errors.contains("are not as they were published: \(file)"),
            "\(damaged.errors)")
        #expect(!place.has("Output/editions"))
        let line = try #require(
            place.read("\(edition)/published.tsv").split(separator: "\n").first { $0.hasSuffix("\t\(file)") })
        try place.replace(
            String(line), "\(Self.checksum(other))\t\(other.utf8.count)\t\(file)", in: "\(edition)/published.tsv")
        let handed = try place.run("build", "takarazuka", "--edition", "2024")
        #expect(handed.status == 0 && handed.output.contains("handed out as they were published"), "\(handed.errors)")
        #expect(try place.read("Output/editions/2024/takarazuka/\(file)") == other)
        #expect(try place.read("Output/takarazuka/\(file)") == bytes)
        let names = try FileManager.default.subpathsOfDirectory(
            atPath: place.folder.appending(path: "Output/takarazuka").path)
        #expect(
            try Set(
                FileManager.default.subpathsOfDirectory(
                    atPath: place.folder.appending(path: "Output/editions/2024/takarazuka").path)) == Set(names))
        // One document of it, and what cannot be had.
        #expect(try place.run("build", "takarazuka", "--edition", "2024", "--only", "form1").status == 0)
        #expect(try place.run("build", "takarazuka", "--edition", "2024", "--only", "form9").status == 2)
        #expect(try place.run("build", "takarazuka", "--edition", "2024", "--heading-level", "2").status == 2)
    }

    /// By a table-less way of its own.
    private static func checksum(_ text: String) -> String {
        var rest = ~UInt32(0)
        for byte in text.utf8 {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        let digits = String(~rest, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    @Test("An edition that was kept without its documents is made anew, which is said")
    func withoutDocuments() throws {
        let place = try Workplace("Data/takarazuka")
        _ = try newEdition(of: "takarazuka", in: place)
        let edition = "Data/takarazuka/editions/2024"
        let page = try place.read("\(edition)/published/guideline.html")
        try place.remove("\(edition)/published")
        // What is gone is told, and is not made anew without a word.
        let gone = try place.run("build", "takarazuka", "--edition", "2024")
        #expect(gone.status == 1 && gone.errors.contains("guideline.html"), "\(gone.errors)")
        // Neither is a list that was cut off, or is none.
        let list = try place.read("\(edition)/published.tsv")
        for text in [
            "", String(list.dropLast(50)), list.split(separator: "\n").dropLast().joined(separator: "\n"),
            "\u{1}\u{FFFD}\n",
        ] {
            try place.write(text, to: "\(edition)/published.tsv")
            let cut = try place.run("build", "takarazuka", "--edition", "2024")
            #expect(cut.status == 1 && cut.errors.contains("as they were published: "), "\(cut.errors)")
            #expect(!place.has("Output/editions"))
        }
        try place.remove("\(edition)/published.tsv")
        let built = try place.run("build", "takarazuka", "--edition", "2024")
        #expect(built.status == 0 && built.errors.contains("made anew by today's program"), "\(built.errors)")
        #expect(try place.read("Output/editions/2024/takarazuka/guideline.html") == page)
    }

    @Test("Editions follow a board whose folder is renamed; what lies elsewhere is told with what to do")
    func renamed() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        _ = try newEdition(of: "takarazuka", in: place)
        func move(_ old: String, _ new: String) throws {
            try FileManager.default.moveItem(
                at: place.folder.appending(path: old), to: place.folder.appending(path: new))
        }
        let templates = ["--templates", place.folder.appending(path: "Templates").path]
        for folder in ["Data", "Templates"] { try move("\(folder)/takarazuka", "\(folder)/takarazuka-shi") }
        let built = try place.run("build", "takarazuka-shi", "--edition", "2024")
        #expect(built.status == 0, "\(built.errors)")
        #expect(
            try place.read("Output/editions/2024/takarazuka/guideline.html")
                == String(contentsOf: Project.root.appending(path: "Output/takarazuka/guideline.html"), encoding: .utf8)
        )
        #expect(try place.run("check", "takarazuka-shi", "--edition", "2024").status == 0)
        let compared = try place.runPlain(["compare", "takarazuka-shi"] + templates)
        #expect(compared.status == 0 && compared.output.contains("令和6年度版"), "\(compared.errors)")
        // A run that was stopped is finished under the new name.
        try place.write(text("Data/takarazuka/facilities.yaml"), to: "Data/takarazuka-shi/facilities.yaml")
        try place.write(text("Data/takarazuka/board.yaml"), to: "Data/takarazuka-shi/board.yaml")
        let finished = try newEdition(of: "takarazuka-shi", in: place)
        #expect(finished.status == 0, "\(finished.errors)")
        #expect(try place.read("Data/takarazuka-shi/board.yaml").contains("fiscal_year: 令和7年度"))
        // A new folder, and the editions left in the old one.
        try FileManager.default.createDirectory(
            at: place.folder.appending(path: "Data/old"), withIntermediateDirectories: true)
        try move("Data/takarazuka-shi/editions", "Data/old/editions")
        for told in [
            try place.run("build", "takarazuka-shi", "--edition", "2024"),
            try place.runPlain(["compare", "takarazuka-shi"] + templates),
        ] {
            #expect(
                told.status == 2 && told.errors.contains("Data/old/editions: if the board's folder was renamed"),
                "\(told.errors)")
        }
        // Another board's, copied with its folder, are not taken for its own.
        try move("Data/old/editions", "Data/setagaya/editions")
        let copied = try place.run("build", "setagaya", "--edition", "2024")
        #expect(copied.status == 2 && copied.errors.contains("is another board's data: takarazuka"), "\(copied.errors)")
    }

    /// Boards of every kind, with fields and tables of their own.
    private static let otherBoards = ["minami-alps", "suginami", "kyoto", "taketomi", "hachijo", "ginowan"]

    @Test(
        "Of any board the edition before can be built again, and the next has something to decide",
        arguments: otherBoards)
    func others(_ board: String) throws {
        let place = try Workplace("Tests/Fixtures/right-boards/Data/\(board)")
        #expect(try place.run("build", board).status == 0)
        let published = place.folder.appending(path: "Output/\(board)")
        let moved = try newEdition(of: board, in: place)
        #expect(moved.status == 0, "\(moved.errors)")
        #expect(!moved.output.contains("nothing is left"))
        let year = try #require(
            FileManager.default.contentsOfDirectory(
                atPath: place.folder.appending(path: "Data/\(board)/editions").path
            ).first)
        #expect(try place.run("build", board, "--edition", year).status == 0)
        let again = place.folder.appending(path: "Output/editions/\(year)/\(board)")
        #expect(FileManager.default.contentsEqual(atPath: published.path, andPath: again.path))
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOf: Project.root.appending(path: file), encoding: .utf8)
    }
}

/// Moves a board on to its next edition; `Output` is there, with whatever has been published.
func newEdition(
    of board: String, _ words: String..., in place: Workplace
) throws -> CommandLineTests.Result {
    let output = place.folder.appending(path: "Output")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    return try place.runPlain(
        ["new-edition", board, "--templates", place.folder.appending(path: "Templates").path]
            + ["--output", output.path] + words)
}
