import Diagnostics
import Files
import Publishing
import StrictYAML

/// `shirube check --fix`: applies the fix-its that are certain to the data files, until there are none.
struct FixCommand {
    private let terminal: Terminal
    private let isDryRun: Bool
    private let isQuiet: Bool
    /// How often what has been mended is examined again: a value that was mended may show the next slip.
    private static let rounds = 20

    init(_ terminal: Terminal, isDryRun: Bool, isQuiet: Bool) {
        (self.terminal, self.isDryRun, self.isQuiet) = (terminal, isDryRun, isQuiet)
    }

    /// - Parameter examine: examines the boards with some files mended, by their paths.
    func run(
        _ first: BuildCommand.Examination,
        examine: (_ mended: [PathKey: SourceFile]) throws(CommandError) -> BuildCommand.Examination
    ) throws(CommandError) -> ExitStatus {
        var examination = first
        var mended: [PathKey: SourceFile] = [:]
        /// Files with something that could not be mended as it was meant.
        var unmended: [String] = []
        for _ in 0..<Self.rounds {
            var changes: [SourceFile] = []
            unmended = []
            for source in examination.dataSources {
                let fixIts = FixApplication.fixIts(of: examination.diagnostics, for: source)
                guard !fixIts.isEmpty else { continue }
                if let changed = Self.mended(source, fixIts) {
                    changes.append(SourceFile(path: source.path, bytes: changed))
                } else {
                    unmended.append(source.path)
                }
            }
            guard !changes.isEmpty else { break }
            for change in changes { mended[change.key] = change }
            examination = try examine(mended)
        }
        let hasChanged: Bool
        do throws(FileError) {
            hasChanged = try write(mended, in: first.dataSources)
            for path in unmended.sorted() {
                terminal.report(
                    Phrase(ja: "「\(path)」は自動では直せませんでした", en: "\(path) could not be mended automatically"))
            }
            if mended.isEmpty, unmended.isEmpty, !isQuiet {
                try terminal.print(Phrase(ja: "自動で直せるものはありませんでした", en: "there was nothing to mend automatically"))
            }
        } catch {
            throw .file(error)
        }
        terminal.report(examination.diagnostics)
        if hasChanged { return .environmentFailed }
        return examination.diagnostics.containsErrors ? .wrongInput : .done
    }

    /// Writes what has been mended, or shows it.
    /// - Returns: whether some file has changed since it was read, and was left alone.
    private func write(_ mended: [PathKey: SourceFile], in sources: [SourceFile]) throws(FileError) -> Bool {
        var hasChanged = false
        for source in sources.sorted(by: { $0.key < $1.key }) {
            if !isDryRun { try FileSystem.discardDraft(of: source.path) }
            guard let changed = mended[source.key]?.bytes else { continue }
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
        return hasChanged
    }

    /// The file with its fix-its applied, in quotation marks where it would read otherwise without them; nil where it would
    /// still read otherwise than was meant.
    private static func mended(_ source: SourceFile, _ fixIts: [Diagnostic.FixIt]) -> [UInt8]? {
        guard let before = try? YAMLParser.parse(source) else { return nil }
        return [false, true].lazy.map { FixApplication.apply(fixIts, to: source, quotesPlain: $0) }.first { changed in
            guard let after = try? YAMLParser.parse(SourceFile(path: source.path, bytes: changed)) else { return false }
            return isMended(after, before, fixIts)
        }
    }

    /// Whether every value reads as its fix-its mean it, and the others as before.
    private static func isMended(_ after: YAMLTree, _ before: YAMLTree, _ fixIts: [Diagnostic.FixIt]) -> Bool {
        guard after.nodes.map(\.kind) == before.nodes.map(\.kind) else { return false }
        var next = 0
        for node in before.nodes.indices where before.nodes[node].kind == .scalar {
            let range = before.nodes[node].range
            let (old, new) = (before.text(of: node), after.text(of: node))
            var growth: Int?
            // What stands between values, such as spaces at the ends of lines, is part of none.
            while next < fixIts.count, fixIts[next].place.range.upperBound <= range.lowerBound,
                fixIts[next].place.range != range
            {
                next += 1
            }
            while next < fixIts.count, fixIts[next].place.range.upperBound <= range.upperBound {
                let (place, replacement) = (fixIts[next].place, fixIts[next].replacement)
                next += 1
                if place.range == range, !replacement.utf8.elementsEqual(new.utf8) { return false }
                // A part stands in the file as it reads, so it is known how much longer the value becomes.
                let replaced = place.range == range ? old : place.source.text(place.range)
                growth = (growth ?? 0) + replacement.unicodeScalars.count - replaced.unicodeScalars.count
            }
            let isRight = growth.map { new.unicodeScalars.count == old.unicodeScalars.count + $0 }
            guard isRight ?? new.utf8.elementsEqual(old.utf8) else { return false }
        }
        let end = before.nodes.last?.range.upperBound ?? 0
        return fixIts[next...].allSatisfy { $0.place.range.lowerBound >= end }
    }
}
