import Japanese
import Proofreading
import Testing

/// What was to be written later, and what merely looks so.
@Suite struct LeftoverRuleTests {
    @Test(
        "A sign of what is still to be written",
        arguments: [
            ("○○課", "○○"), ("××年度", "××"), ("△△小学校", "△△"), ("■■■", "■■■"), ("TODO 確認", "TODO"), ("FIXME", "FIXME"),
            ("要確認：人数", "要確認"), ("人数は確認中", "確認中"), ("【修正案】第1案", "修正案】"), ("支援する。←課長が確認", "←課長が確認"),
            ("12人（課長指摘）", "課長指摘"), ("※後で直す", "※後で"), ("日程は調整中", "調整中"), ("Lorem ipsum", "Lorem"),
            ("000-0000", "000-0000"),
            ("0000-00-0000", "0000-00-0000"), ("XXXX施設", "XXX"), ("〇〇市", "〇〇"),
            ("会には、●団体が参加した。", "●団体"), ("募集人数は〇〇人とし、面接で決める。", "〇〇"), ("約80人〇〇人が参加", "〇〇"), ("（←財政課に確認）4％の増", "←財政課に確認"),
            ("規則第　条による。", "第　条"),
            ("別紙1【別紙は後日差し替え】のとおり", "【別紙は後日差し替え】"),
            ("【ここに窓口の番号を入れる】", "【ここに窓口の番号を入れる】"), ("担当課：（担当課名を入力）", "（担当課名を入力）"), ("会長は、教育長の（氏名）とする。", "（氏名）"),
            ("互選により（氏名）委員が選ばれた。", "（氏名）"), ("日没の？分前に行う。", "？分"),
            ("担当は生涯学習課（内線は後で入れる）です。", "後で入れる"), ("別紙（後で添付）のとおり", "後で添付"), ("面積は、ここに本文を入力のとおり", "ここに本文"),
            ("【田中さん、直しておいてください】", "【田中さん、直しておいてください】"),
        ])
    func found(text: String, leftover: String) {
        let scalars = Array(text.unicodeScalars)
        let found = LeftoverRule.find(in: scalars)
        #expect(found.first.map { String(String.UnicodeScalarView(scalars[$0])) } == leftover)
        let bytes = Array(text.utf8)
        let isSuspicious = LeftoverRule.isSuspicious(bytes.span)
        #expect(isSuspicious)
    }

    @Test(
        "Right texts",
        arguments: [
            "○印を付ける。", "×は使えない。", "一〇〇人", "二〇〇〇年", "一〇〇％", "二○○九年度", "九、二八七、〇〇〇人", "二、〇〇〇、〇〇〇円", "三三度三〇分", "小→中→高",
            "学校←→家庭", "電話は072-000-0000です。", "電話 0797-00-0000",
            "確認の上、報告する。", "調整を図る。", "検討中である。", "仮称", "要件", "XとY", "■施設の一日", "第1条", "【入力の方法】", "【確認事項】", "【利用を検討中の方へ】",
            "【後日の面談】", "【日程が未定の場合】", "【ここに相談】", "回答（氏名を入力）",
            "市教委第　　　号", "城北高校は仮設校舎です。", "100-0001", "10000円",
        ])
    func right(text: String) { #expect(LeftoverRule.find(in: Array(text.unicodeScalars)).isEmpty) }
}
