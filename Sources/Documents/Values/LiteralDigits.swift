import Bytes
import Japanese

/// Digits that stand in templates which all boards share, in the width of a board's house style: 様式1 and 様式１.
enum LiteralDigits {
    /// What of a template's text has to be written otherwise, by its bytes.
    static func rewritten(
        _ text: ArraySlice<UInt8>, in width: HouseStyle.Digits
    ) -> [(range: Range<Int>, text: [UInt8])] {
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        var (index, offset) = (0, text.startIndex)
        func bytes(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + UTF8.width($1) } }
        return DigitRuns.runs(in: scalars).filter {
            $0.isHouseStyle && $0.isFullwidth != (width == .fullwidth)
        }.map { run in
            let start = offset + bytes(index..<run.range.lowerBound)
            let end = start + bytes(run.range)
            (index, offset) = (run.range.upperBound, end)
            let digits = Array(String(scalars: scalars[run.range]).utf8)
            switch width {
            case .halfwidth:
                return (start..<end, Array(WidthFolding.ascii(String(decoding: digits, as: UTF8.self)).utf8))
            case .fullwidth:
                var output: [UInt8] = []
                WidthFolding.appendFullwidthDigits(digits.span, to: &output)
                return (start..<end, output)
            }
        }
    }
}
