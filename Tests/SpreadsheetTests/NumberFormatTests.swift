import Testing

@testable import Spreadsheet

@Suite struct NumberFormatTests {
    private func apply(_ format: NumberFormat, _ number: String, is1904: Bool = false) -> String {
        DecimalText(number).map { format.apply(to: $0, is1904: is1904) }.map { "\($0.kind) \($0.text)" } ?? "none"
    }

    @Test(arguments: [
        ("0.1", "0.1"), ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.3"), ("1.0", "1"), ("-0", "0"),
        ("007", "7"), ("1E3", "1000"),
        ("1.5e-7", "0.00000015"), ("12345678901234567890", "12345678901234600000"),
        ("999999999999999.9", "1000000000000000"),
        ("9.9999999999999995E-8", "0.0000001"), ("1E100", "1E100"), ("-2.5E-30", "-2.5E-30"), ("+3", "3"),
        (".5", "0.5"), ("5.", "5"),
        ("1234567890123", "1234567890123"), ("4.3499999999999996", "4.35"),
    ])
    func writesDecimals(stored: String, text: String) {
        #expect(apply(.general, stored) == "number \(text)")
    }

    @Test(arguments: ["", "-", ".", "1e", "e5", "1,0", "0x1", "NaN", "INF", "1 ", "1e1001", "１"])
    func refusesWhatIsNoNumber(text: String) {
        #expect(DecimalText(text) == nil)
    }

    @Test(arguments: [
        // Dates, in the ways that Excel in Japanese offers.
        ("yyyy/m/d", "45702", "date 2025-02-14"), ("[$-411]ggge\"年\"m\"月\"d\"日\";@", "45702", "date 2025-02-14"),
        ("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"", "45702", "date 2025-02-14"),
        ("[$-411]ge.m.d", "45702.5", "date 2025-02-14"),
        ("yyyy\\-mm\\-dd", "45702", "date 2025-02-14"), ("m\"月\"d\"日\"", "45702", "date 2025-02-14"),
        ("aaaa", "45702", "date 2025-02-14"),
        ("yyyy\"年\"m\"月\"", "45689", "date 2025-02"), ("yyyy/m/d h:mm", "45702.395833333336", "date 2025-02-14T09:30"),
        ("yyyy/m/d h:mm:ss", "45702.395844907405", "date 2025-02-14T09:30:01"),
        ("yyyy/m/d h:mm", "45702", "date 2025-02-14"),
        ("h:mm AM/PM", "0.75", "date 18:00"), ("h\"時\"mm\"分\"", "45702.75", "date 18:00"),
        ("mm:ss", "0.5", "date 12:00"), ("[h]:mm", "1.5", "text 36:00"),
        ("[mm]:ss", "0.5", "text 12:00"), ("[<43586]gge.m.d;[>=43586]\"令和\"e.m.d", "45702", "date 2025-02-14"),
        // The calendar's edges.
        ("yyyy/m/d", "1", "date 1900-01-01"), ("yyyy/m/d", "59", "date 1900-02-28"),
        ("yyyy/m/d", "60", "date 1900-02-29"),
        ("yyyy/m/d", "61", "date 1900-03-01"), ("yyyy/m/d", "36585", "date 2000-02-29"),
        ("yyyy/m/d", "2958465", "date 9999-12-31"),
        ("yyyy/m/d", "0", "number 0"), ("yyyy/m/d", "-1", "number -1"), ("yyyy/m/d", "2958466", "number 2958466"),
        // Not fooled by words, colours, conditions and padding.
        ("0\"day\"", "12", "number 12"), ("[Red]0", "12", "number 12"), ("[Magenta]#,##0", "1234", "number 1234"),
        ("0\\d", "12", "number 12"),
        ("0_d", "12", "number 12"), ("0*d", "12", "number 12"), ("General", "1.5", "number 1.5"),
        ("G/標準", "1.5", "number 1.5"), ("0.00E+00", "1500", "number 1500"),
        ("[$¥-411]#,##0", "1500", "number 1500"), ("#,##0;[Red]-#,##0", "-1500", "number -1500"),
        ("# ?/?", "0.5", "number 0.5"), ("@", "7", "number 7"),
        ("0\"人\"", "7", "number 7"), ("0", "7.5", "number 7.5"), ("", "7", "number 7"), ("[", "7", "number 7"),
        ("\"", "7", "number 7"), (";;;", "7", "number 7"),
        // Percentages.
        ("0.0%", "0.037", "number 3.7%"), ("0%", "0.035", "number 4%"), ("0.00%", "0.5", "number 50%"),
        ("0.0%", "3.6561264822134387E-2", "number 3.7%"),
        ("0.0%", "-0.00049", "number 0%"), ("0%", "0", "number 0%"), ("0.0%", "0.9999", "number 100%"),
        // Codes of a fixed number of digits.
        ("000-0000", "6650865", "text 665-0865"), ("000\\-0000", "50001", "text 005-0001"),
        ("\"〒\"000-0000", "6650865", "text 〒665-0865"),
        ("[<=999]000;[<=9999]000\\-00;000\\-0000", "6650865", "text 665-0865"),
        ("[<=999]000;[<=9999]000\\-00;000\\-0000", "66", "text 066"),
        ("[<=99999999]####\\-####;\\(00\\)\\ ####\\-####", "797123456", "text (07) 9712-3456"),
        ("0000", "797", "text 0797"), ("0000", "12345", "text 12345"),
        ("0000", "0", "text 0000"), ("0000", "-5", "number -5"), ("0000", "1.5", "number 1.5"),
        ("00000000000000", "1234567890123", "text 01234567890123"),
        ("0-0", "123", "text 12-3"), ("0000_ ", "7", "text 0007"), ("000 ", "7", "text 007"),
    ])
    func followsFormats(code: String, stored: String, expected: String) {
        #expect(apply(NumberFormat(code), stored) == expected)
    }

    @Test(arguments: [
        (14, "date 2025-02-14"), (17, "date 2025-02"), (22, "date 2025-02-14"), (27, "date 2025-02-14"),
        (34, "date 2025-02"), (36, "date 2025-02-14"),
        (46, "text 1096848:00"), (58, "date 2025-02-14"), (9, "number 4570200%"), (0, "number 45702"),
        (38, "number 45702"), (49, "number 45702"), (4, "number 45702"),
    ])
    func knowsBuiltInFormats(id: Int, expected: String) {
        #expect(apply(.builtIn(id), "45702") == expected)
    }

    @Test(arguments: [
        ("0", "date 1904-01-01"), ("1462", "date 1908-01-02"), ("44240", "date 2025-02-14"),
        ("2957003", "date 9999-12-31"), ("2957004", "number 2957004"),
    ])
    func countsFrom1904(stored: String, expected: String) {
        #expect(apply(NumberFormat("yyyy/m/d"), stored, is1904: true) == expected)
    }
}
