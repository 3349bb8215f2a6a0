import TestSupport
import Testing

@testable import Proofreading

/// Notes of an author in words of his own, and sentences to readers that look alike (issue 16, point 3).
@Suite struct AuthorNoteTests {
    private func isFound(_ text: String) -> Bool { !LeftoverRule.find(in: Array(text.unicodeScalars)).isEmpty }

    private func isLookedAt(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return LeftoverRule.isSuspicious(bytes.span)
    }

    @Test(
        "Notes to oneself or to a colleague",
        arguments: [
            "施設の一覧を掲載します。ここ直す", "年間の運営に要する経費です。（財政課に確認する）", "保護者の相談に応じます。田中さんに聞く", "写真は後で差し替え",
            "この段落は前年度のままです。", "定員は何人？？", "→ここから差し替え", "（文章を考える）", "（後ほど追記）", "（あとで消す）", "（この行は削除）",
            "（数字を確認してから載せる）", "（昨年度の原稿を流用）", "（要修文）", "（表現を検討）", "（前任者に確認）", "（決裁後に日付を入れる）", "【図を挿入】", "（未記入）",
            "確認お願いします。", "佐藤係長、ここを見てください。", "去年の文をコピーしただけです。", "数値は仮です。", "※昨年度実績を入れておく", "（※調整後に記載）", "（この表現でよい？）",
            "以下余白に追記", "参加費は仮置きです。", "原稿待ち",
        ])
    func notes(text: String) {
        #expect(isFound(text))
        #expect(isLookedAt(text))
    }

    @Test("Every word of a note is found in a text that has nothing else", arguments: everyWord)
    func alone(text: String) {
        #expect(isFound(text))
        #expect(isLookedAt(text))
    }

    private static let everyWord: [String] = {
        func texts(_ words: [[Unicode.Scalar]]) -> [String] { words.map { String(String.UnicodeScalarView($0)) } }
        return AuthorNoteRule.whole.sorted().flatMap { ["（\($0)）", "本文です。\($0)"] }
            + texts(AuthorNoteRule.acts).flatMap { ["（この文\($0)）", "本文です。この文\($0)"] }
            + texts(AuthorNoteRule.laterActs).map { "後で\($0)" }
            + texts(AuthorNoteRule.doubts).filter { $0 != "必要" }.map { "（これは\($0)？）" }
            + texts(AuthorNoteRule.states).map { "この表は\($0)".replacing("はは", with: "は") }
            + texts(AuthorNoteRule.colleagues).map { "佐藤\($0)ここを見てください。" }
            + texts(AuthorNoteRule.requests).map { "課長、この文を\($0)" }
            + texts(AuthorNoteRule.sources).map { "\($0)をコピーしました。" }
            + texts(AuthorNoteRule.copies).map { "昨年の文を\($0)です。" }
            + texts(AuthorNoteRule.scalarsOfFigures + AuthorNoteRule.scalarsOfPlease)
    }()

    @Test("Sentences to readers that look alike", arguments: rightSentences)
    func right(text: String) { #expect(!isFound(text)) }

    @Test("Texts that end where something might begin", arguments: ["", "ま", "たま", "第", "0", "X", "（", "○"])
    func ends(text: String) { _ = isLookedAt(text) }

    private static let rightSentences = [
        "書類を後日差し替える場合は、学校に連絡してください。", "提出した書類を差し替えるときは、窓口に申し出てください。", "不明な点は、担当者に聞いてください。",
        "詳しくは、在籍する学校に聞いてください。", "子どもの気持ちを本人に聞くことが大切です。", "内容を確認する必要がある場合は、電話で連絡します。",
        "要件を満たしているかどうかを確認してから、出席として扱います。", "前年度のままの様式は、使わないでください。", "住所が前年度のままになっている場合は、変更の届出をしてください。",
        "後日、結果を文書で通知します。", "領収書は後日送付します。", "記入の漏れがないか、後で確認してください。", "控えは、後で確認できるように保管してください。", "空欄のままで提出してください。",
        "該当しない欄は、空欄としてください。", "未記入の欄がある場合は、受け付けられません。", "（案）の付いた文書は、決定前のものです。", "意見を募集する計画の案を公表します。",
        "課長が確認し、決裁を受けます。", "校長が確認した上で、教育委員会に報告します。", "担当課の確認を受けた書類を持参してください。", "写真を差し替えることができます。",
        "図を入れた資料を配布します。", "地図を入れたパンフレットを作成します。", "仮の住所を記入しないでください。", "資材を仮置きする場所を確保します。", "数値は速報値です。",
        "数値は、小数第2位を四捨五入したものです。", "内容は、毎年更新することとしています。", "最新の情報に更新するよう努めます。", "時期は、学校と調整して決定します。",
        "日程は、調整の上、お知らせします。", "会場は現在調整中です。決まり次第お知らせします。", "制度の見直しを検討しています。", "協議中の案件については、回答できません。",
        "旧制度の対象者は、引き続き利用できます。", "（旧宝塚町の区域を含む。）", "表現を工夫し、分かりやすく説明します。", "文章を考える力を育てます。", "削除した項目は、次のとおりです。",
        "この欄は、記入しないでください。", "※後日、面談の日時をお知らせします。", "※記入例を参考にしてください。", "※数字は令和6年5月1日現在のものです。", "【検討の経過】", "【様式の記入例】",
        "テストの結果だけで評価しません。", "サンプルを持ち帰ることができます。", "校正を2回行います。", "担任に相談してください。", "先生に聞いてみましょう。",
        "相談員が、話をよく聞きます。", "このような場合は、どこに相談すればよいですか？", "いつから利用できますか？", "人数は、5月1日に確定します。", "交付の決定後に日付を記入してください。",
        "別途、相談に応じます。", "昨年度の実績を基に計画を立てます。", "コピーを提出してください。", "余白に記入してください。", "→ 学校に相談する", "家庭→学校→教育委員会の順に報告します。",
        "電話で予約（担任に確認）", "開館の時間（要確認の場合は電話）",
    ]
}
