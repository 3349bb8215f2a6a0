import Bytes
import Diagnostics
import Japanese

/// The layers of 生徒指導 by the names that 生徒指導提要 gives them: 困難課題対応的生徒指導, not 困難課題早期的生徒指導.
enum GuidanceTermRule {
    private static let behind = Array("的生徒指導".unicodeScalars)
    /// What such a name begins with, the longer first, and the name.
    private static let layers = [("困難課題", "困難課題対応"), ("発達", "発達支持"), ("課題", "課題予防")].map {
        (Array($0.unicodeScalars), Array($1.unicodeScalars))
    }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.count > behind.count else { return [] }
        return text.indices.dropLast(behind.count - 1).compactMap { place in
            guard text[place] == "的", text[place...].starts(with: behind) else { return nil }
            let start = text[..<place].lastIndex { !$0.isKanji }.map { $0 + 1 } ?? 0
            let word = text[start..<place]
            guard let (_, right) = layers.first(where: { word.starts(with: $0.0) }), !word.elementsEqual(right),
                // 発達的生徒指導 says something of its own.
                word.count >= 4
            else { return nil }
            let (written, meant) = (
                String(scalars: word) + "的生徒指導", String(scalars: right) + "的生徒指導"
            )
            return WordingFinding(
                .misconversion, start..<place + behind.count,
                Phrase(
                    ja: "生徒指導提要に、「\(written)」はありません", en: "生徒指導提要 knows no \"\(written)\""),
                help: Phrase(ja: "「\(meant)」ではありませんか", en: "was \"\(meant)\" meant?"), replacement: meant)
        }
    }
}
