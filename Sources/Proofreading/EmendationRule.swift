import Bytes
import Diagnostics
import Japanese

/// What right texts never have side by side, where a small change makes it usual: 会議の暴投 for 冒頭, 委たく料, 事前にに.
enum EmendationRule {
    static func findings(in text: [Unicode.Scalar], _ tables: WordTables) -> [WordingFinding] {
        let signs = SignText(text)
        guard let emender = Emender(signs.signs, tables), !emender.found.isEmpty else { return [] }
        var quotation = Quotation()
        let isQuoted = text.map { scalar in
            quotation.pass(scalar)
            return quotation.isOpen
        }
        // A slip may be mended in several ways: the surest counts.
        var told: [Range<Int>] = []
        return emender.found.sorted { $0.sureness > $1.sureness }.compactMap { emendation in
            let reach = max(0, emendation.range.lowerBound - reach)..<emendation.range.upperBound + reach
            guard !told.contains(where: { $0.overlaps(reach) }) else { return nil }
            told.append(reach)
            let start = signs.places[emendation.range.lowerBound]
            let range = start..<start + emendation.range.count
            return range.isEmpty || !isQuoted[start] ? finding(emendation, range, text) : nil
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Signs on either side of a slip that are unusual for its sake.
    private static let reach = 3

    private static func finding(
        _ emendation: Emender.Emendation, _ place: Range<Int>, _ text: [Unicode.Scalar]
    ) -> WordingFinding {
        // A kana says little by itself.
        let isOfKanji = emendation.kind.isOfKanji
        let range =
            isOfKanji && place.count > 1
            ? place : max(0, place.lowerBound - 1)..<min(text.count, place.upperBound + 1)
        func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
            String(scalars: scalars)
        }
        let written = string(text[range])
        let meant = string(
            text[range.lowerBound..<place.lowerBound] + emendation.signs.compactMap(Unicode.Scalar.init)
                + text[place.upperBound..<range.upperBound])
        return WordingFinding(
            isOfKanji ? .misconversion : .grammar, range,
            Phrase(ja: "「\(written)」という並びは、ふつうの文章には見られません", en: "\"\(written)\" is not met in right texts"),
            help: Phrase(ja: "「\(meant)」ではありませんか", en: "was \"\(meant)\" meant?"), replacement: meant)
    }
}
