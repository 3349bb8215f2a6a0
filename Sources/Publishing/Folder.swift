internal import CSystem

import Files
internal import Glibc

/// A folder that is held open: what is done in it is done there, wherever its path may lead by then.
///
/// Names are those of entries right in it, and no link is followed: whoever may write into the folder can put one into any
/// entry's place at any time (CWE-367, CWE-59).
final class Folder: Sendable {
    /// What messages call it.
    let path: String
    let descriptor: Int32

    /// So many folders inside one another are held open at once; what lies deeper is passed over.
    static let depth = 100

    private init(_ path: String, _ descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a folder where its user says that it is, links followed.
    static func open(_ path: String) throws(FileError) -> Folder {
        let descriptor = opened(AT_FDCWD, path, 0)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        return Folder(path, descriptor)
    }

    /// One that may be entered and not read is held all the same.
    private static func opened(_ folder: Int32, _ name: String, _ flags: Int32) -> Int32 {
        let flags = flags | O_DIRECTORY | O_CLOEXEC
        let descriptor = unsafe openat(folder, name, O_RDONLY | flags)
        guard descriptor < 0, errno == EACCES else { return descriptor }
        return unsafe openat(folder, name, Int32(SHIRUBE_O_PATH) | flags)
    }

    func path(of name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }

    func error(_ name: String) -> FileError { FileError(path: path(of: name), code: errno) }

    // MARK: What is in it

    /// What is of that name; nil where nothing is.
    ///
    /// - Throws: where that cannot be told: what is taken for missing would be lost.
    func status(of name: String) throws(FileError) -> FileStatus? {
        var status = stat()
        if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
        guard errno == ENOENT else { throw error(name) }
        return nil
    }

    /// What it is itself.
    func status() throws(FileError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        return FileStatus(status)
    }

    /// The names in it, in byte order, without `.` and `..`.
    func names() throws(FileError) -> [String] {
        // A stream of its own: another reader of this descriptor would share its place in the list.
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw FileError(path: path, code: errno) }
        guard let stream = unsafe fdopendir(copy) else {
            let code = errno
            close(copy)
            throw FileError(path: path, code: code)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    // MARK: Folders in it

    /// A folder in it, held open; nil where nothing is of that name.
    ///
    /// - Throws: an error that `isLink` where a link is, one that `isMissing` where a file is.
    func folder(_ name: String) throws(FileError) -> Folder? {
        let descriptor = Self.opened(self.descriptor, name, O_NOFOLLOW)
        if descriptor >= 0 { return Folder(path(of: name), descriptor) }
        let failure = error(name)
        guard failure.isMissing else { throw failure }
        // The system says of a link, too, that it is no folder.
        switch try status(of: name)?.kind {
        case nil: return nil
        case .link: throw .link(path(of: name))
        case .file, .folder, .other: throw failure
        }
    }

    /// A folder in it, made where it is missing.
    func makeFolder(_ name: String, mode: UInt32 = 0o777) throws(FileError) -> Folder {
        if let folder = try folder(name) { return folder }
        // Another run may make it in the meantime.
        if unsafe mkdirat(descriptor, name, mode) != 0, errno != EEXIST { throw error(name) }
        guard let folder = try folder(name) else { throw FileError(path: path(of: name), code: FileError.missing) }
        return folder
    }

    /// The folder below it at a path; nil where it, or one on the way, is missing.
    func folder(at path: TargetPath) throws(FileError) -> Folder? {
        var folder = self
        for name in path.names {
            guard let next = try folder.folder(name) else { return nil }
            folder = next
        }
        return folder
    }

    /// The folder below it at a path, made with those on the way where they are missing.
    func makeFolder(at path: TargetPath) throws(FileError) -> Folder {
        var folder = self
        for name in path.names { folder = try folder.makeFolder(name) }
        return folder
    }

    /// The folder that a path below this one lies in; nil where there is none.
    func folder(holding path: TargetPath) throws(FileError) -> Folder? {
        guard let parent = path.parent else { return self }
        return try folder(at: parent)
    }

    func makeFolder(holding path: TargetPath) throws(FileError) -> Folder {
        guard let parent = path.parent else { return self }
        return try makeFolder(at: parent)
    }

    /// What is at a path below it; nil where nothing is, or a file is where a folder would have to be.
    func status(at path: TargetPath) throws(FileError) -> FileStatus? {
        do {
            return try folder(holding: path)?.status(of: path.name)
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// Removes a folder in it if that is empty.
    func removeEmptyFolder(_ name: String) {
        unsafe unlinkat(descriptor, name, AT_REMOVEDIR)
    }

    /// Removes a file, or a folder with all that is in it.
    ///
    /// A folder with something in it whose name is not UTF-8 stays, with that; so does one that lies too deep.
    func removeTree(_ name: String, depth: Int = Folder.depth) throws(FileError) {
        guard try status(of: name)?.kind == .folder else { return try remove(name) }
        guard depth > 0, let folder = try folder(name) else { return }
        folder.makeWritable()
        for entry in try folder.names() { try folder.removeTree(entry, depth: depth - 1) }
        removeEmptyFolder(name)
    }

    // MARK: Its rights

    /// Lets its owner take files from it, as far as that is his to say.
    func makeWritable() {
        guard let mode = try? status().mode, mode & 0o700 != 0o700 else { return }
        changeMode(mode | 0o700)
    }

    /// - Returns: whether that was allowed; `errno` says why not.
    @discardableResult
    private func changeMode(_ mode: UInt32) -> Bool {
        if fchmod(descriptor, mode) == 0 { return true }
        // One that is held without being read is only to be changed by a path.
        return unsafe errno == EBADF && chmod("/proc/self/fd/\(descriptor)", mode) == 0
    }

    /// Gives it, a new folder, the group and mode of another.
    /// - Returns: false where their owners or lists of rights then still differ.
    func adoptRights(of model: Folder) throws(FileError) -> Bool {
        let (own, wanted) = (try status(), try model.status())
        guard own.owner == wanted.owner else { return false }
        // One's own folder may be given to any group that one is in.
        if own.group != wanted.group, fchown(descriptor, uid_t.max, wanted.group) != 0 { return false }
        if own.mode != wanted.mode, !changeMode(wanted.mode) { throw FileError(path: path, code: errno) }
        return rights == model.rights
    }

    /// The lists of rights beside the mode (acl(5)); none where there are none, or the file system has none.
    private var rights: [[UInt8]] {
        ["system.posix_acl_access", "system.posix_acl_default"].map { (name: String) in
            unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = max(0, unsafe fgetxattr(descriptor, name, buffer.baseAddress, buffer.count))
            }
        }
    }

    // MARK: Its lock

    /// Locks it until `unlock`, or until the program ends, however it ends; waits a little for another run to finish.
    /// - Returns: false where the other run goes on.
    func lock(patience: Duration = .seconds(5)) throws(FileError) -> Bool {
        let end = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            // A folder that is held without being read cannot be locked.
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw FileError(path: path, code: errno == EBADF ? EACCES : errno)
            }
            guard ContinuousClock.now < end else { return false }
            usleep(50_000)
        }
        return true
    }

    func unlock() { flock(descriptor, LOCK_UN) }

    /// Makes what has been renamed in it last.
    func synchronize() throws(FileError) {
        // Some file systems have nothing to synchronise for a folder and say EINVAL; one that may not be read, EBADF.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EBADF { throw FileError(path: path, code: errno) }
    }
}
