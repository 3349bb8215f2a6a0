import Files
import Parallel

/// One run's publishing into an output folder, which is held open with the state folder in it until the run is over.
struct Publication: Sendable {
    let root: Folder
    let state: Folder

    static let journalName = "journal"
    static let stagedSuffix = ".staged"
    static let keptSuffix = ".kept"

    /// Whether a name ends so, by its bytes.
    static func ends(_ name: String, with suffix: String) -> Bool {
        name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Publishes groups, all of them or none.
    func publish(_ groups: [Publisher.Group]) throws(PublishingError) -> [(path: String, change: PublishedChange)] {
        for file in groups.flatMap(\.files) { try checkPlace(of: file.target) }
        try finishInterruptedRun()
        var plan = Plan(name: "")
        do throws(PublishingError) {
            // Boards are looked at, and their files staged, side by side.
            let plans = Parallel.map(Array(groups.enumerated())) { number, group in
                Result { () throws(PublishingError) in
                    var plan = Plan(name: "\(number)-")
                    try add(group, to: &plan)
                    return plan
                }
            }
            for result in plans { plan.append(try result.get()) }
            if !plan.foreign.isEmpty {
                let hasRecord = try !self.groups().isEmpty
                throw PublishingError.foreignFiles(plan.foreign, hasRecord: hasRecord)
            }
        } catch {
            try? discardStaged()
            throw error
        }
        try attempt { () throws(FileError) in try carryOut(&plan) }
        return plan.changes
    }

    /// What is to be done, found out before any of it is begun.
    struct Plan: Sendable {
        /// By which what it stages is told from what other plans do.
        let name: String
        var steps: [Journal.Step] = []
        var changes: [(path: String, change: PublishedChange)] = []
        /// Files of somebody else's in the places of some.
        var foreign: [String] = []
        private var folders: [TargetPath: TargetPath] = [:]
        private var count = 0

        init(name: String) { self.name = name }

        /// Adds what comes behind.
        mutating func append(_ other: Plan) {
            steps += other.steps
            changes += other.changes
            foreign += other.foreign
            folders.merge(other.folders) { own, _ in own }
        }

        /// The path in the state folder under which a path is staged: `0-0.staged/form1/rakusho.html`.
        mutating func staged(_ path: TargetPath) -> TargetPath {
            // A manifest is for no reader, and moves by itself.
            guard let folder = path.folder, !path.isState else { return next() }
            return staged(folder: folder) / path.inFolder
        }

        mutating func staged(folder: TargetPath) -> TargetPath {
            if let name = folders[folder] { return name }
            let name = next()
            folders[folder] = name
            return name
        }

        private mutating func next() -> TargetPath {
            defer { count += 1 }
            return TargetPath("\(name)\(count)\(Publication.stagedSuffix)")
        }
    }

    /// Decides what happens to each file of a group, and stages those that are to be written.
    private func add(_ group: Publisher.Group, to plan: inout Plan) throws(PublishingError) {
        let manifestPath = Manifest.path(of: group.name)
        let manifest = Manifest(try StateFolder.contents(of: manifestPath.name, in: state) ?? [])
        let known = Set(manifest.paths)
        let wanted = Set(group.wanted.map { TargetPath($0) })
        let outdated = Set(group.outdated.map { TargetPath($0) })
        for file in group.files {
            // A link in a file's place is somebody else's: its file is not here.
            if try status(at: file.target)?.kind == .link {
                plan.foreign.append(root.path(of: file.path))
                continue
            }
            guard let change = try change(of: file) else {
                plan.changes.append((file.path, .unchanged))
                continue
            }
            if change == .updated, !known.contains(file.target) {
                plan.foreign.append(root.path(of: file.path))
                continue
            }
            try stage(file.content, for: file.target, in: &plan)
            plan.changes.append((file.path, change))
        }
        let published = Set(group.files.map(\.target))
        // What has become a link or a folder since is no longer this program's.
        var kept: [TargetPath] = []
        for path in manifest.paths where !published.contains(path) {
            guard try PublishingError.of({ () throws(FileError) in try isOwn(path) }) else { continue }
            if outdated.contains(path) || group.isComplete && !wanted.contains(path) {
                plan.steps.append(.remove(path: path))
                plan.changes.append((path.text, .removed))
            } else {
                kept.append(path)
            }
        }
        let next = Manifest(paths: group.files.map(\.target) + kept)
        if next.paths.isEmpty {
            if !manifest.paths.isEmpty { plan.steps.append(.remove(path: .state / manifestPath)) }
        } else if next != manifest {
            try stage(.bytes(next.bytes), for: .state / manifestPath, in: &plan)
        }
    }

    /// What is to happen to a file; nil where it is as it should be.
    private func change(of file: PublishedFile) throws(PublishingError) -> PublishedChange? {
        switch file.content {
        case .bytes(let bytes):
            guard let present = try status(at: file.target) else { return .created }
            // What has another size is not read.
            guard present.kind != .file || present.version.size == bytes.count else { return .updated }
            return try contents(of: file.target) == bytes ? nil : .updated
        case .spooled, .unnamed:
            return try status(at: file.target) == nil ? .created : .updated
        case .present(let version):
            // Another run has been quicker, and its file is not the one that this one's bytes were compared with.
            guard try status(at: file.target)?.version == version else { throw .changed(root.path(of: file.path)) }
            return nil
        case .failed(let error):
            throw .file(error)
        }
    }

    private func stage(
        _ content: FileContent, for path: TargetPath, in plan: inout Plan
    ) throws(PublishingError) {
        let staged = plan.staged(path)
        // What is staged beside it is others' still; where one fails, all of it is dropped when they are done.
        try PublishingError.of { () throws(FileError) in
            let folder = try makeStagedFolder(for: path, staged)
            switch content {
            case .bytes(let bytes):
                let mode = path.isState ? Self.stateMode : 0o666
                try folder.write(bytes, to: staged.name, mode: mode, waits: false)
            case .spooled(let spool, let range):
                try folder.write(spool.bytes(range), to: staged.name, waits: false)
            case .unnamed(let file): try file.name(staged.name, in: folder)
            case .present, .failed: break
            }
        }
        plan.steps.append(.move(staged: staged, path: path))
    }

    /// The rights of what is in the state folder: what others can write there is not believed.
    static let stateMode: UInt32 = 0o644

    /// Makes the folder that a file is staged in; folders inside it inherit what the target's folder lets its own inherit.
    private func makeStagedFolder(for path: TargetPath, _ staged: TargetPath) throws(FileError) -> Folder {
        if let folder = staged.folder, let target = path.folder, try state.status(of: folder.name) == nil {
            let next = try state.makeFolder(folder.name)
            if try root.status(of: target.name)?.kind == .folder, let model = try root.folder(target.name) {
                _ = try next.adoptRights(of: model)
                next.makeWritable()
            }
        }
        return try state.makeFolder(holding: staged)
    }

    private func contents(of path: TargetPath) throws(PublishingError) -> [UInt8]? {
        do {
            return try root.folder(holding: path)?.contents(of: path.name)
        } catch {
            if error.isMissing { return nil }
            throw .file(error)
        }
    }

    private func status(at path: TargetPath) throws(PublishingError) -> FileStatus? {
        try PublishingError.of { () throws(FileError) in try root.status(at: path) }
    }

    /// Runs a step before the journal stands; if it fails, what was staged is dropped and nothing has changed.
    private func attempt(_ step: () throws(FileError) -> Void) throws(PublishingError) {
        do {
            try step()
        } catch {
            if (try? state.status(of: Self.journalName) == nil) == true { try? discardStaged() }
            throw .file(error)
        }
    }

    /// The groups that earlier runs have published.
    func groups() throws(PublishingError) -> [String] {
        try PublishingError.of { () throws(FileError) in try state.names() }.compactMap(Manifest.group)
    }

    /// Whether a path of the manifest still is a file in the folder itself, or nothing at all.
    func isOwn(_ path: TargetPath) throws(FileError) -> Bool {
        guard path.isSafe else { return false }
        do {
            let kind = try root.status(at: path)?.kind
            return kind == nil || kind == .file
        } catch {
            if error.isLink { return false }
            throw error
        }
    }

    /// Refuses a path that leads out of the folder by a link on the way, or to a folder.
    private func checkPlace(of path: TargetPath) throws(PublishingError) {
        do {
            guard try root.status(at: path)?.kind == .folder else { return }
        } catch {
            throw error.isLink ? .unsafePath(path.text) : .file(error)
        }
        throw .foreignFiles([root.path(of: path.text)], hasRecord: true)
    }
}
