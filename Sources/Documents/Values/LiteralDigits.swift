import Diagnostics
import Japanese
import Mustache

/// Digits that stand in templates which all boards share, in the width of a board's house style: 様式1 and 様式１.
enum LiteralDigits {
    /// The literal text of a template that has to be written otherwise, by where it begins.
    static func texts(of template: MustacheTemplate, in width: HouseStyle.Digits) -> [Int: [UInt8]] {
        var texts: [Int: [UInt8]] = [:]
        var isInTag = false
        for (index, instruction) in template.instructions.enumerated() where instruction.operation == .text {
            // {{$headings}}１ （１）{{/headings}}: the marks of headings are the template's choice.
            let isBlock = index > 0 && template.instructions[index - 1].operation == .block
            if isBlock, Int(template.instructions[index - 1].next) == index + 1, isLadder(template, instruction) {
                continue
            }
            let bytes = template.source.bytes[instruction.range]
            let text = converted(bytes, width, &isInTag)
            if !text.elementsEqual(bytes) { texts[instruction.range.lowerBound] = text }
        }
        return texts
    }

    private static func isLadder(_ template: MustacheTemplate, _ text: MustacheInstruction) -> Bool {
        !template.source.text(text.range).unicodeScalars.contains {
            $0.isKanji || $0.isHiragana || $0 == "<"
        }
    }

    /// - Parameter isInTag: whether it begins inside a tag of markup, and then whether it ends in one: attributes stay as they
    ///   are.
    private static func converted(
        _ bytes: ArraySlice<UInt8>, _ width: HouseStyle.Digits, _ isInTag: inout Bool
    ) -> [UInt8] {
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let boundary = isInTag ? UInt8(ascii: ">") : UInt8(ascii: "<")
            let end = bytes[index...].firstIndex(of: boundary) ?? bytes.endIndex
            if isInTag { output += bytes[index..<end] } else { append(bytes[index..<end], width, to: &output) }
            if end < bytes.endIndex {
                output.append(boundary)
                isInTag.toggle()
            }
            index = end + 1
        }
        return output
    }

    private static func append(_ bytes: ArraySlice<UInt8>, _ width: HouseStyle.Digits, to output: inout [UInt8]) {
        let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var index = 0
        for run in DigitRuns.runs(in: text) where run.isHouseStyle && run.isFullwidth != (width == .fullwidth) {
            output += String(String.UnicodeScalarView(text[index..<run.range.lowerBound])).utf8
            let digits = Array(String(String.UnicodeScalarView(text[run.range])).utf8)
            switch width {
            case .halfwidth: output += WidthFolding.ascii(String(decoding: digits, as: UTF8.self)).utf8
            case .fullwidth: WidthFolding.appendFullwidthDigits(digits.span, to: &output)
            }
            index = run.range.upperBound
        }
        output += String(String.UnicodeScalarView(text[index...])).utf8
    }
}
