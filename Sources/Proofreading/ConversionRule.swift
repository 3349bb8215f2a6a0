import Diagnostics
import Japanese

/// One amount in two units: 1,200千円（12万円）.
enum ConversionRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        zip(quantities, quantities.dropFirst()).compactMap { one, other in
            let gap = text[one.range.upperBound..<other.range.lowerBound]
            guard one.unit != other.unit, let scale = scales[one.unit], let otherScale = scales[other.unit],
                brackets.contains(where: { gap.elementsEqual($0) }), other.range.upperBound < sentence.upperBound,
                "）)".unicodeScalars.contains(text[other.range.upperBound])
            else { return nil }
            let expected = one.value * scale / otherScale
            // What is smaller than the last digit of the other unit is rounded.
            guard !other.agrees(with: expected, isRough: false) else { return nil }
            let right = Quantity.text(expected, decimals: expected == expected.rounded() ? 0 : 1) + other.unit
            return WordingFinding(
                .disagreeingFigures, other.range,
                Phrase(
                    ja: "\(one.text)は\(right)ですが、\(other.text)とあります",
                    en: "\(one.text) is \(right), and \(other.text) is written"),
                help: Phrase(ja: "二つの数と単位を確かめてください", en: "check the two figures, and their units"))
        }
    }

    private static let scales: [String: Double] = [
        "円": 1, "千円": 1_000, "万円": 10_000, "百万円": 1_000_000, "千万円": 10_000_000, "億円": 100_000_000,
    ]
    private static let brackets = [[Unicode.Scalar]].words("（ ( （約 （＝")
}
