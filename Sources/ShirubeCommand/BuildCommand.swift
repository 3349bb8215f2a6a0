import Diagnostics
import Documents
import Files
import Parallel
import Publishing
import Records
import StrictYAML

/// `shirube build` and `shirube check`.
struct BuildCommand {
    let terminal: Terminal
    let data: String
    /// The folder of the present edition's data, beside which the reference tables are.
    let presentData: String
    let templates: String
    let output: String
    let boards: [String]
    let only: Set<String>?
    let isQuiet: Bool
    private let isStrict: Bool
    /// The part of the boards that this run is for.
    let shard: Shard?
    /// The level of a fragment's topmost heading.
    private let headingLevel: Int
    let isHeadingLevelGiven: Bool
    /// The folder of the reference tables, where it was named.
    let reference: String?

    let form: ReportForm
    private let fixes: Bool
    private let isDryRun: Bool
    /// The edition that is made anew; nil for the present ones.
    private let edition: KeptEdition?

    init(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) {
        self.terminal = terminal
        var seen: Set<PathKey> = []
        let named = arguments.operands.filter { seen.insert(PathKey($0)).inserted }
        edition = try KeptEdition.named(arguments, of: named, in: arguments.folder(.data, "Data"))
        boards = edition.map { [$0.name] } ?? named
        data = edition?.data ?? arguments.folder(.data, "Data")
        templates = edition?.templates ?? arguments.folder(.templates, "Templates")
        output = arguments.folder(.output, "Output") + (edition.map { "/editions/\($0.folderName)" } ?? "")
        presentData = arguments.folder(.data, "Data")
        only = arguments.value(.only).map { Set($0.split(separator: ",").map(String.init)) }
        isQuiet = arguments.has(.quiet)
        isStrict = arguments.has(.strict)
        fixes = arguments.has(.fix)
        isDryRun = arguments.has(.dryRun)
        guard let form = ReportForm(rawValue: arguments.value(.report) ?? "text") else {
            throw .usage(
                arguments.refusal(
                    of: .report, help: Phrase(ja: "text、json、sarifのどれかにしてください", en: "use text, json or sarif")))
        }
        self.form = form
        if isDryRun, !fixes {
            throw .usage(UsageError(message: Phrase(ja: "--dry-runは--fixと一緒に使います", en: "--dry-run goes with --fix")))
        }
        if fixes, edition != nil {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "残してある版は直せません", en: "an edition that is kept is not mended"),
                    help: Phrase(ja: "--fixを付けずに確かめてください", en: "check it without --fix")))
        }
        // What was mended is told in words, and what remains is judged by a run of its own.
        for (option, isGiven) in [("--report", form != .text), ("--strict", isStrict)] where fixes && isGiven {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "--fixと\(option)は一緒に使えません", en: "--fix does not go with \(option)"),
                    help: Phrase(
                        ja: "先に--fixで直し、次に\(option)を付けて確かめてください", en: "mend with --fix first, then check with \(option)"
                    )))
        }
        reference = arguments.value(.reference)
        headingLevel = try arguments.headingLevel()
        isHeadingLevelGiven = arguments.value(.headingLevel) != nil
        shard = try arguments.value(.shard).map { (text) throws(CommandError) in
            guard let shard = Shard(text) else {
                throw .usage(
                    arguments.refusal(
                        of: .shard,
                        help: Phrase(ja: "4分の1ずつなら「1/4」から「4/4」までです", en: "for quarters: 1/4, 2/4, 3/4 and 4/4")))
            }
            return shard
        }
    }

    /// What came of a run.
    struct Outcome {
        let status: ExitStatus
        var diagnostics: [Diagnostic] = []
        /// What was published, by the paths below the output folder.
        var changes: [(path: String, change: PublishedChange)] = []
    }

    func run(publishes: Bool) throws(CommandError) -> ExitStatus { try outcome(publishes: publishes).status }

    /// - Parameter known: the reference tables, where somebody has read them already.
    func outcome(publishes: Bool, tables known: ReferenceData? = nil) throws(CommandError) -> Outcome {
        let present = try presentBoards()
        let named = boards.isEmpty ? present : boards.compactMap { Self.name($0, among: present) }
        let wanted = shard?.part(of: named) ?? named
        if wanted.isEmpty, let shard, !isQuiet {
            terminal.report(
                Phrase(
                    ja: "\(named.count)の教育委員会を\(shard.count)つに分けると、\(shard.number)番目には何も入りません",
                    en: "part \(shard.number) of \(shard.count) has none of the \(named.count) boards"))
        }
        try requireFolder(templates)
        if publishes {
            try refuseOwnFolders()
            try recover()
            if let edition, let outcome = try handOut(edition) { return outcome }
        }
        let tables = if let known { known } else { try ReferenceTables.find(reference, data: presentData) }
        if fixes {
            let examination = try examine(wanted, among: present, tables, publishes: false)
            let fix = FixCommand(terminal, isDryRun: isDryRun, isQuiet: isQuiet)
            let status = try fix.run(examination) { (mended) throws(CommandError) in
                try examine(wanted, among: present, tables, publishes: false, mended: mended)
            }
            return Outcome(status: status)
        }
        for _ in 0..<Self.attempts {
            let examination = try examine(wanted, among: present, tables, publishes: publishes)
            let diagnostics = examination.diagnostics
            let isRefused =
                diagnostics.containsErrors || isStrict && diagnostics.contains { $0.severity == .warning }
            let published = !publishes || isRefused ? nil : publish(examination.groups, among: named)
            if case .anew = published { continue }
            // What was found is told once: of what has been published, or would have been.
            let status = try asFile { () throws(FileError) in
                try terminal.report(diagnostics, as: form)
                return try conclude(examination, isRefused: isRefused, publishes: publishes, published)
            }
            let changes = if case .done(let changes) = published { changes } else { [] as [(String, PublishedChange)] }
            return Outcome(status: status, diagnostics: diagnostics, changes: changes)
        }
        throw .file(FileError(path: output, code: FileError.busy))
    }

    /// How often a run makes its documents anew, where others have published since they were compared with what was there.
    private static let attempts = 10

    /// Says what was done, behind what was found.
    /// - Parameter published: nil where nothing was to be published.
    private func conclude(
        _ examination: Examination, isRefused: Bool, publishes: Bool, _ published: Published?
    ) throws(FileError) -> ExitStatus {
        if isRefused {
            if !examination.diagnostics.containsErrors {
                terminal.report(Phrase(ja: "--strictにより、警告をエラーとして扱いました", en: "--strict lets warnings count as errors"))
            }
            if publishes { terminal.report(Phrase(ja: "問題があるため、何も書き出しませんでした", en: "nothing was written")) }
            return .wrongInput
        }
        switch published {
        case .refused(let message):
            terminal.report(message.summary, help: message.help)
            return .environmentFailed
        case .done(let changes):
            if !isQuiet, form == .text {
                try report(changes, examination.titles)
                try reportMissingPapers(examination.papers)
            }
        case .anew, nil:
            if !isQuiet, form == .text, examination.diagnostics.isEmpty {
                try terminal.print(Phrase(ja: "問題はありませんでした", en: "nothing is wrong"))
            }
        }
        return .done
    }

    // MARK: Steps

    /// What came of reading, checking and rendering the boards.
    struct Examination {
        let diagnostics: [Diagnostic]
        let dataSources: [SourceFile]
        let groups: [Publisher.Group]
        /// The documents' titles by their paths without a suffix.
        let titles: [String: String]
        /// The paths of the PDFs that documents have among their formats.
        let papers: [String]
    }

    /// - Parameter mended: data files that are read in place of those of their paths.
    private func examine(
        _ wanted: [String], among present: [String], _ tables: ReferenceData?, publishes: Bool,
        mended: [PathKey: SourceFile] = [:]
    ) throws(CommandError) -> Examination {
        let progress = Progress(terminal, boards: wanted.count)
        let mismatch = tables?.mismatch
        let (realData, realTemplates) = (try realFolder(data), try realFolder(templates))
        let builder = BoardBuilder(
            data: data,
            templates: BoardBuilder.templateStore(templates, within: realTemplates, words: tables), realData: realData,
            options: options(mismatch == nil ? tables : nil, progress),
            destination: publishes ? .output(Drafts(root: output)) : .nowhere, mended: mended,
            hasOthers: wanted.count > 1,
            wasPublished: edition != nil)
        let outcomes = Parallel.map(wanted) { id in
            let outcome = builder.build(id)
            progress.finishBoard()
            return outcome
        }
        progress.clear()
        if let failure = outcomes.lazy.compactMap(\.failure).first { throw .file(failure) }
        let isPart = !boards.isEmpty || shard != nil
        let shared = try isPart ? nil : asFile { () throws(FileError) in try builder.checkShared() }
        let aboutTables = [tables == nil ? Self.referenceMissing : mismatch].compactMap(\.self)
        let found =
            try aboutTables + unreadFiles(present, outcomes) + outcomes.flatMap(\.diagnostics)
            + (shared?.diagnostics ?? [])
            + SharedValuesCheck.check(outcomes.compactMap(\.ownValues))
            + NeighbouringListsCheck.check(Self.lists(outcomes))
        let diagnostics = found.withoutRepetitions().oneForEachCause
        let usedTemplates = outcomes.reduce(into: [PathKey: SourceFile]()) { used, outcome in
            for source in outcome.usedTemplates { used[source.key] = source }
        }
        let dataSources = outcomes.flatMap(\.sources) + (shared?.sources ?? [])
        // What is told of them may be allowed there.
        let beside = Set(outcomes.flatMap(\.rolledUp).map(\.path)).subtracting(dataSources.map(\.path))
        // So may what is told of templates that all boards share, and none uses.
        let sharedTemplates = diagnostics.compactMap(\.place?.source).filter {
            $0.path.hasPrefix("\(templates)/") && usedTemplates[$0.key] == nil
        }.reduce(into: [PathKey: SourceFile]()) { $0[$1.key] = $1 }
        let sources =
            dataSources + usedTemplates.values + sharedTemplates.values
            + outcomes.flatMap(\.rolledUp).filter { beside.contains($0.path) }
        let groups = outcomes.compactMap(group)
        let documentNames = Set(outcomes.flatMap(\.titles.keys))
        let isRight = !Allowance.apply(to: diagnostics, sources: sources, of: .shirube, isWhole: false).containsErrors
        if let unknown = only?.subtracting(documentNames).min(), isRight {
            throw .usage(unknownDocument(unknown, among: documentNames))
        }
        var unused: [Diagnostic] = []
        // Where a template is wrong, what it would have used is not known.
        if only == nil, groups.count == wanted.count, isRight {
            unused = try asFile { () throws(FileError) in
                try UnusedTemplates.findings(
                    in: templates, within: realTemplates, used: usedTemplates, wanted: wanted)
            }
        }
        let own = ["\(data)/"] + wanted.map { "\(templates)/\($0)/" }
        let told = UnreadReading.summarized(
            Allowance.apply(
                to: diagnostics + unused, sources: sources + unused.compactMap(\.place?.source), of: .shirube,
                isWhole: only == nil,
                isJudged: { code, source in
                    // Whether readers are sent to the board depends on the documents that were made.
                    if code == .nowhereToAsk || beside.contains(source.path) { return false }
                    // A part of the boards shares less than all of them, and does not print all that shared templates are for.
                    return !isPart
                        || ![.sharedValue, .facilityDiffers].contains(code)
                            && own.contains { source.path.utf8.starts(with: $0.utf8) }
                }))
        return Examination(
            diagnostics: told,
            dataSources: dataSources, groups: groups, titles: titles(outcomes),
            papers: outcomes.flatMap(\.wanted).filter { $0.hasSuffix(OutputPaper.suffix) }.sorted())
    }

    /// The lists of a run's boards, and of those that one of them rolls up.
    private static func lists(_ outcomes: [BoardBuilder.Outcome]) -> [NeighbouringListsCheck.Listed] {
        var seen: Set<String> = []
        return (outcomes.compactMap(\.listed) + outcomes.flatMap(\.listedBeside)).filter { seen.insert($0.id).inserted }
    }

    /// The folders of the data folder that hold data files, the boards named among them.
    private func presentBoards() throws(CommandError) -> [String] {
        let present = try asFile { () throws(FileError) in try BoardFolders.names(in: data) }
        for board in boards where Self.name(board, among: present) == nil {
            let nearest = NearestName.find(board, among: present)
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "「\(data)」に教育委員会「\(board)」のデータがありません",
                        en: "there is no data for the board \(board) in \(data)"),
                    help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                        ?? Phrase(
                            ja: "あるもの: \(present.joined(separator: "、"))",
                            en: "there is \(present.joined(separator: ", "))")))
        }
        if present.isEmpty {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "「\(data)」に教育委員会のデータがありません", en: "there is no board's data in \(data)"),
                    help: Phrase(
                        ja: "「\(data)/教育委員会の名前/board.yaml」を作ってください", en: "make \(data)/BOARD/board.yaml")))
        }
        return present
    }

    /// The name of a board's folder as the disk has it: what is typed may be composed otherwise.
    private static func name(_ typed: String, among present: [String]) -> String? {
        present.first { PathKey($0) == PathKey(typed) } ?? present.first { $0 == typed }
    }

    private func unreadFiles(
        _ present: [String], _ outcomes: [BoardBuilder.Outcome]
    ) throws(CommandError) -> [Diagnostic] {
        try asFile { () throws(FileError) in
            try UnreadFiles.findings(
                in: data, boards: present, checked: outcomes.map { ($0.board, $0.dataFiles) },
                isWhole: boards.isEmpty && shard?.isFirst ?? true)
        }
    }

    private func options(_ reference: ReferenceData?, _ progress: Progress) -> RenderOptions {
        var options = RenderOptions()
        options.only = only
        options.headingLevel = headingLevel
        options.reference = reference
        options.progress = { progress.note(documents: $0, bytes: $1, share: $2) }
        return options
    }

    /// What a board publishes; nil where something is wrong with it.
    private func group(_ outcome: BoardBuilder.Outcome) -> Publisher.Group? {
        outcome.files.map { files in
            // A PDF is of the page as it was printed.
            let papers = files.compactMap { file in OutputPaper.path(of: file.path).map { ($0, file.isUnchanged) } }
            return Publisher.Group(
                name: outcome.board, files: files, isComplete: only == nil,
                wanted: outcome.wanted + outcome.wanted.compactMap { OutputPaper.path(of: $0) },
                outdated: papers.filter { !$0.1 }.map(\.0))
        }
    }

    /// The documents' titles by their paths without a suffix.
    private func titles(_ outcomes: [BoardBuilder.Outcome]) -> [String: String] {
        outcomes.reduce(into: [:]) { titles, outcome in
            for (name, title) in outcome.titles { titles["\(outcome.board)/\(name)"] = title }
        }
    }

    // MARK: Errors

    private func requireFolder(_ path: String) throws(CommandError) {
        do throws(FileError) {
            guard try FileSystem.isFolder(path) else { throw missingFolder(path) }
        } catch {
            throw .file(error)
        }
    }

    private func realFolder(_ path: String) throws(CommandError) -> RealFolder {
        try asFile { () throws(FileError) in try RealFolder(path) }
    }

    func missingFolder(_ path: String) -> FileError {
        FileError(path: path, code: FileError.missing)
    }

    func unknownDocument(_ name: String, among names: Set<String>) -> UsageError {
        let nearest = NearestName.find(name, among: names.sorted())
        return UsageError(
            message: Phrase(ja: "文書「\(name)」はありません", en: "there is no document \(name)"),
            help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                ?? Phrase(
                    ja: "あるもの: \(names.sorted().joined(separator: "、"))",
                    en: "there is \(names.sorted().joined(separator: ", "))"))
    }
}
