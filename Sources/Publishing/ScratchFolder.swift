public import Files

/// A folder for files that are there only while a command runs: its owner's alone, one command's at a time, gone with it.
public final class ScratchFolder: Sendable {
    public let path: String
    private let parent: Folder
    private let folder: Folder
    private let name: String

    /// By which it is known as such a folder: it is the first that is made in it, and the last to go.
    private static let mark = ".shirube-scratch"

    /// Makes it, or takes one that a command has left which was killed.
    ///
    /// - Throws: an error that `isBusy` where another command uses it; one that something is there where it is somebody else's.
    public init(_ path: String) throws(FileError) {
        parent = try FileSystem.makeFolder(FileSystem.folder(of: path))
        name = FileSystem.name(of: path)
        self.path = path
        let isThere = try parent.status(of: name) != nil
        folder = try parent.makeFolder(name, mode: 0o700)
        guard try folder.lock(patience: .zero) else { throw FileError(path: path, code: FileError.busy) }
        if isThere { try Self.empty(folder) }
        try folder.write([], to: Self.mark, waits: false)
    }

    /// Removes one that a command has left which was killed; one that is in use, and what is somebody else's, stays.
    public static func discard(_ path: String) throws(FileError) {
        guard try FileSystem.isFolder(FileSystem.folder(of: path)) else { return }
        let parent = try Folder.open(FileSystem.folder(of: path))
        let name = FileSystem.name(of: path)
        guard try parent.status(of: name)?.kind == .folder, let folder = try parent.folder(name),
            try folder.status(of: mark)?.kind == .file, try folder.lock(patience: .zero)
        else { return }
        try clear(folder)
        try parent.removeTree(name)
    }

    private static func empty(_ folder: Folder) throws(FileError) {
        let names = try folder.names()
        guard names.isEmpty || names.contains(mark) else { throw FileError(path: folder.path, code: FileError.isThere) }
        try clear(folder)
    }

    /// The mark goes last: what is left of a folder that was being removed is still known as one.
    private static func clear(_ folder: Folder) throws(FileError) {
        for name in try folder.names() where name != mark { try folder.removeTree(name) }
        try folder.remove(mark)
    }

    /// Writes a file as a whole; the folders on the way are made.
    public func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let target = TargetPath(path)
        let holder = try folder.makeFolder(holding: target)
        let draft = ".\(target.name).shirube"
        try holder.remove(draft)
        try holder.write(bytes, to: draft, waits: false)
        try holder.rename(draft, to: holder, as: target.name)
    }

    public func has(_ path: String) throws(FileError) -> Bool { try folder.status(at: TargetPath(path)) != nil }

    /// Whether its path still leads to it: somebody may have removed or moved what it is in.
    public var isInPlace: Bool {
        guard let own = try? folder.status(), let present = try? FileSystem.status(of: path, followingLinks: false)
        else { return false }
        return (own.device, own.inode) == (present.device, present.inode)
    }

    public func remove() throws(FileError) {
        try Self.clear(folder)
        try parent.removeTree(name)
    }
}
