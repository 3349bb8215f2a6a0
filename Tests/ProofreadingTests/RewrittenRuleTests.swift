import Testing

@testable import Proofreading

/// Two halves of a sentence side by side, and what merely stands so.
@Suite struct RewrittenRuleTests {
    static func halves(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return RewrittenRule.findings(in: scalars).map { String(String.UnicodeScalarView(scalars[$0.range])) }
    }

    @Test(
        "Halves of a sentence that was written anew",
        arguments: [
            ("研修は5月14日から15日16日まで行う。", "15日16日"), ("定員は30人40人とする。", "30人40人"), ("1回2回と回を重ねる。", ""),
            ("期間は令和5年度令和6年度令和7年度とする。", "令和5年度令和6年度"),
            ("面談室は2階3階の奥にある。", "2階3階"),
            ("改定後の額は令和5年度令和6年度から適用する。", "令和5年度令和6年度"), ("受付は午後午前9時に始める。", "午後午前"),
            ("結果は文書で報告する伝える。", "報告する伝える"), ("名簿を作成した提出します。", "作成した提出します"),
            ("見学の方は、北門を東門を御利用ください。", "北門を東門を"), ("公開授業は開催予定であるを予定している。", "であるを"),
        ])
    func found(text: String, halves: String) { #expect(Self.halves(text) == (halves.isEmpty ? [] : [halves])) }

    @Test(
        "Right texts",
        arguments: [
            "1回2回と回を重ねる。", "一人1人に応じる。", "1日1日を大切にする。", "第3条第4条を改める。", "3年2組", "10時30分から11時まで", "令和6年4月1日",
            "令和元年度、令和2年度", "午前午後とも行う。", "欠席した場合連絡する。", "参加した旨記載する。", "支援する者がいる。", "対象を市民を中心に広げる。", "取組を補助事業を活用して支える。",
            "職員を派遣を希望する学校に送る。", "参加せざるを得ない。", "名前である。を消す。", "「15日16日」と書く。",
        ])
    func right(text: String) { #expect(Self.halves(text) == []) }
}
