public import Diagnostics

/// A file to publish: its path below the output folder, and what it holds.
public struct PublishedFile: Sendable {
    public let path: String
    let content: FileContent
    /// Whether only its owner may read it.
    let isPrivate: Bool

    public init(path: String, _ content: FileContent, isPrivate: Bool = false) {
        self.path = path
        self.content = content
        self.isPrivate = isPrivate
    }
}

/// What publishing did to a file.
public enum PublishedChange: String, Sendable { case created, updated, unchanged, removed }

public enum PublishingError: Error, Sendable {
    case file(FileError)
    /// A path that does not stay in the output folder, or leads out of it by a link.
    case unsafePath(String)
    /// Files of the targets' names are there, and this program did not write them.
    case foreignFiles([String])
    /// Another run is publishing into the same folder.
    case busy(String)
    /// One path is to be written twice.
    case twice(String)
}

/// Puts files in their places, all of them or none.
///
/// They are first written to the state folder, those of each folder below the output folder into a folder of their own;
/// then a journal of what is to be done is set down, and from then on the work is finished, by the next run if need be.
/// Each folder changes in one step, for its readers too, where the file system can do that (`FolderSwap`), else file by
/// file. Files whose bytes are the same are not touched, files that an earlier run wrote and this one does not are removed,
/// and files that no run wrote are left alone.
public struct Publisher {
    /// Where the manifests, and for the time of a run the journal and the staged files, are kept.
    public static let stateFolder = ".shirube"

    private let root: String
    private var state: String { root + "/" + Self.stateFolder }
    private var journalPath: String { state + "/journal" }

    /// How long to wait for another run to finish.
    private let patience: Duration

    public init(root: String, patience: Duration = .seconds(5)) {
        self.root = root
        self.patience = patience
    }

    /// Files that belong together and are kept track of together: a board's.
    public struct Group: Sendable {
        public let name: String
        let files: [PublishedFile]
        let isComplete: Bool

        /// - Parameter isComplete: whether these are all files of the group, so that its others are removed.
        public init(name: String, files: [PublishedFile], isComplete: Bool) {
            self.name = name
            self.files = files
            self.isComplete = isComplete
        }
    }

    /// Publishes groups, all of them or none.
    ///
    /// - Returns: what happened to each path, in order.
    public func publish(_ groups: [Group]) throws(PublishingError) -> [(path: String, change: PublishedChange)] {
        var paths: Set<[UInt8]> = []
        for file in groups.flatMap(\.files) {
            try checkPath(file.path)
            guard paths.insert(Array(file.path.utf8)).inserted else { throw .twice(file.path) }
        }
        try attempt { () throws(FileError) in try FileSystem.makeFolder(state) }
        try checkStateFolder()
        let lock = try acquireLock()
        defer { lock.release() }
        try attempt { () throws(FileError) in try finishInterruptedRun() }
        var plan = Plan()
        do throws(PublishingError) {
            for group in groups { try add(group, to: &plan) }
            if !plan.foreign.isEmpty { throw PublishingError.foreignFiles(plan.foreign) }
        } catch {
            try? discardStaged()
            throw error
        }
        try attempt { () throws(FileError) in try carryOut(&plan) }
        return plan.changes
    }

    /// Finishes what an earlier run that was stopped had begun.
    public func recover() throws(PublishingError) {
        guard try kind(of: state) != nil else { return }
        try checkStateFolder()
        let lock = try acquireLock()
        defer { lock.release() }
        try attempt { () throws(FileError) in try finishInterruptedRun() }
    }

    private func acquireLock() throws(PublishingError) -> FileSystem.Lock {
        guard let lock = try asFile({ () throws(FileError) in try FileSystem.lock(folder: state, patience: patience) })
        else {
            throw .busy(root)
        }
        return lock
    }

    /// What is to be done, found out before any of it is begun.
    private struct Plan {
        var steps: [Journal.Step] = []
        var changes: [(path: String, change: PublishedChange)] = []
        /// Files of somebody else's in the places of some.
        var foreign: [String] = []
        private var folders: [String: String] = [:]
        private var count = 0

        /// The name in the state folder under which a path is staged: `0.staged/form1/rakusho.html`.
        mutating func staged(_ path: String) -> String {
            // A manifest is for no reader, and moves by itself.
            guard let folder = TargetPath.folder(of: path), folder != Publisher.stateFolder else { return next() }
            return staged(folder: folder) + path.dropFirst(folder.count)
        }

        mutating func staged(folder: String) -> String {
            if let name = folders[folder] { return name }
            let name = next()
            folders[folder] = name
            return name
        }

        private mutating func next() -> String {
            defer { count += 1 }
            return "\(count)\(Publisher.stagedSuffix)"
        }
    }

    /// Decides what happens to each file of a group, and stages those that are to be written.
    private func add(_ group: Group, to plan: inout Plan) throws(PublishingError) {
        let manifestPath = Self.stateFolder + "/" + group.name + ".manifest"
        let manifest = Manifest(try contents(of: manifestPath) ?? [])
        let known = Set(manifest.paths)
        for file in group.files {
            // A link in a file's place is somebody else's: its file is not here.
            if try kind(of: root + "/" + file.path) == .link {
                plan.foreign.append(root + "/" + file.path)
                continue
            }
            guard let change = try change(of: file) else {
                plan.changes.append((file.path, .unchanged))
                continue
            }
            if change == .updated, !known.contains(file.path) {
                plan.foreign.append(root + "/" + file.path)
                continue
            }
            try stage(file.content, for: file.path, isPrivate: file.isPrivate, in: &plan)
            plan.changes.append((file.path, change))
        }
        let published = Set(group.files.map(\.path))
        // What has become a link or a folder since is no longer this program's.
        var stale: [String] = []
        for path in manifest.paths where !published.contains(path) {
            if try asFile({ () throws(FileError) in try isOwn(path) }) { stale.append(path) }
        }
        if group.isComplete {
            for path in stale {
                plan.steps.append(.remove(path: path))
                plan.changes.append((path, .removed))
            }
        }
        let next = Manifest(paths: group.files.map(\.path) + (group.isComplete ? [] : stale))
        if next.paths.isEmpty {
            if !manifest.paths.isEmpty { plan.steps.append(.remove(path: manifestPath)) }
        } else if next != manifest {
            try stage(.bytes(next.bytes), for: manifestPath, in: &plan)
        }
    }

    /// What is to happen to a file; nil where it is as it should be.
    private func change(of file: PublishedFile) throws(PublishingError) -> PublishedChange? {
        switch file.content {
        case .bytes(let bytes):
            let present = try contents(of: file.path)
            return present == bytes ? nil : present == nil ? .created : .updated
        case .unnamed:
            return try kind(of: root + "/" + file.path) == nil ? .created : .updated
        case .present(let version):
            // Another run has been quicker, and its file was not the one that this one's bytes were compared with.
            let path = root + "/" + file.path
            guard try asFile({ () throws(FileError) in try FileSystem.version(of: path) }) == version else {
                throw .file(FileError(path: path, code: FileError.busy))
            }
            return nil
        case .failed(let error):
            throw .file(error)
        }
    }

    private func stage(
        _ content: FileContent, for path: String, isPrivate: Bool = false, in plan: inout Plan
    ) throws(PublishingError) {
        let staged = plan.staged(path)
        try attempt { () throws(FileError) in
            try makeStagedFolder(for: path, staged)
            let mode: UInt32 = isPrivate ? 0o600 : 0o666
            switch content {
            case .bytes(let bytes): try FileSystem.write(bytes, to: place(staged), mode: mode, waits: false)
            case .unnamed(let file): try file.name(place(staged), mode: mode)
            case .present, .failed: break
            }
        }
        plan.steps.append(.move(staged: staged, path: path))
    }

    /// Makes the folder that a file is staged in; folders inside it inherit what the target's folder lets its own inherit.
    private func makeStagedFolder(for path: String, _ staged: String) throws(FileError) {
        if let folder = TargetPath.folder(of: staged), let target = TargetPath.folder(of: path),
            try FileSystem.kind(of: place(folder)) == nil
        {
            try FileSystem.makeFolder(place(folder))
            if try FileSystem.kind(of: root + "/" + target) == .folder {
                _ = try FileSystem.adoptRights(of: root + "/" + target, for: place(folder))
                FileSystem.makeWritable(place(folder))
            }
        }
        try FileSystem.makeFolder(FileSystem.folder(of: place(staged)))
    }

    /// Where what is staged under a name lies: beside the journal that will say so.
    private func place(_ staged: String) -> String { state + "/" + staged }

    private static let stagedSuffix = ".staged"
    private static let keptSuffix = ".kept"

    private func contents(of path: String) throws(PublishingError) -> [UInt8]? {
        try asFile { () throws(FileError) in try FileSystem.contents(of: root + "/" + path) }
    }

    /// Runs a step before the journal stands; if it fails, what was staged is dropped and nothing has changed.
    private func attempt(_ step: () throws(FileError) -> Void) throws(PublishingError) {
        do {
            try step()
        } catch {
            if (try? FileSystem.isPresent(journalPath)) == false { try? discardStaged() }
            throw .file(error)
        }
    }

    /// The groups that earlier runs have published.
    public func groups() throws(PublishingError) -> [String] {
        guard try kind(of: state) == .folder else { return [] }
        let names = try asFile { () throws(FileError) in try FileSystem.names(in: state) }
        return names.filter { $0.hasSuffix(".manifest") }.map { String($0.dropLast(9)) }
    }

    // MARK: Steps

    private func carryOut(_ plan: inout Plan) throws(FileError) {
        guard !plan.steps.isEmpty else { return }
        var folders: Set = [state]
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
                for path in changed { try FileSystem.makeFolder(FileSystem.folder(of: swap.folder + "/" + path)) }
                continue
            }
            folders.formUnion(filled)
            swaps.append(.swap(staged: staged, inode: inode, folder: folder))
        }
        return swaps
    }

    /// What the steps change of each folder below the output folder, by its path in that folder.
    private static func changes(_ steps: [Journal.Step]) -> [String: Set<String>] {
        var changes: [String: Set<String>] = [:]
        for step in steps {
            switch step {
            case .move(_, let path), .remove(let path):
                guard let folder = TargetPath.folder(of: path), folder != stateFolder else { continue }
                changes[folder, default: []].insert(String(path.dropFirst(folder.count + 1)))
            case .swap: continue
            }
        }
        return changes
    }

    private func swap(_ staged: String, _ folder: String, _ changed: Set<String>) -> FolderSwap {
        FolderSwap(staged: place(staged), folder: root + "/" + folder, changed: changed)
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
            FileSystem.removeEmptyFolder(FileSystem.folder(of: root + "/" + path))
        }
        // All of it lasts before the journal goes: what was moved, folders that are new, and what was removed.
        for folder in folders.union([root]).sorted() { try FileSystem.synchronize(folder: folder) }
        try FileSystem.remove(journalPath)
        try discardStaged()
    }

    private struct Swap {
        let name: String
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
                    try isInside(Self.stateFolder + "/" + staged)
                else { continue }
                try FileSystem.makeFolder(FileSystem.folder(of: root + "/" + path))
                moves.append((place(staged), root + "/" + path))
            case .remove(let path):
                if !path.hasPrefix(Self.stateFolder + "/"), try !isOwn(path) { continue }
                removals.append(root + "/" + path)
            case .swap: continue
            }
        }
        for move in moves { try FileSystem.rename(move.staged, to: move.target) }
        let targets = Set(moves.map(\.target))
        for path in removals where !targets.contains(path) { try FileSystem.remove(path) }
        return Set(moves.map { FileSystem.folder(of: $0.target) })
    }

    /// A journal that still stands is carried out; staged files without one are dropped.
    private func finishInterruptedRun() throws(FileError) {
        if let bytes = try FileSystem.contents(of: journalPath) {
            if let journal = Journal(bytes) { try finish(journal) }
            try FileSystem.remove(journalPath)
        }
        try FileSystem.remove(journalPath + ".new")
        try discardStaged()
    }

    private func discardStaged() throws(FileError) {
        for name in try FileSystem.names(in: state)
        where name.hasSuffix(Self.stagedSuffix) || name.hasSuffix(Self.keptSuffix) {
            let inode = try FileSystem.inode(of: place(name))
            try FileSystem.removeTree(place(name))
            // What could not be removed is somebody else's: it is kept, where nothing will be staged.
            if !name.hasSuffix(Self.keptSuffix), try FileSystem.isPresent(place(name)) {
                try FileSystem.rename(place(name), to: place("\(inode ?? 0)\(Self.keptSuffix)"))
            }
        }
    }

    /// Whether a path of the manifest still is a file in the folder itself, or nothing at all.
    private func isOwn(_ path: String) throws(FileError) -> Bool {
        guard TargetPath.isSafe(path), try isInside(path) else { return false }
        let kind = try FileSystem.kind(of: root + "/" + path)
        return kind == nil || kind == .file
    }

    /// Whether no folder on the way to a path is a link.
    private func isInside(_ path: String) throws(FileError) -> Bool {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if try FileSystem.kind(of: folder) == .link { return false }
        }
        return true
    }

    /// Refuses a path that leaves the folder, by its own words or by a link on the way.
    private func checkPath(_ path: String) throws(PublishingError) {
        guard TargetPath.isSafe(path), try asFile({ () throws(FileError) in try isInside(path) }) else {
            throw .unsafePath(path)
        }
        if try kind(of: root + "/" + path) == .folder { throw .foreignFiles([root + "/" + path]) }
    }

    /// Refuses a link in place of the program's own folder: what is in it is moved and removed.
    private func checkStateFolder() throws(PublishingError) {
        if try kind(of: state) == .link { throw .unsafePath(state) }
    }

    private func kind(of path: String) throws(PublishingError) -> FileSystem.Kind? {
        try asFile { () throws(FileError) in try FileSystem.kind(of: path) }
    }

    /// A file operation whose failure is publishing's.
    private func asFile<Result>(_ body: () throws(FileError) -> Result) throws(PublishingError) -> Result {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
