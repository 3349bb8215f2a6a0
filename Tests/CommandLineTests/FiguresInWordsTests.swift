import Foundation
import Testing

/// The booklet's first sentences say what the figures say, whichever way they go.
@Suite struct FiguresInWordsTests {
    private static let end = "count: 346,482\n      enrolment: 9,321,243\n      rate: 3.7%\n"

    private func introduction(national: String, city: String) throws -> String {
        let place = try Workplace("Data/takarazuka")
        let file = "Data/takarazuka/statistics.yaml"
        let text = try place.read(file)
        let head = try #require(text.range(of: "national:"))
        try place.write(
            text[..<head.lowerBound] + "national:\n  series:\n" + national
                + (city.isEmpty ? "" : "city:\n  series:\n" + city),
            to: file)
        let check = try place.run("check", "--strict")
        #expect(check.status == 0, "\(check.errors)")
        #expect(try place.run("build").status == 0)
        let page = try place.read("Output/takarazuka/guideline.txt")
        let start = try #require(page.range(of: "文部科学省が令和6年10月に公表した")).lowerBound
        let end = try #require(page.range(of: "不登校児童生徒数の推移")).lowerBound
        return page[start..<end].filter { $0 != "\n" && $0 != " " && $0 != "　" }
    }

    private func rows(_ counts: [(Int, String)]) -> String {
        counts.enumerated().map { index, row in
            // The same number twice is doubted, and here it is right.
            index > 0 && counts[index - 1].1 == row.1 && counts[index - 1].0 + 1 == row.0
                ? "    # shirube: allow D031 同じ数であることを確かめた\n" + line(row) : line(row)
        }
        .joined()
    }

    private func line(_ row: (Int, String)) -> String {
        let year = row.0 < 2019 ? "平成\(row.0 - 1988)" : row.0 == 2019 ? "令和元" : "令和\(row.0 - 2018)"
        // One of the nation's figures is made up.
        let allowance = row.1 == "245,000" ? "    # shirube: allow D040 試験のための数\n" : ""
        return allowance + "    - {fiscal_year: \(year)年度, count: \"\(row.1)\"}\n"
    }

    @Test(
        "Risen, fallen and unchanged",
        arguments: [
            (
                [(2020, "245,000"), (2021, "244,940"), (2022, "299,048"), (2023, "346,482")], [],
                ["に上ります。その人数は、令和4年度の調査から数えて2年連続で増加しています。"]
            ),
            ([(2022, "299,048"), (2023, "346,482")], [], ["その人数は、前年度より47,434人増加しています。"]),
            ([(2022, "353,970"), (2023, "346,482")], [], ["その人数は、前年度より7,488人減少しています。"]),
            (
                [(2020, "353,900"), (2021, "353,980"), (2022, "353,970"), (2023, "346,482")], [],
                ["その人数は、令和4年度の調査から数えて2年連続で減少しています。"]
            ),
            ([(2022, "346,482"), (2023, "346,482")], [], ["その人数は、前年度と同じです。"]),
            ([(2023, "346,482")], [], ["346,482人に上ります。"]),
            ([(2018, "164,528"), (2023, "346,482")], [], ["平成30年度の164,528人と比べると、約2.1倍になっています。"]),
            ([(2023, "346,482")], [(2018, "292"), (2023, "512")], ["平成30年度の292人と比べると、約1.8倍になっています。"]),
            ([(2023, "346,482")], [(2018, "512"), (2023, "410")], ["平成30年度の512人と比べると、102人減少しています。"]),
            ([(2023, "346,482")], [(2018, "512"), (2023, "518")], ["平成30年度の512人と比べると、6人増加しています。"]),
            ([(2023, "346,482")], [(2018, "512"), (2023, "512")], ["512人でした。これは、平成30年度と同じ人数です。"]),
            ([(2023, "346,482")], [(2018, "0"), (2023, "3")], ["平成30年度の0人と比べると、3人増加しています。"]),
            ([(2023, "346,482")], [(2018, "3"), (2023, "0")], ["0人でした。平成30年度の3人と比べると、3人減少しています。"]),
            ([(2023, "346,482")], [(2023, "14")], ["宝塚市の不登校児童生徒は14人でした。"]),
        ] as [([(Int, String)], [(Int, String)], [String])])
    func sentences(national: [(Int, String)], city: [(Int, String)], expected: [String]) throws {
        let text = try introduction(national: rows(national), city: rows(city))
        for sentence in expected { #expect(text.contains(sentence)) }
        #expect(!text.contains("1.0倍"))
        if national.count == 1, city.count < 2 { #expect(!text.contains("比べる") && !text.contains("前年度")) }
    }

    @Test("What is worked out is not asked for in the data")
    func missingDerived() throws {
        let place = try Workplace("Data/takarazuka")
        try place.replace("count: 346,482", "count: 290,482", in: "Data/takarazuka/statistics.yaml")
        try place.replace("rate: 3.7%", "rate: 3.1%", in: "Data/takarazuka/statistics.yaml")
        // The figure is made up.
        #expect(try place.codes() == ["D040"])
        try place.replace(
            "{{board.edition.issued}}</p>\n<p class=\"center\">{{board.name}}",
            "{{statistics.national.rising_since}}</p>\n<p class=\"center\">{{board.name}}",
            in: "Templates/guideline.html")
        let result = try place.run("check", language: "ja")
        #expect(result.errors.contains("エラー[T015]"))
        #expect(result.errors.contains("2年以上続けて増加したときにだけ計算され、データには書けません"))
        #expect(!result.errors.contains("値を書いてください"))
    }
}
