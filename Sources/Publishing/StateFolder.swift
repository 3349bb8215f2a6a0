import Files
internal import Glibc
internal import Synchronization

/// What is believed of what the program keeps in an output folder: only what nobody but its user can have written.
///
/// A journal planted there would move and remove files, and a manifest say that another's files are the program's.
enum StateFolder {
    /// Opens the state folder of an output folder.
    /// - Parameter makes: whether to make it where it is missing; else nil.
    static func open(in root: Folder, makes: Bool) throws(PublishingError) -> Folder? {
        let name = Publisher.stateFolder
        let status = try PublishingError.of { () throws(FileError) in try root.status() }
        // As /tmp is: whoever may write there may have been first to use any name in it.
        if status.mode & 0o1002 == 0o1002 { throw .shared(root.path) }
        let folder: Folder?
        do {
            // Not for others to write, whatever the umask, or what the output folder lets its own inherit, would have it be.
            folder = try makes ? root.makeFolder(name, mode: 0o755) : root.folder(name)
        } catch {
            throw error.isLink ? .unsafePath(error.path) : .file(error)
        }
        guard let folder else { return nil }
        try check(PublishingError.of { () throws(FileError) in try folder.status() }, folder.path)
        return folder
    }

    /// A file's bytes in the state folder; nil where there is none, or a link in its place.
    static func contents(of name: String, in folder: Folder) throws(PublishingError) -> [UInt8]? {
        let status = try PublishingError.of { () throws(FileError) in try folder.status(of: name) }
        guard let status, status.kind != .link else { return nil }
        try check(status, folder.path(of: name))
        return try PublishingError.of { () throws(FileError) in try folder.contents(of: name, limit: Limits.recordSize)
        }
    }

    private static func check(_ status: FileStatus, _ path: String) throws(PublishingError) {
        guard status.owner == geteuid() else { throw .notOwn(path) }
        guard status.mode & 0o002 == 0, status.mode & 0o020 == 0 || isPrivateGroup(status) else {
            throw .writableByOthers(path)
        }
    }

    /// Whether a file's group is its owner's alone, as many systems give each user one and a umask that lets it write.
    private static func isPrivateGroup(_ status: FileStatus) -> Bool {
        // The system answers both questions in memory that the next one takes.
        groups.withLock { _ in isPrivateGroupAlone(status) }
    }

    private static let groups = Mutex(())

    private static func isPrivateGroupAlone(_ status: FileStatus) -> Bool {
        guard let user = unsafe getpwuid(status.owner), let group = unsafe getgrgid(status.group),
            unsafe user.pointee.pw_gid == status.group, unsafe strcmp(user.pointee.pw_name, group.pointee.gr_name) == 0
        else { return false }
        var member = unsafe group.pointee.gr_mem
        while let name = unsafe member?.pointee {
            if unsafe strcmp(name, user.pointee.pw_name) != 0 { return false }
            unsafe member = unsafe member?.advanced(by: 1)
        }
        return true
    }
}
