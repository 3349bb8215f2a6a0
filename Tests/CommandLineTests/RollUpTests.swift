import Foundation
import TestSupport
import Testing

/// A prefecture's view: one list of all boards' facilities.
@Suite struct RollUpTests {
    private func prefecture(_ place: Workplace) throws {
        try place.write(
            """
            municipality_code: "280003"
            prefecture: 兵庫県
            municipality: 兵庫県
            name: 兵庫県教育委員会
            contact: {telephone: 078-341-7711}
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents:
              - id: roll-up
                title: 県内の一覧に載っている民間施設
                formats: [html, text, csv, json]

            """, to: "Data/hyogo/board.yaml")
    }

    private func board(_ place: Workplace, _ id: String, _ facilities: [String]) throws {
        try place.write(
            """
            municipality_code: "282073"
            prefecture: 兵庫県
            municipality: 伊丹市
            name: 伊丹市教育委員会
            contact: {telephone: 072-783-1234}
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents: [{id: facility-list, title: 伊丹市の民間施設一覧}]

            """, to: "Data/\(id)/board.yaml")
        try place.write(
            """
            as_of: 令和7年2月1日
            listed: {from: 令和4年度, to: 令和6年度}
            private:
            \(facilities.map { "  - \($0)" }.joined(separator: "\n"))

            """, to: "Data/\(id)/facilities.yaml")
    }

    private static let shared =
        "{id: mirai, name: フリースクールみらい伊丹野間校, postal_code: 664-0873, address: 兵庫県伊丹市野間2丁目7番41号, telephone: 072-764-6335}"
    private static let own =
        "{id: asobi, name: あそび場はなれ, postal_code: 664-0851, address: 兵庫県伊丹市中央1-1-1, telephone: 072-770-0001}"

    @Test("A facility that two boards list stands there once, with both")
    func once() throws {
        let place = try Workplace("Data/takarazuka")
        try prefecture(place)
        try board(place, "itami", [Self.shared, Self.own])
        let result = try place.run("build")
        #expect(result.status == 0, "\(result.errors)")
        // Whichever way the address is written, it is the same.
        #expect(!result.errors.contains("D038"))
        let rows = try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline)
        #expect(rows.count == 1 + 13)
        #expect(rows.contains { $0.contains("フリースクールみらい伊丹野間校") && $0.hasSuffix("伊丹市、宝塚市") })
        #expect(rows.contains { $0.contains("あそび場はなれ") && $0.hasSuffix(",伊丹市") })
        let text = try place.read("Output/hyogo/roll-up.txt")
        #expect(text.contains("13施設") && text.contains("宝塚市教育委員会"))
        #expect(try place.read("Output/hyogo/roll-up.html").contains("data-kind=\"伊丹市、宝塚市\""))
        struct List: Decodable {
            struct Facility: Decodable { let boards: [String] }
            let facilities: [Facility]
        }
        let json = try Data(contentsOf: place.folder.appending(path: "Output/hyogo/roll-up.json"))
        #expect(try JSONDecoder().decode(List.self, from: json).facilities.filter { $0.boards.count == 2 }.count == 1)
        // By itself it says the same, and its edition can be built when the others have moved on.
        let alone = try place.run("build", "hyogo")
        #expect(alone.status == 0 && alone.errors.isEmpty, "\(alone.errors)")
        let templates = place.folder.appending(path: "Templates").path
        #expect(try place.runPlain(["new-edition", "hyogo", "--templates", templates]).status == 0)
        try place.replace("0797-86-2321", "0797-86-2399", in: "Data/takarazuka/facilities.yaml")
        #expect(try place.run("build", "hyogo", "--edition", "2024").status == 0)
        #expect(try place.read("Output/editions/2024/hyogo/roll-up.txt") == text)
    }

    @Test("What is wrong with a board's data keeps it from being published in the list of all")
    func wrong() throws {
        let place = try Workplace()
        try prefecture(place)
        try board(place, "itami", [Self.shared.replacing("664-0873", with: "664-87")])
        let result = try place.run("build", "hyogo")
        #expect(result.status == 1)
        #expect(result.errors.contains("Data/itami/facilities.yaml:4:"))
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Output/hyogo").path))
        // What its own board could not publish is not published by another, and a draft is left out.
        try board(place, "itami", [Self.shared.replacing("name: フリー", with: "name: ○○フリー")])
        #expect(try place.run("build", "hyogo").errors.contains("Data/itami/facilities.yaml:4:"))
        try place.replace("title: 伊丹市の民間施設一覧", "title: 伊丹市の民間施設一覧, draft: true", in: "Data/itami/board.yaml")
        #expect(try place.run("build", "hyogo").status == 0)
        #expect(try !place.read("Output/hyogo/roll-up.txt").contains("伊丹"))
        // Another name is told at both.
        try board(place, "itami", [Self.shared])
        try board(place, "kawanishi", [Self.shared.replacing("072-764-6335", with: "072-764-6336")])
        let told = try place.run("check").errors
        #expect(told.contains("[D038]") && told.contains("Data/itami/facilities.yaml:4:"))
    }

    @Test("What many boards list is compared with the first of them")
    func listedByMany() throws {
        let place = try Workplace()
        for number in 0..<12 { try board(place, "b\(number + 10)", [Self.shared]) }
        try board(place, "kawanishi", [Self.shared.replacing("072-764-6335", with: "072-764-6336")])
        let told = try place.run("check").errors.matches(of: #/\[D038\].*/#)
        #expect(told.count == 1)
    }

    @Test("What is traced leads to the board whose list it is in, and the list can be compared")
    func traced() throws {
        let place = try Workplace("Data/takarazuka")
        try prefecture(place)
        try board(place, "itami", [Self.shared, Self.own])
        let templates = ["--templates", place.folder.appending(path: "Templates").path]
        let traced = try place.runPlain(["trace", "hyogo", "072-770-0001"] + templates)
        #expect(traced.status == 0 && traced.errors.isEmpty, "\(traced.errors)")
        #expect(
            traced.output.contains("Data/itami/facilities.yaml:5  民間施設　あそび場はなれ　電話番号: 072-770-0001"), "\(traced.output)")
        // Counts lead to the lists that were counted, and the boards of a facility to their lines.
        func trace(_ wanted: String) throws -> String {
            try place.runPlain(["trace", "hyogo", wanted] + templates).output
        }
        let whole = try trace("13施設")
        for line in [
            "-  全ての教育委員会の民間施設　件数\n", "worked out: 14 - 1（重複） = 13\n", "    伊丹市　民間施設 2  ",
            "Data/itami/facilities.yaml:4\n",
            "    宝塚市　民間施設 12  ", "printed in: roll-up",
        ] { #expect(whole.contains(line), "\(line): \(whole)") }
        let one = try trace("12")
        for line in ["宝塚市教育委員会　掲載施設数", "worked out: 民間施設を数えて12\n"] {
            #expect(one.contains(line), "\(line): \(one)")
        }
        #expect(try trace("2の教育委員会").contains("民間施設を載せている教育委員会　件数"))
        #expect(try trace("令和7年2月1日").contains("Data/itami/facilities.yaml:1  掲載内容の基準日: 令和7年2月1日"))
        let both = try trace("伊丹市、宝塚市")
        for line in ["フリースクールみらい伊丹野間校　掲載している市区町村", "    伊丹市　名称 フリースクールみらい伊丹野間校  "] {
            #expect(both.contains(line), "\(line): \(both)")
        }
        #expect(try trace("Data/itami/facilities.yaml:4").contains("roll-up.csv「フリースクールみらい伊丹野間校　名称」"))
        #expect(try place.runPlain(["new-edition", "hyogo"] + templates).status == 0)
        try place.replace("あそび場はなれ", "あそび場もりのいえ", in: "Data/itami/facilities.yaml")
        let compared = try place.runPlain(["compare", "hyogo"] + templates)
        #expect(compared.status == 0 && compared.errors.isEmpty, "\(compared.errors)")
        #expect(compared.output.contains("（新設）") && compared.output.contains("（削る）"), "\(compared.output)")
    }

    @Test("A board that publishes a list and has lost it is told, and not left out of the list of all")
    func lost() throws {
        let place = try Workplace()
        try prefecture(place)
        try board(place, "itami", [Self.shared])
        try place.remove("Data/itami/facilities.yaml")
        let result = try place.run("build", "hyogo")
        #expect(result.status == 1)
        #expect(result.errors.contains("Data/itami/board.yaml:7:") && result.errors.contains("has no facilities.yaml"))
        try place.replace(
            "[{id: facility-list, title: 伊丹市の民間施設一覧}]", "[{id: report, title: 報告}]", in: "Data/itami/board.yaml")
        #expect(try place.run("build", "hyogo").status == 0)
    }

    @Test("What is left to be filled in is told where it stands, and once")
    func leftovers() throws {
        let place = try Workplace()
        try prefecture(place)
        let shared = Self.shared.replacing("}", with: ", introduction: 毎週○○に開きます。}")
        try board(place, "itami", [shared])
        func told() throws -> [String] {
            try place.run("check").errors.split(separator: "\n").filter { $0.contains("[J015]") }.map(String.init)
        }
        let found = try told()
        #expect(found.count == 1 && found[0].contains("Data/itami/facilities.yaml:4:"), "\(found)")
        // Where the board allows it, the list of all is silent, too.
        try place.replace("private:", "private:\n  # shirube: allow J015 試験", in: "Data/itami/facilities.yaml")
        #expect(try told().isEmpty)
    }

    @Test("Forty-one boards are one table")
    func prefectureWide() throws {
        let place = try Workplace()
        try prefecture(place)
        for number in 1...41 {
            let name = Self.own.replacing("あそび場はなれ", with: "学びの家\(number)").replacing("0001", with: "\(1000 + number)")
            try board(place, "board-\(number)", [Self.shared, name])
        }
        let result = try place.run("build", "hyogo")
        #expect(result.status == 0, "\(result.errors)")
        let rows = try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline)
        #expect(rows.count == 1 + 42)
        let text = try place.read("Output/hyogo/roll-up.txt").replacing("\n", with: "")
        #expect(text.contains("41の教育委員会の一覧に載っている42施設"))
    }

    /// Addresses that are one, and addresses that are two.
    private static let addresses = [
        ("2丁目7-41", "2丁目7番41号", true), ("2-7-41", "２－７－４１", true), ("7番地1", "7-1", true),
        ("1-1-1 第2ビル3号室", "1-1-1 第2ビル4号室", false), ("1-1-1", "1-1-2", false),
    ]

    /// Addresses of Tokyo's islands and of Kyoto's streets, and of buildings side by side: whether they are one.
    private static let towns = [
        ("東京都八丈島八丈町大賀郷2551-2", "東京都八丈町大賀郷2551番地2", true), ("八丈島大賀郷2551-2", "東京都八丈町大賀郷2551番地2", true),
        ("東京都三宅島三宅村阿古497", "東京都三宅村阿古497番地", true), ("東京都新島村本村1-1", "東京都新島新島村本村1-1", true),
        ("東京都八丈島八丈町大賀郷100", "東京都八丈町三根100", false),
        ("京都府京都市中京区寺町通御池上る上本能寺前町488番地", "京都市中京区上本能寺前町488", true),
        ("京都市下京区四条通烏丸東入長刀鉾町20", "京都市下京区四条通烏丸東入ル長刀鉾町20番地", true),
        ("京都市東山区大和大路通四条下る4丁目小松町11", "京都市東山区小松町11", true),
        ("京都市上京区今出川通烏丸西入ル今出川町100 御所ビル3F", "京都市上京区今出川町100御所ビル3階", true),
        ("京都市中京区寺町通御池上る上本能寺前町488", "京都市中京区寺町通御池上る下本能寺前町488", false),
        ("兵庫県伊丹市小字東野100", "兵庫県伊丹市東野100", true),
        ("兵庫県伊丹市野間2-7-41 グリーンハイツA棟", "兵庫県伊丹市野間2-7-41 グリーンハイツB棟", false),
        ("兵庫県伊丹市野間2-7-41 東ビル", "兵庫県伊丹市野間2-7-41 西ビル", false),
        ("兵庫県伊丹市野間2-7-41 中央ビルディング3F", "兵庫県伊丹市野間2-7-41 中央ビル3階", true),
    ]

    @Test(
        "Islands before their towns, the streets of Kyoto and buildings of several are compared as people mean them",
        arguments: towns)
    func townsAndBuildings(_ one: String, _ other: String, _ isSame: Bool) throws {
        let place = try Workplace()
        try prefecture(place)
        for (id, address) in [("itami", one), ("kawanishi", other)] {
            try board(
                place, id, ["{id: a, name: あおぞら, no_postal_code: 非公開, address: \(address), telephone: 090-7700-0001}"])
        }
        let result = try place.run("build")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline).count == 2)
        #expect(result.errors.contains("[D038]") != isSame)
    }

    @Test("Addresses are compared by their numbers", arguments: addresses)
    func places(_ one: String, _ other: String, _ isSame: Bool) throws {
        let place = try Workplace()
        let address = Self.own.replacing("中央1-1-1", with: "中央\(one)")
        try board(place, "itami", [address])
        try board(place, "kawanishi", [Self.own.replacing("中央1-1-1", with: "中央\(other)")])
        #expect(try place.run("check").errors.contains("[D038]") != isSame)
    }

    /// What each of two boards lists, and whether it is one facility; and what D038 says they differ in.
    private static let pairs: [(String, String, Bool, [String])] = [
        // One facility, written each way.
        ("みらい|伊丹市中央1丁目1番1号|072-770-0001", "NPO法人みらい|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("フリースクール ひまわり|兵庫県伊丹市中央1-1-1|072-770-0001", "ヒマワリ|伊丹市中央１－１－１|072-770-0001（内線12）", true, []),
        ("NPO法人みらい フリースクールみらい|兵庫県伊丹市中央1-1-1|072-770-0001", "みらい|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("渡邊塾|兵庫県伊丹市中央9-10 2F|072-770-0001", "渡辺塾|兵庫県伊丹市中央9-10-2階|072-770-0001", true, []),
        ("渡邊塾|兵庫県伊丹市中央9-10-2F|072-770-0001", "渡辺塾|兵庫県伊丹市中央9-10-2|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001", "あおぞら中央校|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央1-1-1 中央ビル302号室|072-770-0001", "あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001", "あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001、090-7700-0002", true, []),
        ("まなび舎|兵庫県伊丹市大字北村字東100番地|072-770-0001", "まなび舎|兵庫県伊丹市北村東100番地|072-770-0001", true, []),
        ("みらい第一教室|兵庫県伊丹市中央1-1-1|072-770-0001", "みらい第1教室|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("みらいⅡ|兵庫県伊丹市中央1-1-1|072-770-0001", "みらいII|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("（学）のぞみ学園|兵庫県伊丹市中央1-1-1|072-770-0001", "学校法人のぞみ学園|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("㈱有明教室|兵庫県伊丹市中央1-1-1|072-770-0001", "有明教室|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("みらい（運営：NPO法人そら）|兵庫県伊丹市中央1-1-1|072-770-0001", "みらい／NPO法人そら|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("霞ヶ関学舎|兵庫県伊丹市中央1-1-1|072-770-0001", "霞が関学舎|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("子供の☆家|兵庫県伊丹市中央1-1-1|072-770-0001", "こどもの家|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("翼（つばさ）学舎|兵庫県伊丹市中央1-1-1|072-770-0001", "翼学舎|兵庫県伊丹市中央1-1-1|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央2丁目7の41|072-770-0001", "あおぞら|兵庫県伊丹市中央2-7-41|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央2-7-41-301|072-770-0001", "あおぞら|兵庫県伊丹市中央2-7-41 中央ビル301号室|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央2-7 ビルB1|072-770-0001", "あおぞら|兵庫県伊丹市中央2-7 ビル地下1階|072-770-0001", true, []),
        ("あおぞら|兵庫県伊丹市中央2-7 中央ビルⅡ7階|072-770-0001", "あおぞら|兵庫県伊丹市中央2-7 中央ビルII 7F|072-770-0001", true, []),
        // One facility, of which the two say different things.
        ("あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001", "あおぞら|兵庫県伊丹市中央1-1-1|072-770-0002", true, ["telephone"]),
        ("あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001", "あおぞら|兵庫県伊丹市野間2-7-41|072-770-0001", true, ["address"]),
        ("あおぞら|兵庫県伊丹市中央9-1|072-770-0001", "あおぞら|兵庫県伊丹市中央9-10|072-770-0001", true, ["address"]),
        ("あおぞら|兵庫県伊丹市中央9-10-2F|072-770-0001", "あおぞら|兵庫県伊丹市中央9-10-3F|072-770-0001", true, ["address"]),
        ("らいおんはーと|兵庫県伊丹市中央1-1-1|072-770-0001", "らいおんはあと|兵庫県伊丹市中央1-1-1|072-770-0001", true, ["name"]),
        ("若竹学園|兵庫県伊丹市中央1-1-1|072-770-0001", "若武学園|兵庫県伊丹市中央1-1-1|072-770-0001", false, ["name"]),
        // Two, or it is not sure: each has a row of its own.
        ("はな|兵庫県伊丹市中央1-1-1|072-770-0001", "はなれ|兵庫県伊丹市中央1-1-1|072-770-0001", false, ["name"]),
        ("まなびⅠ|兵庫県伊丹市中央1-1-1|072-770-0001", "まなびⅡ|兵庫県伊丹市中央1-1-1|072-770-0001", false, []),
        ("みらいA教室|兵庫県伊丹市中央1-1-1|072-770-0001", "みらいB教室|兵庫県伊丹市中央1-1-1|072-770-0001", false, []),
        ("みらい小学部|兵庫県伊丹市中央1-1-1|072-770-0001", "みらい中等部|兵庫県伊丹市中央1-1-1|072-770-0001", false, []),
        ("フリースクールみらい|兵庫県伊丹市中央1-1-1|072-770-0001", "フリースペースみらい|兵庫県伊丹市中央1-1-1|072-770-0001", false, ["name"]),
        ("あおぞら|兵庫県伊丹市中央1-1-1|0120-770-001", "あおぞら|兵庫県伊丹市野間2-7-41|0120-770-001", false, []),
        ("あおぞら|兵庫県伊丹市中央1-1-1|072-770-0001", "あおぞら|兵庫県伊丹市野間2-7-41|072-770-0002", false, []),
        ("みらい昼間部|兵庫県伊丹市中央1-1-1|072-770-0001", "みらい夜間部|兵庫県伊丹市中央1-1-1|072-770-0001", false, []),
        ("みらい①教室|兵庫県伊丹市中央1-1-1|072-770-0001", "みらい②教室|兵庫県伊丹市中央1-1-1|072-770-0001", false, []),
        ("すみれ い組|兵庫県伊丹市中央1-1-1|072-770-0001", "すみれ ろ組|兵庫県伊丹市中央1-1-1|072-770-0001", false, ["name"]),
        ("国際学院 伊丹キャンパス|兵庫県伊丹市中央1-1-1|0120-770-001", "国際学院 川西キャンパス|兵庫県伊丹市中央1-1-1|0120-770-001", false, ["name"]),
        ("つばさ|兵庫県伊丹市中央1-1-1|072-770-0001", "つばさ音楽教室|兵庫県伊丹市中央1-1-1|072-770-0001", false, ["name"]),
        ("つばさ|兵庫県伊丹市中央1-1-1|072-770-0001", "つばさ自動車学校|兵庫県伊丹市中央1-1-1|072-770-0001", false, ["name"]),
        ("こころの相談室|兵庫県伊丹市中央2-7-41|072-770-0001", "こころの相談室|兵庫県伊丹市中央2-7-1|072-770-0002", false, ["address", "telephone"]),
        ("国際学院 伊丹校|兵庫県伊丹市中央1-1-1|0120-770-001", "国際学院 伊丹校|兵庫県伊丹市野間2-7-41|0120-770-001", false, ["address"]),
    ]

    @Test("What two boards write each in their way is one facility; what is told apart is two", arguments: pairs)
    func sameness(_ one: String, _ other: String, _ isOne: Bool, _ differing: [String]) throws {
        let place = try Workplace()
        try prefecture(place)
        for (id, facility) in [("itami", one), ("kawanishi", other)] {
            let parts = facility.split(separator: "|")
            try board(
                place, id,
                ["{id: a, name: \(parts[0]), no_postal_code: 非公開, address: \(parts[1]), telephone: \(parts[2])}"])
        }
        let result = try place.run("build")
        #expect(result.status == 0, "\(result.errors)")
        let rows = try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline)
        #expect(rows.count == 1 + (isOne ? 1 : 2))
        let told = result.errors.matches(of: #/warning\[D038\]: in the list of \S+, the (\w+)/#).map { String($0.1) }
        #expect(told == differing)
    }

    @Test("Two that one board lists in one house stay two")
    func ownList() throws {
        let place = try Workplace()
        try prefecture(place)
        let houses = ["みらい東教室", "みらい西教室", "はな", "はなれ"].enumerated().map { index, name in
            "{id: f\(index), name: \(name), no_postal_code: 非公開, address: 兵庫県伊丹市中央1-1-1, telephone: 072-770-0001}"
        }
        try board(place, "itami", houses)
        try board(place, "kawanishi", Array(houses.dropFirst()))
        let result = try place.run("build")
        #expect(result.status == 0 && !result.errors.contains("D038"), "\(result.errors)")
        let rows = try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline)
        #expect(rows.count == 1 + houses.count)
    }

    /// What each of two boards lists in one house with one number, and the rows of both together.
    private static let lists: [([String], [String], Int)] = [
        (["みらい 夜間部"], ["みらい 昼間部", "みらい 夜間部"], 2), (["みらい"], ["みらい伊丹校", "みらい"], 2),
        (["つばさ"], ["つばさ音楽教室", "つばさ"], 2), (["ひまわり①教室"], ["ひまわり②教室", "ひまわり①教室"], 2),
        (["みらい伊丹校"], ["みらい"], 1),
    ]

    @Test("Of several in one house each finds its own", arguments: lists)
    func exactFirst(_ one: [String], _ other: [String], _ rows: Int) throws {
        let place = try Workplace()
        try prefecture(place)
        for (id, names) in [("itami", one), ("kawanishi", other)] {
            try board(
                place, id,
                names.enumerated().map {
                    "{id: f\($0), name: \($1), no_postal_code: 非公開, address: 兵庫県伊丹市中央1-1-1, telephone: 072-770-0001}"
                })
        }
        #expect(try place.run("build", "hyogo").status == 0)
        let made = try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline).dropFirst()
        #expect(made.count == rows)
        for name in one + other where rows > 1 { #expect(made.count { $0.contains(name + ",") } == 1, "\(made)") }
    }

    @Test("What is the same is one, wherever the place is not told by numbers")
    func withoutNumbers() throws {
        let place = try Workplace()
        try prefecture(place)
        for id in ["itami", "kawanishi"] {
            try board(
                place, id,
                ["{id: o, name: オンラインみらい, no_postal_code: 非公開, address: 東京都新宿区, telephone: 0120-770-001}"])
        }
        #expect(try place.run("build", "hyogo").status == 0)
        #expect(try place.read("Output/hyogo/roll-up.csv").split(whereSeparator: \.isNewline).count == 2)
    }

    @Test("The prefecture's own run tells what its list makes of two boards', unless one of them allows it")
    func toldToThePrefecture() throws {
        let place = try Workplace()
        try prefecture(place)
        try board(place, "itami", [Self.shared])
        try board(place, "kawanishi", [Self.shared.replacing("072-764-6335", with: "072-764-6336")])
        #expect(try place.run("check", "hyogo").errors.contains("[D038]"))
        try place.replace(
            "  - {id: mirai", "  # shirube: allow D038 移転の途中\n  - {id: mirai", in: "Data/kawanishi/facilities.yaml")
        #expect(try !place.run("check", "hyogo").errors.contains("[D038]"))
    }

    @Test("Boards of two prefectures whose municipalities are called alike are told apart")
    func namesakes() throws {
        let place = try Workplace()
        try prefecture(place)
        for (id, code, prefecture) in [("fuchu-tokyo", "132063", "東京都"), ("fuchu-hiroshima", "342084", "広島県")] {
            try board(
                place, id,
                [
                    "{id: asobi, name: \(prefecture)の家, no_postal_code: 非公開, address: \(prefecture)府中市中央1-1-1, telephone: 090-7700-0001}"
                ])
            let file = "Data/\(id)/board.yaml"
            try place.replace("282073", code, in: file)
            try place.replace("兵庫県", prefecture, in: file)
            try place.replace("municipality: 伊丹市\nname: 伊丹市", "municipality: 府中市\nname: 府中市", in: file)
        }
        let result = try place.run("build", "hyogo")
        #expect(try place.read("Output/hyogo/roll-up.csv").contains("府中市（東京都）"), "\(result.errors)")
    }
}
