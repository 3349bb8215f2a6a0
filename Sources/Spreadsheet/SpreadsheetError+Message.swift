public import Diagnostics
import Files

extension SpreadsheetError {
    /// What is wrong.
    public var message: Phrase { text.message }

    /// What to do about it.
    public var help: Phrase { text.help }

    private var text: (message: Phrase, help: Phrase) {
        switch self {
        case .emptyFile:
            (
                Phrase(ja: "ファイルが空です", en: "the file is empty"),
                Phrase(ja: "Excelで開いて内容を確かめ、保存し直してください", en: "open it in Excel, see what it holds, and save it again")
            )
        case .foreignFormat(let format): format.text
        case .truncatedArchive:
            (
                Phrase(ja: "Excelブックが途中で切れています", en: "the workbook breaks off before its end"),
                Self.copyAgain
            )
        case .damagedArchive(let damage, let part):
            (
                Phrase(
                    ja: "Excelブックが壊れています（\(part.map { "「\(Self.short($0))」: " } ?? "")\(damage.reason.ja)）",
                    en: "the workbook is damaged (\(part.map { "\(Self.short($0)): " } ?? "")\(damage.reason.en))"),
                Self.copyAgain
            )
        case .unsupportedArchive(let feature):
            (
                Phrase(
                    ja: "このExcelブックの収め方（\(feature.name.ja)）には対応していません",
                    en: "the workbook is packed in a way that is not read (\(feature.name.en))"),
                Self.saveAgain
            )
        case .expandsTooFar(let part, let limit):
            (
                Phrase(
                    ja: "Excelブックの「\(Self.short(part))」を展開すると\(limit >> 20)MBを超えます",
                    en: "the workbook's \(Self.short(part)) expands to more than \(limit >> 20) MB"),
                Phrase(
                    ja: "使わないシート・行・書式を消して、保存し直してください。心当たりのないファイルなら、開かずに送り主に確かめてください",
                    en:
                        "delete sheets, rows and formatting that are not used, and save it again; if you do not know where the file comes from, do not open it, but ask who sent it"
                )
            )
        case .missingPart(let part):
            (
                Phrase(
                    ja: "Excelブックに必要な部分「\(Self.short(part))」がありません",
                    en: "the workbook lacks its part \(Self.short(part))"),
                Self.saveAgain
            )
        case .malformedPart(let part, let line):
            (
                Phrase(
                    ja: "Excelブックの「\(Self.short(part))」\(line.map { "の\($0)行目" } ?? "")が正しく書かれていません",
                    en:
                        "the workbook's \(Self.short(part)) is not written as it should be\(line.map { " (line \($0))" } ?? "")"
                ),
                Self.saveAgain
            )
        case .documentType(let part):
            (
                Phrase(
                    ja: "Excelブックの「\(Self.short(part))」に、文書型宣言（<!DOCTYPE>）があります。Excelはこれを書きません",
                    en: "the workbook's \(Self.short(part)) has a document type, which Excel never writes"),
                Phrase(
                    ja: "開かずに、送り主に確かめてください", en: "do not open the file, but ask who sent it")
            )
        case .tooManyCells(let sheet, let limit):
            (
                Phrase(
                    ja: "\(sheet.map { "シート「\(Self.short($0))」までで、" } ?? "")値のあるセルが\(limit)個を超えます",
                    en:
                        "there are more than \(limit) cells with values\(sheet.map { " up to sheet \(Self.short($0))" } ?? "")"
                ),
                Phrase(
                    ja: "読み込む表だけのファイルにしてください", en: "make a file of the table that is to be read alone")
            )
        case .beyondSheet(let sheet):
            (
                Phrase(
                    ja:
                        "\(sheet.map { "シート「\(Self.short($0))」に、" } ?? "")\(Limits.sheetRows)行・\(Limits.sheetColumns)列を超える所があります",
                    en:
                        "\(sheet.map { "sheet \(Self.short($0))" } ?? "the table") goes beyond \(Limits.sheetRows) rows or \(Limits.sheetColumns) columns"
                ),
                Phrase(
                    ja: "Excelのシートに収まる表に分けてください", en: "divide the table so that it fits a sheet of Excel's")
            )
        case .invalidText(let line, let byte, let encoding):
            (
                encoding == .utf16
                    ? Phrase(
                        ja: "\(line)行目の\(byte)バイト目が、UTF-16の文字になりません",
                        en: "byte \(byte) of line \(line) begins no character of UTF-16")
                    : Phrase(
                        ja: "\(line)行目の\(byte)バイト目が、UTF-8の文字にもShift_JISの文字にもなりません",
                        en: "byte \(byte) of line \(line) begins no character of UTF-8 or Shift_JIS"),
                Phrase(
                    ja: "Excelの「名前を付けて保存」で、形式「CSV UTF-8（コンマ区切り）」を選んで保存し直してください",
                    en: "save it again in Excel with Save As, as “CSV UTF-8 (Comma delimited)”")
            )
        case .nul(let line):
            (
                Phrase(ja: "\(line)行目に、文字ではないバイト（NUL）があります", en: "line \(line) has a NUL byte, which is no text"),
                Phrase(
                    ja: "Excelブックか、CSVのファイルかを確かめ、Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください",
                    en:
                        "see that it is a workbook or a CSV file, and save it again in Excel as “CSV UTF-8 (Comma delimited)”"
                )
            )
        case .strayQuote(let line):
            (
                Phrase(
                    ja: "\(line)行目の「\"」が、セルの囲みになっていません", en: "a quotation mark in line \(line) does not enclose a cell"),
                Phrase(
                    ja: "「\"」を含むセルは全体を「\"」で囲み、中の「\"」は「\"\"」と書いてください。Excelで保存し直すと、そうなります",
                    en:
                        "enclose the whole cell in quotation marks, and double those inside; Excel does so when it saves the file"
                )
            )
        case .unclosedQuote(let line):
            (
                Phrase(
                    ja: "\(line)行目の「\"」で始まるセルが閉じられていません",
                    en: "the cell that begins with a quotation mark in line \(line) never ends"),
                Phrase(ja: "セルの終わりに「\"」を書いてください", en: "put a quotation mark at the cell's end")
            )
        case .longText(let sheet, let address):
            (
                Phrase(
                    ja: "シート「\(sheet)」のセル\(address)の文章が、Excelの上限（\(Limits.cellText)字）を超えます",
                    en:
                        "the text of cell \(address) of sheet \(sheet) is longer than Excel takes (\(Limits.cellText) characters)"
                ),
                Phrase(ja: "元のデータの文章を短くしてください", en: "shorten the text in the data")
            )
        case .tableTooLarge(let sheet):
            (
                Phrase(
                    ja: "表「\(sheet)」が、Excelのシート（\(Limits.sheetRows)行・\(Limits.sheetColumns)列）に収まりません",
                    en:
                        "the table \(sheet) does not fit a sheet of Excel's (\(Limits.sheetRows) rows, \(Limits.sheetColumns) columns)"
                ),
                Phrase(ja: "CSVで書き出すか、表を分けてください", en: "write it as CSV, or divide it")
            )
        }
    }

    private static let copyAgain = Phrase(
        ja: "元のファイルからコピーし直すか、Excelで開いて保存し直してください",
        en: "copy it again from where it came from, or open it in Excel and save it again")

    private static let saveAgain = Phrase(
        ja: "Excelで開き、「Excelブック（*.xlsx）」として保存し直してください",
        en: "open it in Excel, and save it again as “Excel Workbook (*.xlsx)”")

    /// A name from a file, fit for a message.
    private static func short(_ name: String) -> String {
        let shown = String(
            String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
        return shown.utf8.count > Limits.quotedName ? shown.prefix(30) + "…" : shown
    }
}

extension SpreadsheetError.ForeignFormat {
    fileprivate var text: (message: Phrase, help: Phrase) {
        let (name, help) = description
        return (Phrase(ja: "\(name.ja)は読み込めません", en: "\(name.en) is not read"), help)
    }

    private var description: (name: Phrase, help: Phrase) {
        let saveAs = Phrase(
            ja: "Excelで開き、「名前を付けて保存」で「Excelブック（*.xlsx）」を選んで保存してください",
            en: "open it in Excel, and save it with Save As, as “Excel Workbook (*.xlsx)”")
        return switch self {
        case .oldExcel: (Phrase(ja: "Excel 97-2003形式（.xls）のファイル", en: "a file of Excel 97-2003 (.xls)"), saveAs)
        case .binaryWorkbook: (Phrase(ja: "Excelバイナリブック（.xlsb）", en: "an Excel binary workbook (.xlsb)"), saveAs)
        case .markup:
            (Phrase(ja: "中身がHTMLやXMLのファイル", en: "a file that is HTML or XML inside"), saveAs)
        case .encrypted:
            (
                Phrase(ja: "パスワードのかかったファイル", en: "a file with a password"),
                Phrase(
                    ja: "Excelで開き、「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」でパスワードを消して保存してください",
                    en:
                        "open it in Excel, delete the password under File > Info > Protect Workbook > Encrypt with Password, and save it"
                )
            )
        case .openDocument:
            (
                Phrase(ja: "OpenDocument形式（.ods）のファイル", en: "an OpenDocument file (.ods)"),
                Phrase(
                    ja: "LibreOfficeの「名前を付けて保存」で「Excel 2007-365（.xlsx）」を選んで保存してください",
                    en: "save it in LibreOffice with Save As, as “Excel 2007-365 (.xlsx)”")
            )
        case .pdf:
            (
                Phrase(ja: "PDF", en: "a PDF"),
                Phrase(ja: "PDFの元になったExcelのファイルを指定してください", en: "name the Excel file that the PDF was made from")
            )
        case .otherArchive, .otherDocument:
            (
                Phrase(ja: "ExcelブックでもCSVでもないファイル", en: "a file that is neither a workbook nor CSV"),
                Phrase(
                    ja: "ファイルの名前を確かめ、ExcelブックかCSVを指定してください",
                    en: "check the file's name, and name a workbook or a CSV file")
            )
        }
    }
}

extension SpreadsheetError.ArchiveDamage {
    fileprivate var reason: Phrase {
        switch self {
        case .directory: Phrase(ja: "目次と中身が合いません", en: "its contents are not where its list says")
        case .overlap: Phrase(ja: "中身が重なっています", en: "parts of it overlap")
        case .unsafeName: Phrase(ja: "使えない名前です", en: "a name that cannot be")
        case .duplicateName: Phrase(ja: "同じ名前が2つあります", en: "the name stands there twice")
        case .stream: Phrase(ja: "圧縮された中身を展開できません", en: "its compressed contents cannot be expanded")
        case .size: Phrase(ja: "大きさが記録と違います", en: "its size is not the one recorded")
        case .checksum: Phrase(ja: "検査値（CRC）が合いません", en: "its checksum is wrong")
        }
    }
}

extension SpreadsheetError.ArchiveFeature {
    fileprivate var name: Phrase {
        switch self {
        case .severalDisks: Phrase(ja: "分割", en: "divided into several files")
        case .encryption: Phrase(ja: "ZIPの暗号化", en: "zip encryption")
        case .compression: Phrase(ja: "特殊な圧縮方式", en: "an uncommon compression")
        }
    }
}
