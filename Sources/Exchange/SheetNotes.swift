import Diagnostics
import Spreadsheet

/// What lies on a sheet, or beside it, and is not taken.
struct SheetNotes {
    /// The first cells or rows of a kind, by their names.
    private struct Places {
        var names: [String] = []

        mutating func note(_ name: @autoclosure () -> String) {
            if names.count < 10 { names.append(name()) }
        }

        /// - Returns: nil where there are none.
        func phrase(_ phrase: (String, String) -> Phrase) -> Phrase? {
            names.isEmpty ? nil : phrase(names.joined(separator: "、"), names.joined(separator: ", "))
        }
    }

    private let sheet: Sheet
    private let columns: Set<Int>
    private let titled: Set<Int>
    private let header: Int
    private var sheets: [Phrase]
    /// Of `sheet.hiddenColumns`, those in which something stands.
    private var hiddenColumns: [Bool]
    private var (untitled, hiddenRows, unsaved, formulas) = (Places(), Places(), Places(), Places())

    /// - Parameter isPersonal: whether what is told may not quote the sheet.
    init(_ sheet: Sheet, of workbook: Workbook, header: Row, _ columns: [String: Int], isPersonal: Bool) {
        (self.sheet, self.header, self.columns) = (sheet, header.number, Set(columns.values))
        titled = Set(header.cells.filter { !$0.text.isEmpty }.map(\.address.column))
        hiddenColumns = sheet.hiddenColumns.map { _ in false }
        sheets = workbook.sheets.enumerated().filter { $0.element.name != sheet.name }.map { place, other in
            let name = isPersonal ? String(place + 1) : other.name ?? ""
            return other.isHidden
                ? Phrase(ja: "隠れたシート「\(name)」は取り込みません", en: "the hidden sheet \(name) was left out")
                : Phrase(ja: "シート「\(name)」は取り込みません", en: "the sheet \(name) was left out")
        }
        for row in sheet.rows.prefix(while: { $0.number <= header.number }) { noteHiddenColumns(row) }
    }

    private mutating func noteHiddenColumns(_ row: Row) {
        for (place, range) in sheet.hiddenColumns.enumerated() where !hiddenColumns[place] {
            hiddenColumns[place] = row.cells.contains { range.contains($0.address.column) }
        }
    }

    /// Looks at a row below the titles.
    mutating func note(_ row: Row) {
        noteHiddenColumns(row)
        if row.isHidden { hiddenRows.note(String(row.number)) }
        for cell in row.cells {
            let isTaken = columns.contains(cell.address.column)
            if cell.isFormula, isTaken {
                if cell.kind == .empty { unsaved.note("\(cell.address)") } else { formulas.note("\(cell.address)") }
            }
            if !row.isHidden, !titled.contains(cell.address.column), cell.text.contains(where: { !$0.isWhitespace }),
                !sheet.mergedRanges.contains(where: { $0.contains(cell.address) })
            {
                untitled.note("\(cell.address)")
            }
        }
    }

    var phrases: [Phrase] {
        let hidden = zip(sheet.hiddenColumns, hiddenColumns).filter(\.1).map { range, _ in
            let letters = [range.lowerBound, range.upperBound].map(CellAddress.letters(ofColumn:))
            let name = letters[0] == letters[1] ? letters[0] : letters.joined(separator: "～")
            return Phrase(ja: "隠れた列（\(name)）は取り込みません", en: "the hidden columns \(name) were left out")
        }
        var comments = Places()
        for comment in sheet.comments where comment.address.row > header { comments.note("\(comment.address)") }
        return sheets + hidden
            + [
                untitled.phrase {
                    Phrase(
                        ja: "見出しのない列のセル（\($0)）は取り込みません。CSVなら、コンマを含む値が引用符で囲まれていないのかもしれません",
                        en:
                            "cells in columns without a title (\($1)) were left out; in CSV a value with a comma may lack its quotation marks"
                    )
                },
                hiddenRows.phrase {
                    Phrase(ja: "隠れた行（\($0)行目）は取り込みません", en: "the hidden rows \($1) were left out")
                },
                comments.phrase {
                    Phrase(ja: "セルのコメント（\($0)）は取り込みません", en: "comments on cells (\($1)) were left out")
                },
                unsaved.phrase {
                    Phrase(
                        ja: "数式のセル（\($0)）は、計算結果が保存されていないので取り込みません。Excelで開いて保存し直してください",
                        en: "cells with formulas (\($1)) have no saved result; open the file in Excel and save it")
                },
                formulas.phrase {
                    Phrase(
                        ja: "数式のセル（\($0)）は、保存されている計算結果を取り込みます",
                        en: "of cells with formulas (\($1)) the result as saved was taken")
                },
            ].compactMap { $0 }
    }
}
