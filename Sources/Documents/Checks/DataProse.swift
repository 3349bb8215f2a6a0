import Diagnostics
import Japanese
import Records
import StrictYAML

/// The sentences that stand in a board's data, read as a template's are.
enum DataProse {
    /// Names and addresses are spelt as their owners spell them, so only texts with a stop are sentences.
    static func proses(_ board: Board) -> [TemplateProse] {
        DataFileKind.allCases.compactMap { kind in
            guard let file = board.files[kind] else { return nil }
            var paragraphs: [TemplateProse.Paragraph] = []
            file.root.forEachScalar { value, type, _ in
                switch type {
                case .text, .lines: if let paragraph = paragraph(value, file) { paragraphs.append(paragraph) }
                default: break
                }
            }
            return TemplateProse(source: file.tree.source, paragraphs: paragraphs)
        }
    }

    private static func paragraph(_ value: Value, _ file: DataFile) -> TemplateProse.Paragraph? {
        let text = file.tree.text(of: Int(value.node))
        guard text.unicodeScalars.contains("。") else { return nil }
        let place = file.place(of: value)
        let bytes = place.source.bytes[place.range]
        // Written with escapes or over several lines, its characters have no places of their own.
        guard let quote = [0, 1].first(where: { bytes.dropFirst($0).dropLast($0).elementsEqual(text.utf8) }) else {
            return nil
        }
        var paragraph = TemplateProse.Paragraph()
        var offset = place.range.lowerBound + quote
        for scalar in text.unicodeScalars {
            paragraph.scalars.append(scalar)
            paragraph.offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        return paragraph
    }
}
