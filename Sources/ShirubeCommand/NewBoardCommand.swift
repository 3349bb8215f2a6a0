import Diagnostics
import Files
import Japanese
import Mustache
import Publishing
import Records

/// `shirube new-board ID --municipality NAME`: a board's folder, made from the starter, that builds at once as a draft.
enum NewBoardCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let id = try arguments.onlyOperand("ID")
        let data = arguments.value(.data) ?? "Data"
        guard isFolderName(id) else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "「\(id)」は教育委員会のIDに使えません", en: "\(id) cannot be a board's identifier"),
                    help: Phrase(
                        ja: "半角の英小文字、数字及び「-」で書いてください（例: minami-alps）。フォルダーの名前になります",
                        en:
                            "use lower-case letters, digits and hyphens, as in minami-alps; it becomes the folder's name"
                    )))
        }
        let municipality = try municipality(arguments, data)
        let year = try fiscalYear(arguments)
        try requireFigures(for: year, in: data, arguments)
        do throws(FileError) {
            let folder = "\(data)/\(id)"
            guard try !FileSystem.isPresent(folder) else {
                terminal.report(
                    Phrase(ja: "「\(folder)」は既にあります", en: "\(folder) is there already"),
                    help: Phrase(ja: "別のIDにしてください。何も書き換えていません", en: "choose another identifier; nothing was changed"))
                return .wrongInput
            }
            guard let files = try starter(in: data, values(id, municipality, year), terminal) else {
                return .wrongInput
            }
            for file in files { try FileSystem.replace("\(folder)/\(file.name)", with: file.bytes) }
            for file in files { try terminal.print(DiagnosticFormatter.printable("\(folder)/\(file.name)") + "\n") }
        } catch {
            throw .file(error)
        }
        try TodoCommand.print(id, in: data, arguments.folder(.templates, "Templates"), terminal)
        do throws(FileError) {
            try terminal.print(
                Phrase(
                    ja: "\n「shirube build \(id)」で、案として文書を作れます。残りは「shirube todo \(id)」で確かめられます",
                    en: "\nshirube build \(id) makes the documents as drafts; shirube todo \(id) lists what is left"))
            return .done
        } catch {
            throw .file(error)
        }
    }

    /// A name that is a folder's on every system, and nothing else's in the folder of the data.
    private static func isFolderName(_ id: String) -> Bool {
        let isPlain = id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return isPlain && !id.isEmpty && !id.hasPrefix("-") && id.utf8.count <= 64
            && ![
                "reference", "schema", Board.sharedFolder, KeptEdition.editionsFolder, KeptEdition.templatesFolder,
                KeptDocuments.folderName,
            ].contains(id)
    }

    // MARK: What is looked up

    private static func municipality(_ arguments: Arguments, _ data: String) throws(CommandError) -> Municipality {
        guard let name = arguments.value(.municipality), !name.isEmpty else {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "--municipalityに市区町村名を指定してください", en: "name the municipality with --municipality"),
                    help: Phrase(
                        ja: "例: shirube new-board minami-alps --municipality 南アルプス市",
                        en: "as in shirube new-board minami-alps --municipality 南アルプス市")))
        }
        guard let reference = try ReferenceTables.find(arguments.value(.reference), data: data) else {
            throw .file(FileError(path: "\(data)/reference", code: FileError.missing))
        }
        // A designated city's wards have no board of their own.
        var found = reference.municipalities(named: name).filter { !$0.isWardOfCity }
        if let code = arguments.value(.code) {
            let digits = WidthFolding.ascii(code)
            found = found.filter { $0.fullCode == digits || $0.code == digits }
            guard found.count == 1 else {
                throw .usage(
                    arguments.refusal(
                        of: .code,
                        help: choices(
                            reference.municipalities(named: name),
                            else: Phrase(ja: "「\(name)」という市区町村はありません", en: "there is no municipality \(name)"))))
            }
        }
        switch found.count {
        case 1: return found[0]
        case 0:
            throw .usage(
                UsageError(
                    message: Phrase(ja: "「\(name)」という市区町村はありません", en: "there is no municipality \(name)"),
                    help: choices(
                        reference.municipalities(near: name),
                        else: "市区町村".contains(name.last ?? "x")
                            ? Phrase(
                                ja: "日本郵便の表（Data/reference）にありません。合併などで新しくできた所なら、近くの市区町村で始めて、board.yamlの名称とコードを直してください",
                                en:
                                    "it is not in Japan Post's table (Data/reference): of one that is new, begin with a neighbour, and mend the names and code in board.yaml"
                            ) : Phrase(ja: "「市」「町」などまで書いてください", en: "write it with its 市, 町 or 村"))))
        default:
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "「\(name)」は\(found.count)か所にあります", en: "there are \(found.count) of the name \(name)"),
                    help: choices(found, else: Phrase(ja: "", en: ""))))
        }
    }

    private static func choices(_ found: [Municipality], else other: Phrase) -> Phrase {
        guard !found.isEmpty else { return other }
        let names = found.prefix(8).map { "--code \($0.fullCode)（\($0.prefecture)\($0.ownName)）" }
        return Phrase(
            ja: "次のどれかを加えてください: " + names.joined(separator: "、"), en: "add one of " + names.joined(separator: ", "))
    }

    private static func fiscalYear(_ arguments: Arguments) throws(CommandError) -> FiscalYear {
        guard let text = arguments.value(.fiscalYear) else { return .current }
        do {
            return try CalendarParser.fiscalYear(text)
        } catch {
            throw .usage(
                arguments.refusal(
                    of: .fiscalYear, help: Phrase(ja: "「令和8年度」の形で書いてください", en: "write it as in 令和8年度")))
        }
    }

    /// The figures that all boards share have to be out before an edition that prints them.
    private static func requireFigures(
        for year: FiscalYear, in data: String, _ arguments: Arguments
    ) throws(CommandError) {
        let published: YearMonth?
        do throws(FileError) {
            let real = try RealFolder(data)
            var diagnostics: [Diagnostic] = []
            let shared = try Board.loadShared(folder: "\(data)/\(Board.sharedFolder)", diagnostics: &diagnostics) {
                (path) throws(FileError) in try BoardBuilder.read(path, within: real)
            }
            published = shared?.files[.statistics]?.root[Statistics.survey]?[Survey.published]
        } catch {
            throw .file(error)
        }
        guard let published, year.lastDay.yearMonth < published else { return }
        throw .usage(
            arguments.refusal(
                of: .fiscalYear,
                help: Phrase(
                    ja:
                        "共有する統計（\(data)/\(Board.sharedFolder)/statistics.yaml）は\(published.long)に公表されたものです。\(published.fiscalYear.long)以後の年度にしてください",
                    en:
                        "the shared figures (\(data)/\(Board.sharedFolder)/statistics.yaml) came out in \(published.iso); choose \(published.fiscalYear.long) or a later year"
                )))
    }

    // MARK: The starter

    private static func values(_ id: String, _ municipality: Municipality, _ year: FiscalYear) -> PlainValue {
        .mapping([
            "id": .text(id), "code": .text(municipality.fullCode), "prefecture": .text(municipality.prefecture),
            "municipality": .text(municipality.ownName), "name": .text(municipality.ownName + "教育委員会"),
            "fiscal_year": .text(year.long), "first_year": .text(FiscalYear(year: year.year - 4).long),
            "issued": .text(year.lastDay.yearMonth.long), "as_of": .text(year.firstDay.long),
        ])
    }

    /// - Returns: nil where something is wrong with the starter, which is told.
    private static func starter(
        in data: String, _ values: PlainValue, _ terminal: Terminal
    ) throws(FileError) -> [(name: String, bytes: [UInt8])]? {
        let folder = "\(data)/\(Board.sharedFolder)/starter"
        var files: [(name: String, bytes: [UInt8])] = []
        for kind in DataFileKind.builtIn {
            let source = try SourceFile.read("\(folder)/\(kind.fileName)")
            do throws(ParseError) {
                let library = TemplateLibrary { (_, _) throws(ParseError) in source }
                guard let template = try library.template(kind.name) else { continue }
                var warnings: [Diagnostic] = []
                let text = try MustacheRenderer.render(
                    template, with: values, library: library, missingPartials: .empty, warnings: &warnings)
                files.append((kind.fileName, text))
            } catch {
                terminal.report([error.diagnostic])
                return nil
            }
        }
        return files
    }
}
