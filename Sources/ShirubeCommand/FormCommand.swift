import Diagnostics
import Documents
import Exchange
import Files
import Publishing
import Records
import Spreadsheet

/// `shirube form BOARD --into DIR`: forms filled in from a roster, for one facility, or blank.
///
/// What stands in a roster is a family's own: it is in the files of DIR and in nothing else, no name of a file and no message.
struct FormCommand {
    let terminal: Terminal
    let arguments: Arguments
    let data: String
    let templates: String
    let output: String
    let into: String

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        PrivateFolder.protectProcess()
        if let folder = arguments.value(.erase) {
            let others: [Option] = [
                .pupils, .sheet, .facility, .document, .folder, .combined, .formFormat, .resume,
            ]
            guard arguments.operands.isEmpty, !others.contains(where: { arguments.has($0) }) else {
                throw .usage(
                    UsageError(
                        message: Phrase(ja: "--eraseにはフォルダーだけを指定してください", en: "--erase takes a folder and nothing else"))
                )
            }
            return try erase(folder, terminal)
        }
        return try FormCommand(arguments, terminal).make()
    }

    private init(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) {
        (self.terminal, self.arguments) = (terminal, arguments)
        data = arguments.value(.data) ?? "Data"
        templates = arguments.value(.templates) ?? "Templates"
        output = arguments.value(.output) ?? "Output"
        guard let into = arguments.value(.folder) else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "様式を入れるフォルダーを--intoで指定してください", en: "name the folder for the forms with --into"),
                    help: Phrase(
                        ja: "例: shirube form takarazuka --pupils 名簿.xlsx --into 様式",
                        en: "as in shirube form takarazuka --pupils roster.xlsx --into forms")))
        }
        self.into = into
        guard arguments.has(.pupils) || !arguments.has(.sheet) else {
            throw .usage(
                UsageError(message: Phrase(ja: "--sheetは、名簿（--pupils）のシートです", en: "--sheet is of the roster, --pupils"))
            )
        }
    }

    // MARK: Steps

    private func make() throws(CommandError) -> ExitStatus {
        let name = try arguments.onlyOperand("BOARD")
        let reference = try ReferenceTables.find(arguments.value(.reference), data: data)
        let loaded = try LoadedBoard.load(name, in: data, reference: reference)
        guard let board = loaded.board else {
            terminal.report(loaded.diagnostics)
            return .wrongInput
        }
        let document = try document(of: board)
        let names = FacilityNames(of: board)
        let facility = try facility(of: board, names)
        let folder = try TemplateFolder(templateStore(), board: name)
        guard let press = try press(board, document, folder, loaded.diagnostics, reference) else { return .wrongInput }
        // Made once, it has found the style sheets that all forms have.
        let limits: [String: Int]
        do throws(FormError) {
            limits = try press.sheet(nil, facility: facility).limits
        } catch {
            report(Failure(row: nil, code: error.code))
            return .wrongInput
        }
        var roster: (table: SheetTable, hash: UInt64)?
        if let path = arguments.value(.pupils) {
            guard press.hasBlanks else {
                throw .usage(
                    UsageError(
                        message: Phrase(
                            ja: "文書「\(document)」には、名簿から書き入れるところがありません",
                            en: "the document \(document) has nothing to be filled in from a roster")))
            }
            guard let read = try read(path, board) else { return .wrongInput }
            guard read.table.columns[FormRequest.pupilName.key] != nil else {
                terminal.report(
                    Phrase(ja: "名簿に「児童生徒の氏名」の列がありません", en: "the roster has no column for the pupils' names"),
                    help: Phrase(ja: "列の見出しを「氏名」にしてください", en: "give the column the title pupil_name"))
                return .wrongInput
            }
            guard check(read.table, board, names, limits, reference) else { return .wrongInput }
            roster = read
        }
        let count = roster?.table.rows.count ?? 1
        let formats = try formats()
        let isCombined = arguments.has(.combined)
        let plan = PrivateFolder.Plan(
            fingerprint: fingerprint(board, document, facility, folder, roster?.hash ?? 0),
            count: isCombined ? 0 : count,
            suffixes: isCombined ? [] : formats,
            others: (isCombined ? formats.map { "combined" + $0 } : []) + (roster == nil ? [] : [Self.index]))
        let target = try open(plan)
        guard let target else { return .wrongInput }
        let work = FormWork(
            press: press, board: board, names: names, facility: facility, reference: reference, formats: formats,
            plan: plan, table: roster?.table, progress: FormProgress(terminal, count: count))
        do throws(FileError) {
            let failure = try isCombined ? work.combine(into: target) : work.make(into: target)
            if let failure {
                report(failure)
                return .wrongInput
            }
            if !work.progress.doubled.isEmpty {
                let rows = work.progress.doubled.prefix(20).map(String.init)
                terminal.report(
                    Phrase(
                        ja: "名簿の\(rows.joined(separator: "、"))行目: 値と様式の言葉が重なっています（「6年年」など）。できたものを確かめてください",
                        en:
                            "rows \(rows.joined(separator: ", ")) of the roster: a value repeats the words beside it; look at the forms"
                    ))
            }
            try conclude(count)
            return .done
        } catch {
            throw .file(error)
        }
    }

    static let index = "index.csv"

    private func document(of board: Board) throws(CommandError) -> String {
        let name = arguments.value(.document) ?? "form1"
        let known = (board.record?.records(BoardRecord.documents) ?? []).compactMap { $0.text(DocumentEntry.id) }
        guard known.contains(name) else {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "「\(board.id)」に文書「\(name)」がありません", en: "\(board.id) has no document \(name)"),
                    help: NearestName.find(name, among: known).map {
                        Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?")
                    }
                        ?? Phrase(
                            ja: "--documentでどれかを指定してください: \(known.joined(separator: "、"))",
                            en: "name one with --document: \(known.joined(separator: ", "))")))
        }
        return name
    }

    private func facility(of board: Board, _ names: FacilityNames) throws(CommandError) -> RecordView? {
        guard let name = arguments.value(.facility) else { return nil }
        if let facility = names.facility(named: name) { return facility }
        let nearest = NearestName.find(name, among: board.privateFacilities.compactMap { $0[Facility.id] })
        throw .usage(
            arguments.refusal(
                of: .facility,
                help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                    ?? Phrase(ja: "facilities.yamlの施設のID又は名称にしてください", en: "give a facility's id or name")))
    }

    private func templateStore() throws(CommandError) -> TemplateStore {
        do throws(FileError) {
            // Words are proof-read when the board is built.
            return BoardBuilder.templateStore(templates, within: try RealFolder(templates), words: nil)
        } catch {
            throw .file(error)
        }
    }

    /// What is wrong with a board's data or template is told, and nothing is made of it.
    private func press(
        _ board: Board, _ document: String, _ folder: TemplateFolder, _ diagnostics: [Diagnostic],
        _ reference: ReferenceData?
    ) throws(CommandError) -> FormPress? {
        var found = diagnostics + Checks.run(board, reference: reference)
        var options = RenderOptions()
        options.reference = reference
        let press = DocumentRenderer.press(
            board, form: document, templates: folder, options: options, diagnostics: &found)
        if let failure = folder.failure { throw .file(failure) }
        let sources = board.allFiles.map(\.source) + folder.used.values
        let errors = Allowance.apply(to: found, sources: sources, of: .shirube, isWhole: false).filter {
            $0.severity == .error
        }
        guard errors.isEmpty else {
            terminal.report(errors)
            return nil
        }
        return press
    }

    // MARK: The end

    private func report(_ failure: Failure) {
        let meaning = failure.code.explanation.meaning
        let place =
            failure.row.map { Phrase(ja: "名簿の\($0)行目: ", en: "row \($0) of the roster: ") }
            ?? failure.file.map { Phrase(ja: "\($0): ", en: "\($0): ") } ?? Phrase(ja: "", en: "")
        terminal.report(
            Phrase(
                ja: "\(place.ja)様式を作れません[\(failure.code.id)]: \(meaning.ja)",
                en: "\(place.en)the form cannot be made [\(failure.code.id)]: \(meaning.en)"))
    }

    private func conclude(_ count: Int) throws(FileError) {
        let name = DiagnosticFormatter.printable(into)
        try terminal.print(
            Phrase(
                ja: "\(count)件の様式を「\(name)」に作りました。渡したら「shirube form --erase \(name)」で消してください",
                en:
                    "\(count) \(count == 1 ? "form is" : "forms are") in \(name); when handed over, remove them with shirube form --erase \(name)"
            ))
    }

    /// A form that could not be made, and its row, or the file of the templates that is wrong.
    struct Failure {
        let row: Int?
        let code: DiagnosticCode
        var file: String?
    }
}
