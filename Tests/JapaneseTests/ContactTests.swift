import Japanese
import Testing

@Suite struct ContactTests {
    @Test(
        "Postal codes",
        arguments: [
            ("665-0865", "665-0865", true), ("6650865", "665-0865", false), ("〒665-0865", "665-0865", false),
            ("６６５−０８６５", "665-0865", false), ("001-0010", "001-0010", true),
        ])
    func postalCode(text: String, formatted: String, isRight: Bool) {
        let bytes = Array(text.utf8)
        #expect((PostalCode(bytes.span) != nil) == isRight)
        #expect(PostalCode(lenient: text)?.formatted == formatted)
    }

    @Test("No postal codes", arguments: ["665-086", "665-08655", "abc-defg", "", "66-50865x"])
    func noPostalCode(text: String) {
        #expect(PostalCode(Array(text.utf8).span) == nil)
        #expect(PostalCode(lenient: text) == nil)
    }

    func problem(_ text: String) -> TelephoneNumber.Problem? {
        let bytes = Array(text.utf8)
        return TelephoneNumber.problem(bytes.span)
    }

    @Test(
        "Telephone numbers in their right form",
        arguments: [
            "0797-86-2321", "06-6292-8230", "03-5432-1111", "01234-5-6789", "0120-919-439", "0120-0-78310",
            "0120-99-7777", "0120-025-215",
            "0570-000-000",
            "0800-123-4567", "090-1234-5678", "050-1234-5678", "079-676-4724", "060-1234-5678", "020-1234-5678",
            "0990-500-123", "189", "110", "119", "188", "#8000", "#9110", "#7119", "0797-77-2024（内線2345）",
            "03-1234-5678、03-1234-5679", "0797-77-2024（内線2345・2346）、189", "03-1234-5678（内線12-345）、#8000",
        ])
    func telephone(text: String) {
        #expect(problem(text) == nil)
    }

    @Test(
        "What is wrong with a telephone number",
        arguments: [
            ("0120-0252-15", TelephoneNumber.Problem.grouping(canonical: "0120-025-215")),
            ("０７９７−８６−２３２１", .signs(canonical: "0797-86-2321")),
            ("0797(86)2321", .signs(canonical: "0797-86-2321")),
            ("0797862321", .grouping(canonical: nil)), ("09012345678", .grouping(canonical: "090-1234-5678")),
            ("0797-86-232", .digitCount(9, expected: 10)), ("090-1234-567", .digitCount(10, expected: 11)),
            ("797-86-2321", .form), ("なし", .form), ("", .form), ("199", .form), ("＃８０００", .signs(canonical: "#8000")),
            ("１８９", .signs(canonical: "189")), ("#800", .form), ("#0000", .form),
            ("0797-77-2024 内線2345", .signs(canonical: "0797-77-2024（内線2345）")),
            ("0797-77-2024(内線2345)", .signs(canonical: "0797-77-2024（内線2345）")),
            ("0797-77-2024（内線：2345）", .signs(canonical: "0797-77-2024（内線2345）")),
            ("0797-77-2024（内2345）", .signs(canonical: "0797-77-2024（内線2345）")),
            ("0797-77-2024 ext.2345", .signs(canonical: "0797-77-2024（内線2345）")),
            ("0797（77）2024　内線２３４５番", .signs(canonical: "0797-77-2024（内線2345）")),
            ("0797-77-2024（内線2345、2346）", .signs(canonical: "0797-77-2024（内線2345・2346）")),
            ("03-1234-5678/03-1234-5679", .signs(canonical: "03-1234-5678、03-1234-5679")),
            ("03-1234-5678,03-1234-5679", .signs(canonical: "03-1234-5678、03-1234-5679")),
            ("03-1234-5678又は03-1234-5679", .signs(canonical: "03-1234-5678、03-1234-5679")),
            ("03-1234-5678・0120025215", .signs(canonical: "03-1234-5678、0120-025-215")),
            ("03-1234-5678、0120-0252-15", .grouping(canonical: "03-1234-5678、0120-025-215")),
            ("03-1234-5678、0797862321", .grouping(canonical: nil)), ("03-1234-5678、", .form),
            ("03-1234-5678、03-1234-567", .digitCount(9, expected: 10)), ("0797-77-2024（内線）", .form),
            ("0797-77-2024（代表）", .form), ("0797-77-2024（内線二三）", .form),
        ])
    func wrongTelephone(text: String, expected: TelephoneNumber.Problem) {
        #expect(problem(text) == expected)
    }

    @Test(
        "A link dials the first number alone",
        arguments: [
            ("0797-86-2321", "tel:0797862321"), ("0797-77-2024（内線2345）", "tel:0797772024"),
            ("03-1234-5678、03-1234-5679", "tel:0312345678"), ("189", "tel:189"), ("#8000", "tel:%238000"),
            ("#7119、110", "tel:%237119"),
        ])
    func link(text: String, expected: String) {
        var output: [UInt8] = []
        TelephoneField.appendLink(Array(text.utf8).span, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == expected)
    }

    @Test(
        "Slips of a postal code: one digit, or two neighbours",
        arguments: [
            ("665-8665", true), ("665-8656", false), ("665-8666", true), ("665-8566", true), ("655-8665", false),
        ])
    func slip(text: String, isSlip: Bool) throws {
        let code = try #require(PostalCode(lenient: "665-8656"))
        #expect(code.isSlip(of: try #require(PostalCode(lenient: text))) == isSlip)
    }
}
