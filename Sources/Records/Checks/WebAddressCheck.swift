import Diagnostics

/// Addresses that are not encrypted are noted: browsers warn of them.
enum WebAddressCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.addressed.compactMap { record in
            guard let address = record.text("web"), address.hasPrefix("http://") else { return nil }
            return record.report(
                .insecureAddress, "web", severity: .note,
                Phrase(ja: "「\(address)」は暗号化されない接続（http）です", en: "\(address) is not encrypted (http)"),
                help: Phrase(
                    ja: "「https://」で始まるURLがあれば、そちらを書いてください",
                    en: "if there is an address that begins with https://, write that"))
        }
    }
}
