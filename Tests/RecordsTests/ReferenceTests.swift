import Diagnostics
import Files
import Foundation
import Records
import TestSupport
import Testing

@Suite struct ReferenceTests {
    @Test(
        "Kanji numerals in addresses compare as digits, in runs of any length",
        arguments: [
            ("北十条西", "北10条西"), ("二十三番地", "23-"), (String(repeating: "九", count: 40), String(repeating: "9", count: 40)),
        ])
    func numerals(address: String, normalized: String) {
        #expect(FoldedAddress(address).text == normalized)
    }

    @Test("A table of postal codes with control characters is refused", arguments: ["\r\r", "\u{0}", "\u{1B}[2J"])
    func controlCharacters(text: String) {
        let source = SourceFile(path: "table", text: "6650865\t28214\t兵庫県\t宝塚市\t寿町\tarea\(text)\n")
        #expect(throws: ParseError.self) { try PostalTableBuilder.build(from: source, offices: nil, title: "") }
    }
}
