import Testing

@testable import Proofreading

/// Real words told by the company that right texts have them in, without any line of `homophones.tsv`.
@Suite struct CompanyRuleTests {
    static func slips(_ text: String) throws -> [String] {
        let tables = try #require(CorpusTests.tables)
        let scalars = Array(text.unicodeScalars)
        return CompanyRule.findings(in: scalars, tables.company, tables.lexicon).map {
            "\(String(String.UnicodeScalarView(scalars[$0.range])))→\($0.replacement ?? "")"
        }
    }

    @Test(
        "A word of another company",
        arguments: [
            ("この処分に意義があるときは、審査請求をすることができる。", "意義→異議"), ("校庭に非難した児童の人数を確認する。", "非難→避難"),
            ("補助金の公布を申請する。", "公布→交付"), ("傷害のある児童への合理的配慮を行う。", "傷害→障害"), ("担い手の不足が器具されている。", "器具→危惧"),
            ("バッテリーを内臓した拡声器を配備する。", "内臓→内蔵"), ("田中委員が議長を努める。", "努め→務め"),
        ])
    func found(text: String, slip: String) throws { #expect(try Self.slips(text) == [slip]) }

    @Test(
        "The company of each word",
        arguments: [
            "この処分に異議があるときは、審査請求をすることができる。", "学校教育の意義を説明する。", "障害者雇用の促進を図る。", "身長を測る。", "校庭に避難した児童の人数を確認する。",
            "議員が市長を非難した。", "補助金の交付を申請する。", "条例を公布する。", "新しい制度を試行する。", "傷害保険に加入する。", "食物の消化を助ける。", "実験の器具を片付ける。",
            "内臓の働きを調べる。", "体温を測り、健康観察をする。", "校長の職務を務める。", "部活動の指導に努める。", "改訂", "県がガイドラインを改定した。",
            // Who writes both words knows one from the other; what is quoted is as it was written.
            "人事異動に伴い、机の移動を行う。", "解答欄に記入する試験と、回答を求める調査とがある。", "「意義があるときは」と書く。",
        ])
    func right(text: String) throws { #expect(try Self.slips(text) == []) }
}
