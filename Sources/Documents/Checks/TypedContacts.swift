import Bytes
import Diagnostics
import Files
import Japanese
import Records

/// Postal codes, telephone numbers and addresses of the web and mail typed into prose, checked for their form as the data's are.
enum TypedContacts {
    static func findings(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Diagnostic] {
        let text = paragraph.folded
        var findings: [Diagnostic] = []
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, text[index].isASCIIDigit || text[index] == "-" && index > start { index += 1 }
            if index > start {
                let place = Diagnostic.Place(source, paragraph.range(start..<index))
                let before = text[..<start].last { $0 != " " }
                findings += finding(String(scalars: text[start..<index]), behind: before, at: place)
            }
            index = max(index, start + 1)
        }
        return findings + domains(in: text, paragraph, source)
    }

    /// kyoiku@city.example.lg.jo
    private static func domains(
        in text: [Unicode.Scalar], _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> [Diagnostic] {
        guard text.contains(".") else { return [] }
        return text.split { !($0.isASCII && $0.value > 0x20) || "()<>,\"'".unicodeScalars.contains($0) }.compactMap {
            word in
            let address = String(scalars: word)
            guard address.contains("@") || address.contains("://") || address.hasPrefix("www."),
                let domain = DomainCheck.domain(of: address), let right = DomainCheck.mistyped(domain)
            else { return nil }
            return Diagnostic(
                .nearDomain, .warning,
                at: Diagnostic.Place(source, paragraph.range(word.startIndex..<word.endIndex)),
                Phrase(ja: "「\(domain)」は、「\(right)」の打ち間違いのようです", en: "\(domain) seems to be a slip for \(right)"),
                help: Phrase(ja: "アドレスを確かめてください", en: "check the address"))
        }
    }

    private static func finding(
        _ number: String, behind before: Unicode.Scalar?, at place: Diagnostic.Place
    ) -> [Diagnostic] {
        let bytes = Array(number.utf8)
        if before == "〒" {
            guard PostalCode(bytes.span) == nil else { return [] }
            return [
                Diagnostic(
                    .postalCodeForm, at: place,
                    Phrase(ja: "「\(number)」は郵便番号の形ではありません", en: "\"\(number)\" is not in the form of a postal code"),
                    help: Phrase(ja: "「665-0865」のように書いてください", en: "write seven digits, as in 665-0865"))
            ]
        }
        // Three groups that begin with a 0 are nothing but a telephone number.
        let groups = number.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.count == 3, number.hasPrefix("0"), !isAccount(groups), (2...5).contains(groups[0].count),
            (9...12).contains(bytes.count - 2), before.map({ !isLetter($0) }) ?? true,
            let problem = TelephoneNumber.problem(bytes.span), !isMnemonic(groups, problem)
        else { return [] }
        let code: DiagnosticCode
        switch problem {
        case .grouping: code = .telephoneGrouping
        default: code = .telephoneForm
        }
        return [
            Diagnostic(
                code, .warning, at: place,
                Phrase(
                    ja: "電話番号「\(number)」の桁数又は区切りが決まりと違います",
                    en: "the digits or groups of \"\(number)\" are not a telephone number's"),
                help: Phrase(ja: "番号を確かめ、データにあればタグに置き換えてください", en: "check it, and use its tag if the data has it"))
        ]
    }

    /// 00150-3-123456, 01170-8-12345: a postal giro account has a check digit in its middle, and no last group of four.
    private static func isAccount(_ groups: [Substring]) -> Bool {
        groups[0].hasPrefix("00") || groups[0].count == 5 && groups[1].count == 1 && groups[2].count > 4
    }

    /// 0120-0-78310 (24時間子供SOSダイヤル): numbers of services that are to be remembered are printed as their owners group them.
    private static func isMnemonic(_ groups: [Substring], _ problem: TelephoneNumber.Problem) -> Bool {
        guard case .grouping = problem else { return false }
        return groups[0].count == 4 && groups[1].count == 1 && groups[2].count == 5
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value & ~0x20) || scalar == "-"
    }
}
