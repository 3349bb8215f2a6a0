import Bytes
public import Diagnostics
import Japanese

/// Places that sentences name, by the tables that addresses are checked with: a postal code that there is not, or of another place
/// than the address behind it; a municipality that the prefecture before it does not have; a telephone number that is one of the
/// data's but for two digits in another order.
public struct PlacesInText {
    private let reference: ReferenceData
    private let telephones: [(digits: [UInt8], written: String)]

    public init?(_ board: Board, _ reference: ReferenceData?) {
        guard let reference else { return nil }
        self.reference = reference
        let lists = board.addressed.map(\.records)
        guard lists.reduce(0, { $0 + $1.indices.count }) <= Self.most else {
            telephones = []
            return
        }
        telephones = lists.flatMap { Array($0) }.flatMap { record in
            TelephoneField.numbers(in: record.text(Facility.telephone) ?? "").map { (Self.digits(of: $0), $0) }
        }
    }

    /// Of more numbers some are near one another by chance.
    private static let most = 500

    /// - Parameter at: the place of some of the scalars.
    public func findings(in text: [Unicode.Scalar], at place: (Range<Int>) -> Diagnostic.Place) -> [Diagnostic] {
        (text.contains("〒") ? postalCodes(in: text, at: place) : []) + municipalities(in: text, at: place)
            + (text.contains("0") ? numbers(in: text, at: place) : [])
    }

    // MARK: Postal codes

    private func postalCodes(in text: [Unicode.Scalar], at place: (Range<Int>) -> Diagnostic.Place) -> [Diagnostic] {
        text.indices.filter { text[$0] == "〒" }.compactMap { sign in
            let rest = text[(sign + 1)...].drop { " 　".unicodeScalars.contains($0) }
            let written = rest.prefix { $0.isDigit || "-－‐".unicodeScalars.contains($0) }
            guard let code = PostalCode(lenient: WidthFolding.ascii(String(scalars: written))) else {
                return nil
            }
            let areas = reference.areas(of: code)
            let range = written.startIndex..<written.endIndex
            guard let area = areas.first else {
                return Diagnostic(
                    .unknownPostalCode, .warning, at: place(range),
                    Phrase(
                        ja: "郵便番号「\(code.formatted)」はありません", en: "there is no postal code \(code.formatted)"),
                    help: Self.help)
            }
            let address = text[written.endIndex...].drop { " 　\n".unicodeScalars.contains($0) }
                .prefix(40).prefix { !"（(、。」".unicodeScalars.contains($0) }
            guard
                let reading = AddressReading(String(scalars: address), near: areas, reference),
                !areas.contains(where: { $0.municipality == reading.municipality })
            else { return nil }
            return Diagnostic(
                .postalCodeElsewhere, .warning, at: place(range),
                Phrase(
                    ja: "郵便番号「\(code.formatted)」は「\(area.name)」のもので、後ろの所在地と合いません",
                    en: "\(code.formatted) is the postal code of \(area.name), not of the address behind it"),
                help: Self.help)
        }
    }

    private static let help = Phrase(
        ja: "番号と所在地を確かめ、データにあればタグに置き換えてください", en: "check both, and use their tags if the data has them")

    // MARK: Municipalities

    private static let prefectures = Prefecture.names.map { Array($0.unicodeScalars) }
    private static let kinds = Array("市区町村".unicodeScalars)
    /// What stands behind a prefecture's name and is none of a municipality's: 兵庫県下の市町, 県内, 県立.
    private static let openings = Array("下内外各全同立と及や、。の庁知議警教".unicodeScalars)

    private func municipalities(in text: [Unicode.Scalar], at place: (Range<Int>) -> Diagnostic.Place) -> [Diagnostic] {
        text.indices.compactMap { start in
            guard "都道府県".unicodeScalars.contains(text[start]),
                let prefecture = Self.prefectures.first(where: { text[...start].suffix($0.count).elementsEqual($0) }),
                let first = text[(start + 1)...].first, first.isKanji || first.isHiragana || first.isKatakana,
                !Self.openings.contains(first)
            else { return nil }
            let rest = text[(start + 1)...].prefix(12).prefix { $0.isKanji || $0.isHiragana || $0.isKatakana }
            let names = rest.indices.dropFirst().filter { Self.kinds.contains(rest[$0]) }.map { rest[...$0] }
            guard let name = names.first else { return nil }
            let owner = String(scalars: prefecture)
            func known(_ name: ArraySlice<Unicode.Scalar>, in prefecture: String = "") -> [Municipality] {
                reference.municipalities(named: prefecture + String(scalars: name))
            }
            // 四日市市, 大和郡山市: the name may go on, or begin with its district.
            guard names.allSatisfy({ known($0, in: owner).isEmpty }),
                !names.contains(where: { name in
                    name.firstIndex(of: "郡").map { !known(name[($0 + 1)...], in: owner).isEmpty } ?? false
                })
            else { return nil }
            let range = start + 1 - prefecture.count..<name.endIndex
            let written = String(scalars: name)
            let elsewhere = names.flatMap { known($0) }
            if let other = elsewhere.first {
                return finding(place(range), "\(other.prefecture)\(other.ownName)", written, owner)
            }
            let other = Self.kinds.lazy.flatMap { known(name.dropLast() + [$0], in: owner) }.first
            return other.map { finding(place(range), "\(owner)\($0.ownName)", written, owner) }
        }
    }

    private func finding(
        _ place: Diagnostic.Place, _ right: String, _ written: String, _ prefecture: String
    ) -> Diagnostic {
        Diagnostic(
            .boardIdentity, .warning, at: place,
            Phrase(ja: "\(prefecture)に「\(written)」はありません", en: "\(prefecture) has no \(written)"),
            help: Phrase(ja: "「\(right)」の間違いではありませんか", en: "was \(right) meant?"))
    }

    // MARK: Telephone numbers

    private static func digits(of number: String) -> [UInt8] {
        number.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private func numbers(in text: [Unicode.Scalar], at place: (Range<Int>) -> Diagnostic.Place) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var index = 0
        while index < text.count {
            guard text[index].isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index].isDigit || "-－‐".unicodeScalars.contains(text[index]) { index += 1 }
            let digits = Self.digits(of: WidthFolding.ascii(String(scalars: text[start..<index])))
            guard (10...11).contains(digits.count), digits.first == UInt8(ascii: "0"),
                !telephones.contains(where: { $0.digits == digits }),
                let near = telephones.first(where: { DigitSlip(digits, for: $0.digits) == .neighbours })
            else { continue }
            findings.append(
                Diagnostic(
                    .sharedTelephone, .warning, at: place(start..<index),
                    Phrase(
                        ja: "データの電話番号「\(near.written)」と、二つの数字の順だけが違います",
                        en: "it is \(near.written) of the data but for two digits in another order"),
                    help: Phrase(ja: "番号を確かめてください", en: "check the number")))
        }
        return findings
    }
}
