import Diagnostics
import Files
import Publishing

extension BuildCommand {
    /// Hands out the documents of an edition as they were published then.
    ///
    /// They are not made anew: the program and the reference tables are others by now.
    /// - Returns: nil where the edition was kept without its documents.
    func handOut(_ edition: KeptEdition) throws(CommandError) -> Outcome? {
        guard let kept = try asFile({ () throws(FileError) in try KeptDocuments(of: edition) }) else {
            if !isQuiet, form == .text {
                terminal.report(
                    Phrase(
                        ja: "この版には、公開した文書そのものが残っていません。残したデータとひな形から、今のプログラムで作ります",
                        en:
                            "the documents of this edition were not kept: they are made anew by today's program from what was"
                    ))
            }
            return nil
        }
        guard !isHeadingLevelGiven else {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "残してある版は公開したときのまま取り出すので、--heading-levelは使えません",
                        en: "an edition that is kept is handed out as it was published: --heading-level is of no use")))
        }
        guard kept.damaged.isEmpty else { return try refuse(kept, of: edition) }
        let names = Set(kept.files.map { Self.document(of: $0.path) })
        if let unknown = only?.subtracting(names).min() { throw .usage(unknownDocument(unknown, among: names)) }
        let files = kept.files.filter { only?.contains(Self.document(of: $0.path)) ?? true }
        let group = Publisher.Group(
            name: edition.name,
            files: files.map { PublishedFile(path: "\(edition.name)/\($0.path)", .bytes($0.bytes)) },
            isComplete: only == nil, wanted: kept.files.map { "\(edition.name)/\($0.path)" })
        return try asFile { () throws(FileError) in
            switch publish([group], among: [edition.name]) {
            case .refused(let message):
                try terminal.report([], as: form)
                terminal.report(message.summary, help: message.help)
                return Outcome(status: .environmentFailed)
            case .done(let changes):
                try terminal.report([], as: form)
                if !isQuiet, form == .text {
                    try report(changes, [:])
                    try terminal.print(
                        Phrase(ja: "公開したときのファイルを、そのまま取り出しました", en: "handed out as they were published"))
                }
                return Outcome(status: .done, changes: changes)
            case .anew: throw FileError(path: output, code: FileError.busy)
            }
        }
    }

    /// The document that a file is of: form1 of form1/mirai.html.
    private static func document(of path: String) -> String { String(path.prefix { $0 != "." && $0 != "/" }) }

    private func refuse(_ kept: KeptDocuments, of edition: KeptEdition) throws(CommandError) -> Outcome {
        let names = kept.damaged.map { DiagnosticFormatter.printable($0) }
        let folder = DiagnosticFormatter.printable(edition.data)
        terminal.report(
            Phrase(
                ja: "「\(folder)」に残した文書が、公開したときのものではありません: \(names.joined(separator: "、"))",
                en: "these documents in \(folder) are not as they were published: \(names.joined(separator: ", "))"),
            help: Phrase(
                ja: "控えから元のファイルに戻してください。Gitで改行を変換しているなら、editionsの中は変換しないようにしてください",
                en: "put them back from a copy; if Git turns their line ends, let it leave what is in editions alone"))
        return Outcome(status: .wrongInput)
    }
}
