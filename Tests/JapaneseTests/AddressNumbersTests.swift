import Japanese
import Testing

/// What of an address is one number: the end of a line may stand before it, and not in it.
@Suite struct AddressNumbersTests {
    @Test(
        "Numbers are found with their units and what joins them; towns and names of buildings are none",
        arguments: [
            ("兵庫県宝塚市寿町9-10-2F", ["9-10-2F"]),
            ("宝塚市小浜1丁目2番1号", ["1丁目2番1号"]),
            ("札幌市中央区北1条西3丁目1番7号", ["北1条西3丁目1番7号"]),
            ("札幌市中央区大通西3丁目1番7号", ["3丁目1番7号"]),
            ("藤沢市湘南台1丁目", ["1丁目"]),
            ("守谷市大柏950番地の1", ["950番地の1"]),
            ("312番地の5", ["312番地の5"]),
            ("千代田区一番町1－2－3 第二ビル5階501号室", ["1－2－3", "5階501号室"]),
            ("川崎市宮前区宮崎三丁目１番地", ["三丁目１番地"]),
            ("京都市中京区三条大橋10", []),
            ("宍粟市山崎町五十波430-2", ["430-2"]),
            ("明石市大久保町20ビル", []),
            ("上川郡東川町西4号北12番地", ["4号北12番地"]),
            ("", []), ("1", []), ("-", []), ("1-", []), ("西", []),
        ] as [(String, [String])])
    func numbers(_ address: String, _ numbers: [String]) {
        let bytes = Array(address.utf8)
        // Of a slice, places are the slice's own.
        let padded = Array("番".utf8) + bytes
        let found = AddressNumbers.find(in: padded[3...]).map { String(decoding: padded[$0], as: UTF8.self) }
        #expect(found == numbers)
    }
}
