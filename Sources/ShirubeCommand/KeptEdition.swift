import Diagnostics
import Files
import Japanese
import Publishing
import Records

/// An edition of a board that has been published and is kept: its data, what it shared, and its templates.
///
///     Data/takarazuka/editions/2024/takarazuka/board.yaml …
///     Data/takarazuka/editions/2024/shared/statistics.yaml …
///     Data/takarazuka/editions/2024/templates/guideline.html …
///     Data/takarazuka/editions/2024/published/guideline.html …
///
/// The folder is laid out as that of the data is, so that it is read, checked and built as the present edition is.
struct KeptEdition {
    let board: String
    /// What the board was called when it was kept: its folder may have been renamed since.
    let name: String
    let year: FiscalYear
    /// The folder of its data.
    let data: String

    /// The name of its folder, among the data and in Output.
    var folderName: String { year.iso }

    var templates: String { "\(data)/\(Self.templatesFolder)" }

    static let templatesFolder = "templates"
    /// The name of the folder of a board's editions.
    static let editionsFolder = "editions"

    init(of board: String, _ year: FiscalYear, in data: String) throws(FileError) {
        (self.board, self.year) = (board, year)
        self.data = "\(Self.folder(of: board, in: data))/\(year.iso)"
        name = try Self.name(of: board, in: data, kept: self.data)
    }

    /// What a board is called in an edition: as it is now, or else as the one of its code.
    private static func name(of board: String, in data: String, kept: String) throws(FileError) -> String {
        guard try FileSystem.isFolder(kept) else { return board }
        let names = try BoardFolders.names(in: kept)
        if let same = names.first(where: { PathKey($0) == PathKey(board) }) { return same }
        guard let code = code(of: board, in: data) else { return names.count == 1 ? names[0] : board }
        return names.first { self.code(of: $0, in: kept) == code } ?? board
    }

    /// The municipality code of a board; nil where it cannot be read.
    private static func code(of board: String, in data: String) -> String? {
        (try? LoadedBoard.load(board, in: data))?.board?.record?.text(BoardRecord.municipalityCode)
    }

    /// Folders of editions in the data folder that belong to no board: what a board's folder was, before that was renamed.
    private static func left(in data: String) throws(FileError) -> [String] {
        let boards = try BoardFolders.names(in: data)
        var folders: [String] = []
        for name in try FileSystem.names(in: data) where !boards.contains(name) {
            if try FileSystem.isFolder(folder(of: name, in: data)) { folders.append(folder(of: name, in: data)) }
        }
        return folders
    }

    /// What there is where no edition is kept of a board, or not the one that is wanted; nil where there is nothing.
    static func advice(_ kept: [KeptEdition], of board: String, in data: String) throws(FileError) -> Phrase? {
        if kept.isEmpty, let left = try left(in: data).first.map({ DiagnosticFormatter.printable($0) }) {
            let place = DiagnosticFormatter.printable("\(data)/\(board)")
            return Phrase(
                ja: "「\(left)」に残した版があります。教育委員会のフォルダーの名前を変えたのなら、「\(place)」の中に移してください",
                en: "there are editions in \(left): if the board's folder was renamed, move that into \(place)")
        }
        let years = kept.map(\.year.long)
        return years.isEmpty
            ? nil
            : Phrase(
                ja: "残してある版: \(years.joined(separator: "、"))", en: "there is \(years.joined(separator: ", "))")
    }

    private static func folder(of board: String, in data: String) -> String { "\(data)/\(board)/\(editionsFolder)" }

    var isPresent: Bool { get throws(FileError) { try FileSystem.isFolder(data) } }

    /// The editions of a board that are kept, the latest last.
    static func all(of board: String, in data: String) throws(FileError) -> [KeptEdition] {
        let folder = folder(of: board, in: data)
        guard try FileSystem.isFolder(folder) else { return [] }
        var editions: [KeptEdition] = []
        for year in try FileSystem.names(in: folder).compactMap({ Int($0) }).sorted() {
            editions.append(try KeptEdition(of: board, FiscalYear(year: year), in: data))
        }
        return editions
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
        let edition = try asFile { () throws(FileError) in try KeptEdition(of: board, year, in: data) }
        if try asFile({ () throws(FileError) in try edition.isPresent }) {
            let names = try asFile { () throws(FileError) in try BoardFolders.names(in: edition.data) }
            guard names.contains(edition.name) else { throw .usage(otherBoards(names, in: edition)) }
            return edition
        }
        let advice = try asFile { () throws(FileError) in
            try Self.advice(all(of: board, in: data), of: board, in: data)
                ?? Phrase(ja: "残してある版はありません", en: "no edition is kept")
        }
        throw .usage(
            arguments.refusal(
                of: .edition,
                help: Phrase(
                    ja: "\(advice.ja)。今の版は、--editionを付けずに作ります",
                    en: "\(advice.en); the present one is built without --edition")))
    }

    /// What is said where the boards of an edition have neither the name nor the code of the board whose folder it is in.
    private static func otherBoards(_ names: [String], in edition: KeptEdition) -> UsageError {
        let place = DiagnosticFormatter.printable(edition.data)
        let board = DiagnosticFormatter.printable(edition.board)
        let others = names.map { DiagnosticFormatter.printable($0) }
        return UsageError(
            message: Phrase(
                ja: "「\(place)」にあるのは、別の教育委員会のデータです: \(others.joined(separator: "、"))",
                en: "what is kept in \(place) is another board's data: \(others.joined(separator: ", "))"),
            help: Phrase(
                ja: "同じ教育委員会のものなら、その中のフォルダーの名前を「\(board)」に変えてください。ほかの教育委員会から写したものなら、editionsを消してください",
                en:
                    "if it is this board's, rename its folder there to \(board); if it was copied from another board, remove editions"
            ))
    }
}
