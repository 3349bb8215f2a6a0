import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

/// Addresses beside their postal codes, compared and divided by Japan Post's table.
@Suite struct AddressTests {
    static let reference = Result {
        try ReferenceData(folder: Project.root.appending(path: "Data/reference").path)
    }

    /// What the checks of addresses and telephone numbers say of facilities.
    static func findings(_ facilities: [(code: String, address: String)]) throws -> [Diagnostic] {
        let lines = facilities.enumerated().map { index, facility in
            """
            id: f-\(index), name: 施設\(index)号, postal_code: \(facility.code), address: "\(facility.address)", \
            telephone: 0120-025-215
            """
        }
        let (board, diagnostics) = try TinyBoard.load(TinyBoard.facilities(lines))
        try #require(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        let found = Checks.run(board, reference: try reference.get())
        return found.filter { $0.code.id.hasPrefix("P") && $0.code != .prefectureMissing }
    }

    /// Their settlements have codes, and their houses are numbered through.
    @Test(
        "A village's house numbers say nothing of its settlements",
        arguments: [
            ("190-0212", "東京都西多摩郡檜原村467番地1"), ("402-0209", "山梨県南都留郡道志村6181番地1"),
            ("684-0102", "島根県隠岐郡知夫村1065番地"), ("409-0305", "山梨県北都留郡丹波山村890番地"),
        ])
    func villages(code: String, address: String) throws {
        #expect(try Self.findings([(code, address)]).isEmpty)
    }

    @Test("Of a town's code and an office's that are as near, the town's is meant")
    func townBeforeOffice() throws {
        let found = try Self.findings([("099-4112", "北海道斜里郡斜里町本町12番地")])
        #expect(found.map { $0.help?.ja.contains("099-4113") } == [true])
    }

    static func parts(_ code: String, _ address: String) throws -> [String] {
        let parts = try reference.get().parts(of: address, code: code)
        return [parts.prefecture, parts.city, parts.town, parts.number, parts.building]
    }

    // MARK: The whole table

    struct Row {
        let code, prefecture, city, town: String
    }

    /// Every 50th town of the table, without the buildings whose floors have codes and rows that list several names.
    static func sample() throws -> [Row] {
        let table = String(decoding: try Project.bytes("Data/reference/postal-codes.tsv"), as: UTF8.self)
        let rows = table.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        let areas = rows.filter { row in row[5] == "area" && !row[4].contains { "、〜−".contains($0) } }
        let codes = Dictionary(grouping: areas) { "\($0[1])\($0[4])\($0[0].prefix(5))" }
        let towns = areas.filter { row in
            let floors = codes["\(row[1])\(row[4])\(row[0].prefix(5))"] ?? []
            return floors.count < 3 || !floors.contains { $0[0].hasSuffix("90") }
        }
        return stride(from: 0, to: towns.count, by: 50).map { index in
            let row = towns[index].map(String.init)
            return Row(code: "\(row[0].prefix(3))-\(row[0].suffix(4))", prefecture: row[2], city: row[3], town: row[4])
        }
    }

    /// Ways to write one address.
    struct Writing: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let city: @Sendable (String) -> String
        let town: @Sendable (String) -> String
        let number: String
        let building: String
        var space = " "
    }

    static let writings = [
        Writing(testDescription: "as the table", city: { $0 }, town: { $0 }, number: "1-2-3", building: "ビル2F"),
        Writing(
            testDescription: "with half-width digits", city: { $0 }, town: digits, number: "12番地3",
            building: "寿マンション101号室"),
        Writing(testDescription: "without the district", city: short, town: { $0 }, number: "1番2号", building: ""),
        Writing(
            testDescription: "with 大字 and ヶ", city: { $0 },
            town: { $0.isEmpty ? "" : "大字" + $0.prefix(1) + $0.dropFirst().replacing("ケ", with: "ヶ") },
            number: "123番地の4",
            building: "2F"),
        Writing(
            testDescription: "with 字", city: { $0 }, town: { $0.isEmpty ? "" : "字" + $0 }, number: "12", building: ""),
        Writing(
            testDescription: "in full width", city: { $0 }, town: { $0 }, number: "３－２－１", building: "寿会館３階", space: "　"
        ),
        Writing(
            testDescription: "without a space", city: { $0 }, town: { $0 }, number: "2番3号", building: "寿ビル2F", space: ""
        ),
    ]

    /// 北二十四条西 → 北24条西, 神居２条 → 神居2条
    @Sendable static func digits(_ town: String) -> String {
        var text = ""
        for character in town {
            text.append(
                character.unicodeScalars.first.flatMap { Unicode.Scalar($0.value &- 0xFEE0) }
                    .flatMap { ("0"..."9").contains($0) ? Character($0) : nil } ?? character)
        }
        guard let end = text.firstIndex(of: "条") else { return text }
        let start =
            text[..<end].lastIndex { !"一二三四五六七八九十".contains($0) }.map { text.index(after: $0) } ?? text.startIndex
        guard start < end else { return text }
        let parts = text[start..<end].split(separator: "十", omittingEmptySubsequences: false).map {
            $0.first.flatMap { "一二三四五六七八九".firstIndex(of: $0) }.map {
                "一二三四五六七八九".distance(from: "一二三四五六七八九".startIndex, to: $0) + 1
            }
        }
        let number = parts.count == 1 ? parts[0] ?? 0 : (parts[0] ?? 1) * 10 + (parts[1] ?? 0)
        return text[..<start] + String(number) + text[end...]
    }

    @Sendable static func short(_ city: String) -> String {
        guard city.hasSuffix("町") || city.hasSuffix("村"), let district = city.dropFirst().firstIndex(of: "郡") else {
            return city
        }
        return String(city[city.index(after: district)...])
    }

    @Test("Every 50th town of the table is right beside its code, and divided as it is written", arguments: writings)
    func towns(writing: Writing) throws {
        let rows = try Self.sample()
        let addresses = rows.map { row in
            let building = writing.building.isEmpty ? "" : writing.space + writing.building
            let address = row.prefecture + writing.city(row.city) + writing.town(row.town) + writing.number + building
            return (code: row.code, address: address)
        }
        let findings = try Self.findings(addresses)
        #expect(findings.isEmpty, "\(findings.prefix(5).map(\.summary.ja))")
        for (row, address) in zip(rows, addresses) {
            let expected = [
                row.prefecture, writing.city(row.city), writing.town(row.town), writing.number, writing.building,
            ]
            // 浦臼第1 before 12番地3: where the number of the name ends cannot be told.
            if writing.town(row.town).last?.isASCII ?? false { continue }
            #expect(try Self.parts(address.code, address.address) == expected)
        }
    }

    // MARK: Right addresses

    @Test(
        "Addresses that are right",
        arguments: [
            ("664-0875", "兵庫県伊丹市野間北1-2-3"), ("664-0873", "兵庫県伊丹市野間字北12"), ("664-0873", "伊丹市野間2丁目7-41"),
            ("301-8611", "茨城県龍ヶ崎市3710番地"), ("301-8611", "龍ケ崎市3710番地"), ("319-1101", "茨城県東海村石神外宿12-3"),
            ("100-1401", "東京都八丈町大賀郷2551-2"), ("100-1401", "東京都八丈島八丈町大賀郷2551-2"),
            ("600-8008", "京都府京都市下京区四条通烏丸東入ル長刀鉾町20 四条烏丸FTスクエア8階"),
            ("604-0925", "京都府京都市中京区寺町通御池上る上本能寺前町488番地"), ("602-8570", "京都府京都市上京区下立売通新町西入薮ノ内町"),
            ("028-8336", "岩手県下閉伊郡普代村第9地割字堤13番地2"), ("028-7912", "岩手県九戸郡洋野町種市第22地割133番地1"),
            ("029-5503", "岩手県和賀郡西和賀町湯田19地割12-3"), ("761-4106", "香川県小豆郡土庄町甲559番地2"),
            ("289-2504", "千葉県旭市ニの1920"), ("694-0064", "島根県大田市大田町大田ロ1111"),
            ("100-6210", "東京都千代田区丸の内1-11-1 パシフィックセンチュリープレイス丸の内10F"),
            ("100-6210", "東京都千代田区丸の内1-11-1 パシフィックセンチュリープレイス丸の内9～11階"),
            ("100-6290", "東京都千代田区丸の内1-11-1 パシフィックセンチュリープレイス丸の内地下1階"),
            ("220-6110", "神奈川県横浜市西区みなとみらいクイーンズタワーＢ10階"), ("650-0001", "神戸市加納町6-5-1"), ("640-0000", "和歌山県和歌山市12番地3"),
            ("709-0631", "岡山県岡山市東区東平島"),
        ])
    func right(code: String, address: String) throws {
        let findings = try Self.findings([(code, address)])
        #expect(findings.isEmpty, "\(findings.map(\.summary.ja))")
    }

    // MARK: Wrong addresses

    @Test(
        "A code of another town is told, with what may be meant",
        arguments: [
            ("664-0873", "兵庫県伊丹市野間北1-2-3", DiagnosticCode.townMismatch, "「664-0875」"),
            ("665-0000", "兵庫県宝塚市寿町9-10", .townMismatch, "「665-0865」"),
            ("100-6210", "東京都千代田区丸の内1-11-1 パシフィックセンチュリープレイス丸の内11階", .townMismatch, "「100-6211」"),
            ("659-0061", "兵庫県芦屋市上宮川4-1", .townMismatch, "「上宮川町」"),
            ("665-8656", "兵庫県宝塚市東洋町1-1", .unknownPostalCode, "「665-8665」"),
            ("665-0865", "茨城県龍ケ崎市3710番地", .postalCodeElsewhere, "「301-0000」"),
            ("650-0001", "神戸市中央区", .townMismatch, "確かめて"), ("100-0402", "東京都新島村字山津山川12", .townMismatch, "確かめて"),
            ("384-0083", "長野県小諸市相生町3-3", .townMismatch, "「384-0025」"),
            ("028-8336", "岩手県下閉伊郡普代村第1地割12", .townMismatch, "確かめて"),
        ])
    func wrong(code: String, address: String, expected: DiagnosticCode, help: String) throws {
        let findings = try Self.findings([(code, address)])
        #expect(findings.map(\.code) == [expected])
        #expect(findings.allSatisfy { $0.help?.ja.contains(help) ?? false }, "\(findings.map { $0.help?.ja ?? "" })")
    }

    @Test("In Kyoto a town that another one's name holds is another town")
    func kyoto() throws {
        let rows = String(decoding: try Project.bytes("Data/reference/postal-codes.tsv"), as: UTF8.self)
            .split(separator: "\n").filter { $0.contains("\t京都市") && $0.hasSuffix("\tarea") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        let towns = Dictionary(grouping: rows) { "\($0[1])\($0[4])" }
        var count = 0
        for row in rows where row[4].hasPrefix("東") {
            let inner = row[4].dropFirst()
            guard let other = towns["\(row[1])\(inner)"], !other.contains(where: { $0[0] == row[0] }) else { continue }
            count += 1
            let code = "\(other[0][0].prefix(3))-\(other[0][0].suffix(4))"
            let address = "京都府\(row[3])堀川通五条下る\(row[4])123"
            #expect(try Self.findings([(code, address)]).map(\.code) == [.townMismatch], "\(code) \(address)")
        }
        #expect(count > 0)
    }

    @Test(
        "The same name in another glyph is a note, and no other town",
        arguments: [
            ("985-0036", "宮城県塩釜市東玉川町1-1"), ("785-0695", "高知県高岡郡梼原町梼原1444番地1"), ("854-8601", "長崎県諌早市東小路町7-1"),
            ("038-2702", "青森県西津軽郡鯵ケ沢町大字建石町1-2"),
        ])
    func glyphs(code: String, address: String) throws {
        let findings = try Self.findings([(code, address)])
        #expect(findings.map(\.code) == [.glyphVariant])
        #expect(findings.allSatisfy { $0.severity == .note })
    }

    @Test("Variation selectors make no other name", arguments: ["葛\u{E0100}城市", "葛\u{FE00}城市"])
    func selectors(city: String) throws {
        #expect(try Self.findings([("639-2195", "奈良県\(city)柿本166番地")]).isEmpty)
    }

    // MARK: Parts

    @Test(
        "Addresses divide as they are compared",
        arguments: [
            ("001-0024", "北海道札幌市北区北24条西5丁目1-8 サンプラザ3階", ["北海道", "札幌市北区", "北24条西5丁目", "1-8", "サンプラザ3階"]),
            ("070-8002", "北海道旭川市神居2条18丁目2-12", ["北海道", "旭川市", "神居2条18丁目", "2-12", ""]),
            ("902-0075", "沖縄県那覇市字国場405", ["沖縄県", "那覇市", "字国場", "405", ""]),
            ("301-8611", "茨城県龍ヶ崎市3710番地", ["茨城県", "龍ヶ崎市", "", "3710番地", ""]),
            ("319-1101", "茨城県東海村石神外宿12-3", ["茨城県", "東海村", "石神外宿", "12-3", ""]),
            ("100-1401", "東京都八丈町大賀郷2551-2", ["東京都", "八丈町", "大賀郷", "2551-2", ""]),
            (
                "604-0925", "京都府京都市中京区寺町通御池上る上本能寺前町488番地",
                ["京都府", "京都市中京区", "寺町通御池上る上本能寺前町", "488番地", ""]
            ),
            ("028-7912", "岩手県九戸郡洋野町種市第22地割133番地1", ["岩手県", "九戸郡洋野町", "種市第22地割", "133番地1", ""]),
            ("665-0865", "兵庫県　宝塚市 寿町 9-10 寿ビル 2F", ["兵庫県", "宝塚市", "寿町", "9-10", "寿ビル 2F"]),
            ("665-0865", "宝塚市寿町9-10-2F", ["", "宝塚市", "寿町", "9-10-2F", ""]),
            ("665-0865", "兵庫県宝塚市寿町9-10第一ビル", ["兵庫県", "宝塚市", "寿町", "9-10", "第一ビル"]),
            ("100-0402", "東京都新島村字山津山川12", ["東京都", "新島村", "字山津山川", "12", ""]),
            ("289-2504", "千葉県旭市ニの1920", ["千葉県", "旭市", "ニ", "の1920", ""]),
            ("925-0198", "石川県羽咋郡志賀町末吉千古ヘ1", ["石川県", "羽咋郡志賀町", "末吉千古", "ヘ1", ""]),
            ("651-0086", "大阪府吹田市豊津町14番地12", ["大阪府", "吹田市", "豊津町", "14番地12", ""]),
            ("060-0001", "北海道札幌市中央区北一条西2丁目経済センタービル", ["北海道", "札幌市中央区", "北一条西2丁目", "", "経済センタービル"]),
            ("060-0042", "北海道札幌市中央区大通西5丁目", ["北海道", "札幌市中央区", "大通西5丁目", "", ""]),
            ("060-0042", "北海道札幌市中央区大通西5丁目 大五ビル3階", ["北海道", "札幌市中央区", "大通西5丁目", "", "大五ビル3階"]),
            ("501-1316", "岐阜県揖斐郡揖斐川町谷汲長瀬乾谷", ["岐阜県", "揖斐郡揖斐川町", "谷汲長瀬乾谷", "", ""]),
            ("665-0865", "兵庫県宝塚市寿町 カサマドンナ V3階", ["兵庫県", "宝塚市", "寿町", "", "カサマドンナ V3階"]),
            ("926-0046", "石川県七尾市神明町ロ部13", ["石川県", "七尾市", "神明町", "ロ部13", ""]),
            ("665-0865", "ここではないどこか", ["", "", "", "", ""]),
        ])
    func parts(code: String, address: String, expected: [String]) throws {
        #expect(try Self.parts(code, address) == expected)
    }
}
