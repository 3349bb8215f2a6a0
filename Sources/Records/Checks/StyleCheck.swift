package import Diagnostics

extension DiagnosticCode {
    package static let styleRange = DiagnosticCode(
        "D019", canBeAllowed: false,
        meaning: (
            ja: "テキスト版の1行の字数が、10から100までの範囲にありません。",
            en: "The characters in a line of the plain text are not between 10 and 100."
        ),
        reason: (
            ja: "短すぎても長すぎても、文章や表が読める形になりません。",
            en: "Neither sentences nor tables can be set legibly in such lines."
        ),
        wrong: """
            style:
              columns: 400
            """,
        right: """
            style:
              columns: 40
            """)
}

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
