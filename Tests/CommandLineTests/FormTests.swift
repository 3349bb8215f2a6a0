import Foundation
import TestSupport
import Testing

/// Forms filled in from a roster: what a family says is in the forms, and nowhere else.
@Suite struct FormTests {
    static let header = "学校名,学年,組,氏名,ふりがな,保護者,電話番号,施設名,利用開始日,依頼日,理由"
    /// Names that are searched for wherever they may not be.
    static let canaries = ["金糸雀", "かなりあ", "鸚鵡", "0797-98-7654", "静かな部屋で学びたい"]
    static let row = "宝塚小学校,3,1,金糸雀 花子,かなりあ はなこ,鸚鵡 太郎,0797-98-7654,楽笑 フリースクール,令和7年4月15日,令和7年4月8日,静かな部屋で学びたい。"

    private func place() throws -> Workplace { try Workplace("Data/takarazuka") }

    private func form(
        _ place: Workplace, _ rows: [String], _ arguments: String..., header: String = Self.header,
        into: String = "forms"
    ) throws -> CommandLineTests.Result {
        try place.write(([header] + rows).joined(separator: "\n") + "\n", to: "roster.csv")
        return try run(
            place,
            ["form", "takarazuka", "--pupils", path(place, "roster.csv"), "--into", path(place, into)] + arguments)
    }

    private func run(_ place: Workplace, _ words: [String]) throws -> CommandLineTests.Result {
        let folders = [
            "--data", path(place, "Data"), "--templates", path(place, "Templates"), "--output", path(place, "Output"),
            "--language", "en",
        ]
        return try place.runWords(words + folders)
    }

    private func path(_ place: Workplace, _ name: String) -> String { place.folder.appending(path: name).path }

    private func names(_ place: Workplace, _ folder: String = "forms") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(place, folder))) ?? []).filter {
            !$0.hasPrefix(".")
        }
        .sorted()
    }

    @Test("A file a pupil; the facility is filled in from the list, named by id or name")
    func filledIn() throws {
        let place = try place()
        let second = "宝塚中学校,1,,鈴木 一郎,すずき いちろう,,,n-kobe,2025/5/1,R7.4.8,"
        let third = "宝塚中学校,２年,,佐藤 次郎,さとう じろう,,,ひだまりの家,2025.5.1,,"
        let made = try form(place, [Self.row, second, third])
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            names(place) == ["0001.html", "0001.txt", "0002.html", "0002.txt", "0003.html", "0003.txt", "index.csv"])
        let first = try place.read("forms/0001.txt")
        for text in ["氏名　金糸雀 花子", "兵庫県宝塚市寿町9-10-2F", "令和7年4月15日（火曜日）", "静かな部屋で学びたい。", "宝塚市立宝塚小学校　学校長"] {
            #expect(first.contains(text), "\(text)")
        }
        #expect(try place.read("forms/0002.txt").contains("学校法人角川ドワンゴ学園 N中等部 神戸キャンパス"))
        let last = try place.read("forms/0003.txt")
        #expect(last.contains("ひだまりの家") && last.contains("令和7年5月1日") && last.contains("2年"))
        // The guideline is not beside it.
        #expect(!(try place.read("forms/0001.html")).contains("href=\"guideline.html\""))
        let index = try place.read("forms/index.csv")
        #expect(index.contains("0001.html,2,楽笑 フリースクール,宝塚小学校,3,1,金糸雀 花子"))
    }

    @Test("No name is in a message, a file's name, a record or a folder for temporary files", arguments: [false, true])
    func canaries(isWrong: Bool) throws {
        let place = try place()
        let temporary = place.folder.appending(path: "tmp")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let wrong = "金糸雀小学校,3,1,金糸雀 花子,カナリア,鸚鵡 太郎,0797-98-76543210,楽笑,令和7年13月1日,鸚鵡,静かな部屋で学びたい。"
        try place.write(
            ([Self.header + ",鸚鵡の列", Self.row + ",あ"] + (isWrong ? [wrong + ",あ"] : [])).joined(separator: "\n") + "\n",
            to: "roster.csv")
        let words = ["form", "takarazuka", "--pupils", path(place, "roster.csv"), "--into", path(place, "forms")]
        let folders = [
            "--data", path(place, "Data"), "--templates", path(place, "Templates"), "--output", path(place, "Output"),
        ]
        let made = try place.runWords(
            words + folders, environment: ["LANG": "ja_JP.UTF-8", "TMPDIR": temporary.path])
        #expect(made.status == (isWrong ? 1 : 0), "\(made.errors)")
        #expect(!isWrong || made.errors.contains("I3") && names(place).isEmpty)
        for word in Self.canaries {
            #expect(!made.output.contains(word) && !made.errors.contains(word), "\(word): \(made.errors)")
        }
        let root = place.folder.deletingLastPathComponent()
        for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
        {
            let isOwn = file.path.contains("/forms/") && !file.lastPathComponent.hasPrefix(".")
            for word in Self.canaries {
                #expect(!file.lastPathComponent.contains(word))
                guard !isOwn, file.lastPathComponent != "roster.csv", let data = try? Data(contentsOf: file) else {
                    continue
                }
                #expect(data.firstRange(of: Data(word.utf8)) == nil, "\(word) is in \(file.path)")
            }
        }
    }

    @Test("All on a page each of one file, ids apart")
    func combined() throws {
        let place = try place()
        #expect(try form(place, [Self.row, Self.row], "--combined").status == 0)
        #expect(names(place) == ["combined.html", "combined.txt", "index.csv"])
        let html = try place.read("forms/combined.html")
        #expect(html.matches(of: #/金糸雀 花子/#).count == 2 && html.matches(of: #/class="sheet"/#).count == 2)
        let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        #expect(
            html.contains("for=\"s2-form1-consent-signature\"") && html.contains("id=\"s2-form1-consent-signature\""))
        // What numbers the pages of each that takes several.
        #expect(html.components(separatedBy: "<div class=\"sheet-pages\"").count == 3 && html.contains("@container"))
        #expect(try place.read("forms/combined.txt").split(separator: "\u{C}").count == 2)
    }

    @Test(
        "A style sheet of many forms that is missing or not fit for a page is told",
        arguments: [(nil, "T010"), ("@import \"a.css\";", "T030")] as [(String?, String)])
    func withoutSheets(_ text: String?, _ code: String) throws {
        let place = try place()
        let file = "Templates/style/sheets.css"
        if let text { try place.write(text, to: file) } else { try place.remove(file) }
        let made = try form(place, [Self.row, Self.row], "--combined")
        #expect(made.status == 1 && made.errors.contains("style/sheets.css: "), "\(made.errors)")
        #expect(made.errors.contains("[\(code)]"), "\(made.errors)")
        #expect(!names(place).contains("combined.html"))
        // Text has no use for it.
        #expect(try form(place, [Self.row, Self.row], "--combined", "--format", "text", into: "texts").status == 0)
    }

    @Test("A board's own style sheet of many forms still begins each on a page of its own")
    func ownSheets() throws {
        let place = try place()
        try place.write(".sheet { padding: 0; }\n", to: "Templates/takarazuka/style/sheets.css")
        #expect(try form(place, [Self.row, Self.row], "--combined").status == 0)
        let html = try place.read("forms/combined.html")
        #expect(html.contains(".sheet + .sheet {") && !html.contains("@container"))
    }

    @Test("A blank form, and one for a facility")
    func withoutRoster() throws {
        let place = try place()
        #expect(try run(place, ["form", "takarazuka", "--into", path(place, "a")]).status == 0)
        #expect(names(place, "a") == ["0001.html", "0001.txt"])
        let words = ["form", "takarazuka", "--facility", "n-kobe", "--format", "text", "--into", path(place, "b")]
        #expect(try run(place, words).status == 0)
        #expect(names(place, "b") == ["0001.txt"])
        #expect(try place.read("b/0001.txt").contains("0120-025-215"))
    }

    @Test("The other forms are filled in from the same roster, blank where it says nothing", arguments: 2...5)
    func family(number: Int) throws {
        let place = try place()
        let entry = "\ndocuments:\n  - {id: form\(number), title: 様式の題名}\n"
        try place.replace("\ndocuments:\n", entry, in: "Data/takarazuka/board.yaml")
        let titles = ",学校長の氏名,文書番号,学校長の意見,決定日,決定,決定の理由,出席扱いの始まり,出席扱いの終わり,報告する月,通所日数,通所の様子"
        let granted = ",校長 花,第12号,適切と認める。,令和7年4月20日,出席扱いとする,要件に当たるため。,令和7年4月15日,令和8年3月31日,令和7年5月,12,落ち着いて過ごした。"
        let made = try form(
            place, [Self.row + granted, Self.row + ",,,,,,,,,,,"], "--document", "form\(number)", "--format", "text",
            header: Self.header + titles)
        #expect(made.status == 0, "\(made.errors)")
        let (filled, blank) = (try place.read("forms/0001.txt"), try place.read("forms/0002.txt"))
        let own = [
            2: ["適切と認める。", "第12号"], 3: ["要件に当たるため。", "令和8年3月31日"], 4: ["令和7年5月", "落ち着いて過ごした。"], 5: ["令和8年3月31日"],
        ]
        for text in ["金糸雀 花子", "楽笑 フリースクール"] + (own[number] ?? []) {
            #expect(filled.contains(text), "\(text)\n\(filled)")
        }
        for text in own[number] ?? [] { #expect(!blank.contains(text)) }
        #expect(blank.contains("金糸雀 花子"))
    }

    /// How a form is shown on the screen and in text for the ear; each of the blanks is in both.
    @Test(
        "What the tables of forms 4 and 6 ask for can be written on the screen, and in text without rules",
        arguments: [
            (4, (1...31).map { "\($0)日の備考" }, "備考：＿", 31), (6, ["名称の訂正", "認証の期限の訂正", "備考の訂正"], "訂正          ：＿", 31),
        ])
    func fields(number: Int, labels: [String], blank: String, count: Int) throws {
        let place = try place()
        let entry =
            "\ndocuments:\n  - {id: form\(number), title: 様式の題名, style: {tables: records}}\n"
        try place.replace("\ndocuments:\n", entry, in: "Data/takarazuka/board.yaml")
        let made = try run(
            place,
            ["form", "takarazuka", "--document", "form\(number)", "--facility", "rakusho", "--into", path(place, "a")])
        #expect(made.status == 0, "\(made.errors)")
        let (page, text) = (try place.read("a/0001.html"), try place.read("a/0001.txt"))
        for label in labels {
            #expect(page.contains("<textarea rows=\"1\" aria-label=\"\(label)\"></textarea></td>"), "\(label)")
        }
        #expect(text.components(separatedBy: blank).count - 1 == count, "\(text)")
        if number == 4 {
            let days = text.split(separator: "\n").compactMap { $0.wholeMatch(of: /日 *：(\d+)/).flatMap { Int($0.1) } }
            #expect(days == Array(1...31))
            #expect(text.components(separatedBy: "：□\n").count - 1 == 31)
        }
    }

    @Test("Of two answers that exclude each other one can be given", arguments: [(3, "decision"), (6, "changes")])
    func choices(number: Int, name: String) throws {
        let place = try place()
        let entry = "\ndocuments:\n  - {id: form\(number), title: 様式の題名}\n"
        try place.replace("\ndocuments:\n", entry, in: "Data/takarazuka/board.yaml")
        let made = try run(place, ["form", "takarazuka", "--document", "form\(number)", "--into", path(place, "a")])
        #expect(made.status == 0, "\(made.errors)")
        let radios = try place.read("a/0001.html").matches(of: /<input type="radio"[^>]* name="(\w+)"/)
        #expect(radios.map { String($0.1) } == [name, name])
        #expect(try place.read("a/0001.html").contains("<input type=\"checkbox\"") == false)
        let answer = number == 3 ? "□民間施設で相談・指導を受けた日を、出席として扱います。" : "□変更なし"
        #expect(try place.read("a/0001.txt").contains(answer))
    }

    @Test("What was stopped goes on, and what was made is removed")
    func resumed() throws {
        let place = try place()
        #expect(try form(place, [Self.row, Self.row]).status == 0)
        try place.remove("forms/0002.txt")
        try Data("mine".utf8).write(to: place.folder.appending(path: "forms/0001.txt"))
        #expect(try form(place, [Self.row, Self.row]).errors.contains("--resume"))
        #expect(try form(place, [Self.row, Self.row], "--resume").status == 0)
        #expect(names(place).contains("0002.txt"))
        #expect(try place.read("forms/0001.txt") == "mine", "what is whole stays")
        #expect(try form(place, [Self.row], "--resume").errors.contains("another roster"))
        let erased = try place.runWords(["form", "--erase", path(place, "forms"), "--language", "en"])
        #expect(erased.status == 0 && erased.output.contains("5 files"))
        #expect(!FileManager.default.fileExists(atPath: path(place, "forms")))
    }

    @Test("Titles that a list repeats are no pupil, and one who is called 計 is")
    func repeatedTitles() throws {
        let place = try place()
        let other = "計,2,1,計 花子,けい はなこ,計 太郎,,楽笑 フリースクール,,,"
        #expect(try form(place, [Self.row, Self.header, other, "合計,2,,,,,,,,,"], "--format", "text").status == 0)
        #expect(names(place) == ["0001.txt", "0002.txt", "index.csv"])
        #expect(try place.read("forms/0002.txt").contains("計 花子"))
    }

    @Test("What a form prints beside a value is not printed twice, and what cannot be told apart is told")
    func doubled() throws {
        let place = try place()
        let row = "宝塚市立宝塚小学校,小学６年生,1組,金糸雀 花子,かなりあ はなこ,鸚鵡 太郎,,楽笑,令和7年4月15日,令和7年4月8日,,校長 松本 明"
        let made = try form(place, [row], "--format", "text", header: Self.header + ",校長名")
        #expect(made.status == 0)
        let text = try place.read("forms/0001.txt")
        #expect(text.contains("宝塚市立宝塚小学校　学校長") && !text.contains("宝塚市立宝塚市立") && text.contains("6年　1組"))
        // A name that is nearly one of the list's.
        #expect(made.errors.contains("row 2 of the roster: the facility is none of the list's"))
        #expect(made.errors.contains("楽笑 フリースクール"))
        let other = try place.runWords(["form", "--erase", path(place, "forms"), "-l", "en"])
        #expect(other.status == 0)
        let wrong = try form(place, ["宝塚小学校,6,2組組,金糸雀 花子"], "--format", "text", header: "学校名,学年,組,氏名")
        #expect(wrong.status == 0 && wrong.errors.contains("rows 2 of the roster: a value repeats"))
    }

    @Test("A roster without names is none; a month may be a day of it; days and reasons of a decision are checked")
    func decisions() throws {
        let place = try place()
        #expect(try form(place, ["宝塚小学校,6"], header: "学校名,学年").errors.contains("pupils' names"))
        let header = "氏名,報告する月,出席扱いの始まり,出席扱いの終わり,決定"
        let made = try form(place, ["金糸雀,2025/5/1,令和7年5月1日,令和7年4月1日,出席扱いとしない"], header: header)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("D2 (last day that counts): warning[D007]"))
        #expect(made.errors.contains("E2 (decision): warning[R002]"))
    }

    @Test("Another style sheet is another form")
    func otherStyleSheet() throws {
        let place = try place()
        #expect(try form(place, [Self.row]).status == 0)
        try place.replace("fieldset {", "fieldset {\n  margin: 0;", in: "Templates/style/form.css")
        #expect(try form(place, [Self.row], "--resume").errors.contains("other data"))
    }

    @Test("What erases takes nothing else, and a sheet is a roster's")
    func usage() throws {
        let place = try place()
        #expect(try run(place, ["form", "--erase", path(place, "x"), "--into", path(place, "y")]).status == 2)
        #expect(try run(place, ["form", "takarazuka", "--sheet", "a", "--into", path(place, "y")]).status == 2)
    }

    @Test(
        "A wrong cell is told by its place and kind",
        arguments: [
            ("ふりがな", "花子", "A2"), ("利用開始日", "令和7年4月31日", "A2"),
            ("施設の郵便番号,施設の所在地", "664-0873,兵庫県宝塚市寿町9-10", "P004"), ("依頼日,利用開始日", "令和7年4月8日,令和7年4月7日", "D007"),
            ("保護者の電話番号", "0797-12", "A2"),
        ])
    func wrongCell(titles: String, texts: String, told: String) throws {
        let made = try form(try place(), [texts + ",宝塚 花子"], header: titles + ",氏名")
        #expect(made.errors.contains(told), "\(made.errors)")
        #expect(!made.errors.contains(texts))
    }

    @Test(
        "A value longer than its blank takes is told by its cell, by the limit of the form in hand",
        arguments: [
            ("form1", "理由", 1000, false), ("form1", "理由", 1001, true), ("form4", "通所の様子", 1001, true),
            ("form3", "決定の理由", 1001, true), ("form5", "理由", 1001, false),
        ])
    func longText(document: String, title: String, count: Int, isTold: Bool) throws {
        let place = try place()
        if document != "form1" {
            let entry = "\ndocuments:\n  - {id: \(document), title: 様式の題名}\n"
            try place.replace("\ndocuments:\n", entry, in: "Data/takarazuka/board.yaml")
        }
        let made = try form(
            place, ["花子,\(String(repeating: "木", count: count))"], "--document", document, header: "氏名,\(title)")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("roster B2") == isTold && made.errors.contains("1,000 letters") == isTold)
        #expect(!made.errors.contains("木"))
    }

    @Test("What is no roster, no folder of one's own, or no form")
    func refused() throws {
        let place = try place()
        #expect(try form(place, [Self.row], into: "Data/x").status == 1)
        #expect(try form(place, [Self.row], into: "Output").status == 1)
        #expect(try form(place, [Self.row], into: "Templates/x").status == 1)
        #expect(try form(place, []).status == 1)
        #expect(try form(place, [Self.row], header: "甲,乙").status == 1)
        #expect(try form(place, [Self.row], "--document", "fom1").errors.contains("did you mean form1?"))
        #expect(try form(place, [Self.row], "--document", "facility-list").status == 2)
        #expect(try form(place, [Self.row], "--facility", "n-kobee").errors.contains("n-kobe"))
        #expect(try run(place, ["form", "takarazuka"]).errors.contains("--into"))
        #expect(try run(place, ["form", "--erase", path(place, "Data")]).status == 1)
        #expect(try run(place, ["form", "takarazuka", "--into", path(place, "no/where")]).status == 3)
        try Data([0xFF, 0xFE, 0x00, 0xD8, 0x61]).write(to: place.folder.appending(path: "bad.csv"))
        let words = ["form", "takarazuka", "--pupils", path(place, "bad.csv"), "--into", path(place, "x")]
        #expect(try run(place, words).status == 1)
        #expect(names(place).isEmpty && names(place, "x").isEmpty)
        try place.replace("telephone: 0797-86-2321", "telephone: x", in: "Data/takarazuka/facilities.yaml")
        #expect(try form(place, [Self.row]).errors.contains("R0"), "nothing is made of wrong data")
    }

    /// A school and a year, and whether that is told.
    private static let years = [
        ("宝塚小学校", "7", true), ("宝塚小学校", "6", false), ("宝塚小学校", "小学校6年生", false), ("宝塚小学校", "中2", true),
        ("宝塚中学校", "4年", true), ("宝塚中学校", "３年", false), ("宝塚中学校", "小6", true), ("中央小学校", "中1", true),
        // Where 義務教育学校 and its like count to nine.
        ("宝塚中学校", "8", false), ("宝塚義務教育学校", "9", false), ("宝塚義務教育学校", "10", true), ("宝塚小中学校", "9", false),
        ("第一中", "四年", true), ("第一中", "二年", false), ("宝塚小学校", "0", true), ("宝塚支援学校小学部", "7", true),
        ("宝塚支援学校", "7", false), ("宝塚小学校", "特別支援学級", false), ("", "中2", false),
        // An evening's 高等学校 may take four years.
        ("県立高等学校", "4", false), ("県立高等学校", "5", true), ("宝塚中学校・高等学校", "中2", false),
        // A place may be called 小中; 粟島小中学校 is of both kinds.
        ("小中野小学校", "7", true), ("小中野中学校", "小6", true), ("粟島小中学校", "小6", false), ("粟島小中学校", "10", true),
        ("粟島小・中学校", "9", false), ("粟島小中", "8", false), ("第一小学校北分校", "中1", true),
    ]

    @Test(
        "What the school's name says is not printed before the year again",
        arguments: [
            ("宝塚小学校", "小6"), ("粟島小中学校", "小6"), ("粟島小・中学校", "小学校6年生"), ("宝塚義務教育学校", "小学6年"),
            ("小中野小学校", "小6"), ("宝塚支援学校小学部", "小学部6年"),
        ])
    func plainYear(_ school: String, _ year: String) throws {
        let place = try place()
        let made = try form(place, ["\(school),\(year),1,花子"], "--format", "text", header: "学校名,学年,組,氏名")
        #expect(made.status == 0 && !made.errors.contains("D035"), "\(made.errors)")
        let text = try place.read("forms/0001.txt")
        #expect(text.contains("　6年　1組"), "\(text.prefix(1500))")
    }

    @Test("A year that a pupil's school does not have is told by its cell", arguments: years)
    func year(_ school: String, _ year: String, _ isTold: Bool) throws {
        let made = try form(try place(), ["\(school),\(year),花子"], "--format", "text", header: "学校名,学年,氏名")
        #expect(made.status == 0)
        #expect(made.errors.contains("B2 (year): warning[D035]") == isTold, "\(made.errors)")
        #expect(!made.errors.contains("花") && (school.isEmpty || !made.errors.contains(school)))
    }

    @Test(
        "A roster that says too little, or more than its titles, is told of by its cells",
        arguments: [
            ("氏名,学年", ",3", 1, "A2"), ("氏名,学年", "#REF!,3", 1, "A2"), ("氏名,学年,理由", "花子,3,静かに,学びたい。", 0, "D2"),
            ("氏名,学年", "花\u{202E}子,3", 1, "A2"), ("氏名", "花子", 0, ""),
        ])
    func roster(header: String, row: String, status: Int32, told: String) throws {
        let made = try form(try place(), [row], header: header)
        #expect(made.status == status && (told.isEmpty || made.errors.contains(told)), "\(made.errors)")
        #expect(!made.errors.contains("花"))
    }
}
