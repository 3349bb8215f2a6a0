import Bytes
import Diagnostics
import Japanese

/// A comma for a point in an address of the net: shien@city.example.lg,jp.
enum AddressSignRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("@") || text.contains("w") else { return [] }
        return text.indices.compactMap { place in
            guard text[place] == "," || text[place] == "，", place > 0, text[place - 1].isASCIIAlphanumeric,
                place + 1 < text.count, text[place + 1].isASCIIAlphanumeric
            else { return nil }
            let start =
                text[..<place].lastIndex { !$0.isASCIIAlphanumeric && !"@.-_/:".unicodeScalars.contains($0) }.map {
                    $0 + 1
                } ?? 0
            let before = text[start..<place]
            guard
                before.contains("@") || before.starts(with: "www.".unicodeScalars)
                    || before.starts(with: "http".unicodeScalars)
            else { return nil }
            return WordingFinding(
                .grammar, start..<place + 1,
                Phrase(ja: "アドレスの中に「,」があります", en: "a comma stands in an address"),
                help: Phrase(ja: "「.」ではありませんか", en: "was a point meant?"))
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (properties.isAlphabetic || isDigit) }
}
