import Diagnostics
import Files
import Testing

/// Two spellings of one word in a document, and other words that are written with the same letters.
@Suite struct UsagePairTests {
    /// What is found in a board's own template.
    func codes(_ text: String, shared: String = "", facilities: String = Rendering.facilities) throws -> [String] {
        let page = "<html lang=\"ja\"><body><h1>題</h1>{{$own}}{{/own}}<p>\(shared)。</p></body></html>"
        let (_, diagnostics) = try Rendering.render(
            board: "test",
            data: ["Data/test/board.yaml": Rendering.notices, "Data/test/facilities.yaml": facilities],
            templates: [
                "Templates/notice.html": page,
                "Templates/test/notice.html": "{{<notice}}{{$own}}<p>\(text)</p>{{/own}}{{/notice}}",
            ], only: ["notice"])
        return diagnostics.map { "\($0.code.id) \($0.place?.source.path ?? "")" }
    }

    @Test(
        "A word in two spellings is found",
        arguments: [
            "電話又はメール。来所またはオンライン。", "連絡するまたは訪ねる。電話又は窓口", "本人または御家族、父又は母", "学校および家庭、父及び母",
            "児童ならびに生徒、父並びに母", "実施にあたって、利用に当たって", "会議を行った。研修をおこなった。", "毎日行った。研修をおこなった。", "全ての学校のすべての教室",
            "人との関わり、地域とのかかわり", "サーバーとサーバの", "子供と子どもの", "障害のある人、障がいのある人", "発達障害と発達障がい", "取組を進め、取り組みを広げる",
        ])
    func found(text: String) throws {
        #expect(try codes(text) == ["J012 Templates/test/notice.html"])
    }

    @Test(
        "Other words with the same letters are left alone",
        arguments: [
            "いずれまたはっきりお知らせします。電話又はメール", "またはじめから。電話又はメール", "絵はがきまたはがき。電話又はメール", "全国におよび、父及び母", "歯ならびに気を付け、父並びに母",
            "ボールが当たって、実施にあたって", "学校に行って、調べたことをおこなった。", "連れて行った。おこなった。", "にかかわりなく、人との関わり", "サーバーとサーバント",
            "ユーザーとユーザビリティ", "通信障害と障がいのある人", "障害物競走と障がいのある人", "障がい福祉課と障害のある人", "障害者手帳と障がいのある人", "子供と子ども家庭センター",
            "子供と子ども・子育て支援法", "子供と「子どもの日」", "氷の上ですべって、全ての児童が", "資料を下さい。御覧ください。", "全力を致します。お願いいたします。",
        ])
    func leftAlone(text: String) throws {
        #expect(try codes(text).isEmpty)
    }

    @Test("A name of the data is spelt as it stands there")
    func names() throws {
        let facilities = Rendering.facilities.replacing("name: 乙", with: "name: 子どもの家 さくら")
        #expect(try codes("子供が子どもの家 さくらに通う。", facilities: facilities).isEmpty)
        #expect(try codes("子供が子どもの部屋に通う。", facilities: facilities).count == 1)
    }

    @Test("A board follows the shared text, however often it writes otherwise")
    func shared() throws {
        #expect(
            try codes("父または母。兄または姉。弟または妹", shared: "父又は母") == ["J012 Templates/test/notice.html"])
        #expect(try codes("ＩＣＴとＩＣＴ", shared: "ICTを用い") == ["J012 Templates/test/notice.html"])
        #expect(try codes("父", shared: "父又は母、兄または姉") == ["J012 Templates/notice.html"])
    }
}
