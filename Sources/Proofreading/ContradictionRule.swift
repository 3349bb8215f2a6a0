import Bytes
import Diagnostics
import Japanese

/// What a sentence says of one thing, and unsays: 同意は任意であり、必ず同意しなければなりません; 参加は無料で、500円が必要です.
enum ContradictionRule {
    private struct Pair {
        let first: [[Unicode.Scalar]]
        let second: [[Unicode.Scalar]]
    }

    private static let pairs = [
        Pair(
            first: .words("は任意であり、 は任意で、 は自由であり、 は任意とし、"),
            second: .words("必ず 義務付け 義務とし 義務があ 義務である 義務です しなければならな しなければなりませ 必須")),
        Pair(first: .words("は無料で、 は無料であり、 は無料とし、 は無償で、"), second: .words("円が必要 円かかり 円を徴収 円を支払 円を負担 円です 円とし 円を頂")),
        Pair(
            first: .words("は不要で、 は不要であり、 は必要なく、 は不要とし、"),
            second: .words("予約が必要 予約してください 予約をしてください 申込みが必要 申し込んでください 届出が必要")),
        Pair(first: .words("は禁止し、 は禁止であり、 を禁止し、 はできず、"), second: .words("することができます することができる ことを認め")),
    ]
    /// Another subject, or a case of its own.
    private static let apart = [[Unicode.Scalar]].words("が、 場合 ただし ほか 除 別途 以外 とき 代 費 料 だけ のみ は、 には も")

    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        sentence.compactMap { place in
            guard text[place] == "は" || text[place] == "を" else { return nil }
            for pair in pairs {
                guard let first = text[place..<sentence.upperBound].start(of: pair.first) else { continue }
                let rest = text[(place + first.count)..<sentence.upperBound]
                guard let other = rest.indices.first(where: { rest[$0...].start(of: pair.second) != nil }),
                    let second = rest[other...].start(of: pair.second), !rest[..<other].contains(anyOf: apart),
                    !rest[other...].dropFirst(second.count).prefix(6).contains(anyOf: [["な", "い"], ["ま", "せ", "ん"]])
                else { continue }
                let (one, two) = (String(scalars: first.dropFirst().dropLast()), String(scalars: second))
                return WordingFinding(
                    .grammar, other..<other + second.count,
                    Phrase(ja: "「\(one)」と「\(two)」が、食い違っています", en: "\(two) contradicts \(one)"),
                    help: Phrase(ja: "どちらかを直してください", en: "mend one of them"))
            }
            return nil
        }
    }
}
