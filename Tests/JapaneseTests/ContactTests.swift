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
            "0797-86-2321", "06-6292-8230", "03-5432-1111", "01234-5-6789", "0120-919-439", "0120-025-215",
            "0570-000-000",
            "0800-123-4567", "090-1234-5678", "050-1234-5678", "079-676-4724",
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
            ("797-86-2321", .form), ("なし", .form), ("", .form),
        ])
    func wrongTelephone(text: String, expected: TelephoneNumber.Problem) {
        #expect(problem(text) == expected)
    }
}
