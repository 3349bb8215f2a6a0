import Bytes
import Markup
import Records

/// Writes a composed document in its formats.
struct PaperWriter {
    let tree: MarkupDocument
    let paper: OutputPlan.Paper
    let style: HouseStyle
    let board: Board
    let record: RecordView
    let openData: OpenData
    let options: RenderOptions
    /// Told the bytes of all files as they are made.
    let progress: (Int) -> Void

    /// - Returns: the files, in the order of the formats; none of what is printed.
    func write() -> [(format: OutputFormat, file: OutputFile)] {
        var made = 0
        return paper.formats.compactMap { format in
            if format.isPrinted { return nil }
            let name = paper.name + format.suffix
            var size = 0
            let overflow = options.overflow?(name)
            let counting: Overflow? = overflow.map { overflow in
                { piece in
                    overflow(piece)
                    size += piece.count
                    made += piece.count
                    progress(made)
                }
            }
            let rest = bytes(format, overflow: counting)
            return (format, OutputFile(name: name, bytes: rest, size: size + rest.count))
        }
    }

    private func bytes(_ format: OutputFormat, overflow: Overflow?) -> [UInt8] {
        switch format {
        case .html: HTMLWriter.write(tree, overflow: overflow)
        case .text: TextWriter.write(tree, style: style.text, overflow: overflow)
        case .docx:
            WordWriter.write(
                tree, title: style.digits.written(paper.document.text(DocumentEntry.title) ?? ""),
                fonts: style.typeface == .mincho ? .mincho : .gothic)
        case .fragment: HTMLWriter.writeFragment(tree, headingLevel: options.headingLevel, overflow: overflow)
        case .pdf: []
        case .csv where paper.id == RollUp.document: RollUpData.csv(board)
        case .json where paper.id == RollUp.document: RollUpData.json(board)
        case .csv: FacilityCSV.write(openData.facilities, board: record)
        case .json: FacilityJSON.write(openData.facilities, board: record, list: board.files[.facilities]?.root)
        }
    }
}
