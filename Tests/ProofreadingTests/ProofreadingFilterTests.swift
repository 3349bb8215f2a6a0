import Bytes
import TestSupport
import Testing

@testable import Japanese
@testable import Proofreading

/// The filter may doubt a text that is right, but must not let one pass in which a rule finds something.
@Suite struct ProofreadingFilterTests {
    /// Characters of all sorts that the rules look at, and some beside them; strings of two letters come up often.
    private static let pieces =
        "のをがにではへと、。て及び又漢字学校施設一人丁目郡市山田ひらりまあいつよっょカタンキヤツロニエトーハヘべペ口二工力八夕―－‐才卜（）()「」『』［］[]【】“”｛｝ 　aOl０1９-・～〜﨑塚"
        .map(String.init) + [
            "夫す", "量を", "つの", "ブレット", "イプ", "ウンセ", "リキュラ", "l2", "ー", "から", "につい", "ある", "キヤン", "しましよう", "一人", "について",
            "丁目", "東京都", "です。", "ﾊﾟ", "⽂", "巾",
            "\u{3099}", "\u{200B}", "\u{FFFD}", "𠮷", "問エ", "1)", "ア）", "イ）", "a)", "b)", "\u{200D}", "👩", "\u{FE0F}",
            "さん", "林 健",
        ]

    @Test(arguments: 0..<8)
    func letsNothingPass(seed: Int) {
        var passed = 0
        var generator = SeededGenerator(seed: seed)
        for round in 0..<4_000 {
            var text = generator.text(of: Self.pieces, count: 1...7)
            // What stands twice in a row.
            if round % 3 == 0 { text += text }
            let bytes = Array(text.utf8)
            let isProse = round % 2 == 0 || text.contains("、") || text.contains("。")
            guard !Proofreader.isSuspicious(bytes.span, isProse: isProse) else { continue }
            passed += 1
            let scalars = Array(text.unicodeScalars)
            let genres: [Proofreader.Genre] = isProse ? [.prose] : [.name, .address]
            let found =
                Proofreader.characters(scalars) + genres.flatMap { Proofreader.words(scalars, genre: $0) }
            #expect(found.isEmpty, "\(text): \(found)")
        }
        #expect(passed > 100)
    }

    /// What the rules' tables and ranges have, one by one: what a filter beside them leaves out, it lets pass here.
    @Test func knowsEachCharacter() {
        let companies = [("", ""), ("校", ""), ("校", "校"), ("カ", "カ"), ("あ", "あ"), ("1", "校")]
        for value in Array(0x21...0x33FF) + Array(0xF900...0xFFFF) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            for (before, behind) in companies {
                let text = "\(before)\(scalar)\(behind)"
                guard !Proofreader.isSuspicious(Array(text.utf8).span) else { continue }
                let scalars = Array(text.unicodeScalars)
                let found = Proofreader.characters(scalars) + Proofreader.words(scalars, genre: .name)
                #expect(found.isEmpty, "\(text): \(found)")
            }
        }
    }

    @Test func knowsEachLargeKana() {
        for piece in LargeKanaRule.pieces.values.joined() {
            let text = String(scalars: piece.wrong)
            let isSuspicious = Proofreader.isSuspicious(Array(text.utf8).span)
            #expect(isSuspicious, "\(text)")
        }
    }
}
