import Files
import Parallel

/// What has been decided is set down in a journal and carried out; after a run that was stopped, by the next.
extension Publication {
    func carryOut(_ plan: inout Plan) throws(FileError) {
        guard !plan.steps.isEmpty else { return }
        let swaps = try prepareSwaps(&plan)
        // All files are on their way to the disk by now: to wait for each as it is written would take longer.
        let staged = plan.steps.compactMap { if case .move(let staged, _) = $0 { staged } else { nil } }
        try forEach(staged) { (staged) throws(FileError) in
            try state.folder(holding: staged)?.synchronize(file: staged.name)
        }
        var folders: Set<TargetPath> = []
        for staged in staged {
            var folder = staged.parent
            while let next = folder, folders.insert(next).inserted { folder = next.parent }
        }
        try forEach(folders.sorted()) { (folder) throws(FileError) in try state.folder(at: folder)?.synchronize() }
        try state.synchronize()
        let journal = Journal(steps: swaps + plan.steps)
        try setDown(journal)
        try finish(journal)
    }

    /// Makes the next state of each folder that files are moved into or removed from.
    private func prepareSwaps(_ plan: inout Plan) throws(FileError) -> [Journal.Step] {
        let changes = Self.changes(plan.steps).sorted { $0.key < $1.key }
        let swaps = changes.map { swap(plan.staged(folder: $0.key), $0.key, $0.value) }
        let filled = Parallel.map(swaps) { swap in Result { () throws(FileError) in try swap.fill() } }
        var steps: [Journal.Step] = []
        for ((folder, changed), result) in zip(changes, filled) {
            guard let inode = try result.get() else {
                // Folders are made before the journal stands: what can still fail should fail here.
                for path in changed { _ = try root.makeFolder(holding: folder / path) }
                continue
            }
            steps.append(.swap(staged: plan.staged(folder: folder), inode: inode, folder: folder))
        }
        return steps
    }

    /// Waits for the disk with several files side by side.
    private func forEach(
        _ paths: [TargetPath], _ body: @escaping @Sendable (TargetPath) throws(FileError) -> Void
    ) throws(FileError) {
        for result in Parallel.map(paths, { path in Result { () throws(FileError) in try body(path) } }) {
            try result.get()
        }
    }

    /// What the steps change of each folder below the output folder, by its path in that folder.
    private static func changes(_ steps: [Journal.Step]) -> [TargetPath: Set<TargetPath>] {
        var changes: [TargetPath: Set<TargetPath>] = [:]
        for step in steps {
            switch step {
            case .move(_, let path), .remove(let path):
                guard let folder = path.folder, !path.isState else { continue }
                changes[folder, default: []].insert(path.inFolder)
            case .swap: continue
            }
        }
        return changes
    }

    private func swap(_ staged: TargetPath, _ folder: TargetPath, _ changed: Set<TargetPath>) -> FolderSwap {
        FolderSwap(state: state, staged: staged.name, root: root, name: folder.name, changed: changed)
    }

    private func setDown(_ journal: Journal) throws(FileError) {
        let draft = Self.journalName + ".new"
        try state.remove(draft)
        try state.write(journal.bytes, to: draft, mode: Self.stateMode)
        try state.rename(draft, to: state, as: Self.journalName)
        try state.synchronize()
    }

    /// Does what the journal says. Where not even the first step can be done, the run is as if it had not begun: it must not
    /// keep others from theirs.
    private func finish(_ journal: Journal) throws(FileError) {
        do {
            try carryOut(journal)
        } catch {
            if (try? hasBegun(journal)) == false {
                try? state.remove(Self.journalName)
                try? discardStaged()
            }
            throw error
        }
    }

    /// Whether some step of a journal has been done.
    private func hasBegun(_ journal: Journal) throws(FileError) -> Bool {
        if try swaps(of: journal).contains(where: \.isDone) { return true }
        for case .move(let staged, _) in journal.steps where try state.status(at: staged) == nil { return true }
        // Files are removed behind all others.
        return !journal.steps.contains { if case .move = $0 { true } else { false } }
    }

    /// A step that is done already is passed over.
    private func carryOut(_ journal: Journal) throws(FileError) {
        let swaps = try swaps(of: journal)
        // From here to the last exchange nothing else is done.
        for swap in swaps where !swap.isDone {
            guard try swap.folder.exchange(isNew: swap.isNew) else {
                // Folders can only be changed file by file here. What has been exchanged stays.
                let done = try Set(self.swaps(of: journal).filter { $0.isDone || $0.isNew }.map(\.name))
                let rest = Journal(steps: journal.steps.filter { $0.swappedFolder.map(done.contains) ?? true })
                try setDown(rest)
                return try carryOut(rest)
            }
        }
        // Where neither folder is the one that was made, both have been copied: which is which, nobody can tell any more.
        let exchanged = Set(journal.steps.compactMap(\.swappedFolder))
        let files = journal.steps.filter { !$0.isBelow(oneOf: exchanged) }
        let folders = try move(files)
        for swap in swaps { try swap.folder.settle() }
        for case .remove(let path) in journal.steps {
            if let parent = path.parent { try? root.folder(holding: parent)?.removeEmptyFolder(parent.name) }
        }
        // All of it lasts before the journal goes: what was moved, folders that are new, and what was removed.
        for folder in folders {
            if let folder { try root.folder(at: folder)?.synchronize() }
        }
        try state.synchronize()
        try root.synchronize()
        try state.remove(Self.journalName)
        try discardStaged()
    }

    private struct Swap {
        let name: TargetPath
        let folder: FolderSwap
        let isDone: Bool
        /// Whether there is nothing in the folder's place yet.
        let isNew: Bool
    }

    /// The journal's exchanges that are done already, or can be.
    private func swaps(of journal: Journal) throws(FileError) -> [Swap] {
        let changes = Self.changes(journal.steps)
        let device = try state.status().device
        var swaps: [Swap] = []
        for case .swap(let staged, let inode, let name) in journal.steps {
            func isMade(_ status: FileStatus?) -> Bool {
                status.map { ($0.device, $0.inode) == (device, inode) } ?? false
            }
            let present = try root.status(of: name.name)
            let isDone = isMade(present)
            if !isDone {
                // A link or a file in the folder's place is somebody else's.
                guard isMade(try state.status(of: staged.name)), present == nil || present?.kind == .folder else {
                    continue
                }
            }
            swaps.append(
                Swap(name: name, folder: swap(staged, name, changes[name] ?? []), isDone: isDone, isNew: present == nil)
            )
        }
        return swaps
    }

    /// Moves and removes file by file.
    /// - Returns: the folders that files have been moved into, by their paths; nil for the output folder itself.
    private func move(_ steps: [Journal.Step]) throws(FileError) -> Set<TargetPath?> {
        var moves: [(staged: TargetPath, path: TargetPath)] = []
        var removals: [TargetPath] = []
        // Everything is looked at before the first step: between that and the last, readers see some of each.
        for step in steps {
            switch step {
            case .move(let staged, let path):
                if try isStaged(staged), try canHold(path) { moves.append((staged, path)) }
            case .remove(let path):
                if !path.isState, try !isOwn(path) { continue }
                removals.append(path)
            case .swap: continue
            }
        }
        // Folders are held one at a time: a run may move more files than it may hold folders open.
        for move in moves {
            guard let from = try state.folder(holding: move.staged),
                let to = try move.path.isState ? state : root.folder(holding: move.path)
            else { continue }
            try from.rename(move.staged.name, to: to, as: move.path.name)
        }
        let moved = Set(moves.map(\.path))
        for path in removals where !moved.contains(path) {
            if let manifest = path.inState {
                try state.remove(manifest.name)
            } else {
                try root.folder(holding: path)?.remove(path.name)
            }
        }
        return Set(moved.filter { !$0.isState }.map(\.parent))
    }

    /// Whether there is a staged file of a name, and no link in its place or on the way.
    private func isStaged(_ staged: TargetPath) throws(FileError) -> Bool {
        do {
            return try state.folder(holding: staged)?.status(of: staged.name)?.kind == .file
        } catch {
            if error.isLink || error.isMissing { return false }
            throw error
        }
    }

    /// Makes the folder that a file is to be moved into.
    /// - Returns: false where a link is in the way.
    private func canHold(_ path: TargetPath) throws(FileError) -> Bool {
        if path.isState { return true }
        do {
            _ = try root.makeFolder(holding: path)
            return true
        } catch {
            if error.isLink { return false }
            throw error
        }
    }

    /// A journal that still stands is carried out; staged files without one are dropped.
    func finishInterruptedRun() throws(PublishingError) {
        let bytes = try StateFolder.contents(of: Self.journalName, in: state)
        try PublishingError.of { () throws(FileError) in
            if let journal = bytes.flatMap({ Journal($0) }) { try finish(journal) }
            for name in [Self.journalName, Self.journalName + ".new"] where try state.status(of: name) != nil {
                try state.remove(name)
            }
            try discardStaged()
        }
    }

    func discardStaged() throws(FileError) {
        for name in try state.names()
        where Self.ends(name, with: Self.stagedSuffix) || Self.ends(name, with: Self.keptSuffix) {
            let inode = try state.status(of: name)?.inode
            try state.removeTree(name)
            // What could not be removed is somebody else's: it is kept, where nothing will be staged.
            if !Self.ends(name, with: Self.keptSuffix), try state.status(of: name) != nil {
                try state.rename(name, to: state, as: "\(inode ?? 0)\(Self.keptSuffix)")
            }
        }
    }
}
