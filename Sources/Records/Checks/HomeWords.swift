import Bytes
public import Diagnostics
import Japanese

/// Words for one's own place that are another's: 本市 in a ward's paper, 市及び県 in 北海道, a sentence whose subject is another city.
public struct HomeWords: Sendable {
    private let municipality: [Unicode.Scalar]
    /// 市, 区, 町 or 村, and the like of the prefecture.
    private let kind: Unicode.Scalar
    private let prefecture: String
    private let prefectureKind: Unicode.Scalar
    private let isDesignated: Bool
    private let reference: ReferenceData?

    /// nil for a board of several municipalities, or of a prefecture.
    public init?(_ board: Board, _ reference: ReferenceData?) {
        guard let home = HomePlace(board, reference), let municipality = home.municipality,
            let kind = municipality.unicodeScalars.last, let prefectureKind = home.prefecture.unicodeScalars.last
        else { return nil }
        (self.municipality, self.kind) = (Array(municipality.unicodeScalars), kind)
        prefecture = home.prefecture
        (self.prefectureKind, self.reference) = (prefectureKind, reference)
        // Without the tables it may be one.
        isDesignated = reference.map { $0.hasWards(municipality, in: home.prefecture) } ?? true
    }

    private static let kinds = ScalarSet("市区町村".unicodeScalars)

    /// - Parameter at: the place of some of the scalars.
    public func findings(in text: [Unicode.Scalar], at place: (Range<Int>) -> Diagnostic.Place) -> [Diagnostic] {
        guard text.contains(where: { Self.kinds.contains($0) || $0 == "県" }) else { return [] }
        return (own(in: text) + prefectures(in: text)).map { range, right in
            let written = String(scalars: text[range])
            return diagnostic(
                place(range),
                Phrase(ja: "「\(written)」とありますが、ここでは「\(right)」です", en: "it says \(written) where \(right) speaks"), right
            )
        }
            + subjects(in: text).map { range in
                // It may be an example.
                let written = String(scalars: text[range])
                return diagnostic(
                    place(range),
                    Phrase(
                        ja: "「\(written)」のことが書かれていますが、この教育委員会は\(name)のものです",
                        en: "it speaks of \(written), but the board is that of \(name)"), name, .note)
            }
    }

    private var name: String { String(scalars: municipality) }

    private func diagnostic(
        _ place: Diagnostic.Place, _ message: Phrase, _ right: String, _ severity: Diagnostic.Severity = .warning
    ) -> Diagnostic {
        Diagnostic(
            .ownPlace, severity, at: place, message,
            help: Phrase(
                ja: "「\(right)」に直してください。そのとおりで正しければ、認めることができます",
                en: "write \(right); where it is right as it is, it can be allowed"))
    }

    // MARK: The prefecture

    private static let joints = ["及び", "並びに", "・", "と", "や"].map { Array($0.unicodeScalars) }

    /// 大阪府及び宝塚市, 大阪府宝塚市: another prefecture right before one's own municipality.
    private func prefectures(in text: [Unicode.Scalar]) -> [(range: Range<Int>, right: String)] {
        text.indices.compactMap { place in
            guard text[place] == municipality[0], text[place...].starts(with: municipality) else { return nil }
            for joint in Self.joints where text[..<place].suffix(joint.count).elementsEqual(joint) {
                let before = text[..<(place - joint.count)]
                guard
                    let name = Prefecture.names.first(where: {
                        before.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
                    }),
                    name != prefecture
                else { continue }
                return (before.endIndex - name.unicodeScalars.count..<before.endIndex, prefecture)
            }
            return nil
        }
    }

    // MARK: Words

    /// Words that say one's own, and what they should be.
    private func own(in text: [Unicode.Scalar]) -> [(range: Range<Int>, right: String)] {
        text.indices.dropLast().compactMap { index in
            let isFree = index == 0 || !text[index - 1].isKanji
            let next = text[index + 1]
            let rest = text[(index + 2)...]
            switch text[index] {
            case "本", "当":
                // 本町 and 本村 are names of places.
                let isPlace = text[index] == "本" && !starts(rest, ["では、", "における", "においては", "は、"])
                let names = isPlace ? "市区" : "市区町村"
                guard isFree, next != kind, names.unicodeScalars.contains(next),
                    !(rest.first?.isKanji ?? false) || starts(rest, ["教育", "内", "立"])
                else { return nil }
                return (index..<index + 2, "\(text[index])\(kind)")
            case "市", "村":
                guard isFree, text[index] != kind, next == "内", starts(rest, ["の", "に", "在", "全"]) else { return nil }
                return (index..<index + 2, "\(kind)内")
            // 市及び区の施設: only a designated city has wards of its own.
            case "区" where kind == "市" && !isDesignated:
                let isBeside =
                    ends(text[..<index], ["市及び", "市や", "市並びに", "市・"])
                    && starts(text[(index + 1)...], ["の", "に", "が", "は"])
                return isBeside ? (index..<index + 1, String(prefectureKind)) : nil
            case "県" where prefectureKind != "県":
                let isBeside =
                    ends(text[..<index], ["市及び", "区及び", "町及び", "村及び", "市や", "区や", "町や", "村や"])
                    || isFree && starts(text[(index + 1)...], ["及び市", "及び区", "及び町", "及び村", "教育委員会"])
                return isBeside ? (index..<index + 1, String(prefectureKind)) : nil
            default: return nil
            }
        }
    }

    private func starts(_ text: ArraySlice<Unicode.Scalar>, _ words: [String]) -> Bool {
        words.contains { text.starts(with: $0.unicodeScalars) }
    }

    private func ends(_ text: ArraySlice<Unicode.Scalar>, _ words: [String]) -> Bool {
        words.contains { text.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
    }

    // MARK: Subjects

    private static let openings = ["また、", "なお、", "さらに、", "そこで、", "このため、", "そのため、", "これまで、", "同じ調査における"]
    private static let topics = [
        "では", "は、", "教育委員会は", "教育委員会では", "における", "内の", "の不登校", "としては", "の小学校", "の学校", "の施設のうち",
    ]

    /// Sentences that begin with another municipality as what they are about, and do not name one's own: 西宮市では.
    private func subjects(in text: [Unicode.Scalar]) -> [Range<Int>] {
        text.split(separator: "。").compactMap { sentence in
            var head = sentence.drop { $0 == " " || $0 == "\u{3000}" }
            for opening in Self.openings where head.starts(with: opening.unicodeScalars) {
                head = head.dropFirst(opening.unicodeScalars.count)
            }
            guard !contains(sentence, municipality) else { return nil }
            // 兵庫県及び伊丹市の施設: one's prefecture stands before it.
            if let pair = head.prefix(8).firstIndex(of: "及"), starts(head[pair...], ["及び"]), pair > head.startIndex,
                "都道府県".unicodeScalars.contains(head[pair - 1])
            {
                head = head[(pair + 2)...]
            }
            guard
                let end = head.prefix(12).indices.first(where: { index in
                    index > head.startIndex && Self.kinds.contains(head[index])
                        && starts(sentence[(index + 1)...], Self.topics)
                }), isMunicipality(head[...end])
            else { return nil }
            return head.startIndex..<end + 1
        }
    }

    private func isMunicipality(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        guard name.allSatisfy({ $0.isKanji || $0.isKatakana || $0.isHiragana }) else { return false }
        return !(reference?.municipalities(named: String(scalars: name)).isEmpty ?? true)
    }

    private func contains(_ text: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar]) -> Bool {
        text.indices.contains { text[$0...].starts(with: word) }
    }
}
