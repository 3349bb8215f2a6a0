import Foundation
import TestSupport
import Testing

/// What a data file holds beside its values, and what the disk makes of its name.
@Suite struct SlipsInFilesTests {
    @Test(
        "A memo is told in a file without any other comment",
        arguments: ["楽笑 ＃ 改称予定", "楽笑　＃改称予定", "楽笑　＃4月から移転", "楽笑　#改称予定", "楽笑# 改称予定"])
    func memoAlone(name: String) throws {
        let place = try Workplace("Tests/Fixtures/clean-board/Data/hikari")
        let file = "Data/hikari/facilities.yaml"
        let text = try place.read(file)
        let bare = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacing(/[ ]*#.*/, with: "") }.joined(separator: "\n")
            .replacing(/name: .*/, with: "name: \(name)", maxReplacements: 1)
        try place.write(bare, to: file)
        #expect(try place.codes().contains("R008"))
    }

    @Test("A memo behind quotation marks, and a short telephone number, are what they seem")
    func rightSigns() throws {
        let place = try Workplace("Data/takarazuka")
        try place.replace(
            "    telephone: 0797-86-2321",
            "    note: \"予約が必要です。\" #担当に確認済み\n    telephone: 0797-86-2321", in: "Data/takarazuka/facilities.yaml")
        try place.replace("name: 楽笑 フリースクール", "name: 楽笑 フリースクール　#8000", in: "Data/takarazuka/facilities.yaml")
        try place.replace("name: WILL学園", "name: WILL学園　＃２", in: "Data/takarazuka/facilities.yaml")
        #expect(try place.codes().filter { $0.hasPrefix("R") }.isEmpty)
    }

    /// が is one character or two in a folder's name: both may be there, and neither is the other.
    @Test("Boards whose names differ in their normal form alone are mended apart")
    func normalForms() throws {
        let place = try Workplace()
        let names = ["が", "か\u{3099}"]
        for name in names {
            let files = FileManager.default
            let board = Project.root.appending(path: "Data/takarazuka")
            try files.copyItem(at: board, to: place.folder.appending(path: "Data/\(name)"))
        }
        let long = "# 長い注記を先頭に置くと、同じ名前のファイルでも位置が変わる。\n"
        let first = "Data/\(names[0])/facilities.yaml"
        try place.write(long + place.read(first), to: first)
        for name in names {
            try place.replace("postal_code: 665-0865", "postal_code: 6650865", in: "Data/\(name)/facilities.yaml")
        }
        #expect(try place.run("check", "--fix").status == 0)
        for name in names {
            #expect(try place.read("Data/\(name)/facilities.yaml").contains("postal_code: 665-0865"))
        }
        #expect(try place.read(first).hasPrefix(long))
        let result = try place.run("build", names[1])
        #expect(result.status == 0)
        #expect(FileManager.default.fileExists(atPath: place.folder.appending(path: "Output/\(names[1])").path))
        // What is typed in another normal form means the board all the same.
        try place.remove("Data/\(names[0])")
        #expect(try place.run("check", names[0]).status == 0)
    }

    @Test("Tables of another version of the program are refused, and nothing is said of addresses by them")
    func otherTables() throws {
        let place = try Workplace("Data/takarazuka")
        let files = FileManager.default
        try files.copyItem(
            at: Project.root.appending(path: "Data/reference"), to: place.folder.appending(path: "Data/reference"))
        for name in ["postal-codes.tsv", "addresses.tsv"] {
            let url = place.folder.appending(path: "Data/reference/\(name)")
            var text = try String(contentsOf: url, encoding: .utf8)
            let end = try #require(text.firstIndex(of: "\n"))
            text.removeSubrange(text.index(end, offsetBy: -2)..<end)
            try Data(text.utf8).write(to: url)
        }
        #expect(try place.codes() == ["P001"])
    }

    /// YAML 1.2 §10.3.2: other programs write these for nothing.
    @Test("null is no text", arguments: ["null", "~", "Null", "NULL"])
    func null(text: String) throws {
        let place = try Workplace("Data/takarazuka")
        let file = "Data/takarazuka/facilities.yaml"
        try place.replace("telephone: 0797-86-2321", "note: \(text)\n    telephone: 0797-86-2321", in: file)
        #expect(try place.codes().isEmpty)
        #expect(try place.run("build").status == 0)
        let list = try place.read("Output/takarazuka/facility-list.txt")
        #expect(!list.contains(text))
        try place.replace("name: 楽笑 フリースクール", "name: \(text)", in: file)
        #expect(try place.codes() == ["R005"])
    }

    @Test("An allowance in a shared template is judged by all boards alone")
    func sharedAllowance() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.replace(
            "{{$private_opening}}\n",
            "{{$private_opening}}\n{{! shirube: allow T018 公表値のため }}\n<p>宝塚市の不登校児童生徒は512人です。</p>\n",
            in: "Templates/guideline.html")
        try place.remove("Templates/takarazuka/guideline.html")
        let all = try place.codes()
        #expect(!all.contains("A002"))
        for board in ["takarazuka", "setagaya"] { #expect(try !place.run("check", board).errors.contains("[A002]")) }
    }

    @Test(
        "An address in a designated city names its ward",
        arguments: [
            ("220-0012", "神奈川県横浜市みなとみらい3-1-1", "神奈川県横浜市西区"), ("530-0012", "大阪府大阪市芝田2-7-18", "大阪府大阪市北区"),
            ("060-0001", "北海道札幌市北1条西2丁目", "北海道札幌市中央区"),
        ])
    func wards(code: String, address: String, right: String) throws {
        let place = try Workplace("Data/takarazuka")
        let file = "Data/takarazuka/facilities.yaml"
        try place.replace("postal_code: 665-0865", "postal_code: \(code)", in: file)
        try place.replace("address: 兵庫県宝塚市寿町9-10-2F", "address: \(address)", in: file)
        try place.replace("telephone: 0797-86-2321", "telephone: 0120-111-222", in: file)
        let result = try place.run("check", language: "ja")
        #expect(result.errors.contains("[P007]") && result.errors.contains("「\(right)」から書いて"))
    }

    @Test("The official way of writing in Kyoto names streets, and no ward")
    func kyoto() throws {
        let place = try Workplace("Data/takarazuka")
        let file = "Data/takarazuka/facilities.yaml"
        try place.replace("postal_code: 665-0865", "postal_code: 604-0925", in: file)
        try place.replace("address: 兵庫県宝塚市寿町9-10-2F", "address: 京都府京都市寺町通御池上る上本能寺前町488番地", in: file)
        try place.replace("telephone: 0797-86-2321", "telephone: 0120-111-222", in: file)
        #expect(try place.codes().isEmpty)
    }

    @Test("A board's own template waits for a document that the board does not publish at present")
    func documentLeftOut() throws {
        let place = try Workplace("Data/takarazuka")
        let text = try place.read("Data/takarazuka/board.yaml")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.contains("- id: guideline") })
        let end = lines[(start + 1)...].firstIndex { $0.contains("- id: ") || $0.isEmpty } ?? lines.count
        try place.write((lines[..<start] + lines[end...]).joined(separator: "\n"), to: "Data/takarazuka/board.yaml")
        #expect(try !place.codes().contains("T016"))
        try place.write("<p>下書き</p>\n", to: "Templates/takarazuka/gideline.html")
        #expect(try place.codes().contains("T016"))
    }

    @Test("A report counts the years of the agreement, whatever results it has so far")
    func agreementYears() throws {
        let place = try Workplace("Data/setagaya")
        try place.replace("from: 令和3年度", "from: 令和2年度", in: "Data/setagaya/programs.yaml")
        #expect(try place.codes() == ["D009"])
        #expect(try place.run("build").status == 0)
        #expect(try place.read("Output/setagaya/report.txt").contains("３か年"))
    }
}
