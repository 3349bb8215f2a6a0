import Diagnostics
import Publishing
import StrictYAML

/// `shirube check --fix`: applies the fix-its that are certain to the data files.
enum FixCommand {
    static func run(
        _ diagnostics: [Diagnostic], _ sources: [SourceFile], _ terminal: Terminal, isDryRun: Bool,
        isQuiet: Bool
    ) throws(CommandError) -> ExitStatus {
        let remaining = diagnostics.filter { !$0.fixIts.contains(where: \.isCertain) }
        var hasChanged = false
        do throws(FileError) {
            var isMended = false
            for source in sources.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
                if !isDryRun { try FileSystem.discardDraft(of: source.path) }
                let changed = FixApplication.apply(diagnostics, to: source)
                guard changed != source.bytes else { continue }
                isMended = true
                // What cannot be read again is not written.
                guard (try? YAMLParser.parse(SourceFile(path: source.path, bytes: changed))) != nil else {
                    terminal.report(
                        Phrase(
                            ja: "「\(source.path)」は自動では直せませんでした", en: "\(source.path) could not be mended automatically")
                    )
                    continue
                }
                if isDryRun {
                    try terminal.print(FixApplication.diff(source, changed))
                } else if try FileSystem.replace(source.path, with: changed, ifStill: source.bytes) {
                    try terminal.print(Phrase(ja: "「\(source.path)」を直しました", en: "mended \(source.path)"))
                } else {
                    hasChanged = true
                    terminal.report(
                        Phrase(
                            ja: "「\(source.path)」は読んだ後に変わったので、直しませんでした",
                            en: "\(source.path) has changed since it was read, and was not mended"),
                        help: Phrase(ja: "もう一度実行してください", en: "run again"))
                }
            }
            if !isMended, !isQuiet {
                try terminal.print(Phrase(ja: "自動で直せるものはありませんでした", en: "there was nothing to mend automatically"))
            }
        } catch {
            throw .file(error)
        }
        terminal.report(remaining)
        if hasChanged { return .environmentFailed }
        return remaining.containsErrors ? .wrongInput : .done
    }
}
