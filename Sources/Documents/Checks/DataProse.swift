import Bytes
public import Diagnostics
import Japanese
public import Records

/// The sentences that stand in a board's data, read as a template's are.
public enum DataProse {
    /// - Parameter sign: what every text has that is read.
    private static func proses(_ board: Board, ofTextsWith sign: [UInt8]) -> [TemplateProse] {
        board.allFiles.map { file in
            var paragraphs: [TemplateProse.Paragraph] = []
            file.forEachText { value, _, _ in
                if let paragraph = paragraph(value, file, with: sign) { paragraphs.append(paragraph) }
            }
            return TemplateProse(source: file.source, paragraphs: paragraphs)
        }
    }

    /// What is found in the sentences of a board's data alone, whatever document prints them.
    public static func findings(_ board: Board) -> [Diagnostic] {
        findings(board, names: LatinNames(board), spellings: BoardNames(board), places: nil)
    }

    static func findings(
        _ board: Board, names: LatinNames, spellings: BoardNames, places: PlacesInText?
    ) -> [Diagnostic] {
        let proses = proses(board, ofTextsWith: stop)
        // A title may quote a name, too.
        let quoting = Self.proses(board, ofTextsWith: quote).map { prose in
            TemplateProse(source: prose.source, paragraphs: prose.paragraphs.filter { !$0.scalars.contains("。") })
        }
        return UsagePairs.findings(in: proses, besides: spellings) + LatinWidths.findings(in: proses)
            + proses.flatMap { prose in prose.paragraphs.flatMap { names.findings(in: $0, prose.source) } }
            + proses.flatMap { prose in
                prose.paragraphs.flatMap { paragraph in
                    places?.findings(in: paragraph.scalars) { Diagnostic.Place(prose.source, paragraph.range($0)) }
                        ?? []
                }
            }
            + (proses + quoting).flatMap { NearNames.findings(in: $0, spellings) }
            + Self.proses(board, ofTextsWith: year).flatMap { prose in
                prose.paragraphs.flatMap { TypedDates.findings(in: $0, prose.source, isData: true) }
            }
    }

    /// Names and addresses are spelt as their owners spell them, so only texts with a stop are sentences.
    private static let stop = Array("。".utf8)
    private static let quote = Array("「".utf8)
    private static let year = Array("年".utf8)

    private static func paragraph(_ value: Value, _ file: DataFile, with sign: [UInt8]) -> TemplateProse.Paragraph? {
        // Written with escapes or over several lines, its characters have no places of their own.
        guard var offset = file.verbatimStart(of: value),
            file.withText(of: value, { $0.firstIndex(of: sign.span) != nil })
        else { return nil }
        var paragraph = TemplateProse.Paragraph()
        for scalar in (file.text(value) ?? "").unicodeScalars {
            paragraph.scalars.append(scalar)
            paragraph.offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        return paragraph
    }
}
