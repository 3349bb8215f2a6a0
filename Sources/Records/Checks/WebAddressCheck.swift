package import Diagnostics

extension DiagnosticCode {
    package static let insecureAddress = DiagnosticCode(
        "D017", canBeAllowed: true,
        meaning: (
            ja: "URLが「http://」で始まり、暗号化されない接続になります。",
            en: "The web address begins with http://, so the connection is not encrypted."
        ),
        reason: (
            ja: "ブラウザーが警告を出し、途中で内容を書き換えられるおそれもあります。",
            en: "Browsers warn of it, and what is read may be tampered with on the way."
        ),
        wrong: "web: http://www.example.jp/",
        right: "web: https://www.example.jp/")
}

/// Addresses that are not encrypted are noted: browsers warn of them.
enum WebAddressCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.addressed.flatMap { list in
            list.records.indices.filter { index in
                let web = list.records.value(of: index, in: list.web)
                return !web.isAbsent && list.records.withText(of: web, isInsecure)
            }.map { finding(list[$0]) }
        }
    }

    /// Whether an address begins with `http:`: its form has been checked.
    private static func isInsecure(_ address: Span<UInt8>) -> Bool {
        address.count > 4 && address[4] == UInt8(ascii: ":")
    }

    private static func finding(_ record: Addressed) -> Diagnostic {
        let address = record.text(\.web) ?? ""
        return record.report(
            .insecureAddress, \.web, severity: .note,
            Phrase(ja: "「\(address)」は暗号化されない接続（http）です", en: "\(address) is not encrypted (http)"),
            help: Phrase(
                ja: "「https://」で始まるURLがあれば、そちらを書いてください",
                en: "if there is an address that begins with https://, write that"))
    }
}
