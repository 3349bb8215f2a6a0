import Diagnostics

/// What has been decided is set down in a journal and carried out; after a run that was stopped, by the next.
extension Publisher {
    func carryOut(_ plan: inout Plan) throws(FileError) {
        guard !plan.steps.isEmpty else { return }
        var folders: Set<String> = [state]
        let swaps = try prepareSwaps(&plan, &folders)
        // All files are on their way to the disk by now: to wait for each as it is written would take longer.
        for case .move(let staged, _) in plan.steps {
            try FileSystem.synchronize(file: place(staged))
            var folder = FileSystem.folder(of: place(staged))
            while folders.insert(folder).inserted { folder = FileSystem.folder(of: folder) }
        }
        for folder in folders.sorted() { try FileSystem.synchronize(folder: folder) }
        let journal = Journal(steps: swaps + plan.steps)
        try setDown(journal)
        try finish(journal)
    }

    /// Makes the next state of each folder that files are moved into or removed from.
    /// - Parameter folders: gets those that links have been put into.
    private func prepareSwaps(_ plan: inout Plan, _ folders: inout Set<String>) throws(FileError) -> [Journal.Step] {
        var swaps: [Journal.Step] = []
        for (folder, changed) in Self.changes(plan.steps).sorted(by: { $0.key < $1.key }) {
            let staged = plan.staged(folder: folder)
            let swap = swap(staged, folder, changed)
            guard let filled = try swap.fill(), let inode = try FileSystem.inode(of: swap.staged) else {
                // Folders are made before the journal stands: what can still fail should fail here.
                for path in changed { try FileSystem.makeFolder(FileSystem.folder(of: swap.folder + "/" + path.text)) }
                continue
            }
            folders.formUnion(filled)
            swaps.append(.swap(staged: staged, inode: inode, folder: folder))
        }
        return swaps
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
        FolderSwap(staged: place(staged), folder: place(target: folder), changed: changed)
    }

    private func setDown(_ journal: Journal) throws(FileError) {
        let draft = journalPath + ".new"
        try FileSystem.remove(draft)
        try FileSystem.write(journal.bytes, to: draft)
        try FileSystem.rename(draft, to: journalPath)
        try FileSystem.synchronize(folder: state)
    }

    /// Does what the journal says. Where not even the first step can be done, the run is as if it had not begun: it must not
    /// keep others from theirs.
    private func finish(_ journal: Journal) throws(FileError) {
        do {
            try carryOut(journal)
        } catch {
            if (try? hasBegun(journal)) == false {
                try? FileSystem.remove(journalPath)
                try? discardStaged()
            }
            throw error
        }
    }

    /// Whether some step of a journal has been done.
    private func hasBegun(_ journal: Journal) throws(FileError) -> Bool {
        if try swaps(of: journal).contains(where: \.isDone) { return true }
        for case .move(let staged, _) in journal.steps where try !FileSystem.isPresent(place(staged)) { return true }
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
            FileSystem.removeEmptyFolder(FileSystem.folder(of: place(target: path)))
        }
        // All of it lasts before the journal goes: what was moved, folders that are new, and what was removed.
        for folder in folders.union([root]).sorted() { try FileSystem.synchronize(folder: folder) }
        try FileSystem.remove(journalPath)
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
        var swaps: [Swap] = []
        for case .swap(let staged, let inode, let name) in journal.steps {
            let folder = swap(staged, name, changes[name] ?? [])
            let isDone = try FileSystem.inode(of: folder.folder) == inode
            let kind = try FileSystem.kind(of: folder.folder)
            if !isDone {
                // A link or a file in the folder's place is somebody else's.
                guard try FileSystem.inode(of: folder.staged) == inode, kind == nil || kind == .folder else { continue }
            }
            swaps.append(Swap(name: name, folder: folder, isDone: isDone, isNew: kind == nil))
        }
        return swaps
    }

    /// Moves and removes file by file.
    /// - Returns: the folders that this has changed.
    private func move(_ steps: [Journal.Step]) throws(FileError) -> Set<String> {
        var moves: [(staged: String, target: String)] = []
        var removals: [String] = []
        // Everything is looked at before the first step: between that and the last, readers see some of each.
        for step in steps {
            switch step {
            case .move(let staged, let path):
                guard try FileSystem.isPresent(place(staged)), try isInside(path),
                    try isInside(.state / staged)
                else { continue }
                try FileSystem.makeFolder(FileSystem.folder(of: place(target: path)))
                moves.append((place(staged), place(target: path)))
            case .remove(let path):
                if !path.isState, try !isOwn(path) { continue }
                removals.append(place(target: path))
            case .swap: continue
            }
        }
        for move in moves { try FileSystem.rename(move.staged, to: move.target) }
        let targets = Set(moves.map(\.target))
        for path in removals where !targets.contains(path) { try FileSystem.remove(path) }
        return Set(moves.map { FileSystem.folder(of: $0.target) })
    }

    /// A journal that still stands is carried out; staged files without one are dropped.
    func finishInterruptedRun() throws(FileError) {
        if let bytes = try FileSystem.contents(of: journalPath) {
            if let journal = Journal(bytes) { try finish(journal) }
            try FileSystem.remove(journalPath)
        }
        try FileSystem.remove(journalPath + ".new")
        try discardStaged()
    }

    func discardStaged() throws(FileError) {
        for name in try FileSystem.names(in: state)
        where Self.ends(name, with: Self.stagedSuffix) || Self.ends(name, with: Self.keptSuffix) {
            let path = state + "/" + name
            let inode = try FileSystem.inode(of: path)
            try FileSystem.removeTree(path)
            // What could not be removed is somebody else's: it is kept, where nothing will be staged.
            if !Self.ends(name, with: Self.keptSuffix), try FileSystem.isPresent(path) {
                try FileSystem.rename(path, to: state + "/\(inode ?? 0)\(Self.keptSuffix)")
            }
        }
    }
}
