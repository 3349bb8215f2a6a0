import Bytes
import Diagnostics
import Documents
import Exchange
import Publishing
import Records
import Spreadsheet

/// `shirube form BOARD --into DIR`: forms filled in from a roster, for one facility, or blank.
///
/// What stands in a roster is a family's own: it is in the files of DIR and in nothing else, no name of a file and no message.
struct FormCommand {
    private let terminal: Terminal
    private let arguments: Arguments
    private let data: String
    private let templates: String
    private let output: String
    private let into: String

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
        let facility = try facility(of: board)
        let folder = try TemplateFolder(templateStore(), board: name)
        guard let press = try press(board, document, folder, loaded.diagnostics, reference) else { return .wrongInput }
        // Made once, it has found the style sheets that all forms have.
        do throws(FormError) {
            _ = try press.sheet(nil, facility: facility)
        } catch {
            report(Failure(row: nil, code: error.code))
            return .wrongInput
        }
        var rows: [SheetTable.Row?] = [nil]
        var roster: (table: SheetTable, bytes: [UInt8])?
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
            guard check(read.table, board, reference) else { return .wrongInput }
            (roster, rows) = (read, read.table.rows)
        }
        let formats = try formats()
        let isCombined = arguments.has(.combined)
        let plan = PrivateFolder.Plan(
            fingerprint: fingerprint(board, document, facility, folder, roster?.bytes ?? []),
            count: isCombined ? 0 : rows.count,
            suffixes: isCombined ? [] : formats,
            others: (isCombined ? formats.map { "combined" + $0 } : []) + (roster == nil ? [] : [Self.index]))
        let target = try open(plan)
        guard let target else { return .wrongInput }
        let work = Work(
            press: press, board: board, facility: facility, reference: reference, formats: formats, plan: plan,
            table: roster?.table, progress: FormProgress(terminal, count: rows.count))
        do throws(FileError) {
            let failure = try isCombined ? work.combine(rows, into: target) : work.make(rows, into: target)
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
            try conclude(rows.count)
            return .done
        } catch {
            throw .file(error)
        }
    }

    fileprivate static let index = "index.csv"

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

    private func facility(of board: Board) throws(CommandError) -> RecordView? {
        guard let name = arguments.value(.facility) else { return nil }
        if let facility = board.facility(named: name) { return facility }
        let facilities = board.files[.facilities]?.root.records(FacilityLists.privateFacilities) ?? []
        let nearest = NearestName.find(name, among: facilities.compactMap { $0[Facility.id] })
        throw .usage(
            arguments.refusal(
                of: .facility,
                help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                    ?? Phrase(ja: "facilities.yamlの施設のID又は名称にしてください", en: "give a facility's id or name")))
    }

    private func templateStore() throws(CommandError) -> TemplateStore {
        do throws(FileError) {
            let real = try RealFolder(templates)
            return TemplateStore(
                path: templates, isFolder: { (path) throws(FileError) in try FileSystem.isFolder(path) },
                names: { (path) throws(FileError) in try FileSystem.names(in: path) }, words: nil
            ) { (path) throws(FileError) in
                try BoardBuilder.read(path, within: real, limit: Limits.templateSize)
            }
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
        let errors = Allowance.apply(to: found, sources: sources, isWhole: false).filter { $0.severity == .error }
        guard errors.isEmpty else {
            terminal.report(errors)
            return nil
        }
        return press
    }

    // MARK: The roster

    /// - Returns: nil where the file is no roster that can be read, which is told.
    private func read(_ path: String, _ board: Board) throws(CommandError) -> (table: SheetTable, bytes: [UInt8])? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try SourceFile.read(path).bytes
        } catch {
            throw .file(error)
        }
        do {
            let workbook = try SpreadsheetReader.read(bytes)
            let table = try SheetTable(
                workbook, sheet: arguments.value(.sheet), fields: RequestReading.columns(of: board.schema),
                isPersonal: true)
            for note in table.notes { terminal.report(note) }
            guard !table.rows.isEmpty else {
                terminal.report(Phrase(ja: "名簿に児童生徒の行がありません", en: "the roster has no rows"))
                return nil
            }
            return (table, bytes)
        } catch let found as SpreadsheetError {
            let error = found.withoutNames
            terminal.report(
                Phrase(ja: "名簿: \(error.message.ja)", en: "the roster: \(error.message.en)"), help: error.help)
        } catch let error as SheetTable.Problem {
            terminal.report(Self.text(of: error, board.schema))
        } catch {
            return nil
        }
        return nil
    }

    /// What is wrong with the sheet, without a word of it.
    private static func text(of problem: SheetTable.Problem, _ schema: Schema) -> Phrase {
        switch problem {
        case .noSheet:
            Phrase(ja: "その名前のシートは、名簿にありません", en: "the roster has no sheet of that name")
        case .ambiguousSheet(let names):
            Phrase(
                ja: "名簿になるシートが\(names.count)枚あります。--sheetでどれかを指定してください",
                en: "\(names.count) sheets may be the roster; name one with --sheet")
        case .noHeader:
            Phrase(
                ja:
                    "見出しの行が見付かりません。列の見出しを、次の名称にしてください: \(RequestReading.columns(of: schema).map(\.label.ja).joined(separator: "、"))",
                en:
                    "there is no row of titles; give the columns these: \(RequestReading.columns(of: schema).map(\.key).joined(separator: ", "))"
            )
        case .doubledColumn(_, let first, let second):
            Phrase(
                ja: "同じ項目の列が二つあります（\(first)、\(second)）", en: "two columns are of one field (\(first), \(second))")
        }
    }

    /// Tells what is wrong with the rows, by their cells and kinds: what a cell holds is nobody else's.
    /// - Returns: whether forms can be made of them.
    private func check(_ table: SheetTable, _ board: Board, _ reference: ReferenceData?) -> Bool {
        var (errors, told) = (0, 0)
        var unlisted: [(row: Int, name: String)] = []
        for row in table.rows {
            let reading = RequestReading(Self.texts(row, board), of: board.schema, reference)
            if let name = reading.request?.text(FormRequest.facilityName), board.facility(named: name) == nil {
                unlisted.append((row.number, name))
            }
            var found = reading.problems.map { (field: $0.field, severity: $0.severity, code: $0.code) }
            for key in row.errors {
                found.append((table.field(key, board.schema), .error, .wrongShape))
            }
            for problem in found {
                if problem.severity == .error { errors += 1 }
                told += 1
                guard told <= Self.mostTold else { continue }
                let column = problem.field.flatMap { table.columns[$0.key] }
                let cell = column.map { "\(CellAddress(column: $0, row: row.number))" } ?? "\(row.number)"
                let label = problem.field?.label ?? Phrase(ja: "行", en: "row")
                let kind =
                    problem.severity == .error
                    ? Phrase(ja: "エラー", en: "error") : Phrase(ja: "警告", en: "warning")
                let meaning = Self.meaning(of: problem.code)
                terminal.report(
                    Phrase(
                        ja: "名簿 \(cell)（\(label.ja)）: \(kind.ja)[\(problem.code.rawValue)]: \(meaning.ja)",
                        en: "roster \(cell) (\(label.en)): \(kind.en)[\(problem.code.rawValue)]: \(meaning.en)"))
            }
        }
        if told > Self.mostTold {
            terminal.report(
                Phrase(ja: "ほかに\(told - Self.mostTold)件あります", en: "and \(told - Self.mostTold) more"))
        }
        tell(unlisted, board)
        if errors > 0 {
            terminal.report(
                Phrase(
                    ja: "名簿に誤りがあるため、何も作りませんでした。値は表示しません",
                    en: "the roster has errors, so nothing was made; what stands in the cells is not shown"))
        }
        return errors == 0
    }

    /// What a kind of finding means in a roster.
    private static func meaning(of code: DiagnosticCode) -> Phrase {
        switch code {
        case .dateOrder: Phrase(ja: "二つの日付の前後が合いません。", en: "two days are in the wrong order.")
        case .missingKey: Phrase(ja: "これと共に書く値がありません。", en: "what belongs to it is missing.")
        case .unknownChoice:
            Phrase(
                ja: "選択肢のどれでもありません。様式の言葉のとおりに書いてください。", en: "it is none of the choices; write one as the form has it.")
        default: code.explanation.meaning
        }
    }

    /// Names the rows whose facility is none of the list's, with the one of the list that is near.
    private func tell(_ unlisted: [(row: Int, name: String)], _ board: Board) {
        let names = (board.files[.facilities]?.root.records(FacilityLists.privateFacilities) ?? [])
            .compactMap { $0.text(Facility.name) }
        for (row, name) in unlisted.prefix(Self.mostTold) {
            let near = names.first { $0.hasPrefix(name) || name.hasPrefix($0) } ?? NearestName.find(name, among: names)
            terminal.report(
                Phrase(
                    ja: "名簿の\(row)行目: 一覧にない施設です", en: "row \(row) of the roster: the facility is none of the list's"),
                help: near.map { Phrase(ja: "「\($0)」ではありませんか", en: "is it \($0)?") }
                    ?? Phrase(ja: "所在地などは、名簿の列に書いたものだけが入ります", en: "its address is what the roster gives"))
        }
    }

    private static let mostTold = 100

    /// A row's cells, without what the forms print beside them; the school is written once where a roster has one column for it.
    static func texts(_ row: SheetTable.Row, _ board: Board) -> [String: String] {
        var texts = row.texts
        func strip(_ field: some DeclaredField, _ before: [String], _ behind: [String]) {
            guard var text = texts[field.key]?.trimmingPrefix(while: \.isWhitespace) else { return }
            for word in before where text.hasPrefix(word) && text.count > word.count {
                text = text.dropFirst(word.count)
            }
            for word in behind where text.hasSuffix(word) && text.count > word.count {
                text = text.dropLast(word.count)
            }
            texts[field.key] = String(text)
        }
        strip(FormRequest.pupilYear, ["小学校", "中学校", "小学", "中学", "小", "中"], ["年生", "年"])
        strip(FormRequest.pupilClass, [], ["組"])
        strip(FormRequest.principal, ["学校長", "校長"], [])
        let (school, pupilSchool) = (FormRequest.school.key, FormRequest.pupilSchool.key)
        if texts[school] == nil { texts[school] = texts[pupilSchool] }
        if texts[pupilSchool] == nil { texts[pupilSchool] = texts[school] }
        // 宝塚市立 is printed before it.
        if let municipality = board.record?.text(BoardRecord.municipality) {
            strip(FormRequest.school, [municipality + "立"], [])
        }
        return texts
    }

    // MARK: The folder

    private func formats() throws(CommandError) -> [String] {
        switch arguments.value(.formFormat) {
        case nil: return [".html", ".txt"]
        case "html": return [".html"]
        case "text": return [".txt"]
        default:
            throw .usage(
                arguments.refusal(of: .formFormat, help: Phrase(ja: "html又はtextにしてください", en: "use html or text")))
        }
    }

    /// Of all that the forms are made from.
    private func fingerprint(
        _ board: Board, _ document: String, _ facility: RecordView?, _ folder: TemplateFolder, _ roster: [UInt8]
    ) -> String {
        let sources = board.allFiles.map(\.source) + folder.used.values.sorted { $0.path < $1.path }
        func hash(_ bytes: [UInt8]) -> UInt64 { bytes.span.mixed }
        let names = [Help.version, document, facility?[Facility.id] ?? "", arguments.value(.sheet) ?? ""]
        let parts = names.map { hash(Array($0.utf8)) } + sources.map { hash($0.bytes) } + [hash(roster)]
        let mixed = parts.reduce(0 as UInt64) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
        return String(mixed, radix: 16)
    }

    /// - Returns: nil where the folder cannot be used, which is told.
    private func open(_ plan: PrivateFolder.Plan) throws(CommandError) -> PrivateFolder? {
        do {
            return try PrivateFolder.open(
                into, apartFrom: [data, templates, output], for: plan, resumes: arguments.has(.resume))
        } catch {
            try Self.report(error, into, terminal)
            return nil
        }
    }

    private static func erase(_ path: String, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let (removed, left): (Int, [String])
        do {
            (removed, left) = try PrivateFolder.erase(path)
        } catch {
            try report(error, path, terminal)
            return .wrongInput
        }
        do throws(FileError) {
            try terminal.print(Phrase(ja: "\(removed)個のファイルを消しました", en: "\(removed) files were removed"))
            if !left.isEmpty {
                try terminal.print(
                    Phrase(
                        ja: "ほかのファイルが\(left.count)個あるので、フォルダーは残しました",
                        en: "\(left.count) other files are in the folder, so it stays"))
            }
            return .done
        } catch {
            throw .file(error)
        }
    }

    private static func report(
        _ problem: PrivateFolder.Problem, _ path: String, _ terminal: Terminal
    ) throws(CommandError) {
        let name = DiagnosticFormatter.printable(path)
        switch problem {
        case .file(let error): throw .file(error)
        case .inside(let other):
            terminal.report(
                Phrase(
                    ja: "「\(name)」は「\(DiagnosticFormatter.printable(other))」の中なので、記入済みの様式を置けません",
                    en:
                        "\(name) lies in \(DiagnosticFormatter.printable(other)), where forms that are filled in may not be"
                ),
                help: Phrase(
                    ja: "公開するフォルダーやデータのフォルダーの外を指定してください", en: "name a folder outside of what is published and read"))
        case .foreign:
            terminal.report(
                Phrase(
                    ja: "「\(name)」は、空の、自分のフォルダーではありません", en: "\(name) is not an empty folder of your own"),
                help: Phrase(ja: "新しいフォルダーの名前を指定してください。何も書き込んでいません", en: "name a new folder; nothing was written"))
        case .used:
            terminal.report(
                Phrase(ja: "「\(name)」には、前に作った様式があります", en: "\(name) holds forms already"),
                help: Phrase(
                    ja: "途中からなら--resumeを付け、作り直すなら先に「shirube form --erase \(name)」で消してください",
                    en: "add --resume to go on, or remove them first with shirube form --erase \(name)"))
        case .otherPlan:
            terminal.report(
                Phrase(
                    ja: "「\(name)」の様式は、別の名簿、データ又は指定で作り始めたものです",
                    en: "the forms in \(name) were begun from another roster, other data or other options"),
                help: Phrase(
                    ja: "「shirube form --erase \(name)」で消してから、作り直してください",
                    en: "remove them with shirube form --erase \(name), and begin anew"))
        case .unmade:
            terminal.report(
                Phrase(ja: "「\(name)」は、shirube formで作ったフォルダーではありません", en: "\(name) was not made by shirube form"),
                help: Phrase(ja: "何も消していません", en: "nothing was removed"))
        case .busy:
            terminal.report(
                Phrase(ja: "「\(name)」で、別の実行が作業中です", en: "another run is at work in \(name)"),
                help: Phrase(ja: "終わってから、もう一度実行してください", en: "run it again when that one is done"))
        }
    }

    // MARK: The end

    private func report(_ failure: Failure) {
        let meaning = failure.code.explanation.meaning
        let row =
            failure.row.map { Phrase(ja: "名簿の\($0)行目: ", en: "row \($0) of the roster: ") } ?? Phrase(ja: "", en: "")
        terminal.report(
            Phrase(
                ja: "\(row.ja)様式を作れません[\(failure.code.rawValue)]: \(meaning.ja)",
                en: "\(row.en)the form cannot be made [\(failure.code.rawValue)]: \(meaning.en)"))
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

    /// A form that could not be made, and its row.
    struct Failure {
        let row: Int?
        let code: DiagnosticCode
    }
}

extension SheetTable {
    /// The field of a key that a column has.
    fileprivate func field(_ key: String, _ schema: Schema) -> FieldDeclaration? {
        RequestReading.columns(of: schema).first { $0.key == key }
    }
}

/// Fills in the forms and writes them.
private struct Work {
    let press: FormPress
    let board: Board
    let facility: RecordView?
    let reference: ReferenceData?
    let formats: [String]
    let plan: PrivateFolder.Plan
    let table: SheetTable?
    let progress: FormProgress

    /// A file a form; those that are whole already stay.
    func make(_ rows: [SheetTable.Row?], into folder: PrivateFolder) throws(FileError) -> FormCommand.Failure? {
        let index = try self.index(in: folder)
        for (place, row) in rows.enumerated() {
            let number = place + 1
            let entry = row.map { self.entry(of: $0) }
            if let row, let entry { try index?.append(line(plan.name(number, formats[0]), row, entry)) }
            let names = formats.map { plan.name(number, $0) }
            var isThere = true
            for name in names where try !folder.has(name) { isThere = false }
            if !isThere {
                switch sheet(entry) {
                case .failure(let error): return FormCommand.Failure(row: row?.number, code: error.code)
                case .success(let sheet):
                    progress.note(sheet, ofRow: row?.number)
                    for (format, name) in zip(formats, names) {
                        try folder.write(format == ".html" ? sheet.html : sheet.text, to: name)
                    }
                }
            }
            progress.note(number)
        }
        try index?.finish()
        progress.clear()
        return nil
    }

    /// All forms on one page each of one file to be printed.
    func combine(_ rows: [SheetTable.Row?], into folder: PrivateFolder) throws(FileError) -> FormCommand.Failure? {
        guard case .success(let blank) = sheet(nil) else { return FormCommand.Failure(row: nil, code: .missingValue) }
        let index = try self.index(in: folder)
        var streams: [(format: String, stream: PrivateFolder.Stream)] = []
        for format in formats { streams.append((format, try folder.stream("combined" + format))) }
        for (format, stream) in streams where format == ".html" {
            try stream.append(blank.beginning + Array("\n<main id=\"main\">\n".utf8))
        }
        for (place, row) in rows.enumerated() {
            let entry = row.map { self.entry(of: $0) }
            if let row, let entry { try index?.append(line("\(place + 1)", row, entry)) }
            switch sheet(entry) {
            case .failure(let error): return FormCommand.Failure(row: row?.number, code: error.code)
            case .success(let sheet):
                progress.note(sheet, ofRow: row?.number)
                for (format, stream) in streams {
                    if format == ".html" {
                        let (begin, end) = (Array("<div class=\"sheet\">\n".utf8), Array("</div>\n".utf8))
                        try stream.append(begin + sheet.part(place + 1) + end)
                    } else {
                        // A printer begins a new page.
                        try stream.append((place > 0 ? [0x0C] : []) + sheet.text)
                    }
                }
            }
            progress.note(place + 1)
        }
        for (format, stream) in streams {
            if format == ".html" { try stream.append(Array("</main>\n</body>\n</html>\n".utf8)) }
            try stream.finish()
        }
        try index?.finish()
        progress.clear()
        return nil
    }

    private func index(in folder: PrivateFolder) throws(FileError) -> PrivateFolder.Stream? {
        guard table != nil else { return nil }
        let index = try folder.stream(FormCommand.index)
        try index.append(header)
        return index
    }

    /// What a row fills in, and the facility of the list that it names.
    private struct Entry {
        let request: RecordView?
        let facility: RecordView?
    }

    private func entry(of row: SheetTable.Row) -> Entry {
        let request = RequestReading(FormCommand.texts(row, board), of: board.schema, reference).request
        let named = request?.text(FormRequest.facilityName).flatMap { board.facility(named: $0) }
        return Entry(
            request: request, facility: named ?? (request?.text(FormRequest.facilityName) == nil ? facility : nil))
    }

    private func sheet(_ entry: Entry?) -> Result<FormPress.Sheet, FormError> {
        do {
            return .success(try press.sheet(entry?.request, facility: entry == nil ? facility : entry?.facility))
        } catch {
            return .failure(error)
        }
    }

    // MARK: The clerk's index

    private static let columns: [any DeclaredField] = [
        FormRequest.pupilSchool, FormRequest.pupilYear, FormRequest.pupilClass, FormRequest.pupilName,
    ]

    private var header: [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.beginFile(&bytes)
        CSVWriter.append(
            ["様式", "名簿の行", FormRequest.facilityName.declaration.label.ja] + Self.columns.map(\.declaration.label.ja),
            to: &bytes)
        return bytes
    }

    private func line(_ name: String, _ row: SheetTable.Row, _ entry: Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        let facility = entry.facility?.text(Facility.name) ?? entry.request?.text(FormRequest.facilityName) ?? ""
        let texts = Self.columns.map { entry.request?.text($0) ?? "" }
        CSVWriter.append([name, "\(row.number)", facility] + texts, to: &bytes)
        return bytes
    }
}
