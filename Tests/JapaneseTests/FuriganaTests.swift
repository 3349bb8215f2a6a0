import Japanese
import Testing

/// Readings laid above the kanji of a word.
@Suite struct FuriganaTests {
    @Test(
        "The kana of a word tell which part of its reading is whose",
        arguments: [
            ("不登校", "ふとうこう", "[不登校|ふとうこう]"),
            ("営む", "いとなむ", "[営|いとな]む"),
            ("取り組み", "とりくみ", "[取|と]り[組|く]み"),
            ("お問い合わせ", "おといあわせ", "お[問|と]い[合|あ]わせ"),
            ("楽笑 フリースクール", "らくしょう ふりーすくーる", "[楽笑|らくしょう] フリースクール"),
            ("楽笑 フリースクール", "らくしょうふりーすくーる", "[楽笑|らくしょう] フリースクール"),
            ("学園 N中等部", "がくえん えぬちゅうとうぶ", "[学園|がくえん] [N中等部|えぬちゅうとうぶ]"),
            ("関ヶ原", "せきがはら", "[関ヶ原|せきがはら]"),
            ("ゔぁいおりん教室", "ばいおりんきょうしつ", nil),
            ("ヴァイオリン教室", "ゔぁいおりん きょうしつ", "ヴァイオリン[教室|きょうしつ]"),
            ("こんにちは会", "こんにちわかい", "こんにちは[会|かい]"),
            ("続き図", "つづきず", "[続|つづ]き[図|ず]"),
            // き is in 北 as well, so that the parts cannot be told apart.
            ("聞き北", "ききききた", "[聞き北|ききききた]"),
            ("人々の会", "ひとびとのかい", "[人々|ひとびと]の[会|かい]"),
            ("営む", "いとなみ", nil), ("営む", "む", nil), ("フリースクール", "ふりーすくーる", nil), ("塾", "", nil),
            ("塾", "ん", nil),
        ] as [(String, String, String?)])
    func parts(_ word: String, _ reading: String, _ expected: String?) {
        let parts = ReadWord(word, read: reading)?.parts.map { part in
            let text = String(String.UnicodeScalarView(part.text))
            return part.reading.map { "[\(text)|\($0)]" } ?? text
        }
        #expect(parts?.joined() == expected)
    }
}
