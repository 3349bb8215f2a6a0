import Diagnostics

/// A house style that pages can be set in.
enum StyleCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let record = board.record else { return [] }
        let styles = [record[BoardRecord.style]] + record.records(BoardRecord.documents).map { $0[BoardRecord.style] }
        return styles.compactMap { $0 }.compactMap { style in
            guard let columns = Style.columns.declaration.range, let count = style[Style.columns],
                !columns.contains(count)
            else { return nil }
            return style.report(
                .styleRange, Style.columns,
                Phrase(
                    ja: "1行の字数「\(count)」は、\(columns.lowerBound)から\(columns.upperBound)までの外です",
                    en: "\(count) characters a line is not between \(columns.lowerBound) and \(columns.upperBound)"),
                help: Phrase(ja: "40程度にしてください", en: "40 is usual"))
        }
    }
}
