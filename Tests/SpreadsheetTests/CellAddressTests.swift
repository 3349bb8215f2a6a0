import Spreadsheet
import Testing

@Suite struct CellAddressTests {
    @Test(arguments: [
        ("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("AZ1", 52, 1), ("ZZ1", 702, 1), ("AAA1", 703, 1),
        ("XFD1048576", 16_384, 1_048_576),
    ])
    func readsAndWrites(text: String, column: Int, row: Int) throws {
        let address = try #require(CellAddress(text))
        #expect(address == CellAddress(column: column, row: row))
        #expect(address.description == text)
    }

    @Test(arguments: [
        "", "A", "1", "A0", "a1", "1A", "A1B", "XFE1", "A1048577", "AAAA1", "A99999999999999999999", "Ａ１", "A-1",
    ])
    func refuses(text: String) { #expect(CellAddress(text) == nil) }
}
