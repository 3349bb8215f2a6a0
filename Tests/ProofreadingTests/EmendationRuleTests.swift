import Foundation
import TestSupport
import Testing

@testable import Proofreading

/// What right texts never have side by side, without any line of a table of slips.
@Suite struct EmendationRuleTests {
    static func slips(_ text: String) throws -> [String] {
        let tables = try #require(CorpusTests.tables)
        let scalars = Array(text.unicodeScalars)
        return EmendationRule.findings(in: scalars, tables).map {
            "\(String(String.UnicodeScalarView(scalars[$0.range])))→\($0.replacement ?? "")"
        }
    }

    @Test(
        "A word that is read alike, a kanji for another",
        arguments: [
            ("会議の暴投、教育長から挨拶があった。", "暴投→冒頭"), ("待機自動は、前年度より減少した。", "自動→児童"), ("健康福祉寺務所で受け付けています。", "寺務→事務"),
            ("該等する世帯は、申請書を提出してください。", "該等す→該当す"), ("補助金の交府決定を受けた事業者", "交府決→交付決"), ("アンケートの結果を分折したところ、", "分折し→分析し"),
            ("安心して過ごせる居馬所を確保する。", "居馬所→居場所"), ("就学援助非は、口座に振り込みます。", "助非は→助費は"),
        ])
    func kanji(text: String, slip: String) throws { #expect(try Self.slips(text) == [slip]) }

    @Test(
        "Kana left out, doubled, changed about; a word half in kana; a word twice",
        arguments: [
            ("校舎の外壁にびひ割れが見つかった。", "にびひ割→にひび割"), ("雨天の場合は体育館て開催します。", "館て開→館で開"), ("全ての児童がのひのびと学べる。", "のひの→のびの"),
            ("学校の教員が一堂にに会し、意見を交わした。", "堂にに→堂に"), ("保護者がは希望する場合に限り、", "がは希→が希"), ("この補助きんの交付を受けようとする者は、", "きん→金"),
            ("委たく料の支払は、検査の後とする。", "たく→託"), ("同意を得た上で、関係関係機関に提供する。", "、関係関→、関"),
        ])
    func kana(text: String, slip: String) throws { #expect(try Self.slips(text) == [slip]) }

    @Test(
        "What may be written so",
        arguments: [
            "会議の冒頭、教育長から挨拶があった。", "該当する世帯は、申請書を提出してください。", "待機児童は、前年度より減少した。", "関係機関に情報を提供する。", "補助金の交付を受ける。",
            // Names, words of a trade, what stands beside katakana.
            "オンラインゆきだるまルームを開く。", "分教室は、令和8年春に開室する。", "相談のべ件数は前年の6割に減った。", "繰越し明許費を設定する。", "障がいのある子供の居場所",
            "助成制度には伴う責任がある。", "参加社を募る。", "小学生くらいの児童", "すもももももももものうち", "ははこぐさの会は、第2木曜日の午後に開く。", "避難所は、つづら折りの道の先にある。",
            // What is quoted is as it was written.
            "「会議の暴投」と書く。", "「該等する」は誤りである。", "", "暴", "ああああ",
        ])
    func right(text: String) throws { #expect(try Self.slips(text) == []) }

    @Test("A table that was cut off is refused", arguments: [0, 1, 100_000, 4_644_863])
    func cut(length: Int) throws {
        let whole = try Data(contentsOf: Project.root.appending(path: "Data/reference/sequences.bin"))
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "sequences.bin")
        try whole.prefix(length).write(to: path)
        #expect(throws: (any Error).self) { try CharacterSequences(path: path.path) }
    }
}
