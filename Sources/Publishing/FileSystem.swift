internal import CSystem
public import Diagnostics

internal import Glibc

/// The file operations that publishing needs, each with the path in its error.
public enum FileSystem {
    enum Kind { case file, folder, link, other }

    /// What is at a path, links not followed; nil where nothing is.
    ///
    /// - Throws: where that cannot be told, because a folder on the way may not be looked into, or the disk fails: what is
    ///   taken for missing would be lost.
    static func kind(of path: String) throws(FileError) -> Kind? {
        try status(of: path, followingLinks: false).map { status in
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        }
    }

    /// Whether there is anything at a path, a link that leads nowhere included.
    public static func isPresent(_ path: String) throws(FileError) -> Bool {
        try kind(of: path) != nil
    }

    /// Whether there is anything at a path, links followed.
    public static func exists(_ path: String) throws(FileError) -> Bool {
        try status(of: path, followingLinks: true) != nil
    }

    /// Whether there is a folder at a path, links followed.
    public static func isFolder(_ path: String) throws(FileError) -> Bool {
        try status(of: path, followingLinks: true).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    private static func status(of path: String, followingLinks: Bool) throws(FileError) -> stat? {
        var status = stat()
        if unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw FileError(path: path, code: errno) }
        return nil
    }

    /// The program's own file, links followed; nil where the system does not say.
    public static var program: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The paths of all files below a folder, in byte order; links are not followed.
    public static func files(below folder: String) throws(FileError) -> [String] {
        var files: [String] = []
        for name in try names(in: folder) {
            let path = folder + "/" + name
            if try kind(of: path) == .folder { files += try Self.files(below: path) } else { files.append(path) }
        }
        return files
    }

    /// The names in a folder, in byte order, without `.` and `..`.
    public static func names(in folder: String) throws(FileError) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw FileError(path: folder, code: errno) }
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

    /// Makes a folder and those above it, where they are missing.
    static func makeFolder(_ path: String) throws(FileError) {
        if try isFolder(path) { return }
        let parent = folder(of: path)
        if parent != path, !parent.isEmpty { try makeFolder(parent) }
        guard unsafe mkdir(path, 0o777) != 0 else { return }
        // Another run may have made it in the meantime.
        let code = errno
        guard code == EEXIST, try isFolder(path) else { throw FileError(path: path, code: code) }
    }

    /// Writes a new file.
    /// - Parameters:
    ///   - mode: as the umask lets it be.
    ///   - rights: the mode that it gets whatever the umask is, before its first byte.
    ///   - waits: whether to wait until the disk has it; else it begins to write, and `synchronize(file:)` waits.
    static func write(
        _ bytes: [UInt8], to path: String, mode: UInt32 = 0o666, rights: UInt32? = nil, waits: Bool = true
    ) throws(FileError) {
        // Nobody may open it while it has not its rights yet.
        let descriptor = unsafe open(
            path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, rights == nil ? mode : 0o600)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        var failure: Int32 = 0
        if let rights, fchmod(descriptor, rights) != 0 { failure = errno }
        if failure == 0 { failure = OpenFile.write(bytes, to: descriptor) }
        if failure == 0, waits, fsync(descriptor) != 0 { failure = errno }
        if failure == 0, !waits { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlink(path)
            throw FileError(path: path, code: failure)
        }
    }

    /// Replaces a file as a whole, or makes it: a reader sees the old bytes or the new, never a part.
    ///
    /// The new file keeps the old one's permissions; where the path is a link, the file that it leads to is replaced.
    /// - Parameter known: what the file is expected to hold; nil for anything.
    /// - Returns: false where the file holds something else by now and was left alone.
    @discardableResult
    public static func replace(
        _ path: String, with bytes: [UInt8], ifStill known: [UInt8]? = nil
    ) throws(FileError) -> Bool {
        let path = target(of: path)
        try makeFolder(folder(of: path))
        return try withDraft(of: path) { (draft) throws(FileError) in
            if let known, try contents(of: path) != known { return false }
            let mode = try status(of: path, followingLinks: true)?.st_mode
            try write(bytes, to: draft, rights: mode.map { $0 & 0o7777 })
            try rename(draft, to: path)
            try synchronize(folder: folder(of: path))
            return true
        }
    }

    /// Removes what a run that was stopped while it replaced a file has left beside it.
    public static func discardDraft(of path: String) throws(FileError) {
        let path = target(of: path)
        guard try isPresent(draft(of: path)) else { return }
        try withDraft(of: path) { _ in }
    }

    /// Hands over the name of a file's draft, which nobody else uses meanwhile, and leaves none behind.
    private static func withDraft<Result>(
        of path: String, _ body: (String) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        guard let lock = try lock(folder: folder(of: path)) else { throw FileError(path: path, code: EBUSY) }
        defer { lock.release() }
        let draft = draft(of: path)
        try remove(draft)
        defer { unsafe unlink(draft) }
        return try body(draft)
    }

    private static func draft(of path: String) -> String {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
        return "\(folder(of: path))/.\(name).shirube"
    }

    /// Where a link leads in the end; a path that is none, or leads nowhere, as it is.
    private static func target(of path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// A folder's lock, which the system takes back when the program ends, however it ends.
    struct Lock {
        fileprivate let descriptor: Int32

        func release() { close(descriptor) }
    }

    /// Locks a folder; waits a little for another run to finish.
    /// - Returns: nil where the other run goes on.
    static func lock(folder path: String, patience: Duration = .seconds(5)) throws(FileError) -> Lock? {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        let lock = Lock(descriptor: descriptor)
        let end = ContinuousClock.now + patience
        while true {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return lock }
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let code = errno
                lock.release()
                throw FileError(path: path, code: code)
            }
            guard ContinuousClock.now < end else {
                lock.release()
                return nil
            }
            usleep(50_000)
        }
    }

    static func rename(_ path: String, to target: String) throws(FileError) {
        if unsafe Glibc.rename(path, target) != 0 { throw FileError(path: target, code: errno) }
    }

    /// Lets two folders change places in one step.
    /// - Returns: false where the file system, or one of the folders, does not allow it.
    static func exchange(_ path: String, _ other: String) throws(FileError) -> Bool {
        if unsafe renameat2(AT_FDCWD, path, AT_FDCWD, other, UInt32(SHIRUBE_RENAME_EXCHANGE)) == 0 { return true }
        // EACCES: to exchange a folder takes the right to change the one above it, to rename a file does not.
        guard [EINVAL, ENOSYS, EXDEV, EOPNOTSUPP, EPERM, EBUSY, EACCES].contains(errno) else {
            throw FileError(path: other, code: errno)
        }
        return false
    }

    /// Gives a file, or a link itself, a second name.
    /// - Returns: false where the file system, or this file, does not allow it, or it is gone.
    static func link(_ path: String, to other: String) throws(FileError) -> Bool {
        if unsafe Glibc.link(path, other) == 0 { return true }
        guard [EPERM, EXDEV, EOPNOTSUPP, ENOSYS, EMLINK, ENOENT].contains(errno) else {
            throw FileError(path: other, code: errno)
        }
        return false
    }

    /// Gives a new folder the group and mode of another.
    /// - Returns: false where their owners or lists of rights then still differ.
    static func adoptRights(of path: String, for other: String) throws(FileError) -> Bool {
        guard let model = try status(of: path, followingLinks: false),
            let status = try status(of: other, followingLinks: false), model.st_uid == status.st_uid
        else { return false }
        // One's own folder may be given to any group that one is in.
        if model.st_gid != status.st_gid, unsafe chown(other, uid_t.max, model.st_gid) != 0 { return false }
        if model.st_mode != status.st_mode, unsafe chmod(other, model.st_mode & 0o7777) != 0 {
            throw FileError(path: other, code: errno)
        }
        return rights(of: path) == rights(of: other)
    }

    /// The lists of rights beside the mode (acl(5)); none where there are none, or the file system has none.
    private static func rights(of path: String) -> [[UInt8]] {
        ["system.posix_acl_access", "system.posix_acl_default"].map { (name: String) in
            unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = max(0, unsafe getxattr(path, name, buffer.baseAddress, buffer.count))
            }
        }
    }

    /// Identifies a file or folder as long as it exists, whatever it is called; nil where there is none.
    static func inode(of path: String) throws(FileError) -> UInt64? {
        try status(of: path, followingLinks: false).map { UInt64($0.st_ino) }
    }

    /// A file as it was at some time: whether it still is that one, as it was, can be told later.
    public struct Version: Equatable, Sendable {
        let device: UInt64
        let inode: UInt64
        /// Bytes.
        let size: Int
        /// Since 1970.
        let modified: (seconds: Int, nanoseconds: Int)

        init(_ status: stat) {
            (device, inode, size) = (UInt64(status.st_dev), UInt64(status.st_ino), Int(status.st_size))
            modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        }

        public static func == (one: Version, other: Version) -> Bool {
            (one.device, one.inode, one.size) == (other.device, other.inode, other.size)
                && one.modified == other.modified
        }
    }

    /// nil where there is no file.
    static func version(of path: String) throws(FileError) -> Version? {
        try status(of: path, followingLinks: false).map { Version($0) }
    }

    /// Whether a file is another one than that of a second path, and was written later, or there is none of that path.
    static func isNewer(_ path: String, than other: String) throws(FileError) -> Bool {
        guard let status = try status(of: path, followingLinks: false) else { return false }
        guard let present = try self.status(of: other, followingLinks: false) else { return true }
        return status.st_ino != present.st_ino && present.st_mode & S_IFMT != S_IFDIR
            && (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) > (present.st_mtim.tv_sec, present.st_mtim.tv_nsec)
    }

    /// Removes a file, or a folder with all that is in it; links are not followed.
    ///
    /// A folder with something in it whose name is not UTF-8 stays, with that.
    static func removeTree(_ path: String) throws(FileError) {
        guard try kind(of: path) == .folder else { return try remove(path) }
        makeWritable(path)
        for name in try names(in: path) { try removeTree(path + "/" + name) }
        removeEmptyFolder(path)
    }

    /// Lets its owner take files from a folder, as far as that is his to say.
    static func makeWritable(_ path: String) {
        guard let mode = try? status(of: path, followingLinks: false)?.st_mode, mode & 0o700 != 0o700 else { return }
        unsafe chmod(path, mode & 0o7777 | 0o700)
    }

    /// The number of the file system that a file or folder is on; nil where there is none.
    static func device(of path: String) throws(FileError) -> UInt64? {
        try status(of: path, followingLinks: false).map { UInt64($0.st_dev) }
    }

    /// Takes the rights of all others from a file of one's own.
    static func makePrivate(_ path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        guard status.st_mode & 0o077 != 0 else { return }
        if fchmod(descriptor, status.st_mode & 0o700) != 0 { throw FileError(path: path, code: errno) }
    }

    /// Removes a file; one that is not there is no error.
    static func remove(_ path: String) throws(FileError) {
        if unsafe unlink(path) != 0, errno != ENOENT { throw FileError(path: path, code: errno) }
    }

    /// Removes a folder if it is empty.
    static func removeEmptyFolder(_ path: String) {
        unsafe rmdir(path)
    }

    /// Waits until the disk has a file.
    static func synchronize(file path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        if fsync(descriptor) != 0 { throw FileError(path: path, code: errno) }
    }

    /// Makes what has been renamed in a folder last.
    static func synchronize(folder path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        // Some file systems have nothing to synchronise for a folder and say EINVAL.
        if fsync(descriptor) != 0, errno != EINVAL { throw FileError(path: path, code: errno) }
    }

    /// A file's bytes, nil where there is no file.
    static func contents(of path: String) throws(FileError) -> [UInt8]? {
        do {
            return try SourceFile.read(path).bytes
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    public static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
