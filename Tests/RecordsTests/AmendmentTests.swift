import Records
import TestSupport
import Testing

/// What is amended between two texts and two lists: as little as a person would mark, and nothing that reads the same.
@Suite struct AmendmentTests {
    /// A new and an old text, and the same with 【】 round what is marked.
    private static let texts: [(String, String, String, String)] = [
        ("令和7年度", "令和6年度", "令和【7】年度", "令和【6】年度"),
        ("346,482人", "299,048人", "【346,482】人", "【299,048】人"),
        ("年6回開く。", "年5回開く。", "年【6】回開く。", "年【5】回開く。"),
        ("早期の支援につなげる。", "支援につなげる。", "【早期の】支援につなげる。", "支援につなげる。"),
        ("明るい会場で開く。", "明るい教室で開く。", "明るい【会場】で開く。", "明るい【教室】で開く。"),
        ("電話：03-1234-5679", "電話：03-1234-5678", "電話：03-1234-【5679】", "電話：03-1234-【5678】"),
        ("N高校に通う。", "S高校に通う。", "【N】高校に通う。", "【S】高校に通う。"),
    ]

    @Test("What is marked is what a person would mark", arguments: texts)
    func marked(_ new: String, _ old: String, _ after: String, _ before: String) throws {
        let text = try #require(AmendedText(new: new, old: old))
        func shown(_ pieces: [AmendedText.Piece]) -> String {
            pieces.map { $0.isChanged ? "【\($0.text)】" : $0.text }.joined()
        }
        #expect(shown(text.new) == after)
        #expect(shown(text.old) == before)
        #expect(text.new.map(\.text).joined() == new)
        #expect(text.old.map(\.text).joined() == old)
    }

    /// Pairs that say the same.
    private static let same = [
        ("令和６年度", "令和6年度"), ("フリースクール", "ﾌﾘｰｽｸｰﾙ"), ("渡邊さん", "渡辺さん"), ("が", "か\u{3099}"),
        ("楽笑　フリースクール", "楽笑 フリースクール"), ("２－１", "2-1"), ("（注）", "(注)"), ("宝塚市", "寶塚市"),
    ]

    @Test("Widths, forms of a glyph, normalisation and spaces are no amendments", arguments: same)
    func unamended(_ one: String, _ other: String) { #expect(AmendedText(new: one, old: other) == nil) }

    @Test("What stands in the pieces is the text, of whatever there is", arguments: 0..<300)
    func pieces(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let letters = Array("あいう漢字、。12AB 　\nが")
        func text() -> String {
            String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in letters.randomElement(using: &random) ?? "あ" })
        }
        let (new, old) = (text(), text())
        guard let amended = AmendedText(new: new, old: old) else {
            #expect(AmendedText.folded(new) == AmendedText.folded(old))
            return
        }
        for (pieces, text) in [(amended.new, new), (amended.old, old)] {
            #expect(pieces.map(\.text).joined() == (text.allSatisfy(\.isWhitespace) ? "" : text))
            // Nothing is marked that says nothing.
            #expect(!pieces.contains { $0.text.allSatisfy(\.isWhitespace) })
        }
        // What is not marked is the same in both.
        let (after, before) = (amended.new.filter { !$0.isChanged }, amended.old.filter { !$0.isChanged })
        #expect(AmendedText.folded(after.map(\.text).joined()) == AmendedText.folded(before.map(\.text).joined()))
    }

    /// Old and new items, an item a word, and the steps.
    private static let lists: [(String, String, String)] = [
        ("a b c", "a b c", "= = ="), ("a b c", "a x b c", "= +x = ="), ("a b c", "a c", "= -b ="),
        ("", "a", "+a"), ("a", "", "-a"), ("a b c d", "b c d a", "= = = >a"), ("a b c d", "d a b c", ">d = = ="),
        ("保護者の相談に応じる場 b", "保護者の相談に応じる機会 b", "~ ="),
        ("a 保護者の相談に応じる場 b c", "a b c 保護者の相談に応じる機会", "= = = >~"),
        ("a 保護者の相談に応じる場", "a 学校との連携を深める x 保護者の相談に応じる機会", "= +学校との連携を深める +x ~"),
        ("#k:古い題名 b", "b #k:まるで別", ">b ~"), ("#k:古い題名 b", "#k:まるで別 b", "~ ="),
        ("a a a", "a a", "= -a ="), ("a b", "b a", ">b ="), ("#k:題 #k:名", "#k:題 #k:名", "= ="),
    ]

    @Test("An item that comes, goes, moves or is changed is one step", arguments: lists)
    func aligned(_ old: String, _ new: String, _ steps: String) {
        func items(_ text: String) -> [(Alignment.Item, String)] {
            text.split(separator: " ").map { word in
                let parts = word.split(separator: ":")
                guard word.hasPrefix("#"), parts.count == 2 else { return (.init(text: String(word)), String(word)) }
                return (.init(identity: String(parts[0]), text: String(parts[1])), String(parts[1]))
            }
        }
        let (before, after) = (items(old), items(new))
        let found = Alignment.align(old: before.map(\.0), new: after.map(\.0)).map { step -> String in
            switch step {
            case .added(let place): return "+" + after[place].1
            case .removed(let place): return "-" + before[place].1
            case .both(let one, let other, let isMoved):
                let isSame = before[one].1 == after[other].1
                return (isMoved ? ">" : "") + (isSame ? isMoved ? after[other].1 : "=" : "~")
            }
        }
        // Of equal items it does not matter which goes.
        #expect(
            found.joined(separator: " ") == steps
                || found.sorted() == steps.split(separator: " ").map(String.init).sorted())
    }

    @Test(
        "Every item of both lists is in one step, and an edition compared with itself has none but pairs",
        arguments: 0..<200)
    func complete(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        func items() -> [Alignment.Item] {
            (0..<Int.random(in: 0...12, using: &random)).map { _ in
                let word = String(
                    (0..<Int.random(in: 1...4, using: &random)).map { _ in "abcd".randomElement(using: &random) ?? "a" }
                )
                return Alignment.Item(
                    identity: Int.random(in: 0...4, using: &random) == 0 ? "#" + word : nil, text: word)
            }
        }
        let (old, new) = (items(), items())
        var (olds, news): ([Int], [Int]) = ([], [])
        for step in Alignment.align(old: old, new: new) {
            switch step {
            case .added(let place): news.append(place)
            case .removed(let place): olds.append(place)
            case .both(let one, let other, _):
                olds.append(one)
                news.append(other)
            }
        }
        #expect(olds.sorted() == Array(old.indices))
        #expect(news == Array(new.indices))
    }
}
