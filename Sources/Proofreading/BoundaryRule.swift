import Bytes
import Diagnostics
import Japanese

/// A bound of which a sentence says both that it is within and that it is not: 18歳以上の者とし、18歳の者は含まない; 15歳未満（15歳を含む。）.
enum BoundaryRule {
    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        let figures = figures(in: text, sentence)
        return figures.indices.flatMap { place -> [WordingFinding] in
            let one = figures[place]
            let behind = text[one.upperBound..<sentence.upperBound]
            let isWithin = behind.start(of: with) != nil
            guard isWithin || behind.start(of: without) != nil else { return [] }
            return figures[(place + 1)...].compactMap { other in
                guard text[other].elementsEqual(text[one]),
                    case let rest = text[other.upperBound..<sentence.upperBound],
                    let link = rest.start(of: links),
                    rest.dropFirst(link.count).start(of: isWithin ? exclusions : inclusions) != nil
                else { return nil }
                let bound = String(scalars: text[one])
                return WordingFinding(
                    .disagreeingFigures, other,
                    Phrase(
                        ja: isWithin
                            ? "「\(bound)」は先の言い方では含まれますが、含まないとあります" : "「\(bound)」は先の言い方では含まれませんが、含むとあります",
                        en: isWithin
                            ? "the bound \(bound) is within by the words before it, and said not to be"
                            : "the bound \(bound) is not within by the words before it, and said to be"),
                    help: Phrase(ja: "「以上」と「超える」、「以下」と「未満」を確かめてください", en: "check 以上 or 超える, 以下 or 未満"))
            }
        }
    }

    private static let with = [[Unicode.Scalar]].words("以上 以下 以内 以降 以後 以前 から まで")
    private static let without = [[Unicode.Scalar]].words("未満 を超え を下回 より後 より前")
    private static let links = [[Unicode.Scalar]].words("の者は の者を の児童は の生徒は の方は の人は の日は ちょうどは は を も")
    private static let exclusions = [[Unicode.Scalar]].words("含まな 含まず 含みませ 含まれな 含まれませ 除 対象としな 対象としませ 対象になりませ 対象外")
    private static let inclusions = [[Unicode.Scalar]].words("含む 含み 含め 含まれ")

    /// Digits with the word that they count: 18歳, 30日.
    private static func figures(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [Range<Int>] {
        sentence.compactMap { start in
            guard text[start].isDigit, start == 0 || !text[start - 1].isDigit else { return nil }
            let sign = text[start..<sentence.upperBound].firstIndex { !$0.isDigit } ?? sentence.upperBound
            guard sign < sentence.upperBound, "歳日人名回校年点件円分％%".unicodeScalars.contains(text[sign]) else { return nil }
            return start..<sign + 1
        }
    }
}
