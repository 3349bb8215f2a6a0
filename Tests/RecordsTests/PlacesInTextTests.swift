import Diagnostics
import Files
import Records
import TestSupport
import Testing

/// Postal codes, municipalities, telephone numbers that sentences name, by the tables and the board's data.
@Suite struct PlacesInTextTests {
    private func codes(_ text: String) throws -> [DiagnosticCode] {
        let facility = "id: a, name: 甲の家, postal_code: 665-0865, address: 兵庫県宝塚市寿町9-10-2F, telephone: 0797-86-2321"
        let (board, _) = try TinyBoard.load(TinyBoard.facilities([facility]))
        let places = try #require(PlacesInText(board, try AddressTests.reference.get()))
        let source = SourceFile(path: "text", text: text)
        return places.findings(in: Array(text.unicodeScalars)) { Diagnostic.Place(source, $0) }.map(\.code)
    }

    @Test(
        "Right places are left alone",
        arguments: [
            "〒665-8665 宝塚市東洋町1番1号の教育支援課", "〒530-0001大阪府大阪市北区梅田1丁目", "兵庫県猪名川町と兵庫県川辺郡猪名川町", "大阪府豊中市や吹田市",
            "兵庫県下市町村の取組、兵庫県内の市、兵庫県市町村教育委員会連合会、兵庫県町村会", "奈良県大和郡山市と三重県四日市市", "東京都府中市、広島県府中市、東京都区部",
            "福岡県北九州市小倉北区、京都府京都市、北海道教育委員会", "千葉県市川市、山梨県市川三郷町、滋賀県野洲市", "電話0797-86-2321", "電話0797-86-2322",
        ])
    func right(text: String) throws {
        #expect(try codes(text).isEmpty)
    }

    @Test(
        "Slips are told",
        arguments: [
            ("〒665-8656宝塚市東洋町1番1号の教育支援課", .unknownPostalCode), ("〒530-0001 宝塚市東洋町1番1号", .postalCodeElsewhere),
            ("兵庫県豊中市や吹田市", .boardIdentity), ("兵庫県猪名川市から転入した児童", .boardIdentity), ("電話0797-68-2321", .sharedTelephone),
        ] as [(String, DiagnosticCode)])
    func slips(text: String, code: DiagnosticCode) throws {
        #expect(try codes(text) == [code])
    }
}
