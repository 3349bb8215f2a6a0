import Bytes
import Japanese

/// An address in the form in which addresses are compared, and where each of its characters stands in what was written.
///
/// Spaces and widths are folded, kanji numbers become digits (北十条西, 北10条西), ヶ and ノ take one form, so do the forms of a
/// kanji, and 大字, 字 and the 第 of a number are
/// left out. It is never for output.
public struct FoldedAddress: Sendable {
    let source: [Unicode.Scalar]
    private(set) var scalars: [Unicode.Scalar] = []
    /// The places in `source` of each of `scalars`; digits of one kanji number share theirs.
    private(set) var places: [Range<Int>] = []

    /// - Parameter foldsGlyphs: whether 檮 and 梼 are the same.
    public init(_ text: String, foldsGlyphs: Bool = true) {
        source = Array(text.unicodeScalars)
        scalars.reserveCapacity(source.count)
        places.reserveCapacity(source.count)
        fold(WidthFolding.ascii(text).unicodeScalars, foldsGlyphs)
        foldNumerals()
    }

    public var text: String { String(scalars: scalars) }

    /// Whether 字 or a space stands before one of the `scalars`, in what was written.
    func hasGap(before index: Int) -> Bool {
        index > 0 && places[index - 1].upperBound < places[index].lowerBound
    }

    /// What was written at a range of places.
    func written(_ range: Range<Int>) -> String { String(scalars: source[range]) }

    private mutating func fold(_ text: String.UnicodeScalarView, _ foldsGlyphs: Bool) {
        // Widths are folded one by one: places stay.
        let text = Array(text)
        var index = 0
        while index < text.count {
            let scalar = text[index]
            let next = index + 1 < text.count ? text[index + 1] : nil
            var length = 1
            switch scalar {
            case " ": break
            // Variation selectors belong to the kanji before them.
            case "\u{FE00}"..."\u{FE0F}", "\u{E0100}"..."\u{E01EF}": extend(to: index)
            case "字": break
            case "大" where next == "字": break
            // 種市第22地割, 種市22地割
            case "第" where next.map { $0.isArabicDigit || KanjiNumeral.value($0) != nil } ?? false: break
            // 上ル, 東入ル: the streets of Kyoto.
            case "ル" where isDirection(scalars.last), "る" where isDirection(scalars.last): extend(to: index)
            case "番" where next == "地":
                length = index + 2 < text.count && ["の", "ノ", "之"].contains(text[index + 2]) ? 3 : 2
                append("-", index, length)
            case "ヶ", "ヵ", "が", "ガ", "け": append("ケ", index)
            case "之", "の": append("ノ", index)
            case "ッ", "っ", "つ": append("ツ", index)
            case "\u{FA10}": append("塚", index)
            case "﨑": append("崎", index)
            default: append(foldsGlyphs ? GlyphVariants.folded(scalar) : scalar, index)
            }
            index += length
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ index: Int, _ length: Int = 1) {
        scalars.append(scalar)
        places.append(index..<index + length)
    }

    private mutating func extend(to index: Int) {
        guard let last = places.last else { return }
        places[places.count - 1] = last.lowerBound..<index + 1
    }

    private func isDirection(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { "上下入".unicodeScalars.contains($0) } ?? false
    }

    /// Runs of kanji numerals as ASCII digits: 二十三 → 23.
    private mutating func foldNumerals() {
        guard scalars.contains(where: { KanjiNumeral.value($0) != nil }) else { return }
        let (before, positions) = (scalars, places)
        scalars.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        var index = 0
        while index < before.count {
            let start = index
            guard let number = KanjiNumeral.number(in: before, at: &index) else {
                scalars.append(before[index])
                places.append(positions[index])
                index += 1
                continue
            }
            let run = positions[start].lowerBound..<positions[index - 1].upperBound
            for scalar in String(number).unicodeScalars {
                scalars.append(scalar)
                places.append(run)
            }
        }
    }
}
