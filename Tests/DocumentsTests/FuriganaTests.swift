import Diagnostics
import Documents
import Files
import Testing

/// Readings above kanji (`ruby: grade-N`).
@Suite struct FuriganaDocumentTests {
    private static let readings = """

        readings:
          - word: 不登校
            furigana: ふとうこう
          - word: 登校
            furigana: とうこう
          - word: 塾
            furigana: じゅく
          - word: 取り組み
            furigana: とりくみ
          - word: 宝塚
            furigana: たからづか
          - word: 京都
            furigana: きょうと

        """

    private func render(
        _ main: String, ruby: String = "grade-2", readings: String = readings, facilities: String? = nil
    ) throws -> (main: String, text: String, html: String, diagnostics: [Diagnostic]) {
        let page =
            "<html lang=\"ja\"><head><meta charset=\"utf-8\"/><title>{{document.title}}</title></head><body><main><h1>{{document.date.iso}}</h1>\(main)</main></body></html>"
        let board = Rendering.notices.replacing("title: お", with: "ruby: \(ruby), title: お") + readings
        let made = try Rendering.notice(page, board: board, facilities: facilities)
        let body = made.html.split(separator: "</h1>", maxSplits: 1).last.map(String.init) ?? ""
        let content = body.split(separator: "</main>", maxSplits: 1).first.map(String.init) ?? ""
        return (
            content.replacing("<rp>（</rp>", with: "").replacing("<rp>）</rp>", with: "").replacing("\n", with: ""),
            made.text, made.html, made.diagnostics
        )
    }

    private func ruby(_ base: String, _ reading: String) -> String { "<ruby>\(base)<rt>\(reading)</rt></ruby>" }

    @Test(
        "A word gets its reading wherever it stands by itself in running text",
        arguments: [
            ("<p>不登校の子</p>", "<p>[不登校|ふとうこう]の子</p>"),
            ("<p>不登校児、登校する</p>", "<p>[不登校|ふとうこう]児、[登校|とうこう]する</p>"),
            ("<p>塾に行く。学習塾</p>", "<p>[塾|じゅく]に行く。学習塾</p>"),
            ("<ul><li>取り組みと組み</li></ul>", "<ul><li><menu hidden></menu>[取|と]り組みと組み</li></ul>"),
            ("<p>宝塚市立</p>", "<p>[宝塚|たからづか]市立</p>"),
            ("<p>東京都と京都</p>", "<p>東京都と[京都|きょうと]</p>"),
            ("<p><strong>不登校</strong>の人</p>", "<p><strong>[不登校|ふとうこう]</strong>の人</p>"),
            ("<p>東京<strong>都</strong></p>", "<p>東京<strong>都</strong></p>"),
            ("<p>不<em>登校</em></p>", "<p>不<em>登校</em></p>"),
            (
                "<p><a href=\"https://example.jp/\">不登校</a></p>",
                "<p><a href=\"https://example.jp/\">[不登校|ふとうこう]</a></p>"
            ),
            ("<p>学習塾にも出席塾い、5塾目</p>", "<p>学習塾にも出席[塾|じゅく]い、5[塾|じゅく]目</p>"),
            ("<p>小学校の一年生</p>", "<p>小学校の一年生</p>"),
            // Ruby of the template stays as it is, and tells how its word is read.
            ("<p><ruby>児童<rt>じどう</rt></ruby>と児童</p>", "<p>[児童|じどう]と[児童|じどう]</p>"),
            ("<p><ruby>塚<rt>ヅカ</rt></ruby>と塾</p>", "<p>[塚|ヅカ]と[塾|じゅく]</p>"),
            // Neither attributes nor what is typed into a form.
            (
                "<p><label>不登校<br/><input name=\"a\" value=\"不登校\"/></label><textarea aria-label=\"不登校\">不登校</textarea><input type=\"text\" aria-label=\"不登校\" value=\"不登校\"/></p>",
                "<p><label>[不登校|ふとうこう]<br><input name=\"a\" value=\"不登校\"></label><textarea aria-label=\"不登校\">不登校</textarea><input type=\"text\" aria-label=\"不登校\" value=\"不登校\"></p>"
            ),
            // A blank divides words: 学習塾 is one whose reading nobody knows.
            (
                "<div>学習<input type=\"text\" aria-label=\"不登校\"/>塾</div>",
                "<div>学習<input type=\"text\" aria-label=\"不登校\">[塾|じゅく]</div>"
            ),
            ("<p lang=\"en\">不登校</p>", "<p lang=\"en\">不登校</p>"),
        ])
    func readings(_ main: String, _ expected: String) throws {
        let made = try render(main.replacing("<p><label>", with: "<div><label>").replacing("/></p>", with: "/></div>"))
        let wanted = expected.replacing("<p><label>", with: "<div><label>").replacing(
            "\"不登校\"></p>", with: "\"不登校\"></div>"
        )
        .replacing(/\[([^|\]]*)\|([^\]]*)\]/) { ruby(String($0.output.1), String($0.output.2)) }
        #expect(made.main == wanted)
    }

    @Test(
        "Kanji above the year without a reading are told once, where they are typed",
        arguments: [
            ("grade-2", "<p>児童の塾と児童</p>", ["児童"]), ("grade-4", "<p>児童の塾</p>", []),
            ("grade-6", "<p>塾と扱い</p>", ["扱"]),
            ("all", "<p>一人の塾</p>", ["一人"]), ("none", "<p>児童の塾</p>", []),
            ("grade-2", "<p>学習塾と研修会</p>", ["学習塾", "研修"]), ("grade-2", "<p>57条第2</p>", ["条", "第"]),
            ("grade-2", "<p>東京都の児童</p>", ["東京都", "児童"]), ("grade-2", "<p>登校又は宝塚性</p>", ["又", "宝塚性"]),
            ("grade-4", "<p>出席扱い、第57条第2項、諸登校</p>", ["扱", "条", "項", "諸登校"]),
            ("grade-2", "<p><ruby>児童<rt></rt></ruby></p>", ["児童"]),
            ("grade-2", "<p>児童生徒の所在地</p>", ["児童", "生徒", "所在地"]),
        ] as [(String, String, [String])])
    func unread(_ level: String, _ main: String, _ words: [String]) throws {
        let found = try render(main, ruby: level).diagnostics
        #expect(found.map(\.code) == words.map { _ in .unreadKanji })
        for (finding, word) in zip(found, words) {
            let place = try #require(finding.place)
            #expect(place.source.path == "Templates/notice.html")
            #expect(String(decoding: place.source.bytes[place.range], as: UTF8.self) == word)
            #expect(finding.summary.ja.contains("「\(word)」"))
        }
    }

    @Test("A word that a tag divides has no half of a reading, and its element is told")
    func divided() throws {
        let made = try render("<p>不<strong>登校</strong>の塾</p>", ruby: "all")
        #expect(made.diagnostics.map(\.code) == [.unreadKanji])
        #expect(made.diagnostics.first?.help?.en.contains("a tag divides it") ?? false)
        #expect(made.html.contains("不<strong>登校</strong>の<ruby>塾"))
    }

    @Test(
        "A word is told where it stands by itself, and one that a tag divides where the tag is, whatever the data say")
    func ownPlace() throws {
        let found = try render(
            "<p>不登校の宝塚で登る</p><p>登<em>校</em></p>", ruby: "all", readings: Self.readings + "  - {word: 校, furigana: こう}\n"
        ).diagnostics
        let places = try found.map { finding in
            let place = try #require(finding.place)
            return String(decoding: place.source.bytes[place.range.lowerBound...].prefix(9), as: UTF8.self)
        }
        #expect(places == ["登る</p", "<p>登<em"])
    }

    @Test("The reading that a list has of a word is proposed")
    func proposal() throws {
        let help = try #require(render("<p>児童</p>").diagnostics.first?.help)
        #expect(help.ja.contains("furigana: じどう"))
    }

    @Test("What stands in another word is asked for with it")
    func families() throws {
        let found = try render("<p>専門の人、専門性</p><p>専</p>", ruby: "grade-4").diagnostics
        #expect(found.map(\.summary.ja).filter { $0.contains("「専門") }.count == 1)
        let help = try #require(found.first { $0.summary.ja.hasPrefix("「専門性」") }?.help?.ja)
        #expect(help.contains("- word: 専門性") && help.contains("- word: 専門」") && help.contains("せんもん"))
        #expect(found.contains { $0.summary.ja.hasPrefix("「専」") })
    }

    @Test("The board's places are words, whatever words the dictionary has across them")
    func places() throws {
        let page =
            "<html lang=\"ja\"><head><title>A</title></head><body><main><h1>A</h1><p>山梨県南アルプス市に、山梨県の</p></main></body></html>"
        let board = Rendering.notices.replacing("title: お", with: "ruby: all, title: お").replacing("兵庫県", with: "山梨県")
            .replacing("municipality: 宝塚市", with: "municipality: 南アルプス市")
        let unread = try Rendering.notice(page, board: board).diagnostics.filter { $0.code == .unreadKanji }
        #expect(unread.map { String($0.summary.ja.prefix { $0 != "に" }) } == ["「山梨県」", "「南アルプス市」"])
    }

    @Test("Names in the data are read as their records say, and told there where they are not")
    func names() throws {
        let facilities = """
            private:
              - id: a
                name: 楽笑 フリースクール
                furigana: らくしょう ふりーすくーる
                postal_code: 665-0865
                address: 兵庫県宝塚市寿町9-10-2F
                telephone: 0797-86-2321
              - id: b
                name: 希望の家
                postal_code: 665-0865
                address: 兵庫県宝塚市寿町9-10-3F
                telephone: 0797-86-2322
            """
        let made = try render(
            "<ul>{{#facilities.private}}<li>{{name}}</li>{{/facilities.private}}</ul>", facilities: facilities)
        #expect(made.main.contains("<li><menu hidden></menu>\(ruby("楽笑", "らくしょう")) フリースクール</li>"))
        let told = made.diagnostics.filter { $0.code == .unreadKanji }
        #expect(told.map { $0.place?.source.path } == ["Data/test/facilities.yaml"])
        #expect(told.first?.summary.ja.hasPrefix("「希望」") == true)
    }

    @Test("A thousand words without a reading are each told where they are typed")
    func crowd() throws {
        // Kanji that no school teaches, by two and two; every other word stands in the data.
        let kanji = (0x3400..<0x3BD0).compactMap { Unicode.Scalar($0 as UInt32) }
        let words: [String] = stride(from: 0, to: kanji.count, by: 2).map { (index: Int) -> String in
            var word = String.UnicodeScalarView()
            word.append(kanji[index])
            word.append(kanji[index + 1])
            return String(word)
        }
        var facilities: String = "private:\n"
        var main: String = ""
        for (index, word) in words.enumerated() {
            if index % 2 == 0 {
                facilities += "  - {id: f\(index), name: \(word)の家, postal_code: 665-0865, "
                facilities += "address: 兵庫県宝塚市寿町9-10-\(index + 1), no_telephone: 非公開}\n"
            } else {
                main += "<p>\(word)に</p>"
            }
        }
        main += "{{#facilities.private}}<p>{{name}}</p>{{/facilities.private}}"
        let told = try render(main, ruby: "grade-6", facilities: facilities).diagnostics
        for word in words {
            let finding = try #require(
                told.first { $0.code == .unreadKanji && $0.summary.ja.contains("「\(word)」") }, "\(word)")
            let place = try #require(finding.place)
            #expect(String(decoding: place.source.bytes[place.range], as: UTF8.self) == word)
        }
    }

    @Test("A document has its own, and text has the readings in brackets")
    func document() throws {
        let made = try render("<p>不登校の子</p>")
        #expect(made.text.contains("不登校（ふとうこう）の子"))
        #expect(made.html.contains("<title>") && !made.html.contains("<title><ruby"))
        let board = Rendering.notices.replacing("title: お", with: "ruby: none, title: お")
        let plain = try Rendering.notice(
            "<html lang=\"ja\"><head><title>題</title></head><body><main><h1>題</h1><p>不登校</p></main></body></html>",
            board: board + "style: {ruby: grade-1}\n" + Self.readings)
        #expect(!plain.html.contains("<ruby>"))
    }

    @Test("Of two readings of a word none is taken")
    func ambiguous() throws {
        let two = Self.readings + "  - word: 塾\n    furigana: まなびや\n"
        let made = try render("<p>塾</p>", readings: two)
        #expect(made.main == "<p>塾</p>")
        #expect(made.diagnostics.map(\.code) == [.unreadKanji])
    }
}
