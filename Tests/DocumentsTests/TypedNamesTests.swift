import Diagnostics
import Documents
import Records
import Testing

/// Names and addresses that a template's author has typed, against those of the data.
@Suite struct TypedNamesTests {
    private func codes(_ sentence: String) throws -> [DiagnosticCode] {
        let page = "<html lang=\"ja\"><body><h1>題</h1><p>\(sentence)</p></body></html>"
        return try Rendering.render(
            board: "takarazuka", templates: ["Templates/takarazuka/guideline.html": page], only: ["guideline"]
        ).diagnostics.map(\.code)
    }

    @Test(
        "A name that is nearly one of the data's",
        arguments: [
            ("県立但島やまびこの郷に泊まります。", true), ("県立但馬やまびこの郷に泊まります。", false), ("兵庫県立但馬やまびこの郷に泊まります。", false),
            ("Palたからずかを見学します。", true), ("「Palたからずか」を見学します。", true), ("Palたからづかを見学します。", false),
            ("宝塚市教育員会に提出します。", true), ("宝塚市教育委員は5人です。", false), ("宝島市教育委員会と連携します。", false), ("宝塚市教育委員会に提出します。", false),
            ("トライ式高学院中等部に通います。", true), ("トライ式高等学院中等部に通います。", false),
        ])
    func names(sentence: String, isSlip: Bool) throws {
        #expect(try codes(sentence).contains(.nearName) == isSlip)
    }

    @Test(
        "A domain that ends in none that there is",
        arguments: [
            ("kyoiku@city.takarazuka.lg.jo に送ってください。", true), ("kyoiku@city.takarazuka.lg.jp に送ってください。", false),
            ("https://www.city.takarazuka.hyogo.jo/a.html をご覧ください。", true), ("ファイルa.joを開きます。", false),
        ])
    func domains(sentence: String, isSlip: Bool) throws {
        #expect(try codes(sentence).contains(.nearDomain) == isSlip)
    }
}
