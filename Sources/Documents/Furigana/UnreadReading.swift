public import Diagnostics
import Files

/// A word that is to carry a reading and has none, with one to propose where a list has it.
public struct UnreadReading: Sendable {
    public let word: String
    public let furigana: String?

    /// So many are told one by one.
    private static let most = 20

    /// Findings in which very many words without a reading are one: how many there are, and what lists them.
    public static func summarized(_ findings: [Diagnostic]) -> [Diagnostic] {
        let unread = findings.filter { $0.code == .unreadKanji }
        guard unread.count > most, let first = unread.first, let place = first.place else { return findings }
        let summary = Diagnostic(
            .unreadKanji, first.severity, at: place,
            Phrase(
                ja: "ふりがなのない語が、この「\(place.source.text(place.range))」など\(unread.count)あります",
                en:
                    "\(unread.count) words have no reading above them, such as this \"\(place.source.text(place.range))\""
            ),
            help: Phrase(
                ja: "「shirube todo」に教育委員会のIDを付けて実行すると、board.yamlのreadingsに書くとおりに並びます。読みの案を確かめて写してください",
                en:
                    "shirube todo with the board's identifier lists them as readings of board.yaml are written: check the readings proposed, then copy them"
            ))
        var isTold = false
        return findings.compactMap { finding in
            guard finding.code == .unreadKanji else { return finding }
            defer { isTold = true }
            return isTold ? nil : summary
        }
    }
}
