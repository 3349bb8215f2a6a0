public import Files

/// A file to publish: its path below the output folder, and what it holds.
public struct PublishedFile: Sendable {
    public let path: String
    var target: TargetPath { TargetPath(path) }
    public let content: FileContent

    public init(path: String, _ content: FileContent) { (self.path, self.content) = (path, content) }

    /// Whether the file that is there holds the same already.
    public var isUnchanged: Bool { if case .present = content { true } else { false } }
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
    /// A file has been changed since it was compared: the run has to begin anew.
    case changed(String)
    /// Another run is publishing into the same folder.
    case busy(String)
    /// One path is to be written twice, or a folder by two groups.
    case twice(String)
    /// The record of what the program wrote belongs to another user.
    case notOwn(String)
    /// The record of what the program wrote may be written by other users.
    case writableByOthers(String)
    /// The output folder is one in which everybody has files, as /tmp is.
    case shared(String)
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
        let outdated: [String]

        /// - Parameters:
        ///   - isComplete: whether these are all files of the group, so that its others are removed.
        ///   - wanted: paths that stay as they are if they are there, even where this run has made no file for them.
        ///   - outdated: paths of files that go if an earlier run has written them, even where these are not all.
        public init(
            name: String, files: [PublishedFile], isComplete: Bool, wanted: [String] = [], outdated: [String] = []
        ) {
            self.name = name
            self.files = files
            self.isComplete = isComplete
            self.wanted = wanted
            self.outdated = outdated
        }
    }

    /// Publishes groups, all of them or none.
    ///
    /// - Returns: what happened to each path, in order.
    public func publish(_ groups: [Group]) throws(PublishingError) -> [(path: String, change: PublishedChange)] {
        var paths: Set<TargetPath> = []
        // A folder changes as a whole, and so it is one group's.
        var owners: [TargetPath: Int] = [:]
        for (number, group) in groups.enumerated() {
            for file in group.files {
                guard file.target.isSafe else { throw .unsafePath(file.path) }
                guard paths.insert(file.target).inserted else { throw .twice(file.path) }
                guard let folder = file.target.folder else { continue }
                guard owners[folder, default: number] == number else { throw .twice(file.path) }
                owners[folder] = number
            }
        }
        return try inOutput(makes: true) { (publication) throws(PublishingError) in try publication.publish(groups) }
            ?? []
    }

    /// Finishes what an earlier run that was stopped had begun.
    public func recover() throws(PublishingError) {
        _ = try inOutput(makes: false) { (publication) throws(PublishingError) in
            try publication.finishInterruptedRun()
        }
    }

    /// The groups that earlier runs have published.
    public func groups() throws(PublishingError) -> [String] {
        guard let root = try openRoot(makes: false), let state = try StateFolder.open(in: root, makes: false) else {
            return []
        }
        return try Publication(root: root, state: state).groups()
    }

    /// Works in the output folder while no other run does.
    /// - Parameter makes: whether to make what is missing of the folders; else there is nothing to do, and nil to return.
    private func inOutput<Result>(
        makes: Bool, _ body: (Publication) throws(PublishingError) -> Result
    ) throws(PublishingError) -> Result? {
        guard let root = try openRoot(makes: makes), let state = try StateFolder.open(in: root, makes: makes) else {
            return nil
        }
        guard try PublishingError.of({ () throws(FileError) in try state.lock(patience: patience) }) else {
            throw .busy(self.root)
        }
        defer { state.unlock() }
        return try body(Publication(root: root, state: state))
    }

    private func openRoot(makes: Bool) throws(PublishingError) -> Folder? {
        try PublishingError.of { () throws(FileError) in
            if makes { return try FileSystem.makeFolder(root) }
            return try FileSystem.isFolder(root) ? .open(root) : nil
        }
    }
}

extension PublishingError {
    /// A file operation whose failure is publishing's.
    static func of<Result>(_ body: () throws(FileError) -> Result) throws(PublishingError) -> Result {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
