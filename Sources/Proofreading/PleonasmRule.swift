import Bytes
import Diagnostics
import Japanese

/// What a figure or a noun says twice: 約40件ほど, 各学校ごと, 毎週月曜日ごと, 最低30日以上.
enum PleonasmRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        around(in: text) + each(in: text)
    }

    private struct Pair {
        let before: [[Unicode.Scalar]]
        let behind: [[Unicode.Scalar]]
    }

    private static let pairs = [
        Pair(before: .words("約 およそ おおよそ おおむね"), behind: .words("ほど くらい ぐらい 程度 前後 あまり")),
        Pair(before: .words("少なくとも 最低でも 最低"), behind: .words("以上")),
        Pair(before: .words("多くとも 最大でも 最大 最高"), behind: .words("以内 以下")),
    ]

    /// 約40件ほど
    private static func around(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.compactMap { place in
            for pair in pairs {
                guard let before = text[place...].start(of: pair.before) else { continue }
                let digits = text[(place + before.count)...]
                guard let sign = digits.firstIndex(where: { !$0.isDigit && !",，.．".unicodeScalars.contains($0) }),
                    sign > digits.startIndex, digits.first?.isDigit ?? false,
                    // What is counted: 人, か月, 平方メートル.
                    let end = text[sign...].prefix(6).indices.dropFirst().first(where: { index in
                        text[index...].start(of: pair.behind) != nil
                    }), let behind = text[end...].start(of: pair.behind),
                    text[sign..<end].allSatisfy({ $0.isKanji || $0.isKatakana || $0 == "か" || $0 == "%" || $0 == "％" })
                else { continue }
                return finding(
                    place..<end + behind.count, String(scalars: before), String(scalars: behind))
            }
            return nil
        }
    }

    private static let every = [[Unicode.Scalar]].words("各 毎")

    /// 各学校ごと: a noun without particles between.
    private static func each(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.compactMap { place in
            guard let word = text[place...].start(of: every),
                text[(place + 1)...].first.map({ $0.isKanji || $0.isKatakana }) ?? false,
                let end = text[(place + 1)...].prefix(9).indices.first(where: { index in
                    text[index...].starts(with: "ごと".unicodeScalars)
                }), text[(place + 1)..<end].allSatisfy({ $0.isKanji || $0.isKatakana }),
                place == 0 || !text[place - 1].isKanji
            else { return nil }
            return finding(place..<end + 2, String(scalars: word), "ごと")
        }
    }

    private static func finding(_ range: Range<Int>, _ one: String, _ other: String) -> WordingFinding {
        WordingFinding(
            .grammar, range,
            Phrase(ja: "「\(one)」と「\(other)」が、同じことを言っています", en: "\(one) and \(other) say the same"),
            severity: .note, help: Phrase(ja: "どちらか一つにしてください", en: "write one of them"))
    }
}
