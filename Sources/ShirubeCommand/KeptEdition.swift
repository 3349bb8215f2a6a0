import Diagnostics
import Japanese
import Publishing

/// An edition of a board that has been published and is kept: its data, what it shared, and its templates.
///
///     Data/takarazuka/editions/2024/takarazuka/board.yaml …
///     Data/takarazuka/editions/2024/shared/statistics.yaml …
///     Data/takarazuka/editions/2024/templates/guideline.html …
///
/// The folder is laid out as that of the data is, so that it is read, checked and built as the present edition is.
struct KeptEdition {
    let board: String
    let year: FiscalYear
    /// The folder of its data.
    let data: String

    /// The name of its folder, among the data and in Output.
    var folderName: String { year.iso }

    var templates: String { "\(data)/\(Self.templatesFolder)" }

    static let templatesFolder = "templates"
    /// The name of the folder of a board's editions.
    static let editionsFolder = "editions"

    init(of board: String, _ year: FiscalYear, in data: String) {
        (self.board, self.year) = (board, year)
        self.data = "\(Self.folder(of: board, in: data))/\(year.iso)"
    }

    private static func folder(of board: String, in data: String) -> String { "\(data)/\(board)/\(editionsFolder)" }

    var isPresent: Bool { get throws(FileError) { try FileSystem.isFolder(data) } }

    /// The editions of a board that are kept, the latest last.
    static func all(of board: String, in data: String) throws(FileError) -> [KeptEdition] {
        let folder = folder(of: board, in: data)
        guard try FileSystem.isFolder(folder) else { return [] }
        return try FileSystem.names(in: folder).compactMap { name in
            Int(name).map { KeptEdition(of: board, FiscalYear(year: $0), in: data) }
        }.sorted { $0.year < $1.year }
    }

    /// The edition that `--edition` names; nil where it names none.
    static func named(_ arguments: Arguments, of boards: [String], in data: String) throws(CommandError) -> KeptEdition?
    {
        guard let text = arguments.value(.edition) else { return nil }
        guard boards.count == 1, let board = boards.first else {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "--editionは、教育委員会を一つ指定して使います", en: "--edition is of one board, which has to be named")))
        }
        let year: FiscalYear
        do {
            year = try CalendarParser.fiscalYear(text)
        } catch {
            throw .usage(
                arguments.refusal(of: .edition, help: Phrase(ja: "「令和6年度」の形で書いてください", en: "write it as in 令和6年度")))
        }
        let edition = KeptEdition(of: board, year, in: data)
        let kept: String
        do throws(FileError) {
            if try edition.isPresent { return edition }
            kept = try all(of: board, in: data).map(\.year.long).joined(separator: "、")
        } catch {
            throw .file(error)
        }
        throw .usage(
            arguments.refusal(
                of: .edition,
                help: kept.isEmpty
                    ? Phrase(
                        ja: "残してある版はありません。今の版は、--editionを付けずに作ります",
                        en: "no edition is kept; the present one is built without --edition")
                    : Phrase(
                        ja: "残してある版: \(kept)。今の版は、--editionを付けずに作ります",
                        en: "there is \(kept); the present one is built without --edition")))
    }
}
