import Japanese
import TestSupport
import Testing

@Suite struct LineBreakerTests {
    func lines(
        _ text: String, _ columns: Int, strictness: LineBreaker.Strictness = .strict, hanging: Bool = true
    ) -> [String] {
        let bytes = Array(text.utf8)
        var lines: [String] = []
        LineBreaker(strictness: strictness, hanging: hanging).breakLines(bytes.span, first: columns, rest: columns) {
            lines.append(String(decoding: bytes[$0], as: UTF8.self))
        }
        return lines
    }

    @Test(
        "Rules of line breaking",
        arguments: [
            // Not at a line's start.
            ("あいうえ」お", 8, ["あいう", "え」お"]), ("あいうえーお", 8, ["あいう", "えーお"]), ("あいうえ々お", 8, ["あいう", "え々お"]),
            ("あいうえっか", 8, ["あいう", "えっか"]), ("あいうえ・お", 8, ["あいう", "え・お"]), ("あいうえ）お", 8, ["あいう", "え）お"]),
            // Not at a line's end.
            ("あいう「えお", 8, ["あいう", "「えお"]), ("あいう（（え", 10, ["あいう", "（（え"]),
            // Hanging.
            ("あいうえ、お", 8, ["あいうえ、", "お"]), ("あいうえ。", 8, ["あいうえ。"]),
            // Never split.
            ("あいう2025", 8, ["あいう", "2025"]), ("あいう１２３", 8, ["あいう", "１２３"]), ("ああ7,892千円", 12, ["ああ", "7,892千円"]),
            ("ああ7,892千円", 13, ["ああ7,892千円"]), ("あいう10人", 8, ["あいう", "10人"]), ("ああ３年", 6, ["ああ", "３年"]),
            ("あああ第1号", 8, ["あああ", "第1号"]), ("ああ令和５年", 8, ["ああ", "令和５年"]), ("あい——う", 6, ["あい", "——う"]),
            ("あいう……え", 8, ["あいう", "……え"]), ("あいうSwift", 10, ["あいう", "Swift"]),
            ("あ https://example.jp/a 見", 24, ["あ https://example.jp/a", "見"]),
            // か is part of a number's unit, or a word behind it.
            ("あ5か月", 6, ["あ", "5か月"]), ("あ5分か6分", 6, ["あ5分", "か6分"]),
            ("ああ０－１", 6, ["ああ", "０－１"]), ("ああ（ い", 6, ["ああ", "（ い"]), ("ああ〒665", 6, ["ああ", "〒665"]),
            ("ああか\u{3099}か\u{3099}", 6, ["ああか\u{3099}", "か\u{3099}"]),
            // Spaces at a break belong to no line; a line break in the text is one.
            ("ab cd", 2, ["ab", "cd"]), ("あい　うえ", 4, ["あい", "うえ"]), ("あ\nい", 8, ["あ", "い"]),
            ("あ\n\nい", 8, ["あ", "", "い"]),
            ("", 8, [""]), ("　あ", 8, ["　あ"]),
            // What is longer than a line is split where the line is full.
            ("abcdefgh", 4, ["abcd", "efgh"]),
            // An address behind one of its signs.
            ("https://a.example.jp/b-c?d=e", 20, ["https://a.example.", "jp/b-c?d=e"]),
            ("見 https://example.jp/kyoiku/index.html", 22, ["見", "https://example.jp/", "kyoiku/index.html"]),
            // Not behind the scheme, which says nothing by itself.
            ("https://abcdefghijkl", 10, ["https://ab", "cdefghijkl"]),
            ("https://www.city.jp/a", 12, ["https://www.", "city.jp/a"]),
            // Not behind the indentation alone.
            ("　https://abcdefgh", 10, ["　https://", "abcdefgh"]), ("あ\n　https://abc", 10, ["あ", "　https://", "abc"]),
        ])
    func rules(text: String, columns: Int, expected: [String]) {
        #expect(lines(text, columns) == expected)
    }

    @Test(
        "A number in full-width digits, with what no line may part from it",
        arguments: [
            ("平成２８年法律", "[平成２８年]法律"), ("令和７年２月１４日", "[令和７年][２月][１４日]"), ("定員は１０人です。", "定員は[１０人]です。"),
            ("（第１２条）", "（[第１２条]）"), ("１，２００人、３か月", "[１，２００人]、[３か月]"), ("約１．８倍、３．７％", "約[１．８倍]、[３．７]％"),
            ("５、６", "５、６"), ("1０人と10人", "[1０人]と10人"), ("０７９７－８７－１７１８へ", "[０７９７－８７－１７１８]へ"),
            ("〒６６５－０８２７", "[〒６６５－０８２７]"),
            ("１２３４５６７８９０１２３４５６７", "１２３４５６７８９０１２３４５６７"), ("漢字かな", "漢字かな"), ("", ""), ("１", "１"),
            ("５分か１０分", "[５分]か[１０分]"), ("１０～２０名", "[１０]～[２０名]"), ("あ １０ い", "あ [１０] い"),
        ])
    func fullwidthNumbers(text: String, marked: String) {
        let bytes = Array(text.utf8)
        var found = bytes
        for range in LineBreaker().fullwidthNumbers(in: bytes.span).reversed() {
            found.insert(contentsOf: "]".utf8, at: range.upperBound)
            found.insert(contentsOf: "[".utf8, at: range.lowerBound)
        }
        #expect(String(decoding: found, as: UTF8.self) == marked)
    }

    @Test(
        "A number in half-width digits with what counts it",
        arguments: [
            ("小学3年生から6年生まで", "小学[3年]生から[6年]生まで"), ("令和7年2月14日", "[令和7年][2月][14日]"), ("定員は10人です。", "定員は[10人]です。"),
            ("（第12条）", "（[第12条]）"), ("1,200人、3か月", "[1,200人]、[3か月]"), ("3.7%", "3.7%"), ("1０人と10人", "[1０人]と[10人]"),
            ("0797-87-1718", "0797-87-1718"), ("A4判", "A4判"), ("漢字", "漢字"), ("", ""),
        ])
    func countedNumbers(text: String, marked: String) {
        let bytes = Array(text.utf8)
        var found = bytes
        for range in LineBreaker().countedNumbers(in: bytes.span).reversed() {
            found.insert(contentsOf: "]".utf8, at: range.upperBound)
            found.insert(contentsOf: "[".utf8, at: range.lowerBound)
        }
        #expect(String(decoding: found, as: UTF8.self) == marked)
    }

    @Test(
        "Where an address may be divided",
        arguments: [
            ("http://www.t-yama.jp/a_b.html?x=1&y=2#z", "http://www.|t-|yama.|jp/|a_b.|html?|x=|1&|y=|2#z"),
            ("見学はhttps://a.jp/へ", "見学はhttps://a.|jp/へ"), ("www.a.jp と a@b.jp", "www.|a.|jp と a@|b.|jp"),
            ("3.5 a-b A/B @x", "3.5 a-b A/B @x"), ("", ""),
        ])
    func addresses(text: String, divided: String) {
        let bytes = Array(text.utf8)
        let places = [0] + WebAddressBreaks.find(in: bytes) + [bytes.count]
        let pieces = zip(places, places.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
        #expect(pieces.joined(separator: "|") == divided)
    }

    @Test(
        "The pieces that no line may part",
        arguments: [
            ("７，８９２千円の", "７，８９２千円|の"), ("〒665-0827 宝塚市", "〒665-0827|宝|塚|市"), ("きゃっか", "きゃっ|か"), (" \n", ""),
        ])
    func units(text: String, pieces: String) {
        let bytes = Array(text.utf8)
        var found: [String] = []
        LineBreaker().eachUnit(of: bytes.span) { found.append(String(decoding: bytes[$0], as: UTF8.self)) }
        #expect(found.joined(separator: "|") == pieces)
    }

    @Test("The weak rule lets small kana, ー and 々 begin a line")
    func weak() {
        #expect(lines("あいうえーお", 8, strictness: .weak) == ["あいうえ", "ーお"])
        #expect(lines("あいうえ々お", 8, strictness: .weak) == ["あいうえ", "々お"])
        #expect(lines("あいうえ」お", 8, strictness: .weak) == ["あいう", "え」お"])
    }

    @Test("Without hanging nothing stands past the end")
    func withoutHanging() {
        #expect(lines("あいうえ、お", 8, hanging: false) == ["あいう", "え、お"])
    }

    @Test("No character is lost and no line is too long, at any width", arguments: 4...60)
    func everythingIsKept(columns: Int) {
        let text =
            "国は、令和元年10月25日付け元文科初第698号「支援の在り方について（通知）」により、支援の考え方を示しました……。"
            + "「Palたからづか」（0797-87-1718、https://www.example.jp/a?b=c）では7,892千円を見込む——そうです。ーーーっっっ"
        let result = lines(text, columns)
        #expect(result.joined().filter { $0 != " " } == text.filter { $0 != " " })
        let width = DisplayWidth()
        for line in result {
            let body = line.hasSuffix("。") || line.hasSuffix("、") ? String(line.dropLast()) : line
            #expect(width.columns(body) <= columns)
            #expect(!line.hasSuffix(" "))
        }
    }

    @Test("No line begins or ends against the rules where the line is long enough", arguments: 24...60)
    func noRuleIsBroken(columns: Int) {
        let text = String(repeating: "あ、い。「う」（え）お・か：きゃーく々け！こ？『さ』し…す", count: 8)
        for line in lines(text, columns) {
            #expect(!"、。」）・：ゃー々！？』".contains(line.first ?? "あ"))
            #expect(!"「（『".contains(line.last ?? "あ"))
        }
    }

    static let pieces = [
        "あ", "ん", "漢", "字", "。", "、", "」", "「", "（", "）", "・", "：", "ー", "っ", "ゃ", "々", "！", "？", "…", "——", "『", "』",
        "か\u{3099}", "𠮷", "😀", "ｱ", "ﾞ", "Swift", "e-mail", "https://example.jp/a?b=c", "2025", "7,892千円", "第1号",
        "令和５年",
        "１２３", "〒665-0865", " ", "　", "(", ")", "%", "10人", "\n",
    ]

    @Test(
        "Of any text no character is lost, no line is too long, and no rule is broken that can be kept",
        arguments: 0..<400)
    func anyText(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let text = generator.text(of: Self.pieces, count: 0...60)
        let columns = Int.random(in: 2...60, using: &generator)
        let hanging = Bool.random(using: &generator)
        let strictness = [LineBreaker.Strictness.strict, .weak].randomElement(using: &generator) ?? .strict
        let lines = lines(text, columns, strictness: strictness, hanging: hanging)
        func ink(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { !" 　\n".unicodeScalars.contains($0) }
        }
        #expect(lines.flatMap(ink) == ink(text))
        let width = DisplayWidth()
        for line in lines {
            let past = hanging ? line.unicodeScalars.last { "。、".unicodeScalars.contains($0) } : nil
            #expect(width.columns(line) <= columns + (past == nil ? 0 : 2), "\(line)")
        }
        // Where some piece is longer than a line, it has to be split somewhere.
        let bytes = Array(text.utf8)
        let breaker = LineBreaker(strictness: strictness, hanging: hanging)
        var widest = 0
        breaker.eachUnit(of: bytes.span) { widest = max(widest, width.columns(Array(bytes[$0]))) }
        #expect(breaker.widestUnit(bytes.span) == widest)
        guard widest <= columns else { return }
        let notStart = "。、」）』)・：！？%" + (strictness == .strict ? "ーっゃ々" : "")
        let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for paragraph in paragraphs {
            let broken = self.lines(paragraph, columns, strictness: strictness, hanging: hanging)
            for (line, next) in zip(broken, broken.dropFirst()) {
                let (end, start) = (ink(line).last, ink(next).first)
                #expect(!(start.map { notStart.unicodeScalars.contains($0) } ?? false), "\(line)|\(next)")
                #expect(!(end.map { "「（『(".unicodeScalars.contains($0) } ?? false), "\(line)|\(next)")
                #expect(next.unicodeScalars.first?.properties.generalCategory != .nonspacingMark)
            }
        }
    }
}
