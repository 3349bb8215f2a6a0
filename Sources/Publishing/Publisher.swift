public import Diagnostics

/// A file to publish: its path below the output folder, and what it holds.
public struct PublishedFile: Sendable {
    public let path: String
    var target: TargetPath { TargetPath(path) }
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
    /// Files of the targets' names are there, and this program did not write them, as far as its record says; `hasRecord`
    /// tells whether there is one.
    case foreignFiles([String], hasRecord: Bool)
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

    let root: String
    var state: String { root + "/" + Self.stateFolder }
    var journalPath: String { state + "/journal" }

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
        let wanted: [String]

        /// - Parameters:
        ///   - isComplete: whether these are all files of the group, so that its others are removed.
        ///   - wanted: paths that stay as they are if they are there, even where this run has made no file for them.
        public init(name: String, files: [PublishedFile], isComplete: Bool, wanted: [String] = []) {
            self.name = name
            self.files = files
            self.isComplete = isComplete
            self.wanted = wanted
        }
    }

    /// Publishes groups, all of them or none.
    ///
    /// - Returns: what happened to each path, in order.
    public func publish(_ groups: [Group]) throws(PublishingError) -> [(path: String, change: PublishedChange)] {
        var paths: Set<TargetPath> = []
        for file in groups.flatMap(\.files) {
            try checkPath(file.target)
            guard paths.insert(file.target).inserted else { throw .twice(file.path) }
        }
        try attempt { () throws(FileError) in try FileSystem.makeFolder(state) }
        try checkStateFolder()
        let lock = try acquireLock()
        defer { lock.release() }
        try attempt { () throws(FileError) in try finishInterruptedRun() }
        var plan = Plan()
        do throws(PublishingError) {
            for group in groups { try add(group, to: &plan) }
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
    struct Plan {
        var steps: [Journal.Step] = []
        var changes: [(path: String, change: PublishedChange)] = []
        /// Files of somebody else's in the places of some.
        var foreign: [String] = []
        private var folders: [TargetPath: TargetPath] = [:]
        private var count = 0

        /// The path in the state folder under which a path is staged: `0.staged/form1/rakusho.html`.
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
            return TargetPath("\(count)\(Publisher.stagedSuffix)")
        }
    }

    /// Decides what happens to each file of a group, and stages those that are to be written.
    private func add(_ group: Group, to plan: inout Plan) throws(PublishingError) {
        let manifestPath = TargetPath.state / TargetPath(group.name + Self.manifestSuffix)
        let manifest = Manifest(try contents(of: manifestPath) ?? [])
        let known = Set(manifest.paths)
        let wanted = Set(group.wanted.map { TargetPath($0) })
        for file in group.files {
            // A link in a file's place is somebody else's: its file is not here.
            if try kind(of: root + "/" + file.path) == .link {
                plan.foreign.append(root + "/" + file.path)
                continue
            }
            guard let change = try change(of: file) else {
                // Somebody may have let others read it since.
                if file.isPrivate, known.contains(file.target) {
                    let path = root + "/" + file.path
                    _ = try asFile { () throws(FileError) in try FileSystem.makePrivate(path) }
                }
                plan.changes.append((file.path, .unchanged))
                continue
            }
            if change == .updated, !known.contains(file.target) {
                plan.foreign.append(root + "/" + file.path)
                continue
            }
            try stage(file.content, for: file.target, isPrivate: file.isPrivate, in: &plan)
            plan.changes.append((file.path, change))
        }
        let published = Set(group.files.map(\.target))
        // What has become a link or a folder since is no longer this program's.
        var kept: [TargetPath] = []
        for path in manifest.paths where !published.contains(path) {
            guard try asFile({ () throws(FileError) in try isOwn(path) }) else { continue }
            if group.isComplete, !wanted.contains(path) {
                plan.steps.append(.remove(path: path))
                plan.changes.append((path.text, .removed))
            } else {
                kept.append(path)
            }
        }
        let next = Manifest(paths: group.files.map(\.target) + kept)
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
            let present = try contents(of: file.target)
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
        _ content: FileContent, for path: TargetPath, isPrivate: Bool = false, in plan: inout Plan
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
    private func makeStagedFolder(for path: TargetPath, _ staged: TargetPath) throws(FileError) {
        if let folder = staged.folder, let target = path.folder,
            try FileSystem.kind(of: place(folder)) == nil
        {
            try FileSystem.makeFolder(place(folder))
            if try FileSystem.kind(of: place(target: target)) == .folder {
                _ = try FileSystem.adoptRights(of: place(target: target), for: place(folder))
                FileSystem.makeWritable(place(folder))
            }
        }
        try FileSystem.makeFolder(FileSystem.folder(of: place(staged)))
    }

    /// Where what is staged under a name lies: beside the journal that will say so.
    func place(_ staged: TargetPath) -> String { state + "/" + staged.text }

    /// Where what is published at a path lies.
    func place(target path: TargetPath) -> String { root + "/" + path.text }

    static let stagedSuffix = ".staged"
    static let keptSuffix = ".kept"
    private static let manifestSuffix = ".manifest"

    /// Whether a name ends so, by its bytes.
    static func ends(_ name: String, with suffix: String) -> Bool {
        name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    private func contents(of path: TargetPath) throws(PublishingError) -> [UInt8]? {
        try asFile { () throws(FileError) in try FileSystem.contents(of: place(target: path)) }
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
        return names.filter { Self.ends($0, with: Self.manifestSuffix) }.map {
            String(decoding: $0.utf8.dropLast(Self.manifestSuffix.utf8.count), as: UTF8.self)
        }
    }

    /// Whether a path of the manifest still is a file in the folder itself, or nothing at all.
    func isOwn(_ path: TargetPath) throws(FileError) -> Bool {
        guard path.isSafe, try isInside(path) else { return false }
        let kind = try FileSystem.kind(of: place(target: path))
        return kind == nil || kind == .file
    }

    /// Whether no folder on the way to a path is a link.
    func isInside(_ path: TargetPath) throws(FileError) -> Bool {
        for folder in path.parents where try FileSystem.kind(of: place(target: folder)) == .link { return false }
        return true
    }

    /// Refuses a path that leaves the folder, by its own words or by a link on the way.
    private func checkPath(_ path: TargetPath) throws(PublishingError) {
        guard path.isSafe, try asFile({ () throws(FileError) in try isInside(path) }) else {
            throw .unsafePath(path.text)
        }
        if try kind(of: place(target: path)) == .folder { throw .foreignFiles([place(target: path)], hasRecord: true) }
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
