import Diagnostics
import Files
import Japanese
import OpenPackaging
import Parallel
import Printing
import Publishing
import Records
import Synchronization

/// `shirube print [BOARD…]`: the documents, and a PDF beside each page, with the numbers of pages in contents and references.
struct PrintCommand {
    private let terminal: Terminal
    private let data: String
    private let output: String
    private let browser: Browser

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        guard let browser = try browser(arguments) else {
            terminal.report(
                Phrase(ja: "PDFを作るブラウザーが見付かりません", en: "there is no browser to print with"),
                help: Phrase(
                    ja:
                        "Chromium、Chrome又はEdgeを入れるか、--browserでその場所を指定してください。ブラウザーで.htmlを開いて印刷することもできます（もくじのページ番号は付きません）",
                    en:
                        "install Chromium, Chrome or Edge, or say with --browser where it is; the .html files print from any browser, without page numbers in the contents"
                ))
            return .environmentFailed
        }
        let build = try arguments.forBuild(of: arguments.operands)
        let outcome = try BuildCommand(build, terminal).outcome(publishes: true)
        guard outcome.status == .done else { return outcome.status }
        let command = PrintCommand(
            terminal: terminal, data: arguments.folder(.data, "Data"), output: arguments.folder(.output, "Output"),
            browser: browser)
        return try command.print(outcome.changes, isQuiet: arguments.has(.quiet))
    }

    /// - Returns: nil where none is found.
    private static func browser(_ arguments: Arguments) throws(CommandError) -> Browser? {
        guard let path = arguments.value(.browser) else { return Browser.find(in: FileSystem.searchPath) }
        if path.contains("/") {
            guard try asFile({ () throws(FileError) in try FileSystem.exists(path) }) else {
                throw .file(FileError(path: path, code: FileError.missing))
            }
            return Browser(path: path, searchPath: FileSystem.searchPath)
        }
        return Browser.find(in: FileSystem.searchPath, named: path)
    }

    /// A page to be printed.
    private struct Job: Sendable {
        let board: String
        /// The paths of page and PDF below the output folder.
        let page, paper: String
        let day: String?
    }

    private func print(
        _ changes: [(path: String, change: PublishedChange)], isQuiet: Bool
    ) throws(CommandError) -> ExitStatus {
        var days: [String: String?] = [:]
        var jobs: [Job] = []
        var hasPages = false
        for (path, change) in changes where change != .removed {
            guard let paper = OutputPaper.path(of: path), let board = path.split(separator: "/").first.map(String.init)
            else { continue }
            hasPages = true
            // One of an unchanged page stays: a build removes those that no longer fit.
            let isThere = try asFile { () throws(FileError) in try FileSystem.isPresent("\(output)/\(paper)") }
            if change == .unchanged, isThere { continue }
            if days[board] == nil { days[board] = .some(try day(of: board)) }
            jobs.append(Job(board: board, page: path, paper: paper, day: days[board] ?? nil))
        }
        return try asFile { () throws(FileError) in
            if jobs.isEmpty {
                let upToDate = Phrase(ja: "全てのPDFは、そのままで使えます", en: "every PDF is up to date")
                let noPage = Phrase(
                    ja: "ウェブページ（formatsのhtml）のある文書がないので、PDFはできません",
                    en: "no PDF: none of these documents has a page (html among its formats)")
                if !isQuiet { try terminal.print(hasPages ? upToDate : noPage) }
                return .done
            }
            let scratch = try ScratchFolder(Self.folder(in: output))
            defer { try? scratch.remove() }
            let folder = FileSystem.absolute(scratch.path)
            let home = try browser.home(using: folder).map { (path) throws(FileError) in
                // One folder for all of Windows: a run with another output does not wait for this one.
                let own = String(CRC32.of(Array(folder.utf8)), radix: 16)
                return try ScratchFolder("\(path)/shirube-print-\(own)")
            }
            defer { try? home?.remove() }
            let profiles = home?.path ?? folder
            let stop = Stop()
            let results = Parallel.map(Array(jobs.enumerated())) { number, job in
                let place = Place(
                    scratch: scratch, name: "\(number)", folder: "\(folder)/\(number)",
                    profile: "\(profiles)/profile-\(number)")
                return Result { () throws(Problem) in try paper(of: job, place, stop) }
            }
            if stop.isAsked {
                terminal.report(Phrase(ja: "印刷を途中でやめました", en: "printing was stopped"), help: nil)
                return .environmentFailed
            }
            let papers = zip(jobs, results).compactMap { job, result in (try? result.get()).map { (job, $0) } }
            let failures = zip(jobs, results).compactMap { job, result -> (Job, Problem)? in
                guard case .failure(let problem) = result else { return nil }
                return (job, problem)
            }
            // Told first, and the pages that were printed are published all the same.
            report(failures)
            let status = try publish(papers, isQuiet: isQuiet)
            return failures.isEmpty ? status : .environmentFailed
        }
    }

    /// The edition's month, from which the PDF is dated: a clock would give other bytes each time.
    private func day(of board: String) throws(CommandError) -> String? {
        let edition = try LoadedBoard.load(board, in: data).board?.record?[BoardRecord.edition]
        return edition?[Edition.issued].map { month in
            "\(month.year)" + (month.month < 10 ? "0" : "") + "\(month.month)01"
        }
    }

    private static func folder(in output: String) -> String { "\(output)/.shirube-print" }

    /// Removes what a run has left that was killed.
    static func discard(in output: String) throws(FileError) { try ScratchFolder.discard(folder(in: output)) }

    // MARK: One page

    private enum Problem: Error {
        case file(FileError)
        /// It failed, and said so.
        case browser(String)
        /// It was not done in so many seconds.
        case late(Int)
        /// It gave something else than a PDF whose pages can be found.
        case noPaper
    }

    /// Where a page is printed.
    private struct Place: Sendable {
        let scratch: ScratchFolder
        /// Its folder there, and that folder's path.
        let name, folder: String
        /// The browser's own.
        let profile: String
    }

    /// Whether somebody has asked the program to end: the browsers, which the terminal does not know, are ended with it.
    private final class Stop: Sendable {
        private let request = EndRequest()
        private let flag = Atomic(false)

        var isAsked: Bool {
            if request.isThere { flag.store(true, ordering: .relaxed) }
            return flag.load(ordering: .relaxed)
        }
    }

    /// Prints a page, and again with the numbers that its pages had, until they are the same and its end does not stand alone.
    private func paper(of job: Job, _ place: Place, _ stop: Stop) throws(Problem) -> [UInt8] {
        let page: [UInt8]
        do throws(FileError) { page = try SourceFile.read("\(output)/\(job.page)").bytes } catch { throw .file(error) }
        let hasReferences = PrintCopy.hasReferences(in: page)
        var numbers: [String: Int] = [:]
        var holdsLastRow = false
        for _ in 0..<Self.attempts {
            let copy = PrintCopy.make(of: page, pages: numbers, holdsLastRow: holdsLastRow)
            var paper = try printed(copy, place, stop)
            let found = hasReferences ? paper.destinations : [:]
            if found.isEmpty, hasReferences { throw .noPaper }
            let isParted = !holdsLastRow && PrintCopy.partsLastRow(found)
            holdsLastRow = holdsLastRow || isParted
            if found == numbers, !isParted {
                if let day = job.day { paper.date(day) }
                let headings = PageHeadings(in: page)
                paper.mendBookmarks { headings.text(ofBookmark: $0) }
                return paper.bytes
            }
            numbers = found
        }
        throw .noPaper
    }

    /// The numbers may move what they stand in on to another page; that ends after a time or two.
    private static let attempts = 6

    private func printed(_ page: [UInt8], _ place: Place, _ stop: Stop) throws(Problem) -> PrintedPaper {
        do {
            try place.scratch.write(page, to: "\(place.name)/page.html")
            let file = "\(place.folder)/page.pdf"
            try browser.print("\(place.folder)/page.html", to: file, profile: place.profile) { stop.isAsked }
            guard let paper = PrintedPaper(try SourceFile.read(file).bytes) else { throw Problem.noPaper }
            return paper
        } catch let error as FileError {
            throw .file(error)
        } catch Browser.Failure.file(let error) {
            throw .file(error)
        } catch Browser.Failure.failed(let said) {
            throw .browser(said)
        } catch Browser.Failure.late(let seconds) {
            throw .late(seconds)
        } catch {
            throw .noPaper
        }
    }

    /// Tells what could not be printed: pages with one cause together.
    private func report(_ failures: [(job: Job, problem: Problem)]) {
        var told: [(cause: String, help: Phrase, pages: [String])] = []
        for (job, problem) in failures {
            let help = help(for: problem)
            // Each page has files of its own: a full disk is one cause.
            let cause = if case .file(let error) = problem { error.reason.en } else { help.en }
            if let index = told.firstIndex(where: { $0.cause == cause }) {
                told[index].pages.append(job.page)
            } else {
                told.append((cause, help, [job.page]))
            }
        }
        for (_, help, pages) in told {
            let named = pages.prefix(Self.mostNamed)
            let others = pages.count - named.count
            terminal.report(
                Phrase(
                    ja:
                        "\(named.map { "「\($0)」" }.joined(separator: "、"))\(others == 0 ? "" : "ほか\(others)件")を印刷できませんでした",
                    en:
                        "\(named.joined(separator: ", "))\(others == 0 ? "" : " and \(others) more") could not be printed"
                ),
                help: help)
        }
    }

    private static let mostNamed = 20

    private func help(for problem: Problem) -> Phrase {
        switch problem {
        case .file(let error):
            Phrase(ja: "「\(error.path)」: \(error.reason.ja)", en: "\(error.path): \(error.reason.en)")
        case .browser(let said):
            Phrase(
                ja: "ブラウザー（\(browser.path)）の応答: \(DiagnosticFormatter.printable(said))",
                en: "the browser (\(browser.path)) said: \(DiagnosticFormatter.printable(said))")
        case .late(let seconds):
            Phrase(
                ja: "ブラウザー（\(browser.path)）が\(seconds)秒たっても終わらないため、止めました。もう一度printをすると、残りだけを作ります",
                en:
                    "the browser (\(browser.path)) was stopped, as it was not done in \(seconds) seconds; run print again, which makes what is missing alone"
            )
        case .noPaper:
            Phrase(
                ja: "できたPDFから、ページの番号を読み取れません。--browserで、別のChromium、Chrome又はEdgeを指定してください",
                en: "the pages of its PDF could not be told; name another Chromium, Chrome or Edge with --browser")
        }
    }

    // MARK: The end

    private func publish(_ papers: [(job: Job, bytes: [UInt8])], isQuiet: Bool) throws(FileError) -> ExitStatus {
        if papers.isEmpty { return .done }
        let groups = Dictionary(grouping: papers) { $0.job.board }.sorted { $0.key < $1.key }.map { board, papers in
            Publisher.Group(
                name: board, files: papers.map { PublishedFile(path: $0.job.paper, .bytes($0.bytes)) },
                isComplete: false)
        }
        do throws(PublishingError) {
            let changes = try Publisher(root: output).publish(groups)
            guard !isQuiet else { return .done }
            do throws(FileError) {
                for (path, _) in changes {
                    try terminal.print(DiagnosticFormatter.printable("PDF  \(output)/\(path)") + "\n")
                }
            } catch {
                throw .file(error)
            }
            return .done
        } catch {
            guard let message = error.message(output: output) else {
                throw FileError(path: output, code: FileError.busy)
            }
            terminal.report(message.summary, help: message.help)
            return .environmentFailed
        }
    }
}

/// The PDF of a page, beside it.
enum OutputPaper {
    static let suffix = ".pdf"

    /// - Returns: nil for what is not printed: what is no page, is to be pasted into one, or leads to the others.
    static func path(of page: String) -> String? {
        let pageSuffix = ".html"
        guard page.hasSuffix(pageSuffix), !page.hasSuffix(".fragment.html"), !page.hasSuffix("/index.html") else {
            return nil
        }
        return page.dropLast(pageSuffix.count) + suffix
    }
}
