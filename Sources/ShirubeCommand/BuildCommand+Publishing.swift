import Diagnostics
import Files
import Publishing

extension BuildCommand {
    /// What came of publishing.
    enum Published {
        case done([(path: String, change: PublishedChange)])
        case refused(PublishingError.Message)
        /// The documents have to be made anew.
        case anew
    }

    /// Refuses to publish among the data or the templates.
    func refuseOwnFolders() throws(CommandError) {
        for folder in [presentData, data, templates] where FileSystem.lies(output, in: folder) {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "「\(folder)」の中には書き出せません", en: "nothing is written into \(folder)"),
                    help: Phrase(ja: "--outputで、別のフォルダーを指定してください", en: "name another folder with --output")))
        }
    }

    /// Puts the output in order if an earlier run was stopped, before anything else can end this one.
    func recover() throws(CommandError) {
        do {
            // Another run that is publishing finishes it by itself, and is waited for when this one publishes.
            try Publisher(root: output, patience: .zero).recover()
        } catch {
            if case .file(let error) = error { throw .file(error) }
        }
        try asFile { () throws(FileError) in
            try Preview.discard(in: output)
            try PrintCommand.discard(in: output)
        }
    }

    func publish(_ groups: [Publisher.Group], among named: [String]) -> Published {
        // The parts of one build wait for each other; other runs do not.
        let publisher = Publisher(root: output, patience: shard == nil ? .seconds(5) : .seconds(600))
        do throws(PublishingError) {
            // A full run drops what boards published that are no longer there.
            let dropsOthers = boards.isEmpty && only == nil && shard?.isFirst ?? true
            let present = Set(named.map(PathKey.init))
            let gone = dropsOthers ? try publisher.groups().filter { !present.contains(PathKey($0)) } : []
            return .done(
                try publisher.publish(groups + gone.map { Publisher.Group(name: $0, files: [], isComplete: true) }))
        } catch {
            return error.message(output: output).map { .refused($0) } ?? .anew
        }
    }

    /// Says which PDFs the index leads to and nobody has printed, or not since their pages changed: a build has removed those.
    func reportMissingPapers(_ papers: [String]) throws(FileError) {
        var missing: [String] = []
        for paper in papers where try !FileSystem.isPresent("\(output)/\(paper)") { missing.append(paper) }
        guard let first = missing.first else { return }
        let name = DiagnosticFormatter.printable("\(output)/\(first)")
        let others = missing.count - 1
        terminal.report(
            Phrase(
                ja: "公開する形式（formats）にあるPDFが、まだありません: \(name)\(others == 0 ? "" : "ほか\(others)件")",
                en: "a PDF among the formats is not there yet: \(name)\(others == 0 ? "" : " and \(others) more")"),
            help: Phrase(
                ja: "公開する前に、「shirube print」で作ってください（文書が変わると、古いPDFは消えます）",
                en: "make it with \"shirube print\" before you publish; the PDF of a page that changes goes"))
    }

    /// What was written, a document a line.
    func report(_ changes: [(path: String, change: PublishedChange)], _ titles: [String: String])
        throws(FileError)
    {
        for (path, change) in changes {
            let name: Phrase =
                switch change {
                case .created: Phrase(ja: "作成    ", en: "created  ")
                case .updated: Phrase(ja: "更新    ", en: "updated  ")
                case .unchanged: Phrase(ja: "変更なし", en: "unchanged")
                case .removed: Phrase(ja: "削除    ", en: "removed  ")
                }
            let parts = path.split(separator: "/").prefix(2).map { $0.prefix { $0 != "." } }
            let title = titles[parts.joined(separator: "/")]
            let line = "\(name[terminal.language])  \(output)/\(path)\(title.map { "  \($0)" } ?? "")"
            try terminal.print(DiagnosticFormatter.printable(line) + "\n")
        }
    }
}
