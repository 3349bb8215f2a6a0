package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let nearDomain = DiagnosticCode(
        "D032", canBeAllowed: true,
        meaning: (
            ja: "アドレス（文章に書いたものを含む）の終わりが「.jo」、始めが「ww.」のような打ち間違いか、ドメインが、同じ持ち主のウェブページや、同じ運営者のほかの施設のものと少しだけ違います。",
            en: """
            An address, in the data or typed, ends in a slip such as .jo or begins with one such as ww., or its domain differs a little from that of \
            its owner's page or of the operator's other facilities.
            """
        ),
        reason: (
            ja: "ページは開かず、メールは届かないか、知らない人に届きます。",
            en: "The page does not open, and mail goes nowhere or to strangers."
        ),
        wrong: "email: info@exmaple-school.jp  # webはhttps://www.example-school.jp",
        right: "email: info@example-school.jp")
}

/// Domains of web and mail addresses: one that ends in no domain that there is, one that differs from the owner's other by a letter, and
/// one that is kept for examples (RFC 2606) among real ones.
package enum DomainCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let addresses = board.addressed.flatMap { list in list.records.indices.map { list.records[$0] } }.flatMap(
            addresses)
        // In an invented board all addresses are examples.
        let hasReal = addresses.contains { !isExample($0.domain) }
        // Facilities of one operator mostly share a domain.
        let owned = owned(addresses)
        return addresses.compactMap { address in
            if hasReal, examples.contains(address.domain) { return example(address) }
            if let right = mistyped(address.domain) { return finding(address, right) }
            if address.field == "web", let right = usual(address, owned) { return finding(address, right) }
            guard let other = address.other, other != address.domain,
                NearestName.find(address.domain, among: [other]) != nil,
                address.field == "email"
            else { return nil }
            return finding(address, other)
        }
    }

    private struct Owned {
        /// The first address that has it, and how many have.
        let first: Int
        var count = 0
    }

    /// How often each domain stands in the pages of an operator's facilities.
    private static func owned(_ addresses: [Address]) -> [String: [String: Owned]] {
        addresses.enumerated().reduce(into: [:]) { owned, address in
            guard address.element.field == "web", let owner = address.element.owner else { return }
            owned[owner, default: [:]][address.element.domain, default: Owned(first: address.offset)].count += 1
        }
    }

    /// The domain of the same operator's other facilities from which an address differs by a letter or two; ww. for www. by itself.
    private static func usual(_ address: Address, _ owned: [String: [String: Owned]]) -> String? {
        if let rest = ["ww.", "wwww."].first(where: { address.domain.hasPrefix($0) }) {
            return "www." + address.domain.dropFirst(rest.count)
        }
        guard let owner = address.owner, let others = owned[owner], others.count > 1, others.count <= 8,
            let own = others[address.domain]
        else { return nil }
        let candidates = others.filter {
            $0.value.count > own.count || $0.value.count == own.count && $0.value.first < own.first
        }.keys.sorted()
        let written = Array(address.domain)
        return candidates.first { NearestName.distance(written, Array($0)) <= 2 }
    }

    private struct Address {
        let record: RecordView
        let field: String
        let domain: String
        /// The domain of the same owner's other address.
        let other: String?
        /// The operator, where the record has one.
        let owner: String?
    }

    private static func addresses(of record: RecordView) -> [Address] {
        let found = ["web", "email"].compactMap { key -> (key: String, domain: String)? in
            guard let slot = record.type.slot(of: key) else { return nil }
            let value = record[slot: slot]
            guard !value.isAbsent, let text = record.file.text(value), let domain = domain(of: text) else { return nil }
            return (key, domain)
        }
        if found.isEmpty { return [] }
        let owner = record.text(PrivateFacility.operator)
        return found.map { address in
            Address(
                record: record, field: address.key, domain: address.domain,
                other: found.first { $0.key != address.key }?.domain, owner: owner)
        }
    }

    /// www.city.example.lg.jp → city.example.lg.jp
    package static func domain(of address: String) -> String? {
        var text = address.utf8[...]
        if let scheme = ["https://", "http://"].first(where: { text.starts(with: $0.utf8) }) {
            text = text.dropFirst(scheme.utf8.count)
        }
        if let at = text.lastIndex(of: UInt8(ascii: "@")) { text = text[text.index(after: at)...] }
        text = text.prefix { !"/:?#".utf8.contains($0) }
        if text.starts(with: "www.".utf8) { text = text.dropFirst(4) }
        return text.contains(UInt8(ascii: ".")) ? Substring(text).lowercased() : nil
    }

    private static func isExample(_ domain: String) -> Bool {
        examples.contains { domain == $0 || domain.hasSuffix(".\($0)") }
    }

    private static let examples = ["example.jp", "example.com", "example.org", "example.net", "example.co.jp"]

    /// What a domain was meant to be, whose last part is a slip for a usual one.
    package static func mistyped(_ domain: String) -> String? {
        guard let dot = domain.lastIndex(of: "."), let right = slips[String(domain[domain.index(after: dot)...])] else {
            return nil
        }
        return domain[...dot] + right
    }

    private static let slips = [
        "jo": "jp", "ip": "jp", "jpp": "jp", "jpn": "jp", "hp": "jp", "jl": "jp", "kp": "jp", "con": "com",
        "cmo": "com", "ocm": "com", "vom": "com",
        "comm": "com", "cpm": "com", "nte": "net", "ent": "net", "nett": "net", "ogr": "org", "orgg": "org",
        "rog": "org",
    ]

    private static func finding(_ address: Address, _ right: String) -> Diagnostic {
        report(
            address, .nearDomain, .warning,
            Phrase(
                ja: "「\(address.domain)」は、「\(right)」の打ち間違いのようです",
                en: "\(address.domain) seems to be a slip for \(right)"),
            Phrase(ja: "アドレスを確かめてください", en: "check the address"))
    }

    private static func example(_ address: Address) -> Diagnostic {
        report(
            address, .leftover, .warning,
            Phrase(ja: "「\(address.domain)」は、例示のためのアドレスです", en: "\(address.domain) is kept for examples"),
            Phrase(ja: "本当のアドレスに直すか、項目を消してください", en: "write the real address, or delete the field"))
    }

    private static func report(
        _ address: Address, _ code: DiagnosticCode, _ severity: Diagnostic.Severity, _ summary: Phrase, _ help: Phrase
    ) -> Diagnostic {
        let slot = address.record.type.slot(of: address.field) ?? 0
        return Diagnostic(
            code, severity, at: address.record.file.place(of: address.record[slot: slot]), summary, help: help)
    }
}
