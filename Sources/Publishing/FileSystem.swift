package import Diagnostics

internal import Glibc

/// The file operations that publishing needs, each with the path in its error.
package enum FileSystem {
    package static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether the path itself is a symbolic link, wherever it leads.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The program's own file, links followed; nil where the system does not say.
    package static var program: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The paths of all files below a folder, in byte order; links are not followed.
    package static func files(below folder: String) throws(FileError) -> [String] {
        var files: [String] = []
        for name in try names(in: folder) {
            let path = folder + "/" + name
            if isFolder(path), !isLink(path) { files += try Self.files(below: path) } else { files.append(path) }
        }
        return files
    }

    /// The names in a folder, in byte order, without `.` and `..`.
    package static func names(in folder: String) throws(FileError) -> [String] {
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
        if isFolder(path) { return }
        let parent = folder(of: path)
        if parent != path, !parent.isEmpty { try makeFolder(parent) }
        if unsafe mkdir(path, 0o777) != 0, errno != EEXIST || !isFolder(path) {
            throw FileError(path: path, code: errno)
        }
    }

    /// Writes a new file and waits until the disk has it.
    static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o666) throws(FileError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        var failure = OpenFile.write(bytes, to: descriptor)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlink(path)
            throw FileError(path: path, code: failure)
        }
    }

    /// Replaces a file as a whole, or makes it: a reader sees the old bytes or the new, never a part.
    ///
    /// The new file keeps the old one's permissions.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        try makeFolder(folder(of: path))
        let draft = path + ".new"
        try remove(draft)
        try write(bytes, to: draft)
        var status = stat()
        if unsafe stat(path, &status) == 0, unsafe chmod(draft, status.st_mode & 0o7777) != 0 {
            throw FileError(path: path, code: errno)
        }
        try rename(draft, to: path)
        try synchronize(folder: folder(of: path))
    }

    /// Whether there is anything at a path, a link that leads nowhere included.
    ///
    /// - Throws: where that cannot be told, because a folder on the way may not be looked into.
    package static func isPresent(_ path: String) throws(FileError) -> Bool {
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw FileError(path: path, code: errno) }
        return false
    }

    /// A folder's lock, which the system takes back when the program ends, however it ends.
    struct Lock {
        fileprivate let descriptor: Int32

        func release() { close(descriptor) }
    }

    /// Locks a folder; waits a little for another run to finish.
    /// - Returns: nil where the other run goes on.
    static func lock(folder path: String) throws(FileError) -> Lock? {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        let lock = Lock(descriptor: descriptor)
        for _ in 0..<100 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return lock }
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let code = errno
                lock.release()
                throw FileError(path: path, code: code)
            }
            usleep(50_000)
        }
        lock.release()
        return nil
    }

    static func rename(_ path: String, to target: String) throws(FileError) {
        if unsafe Glibc.rename(path, target) != 0 { throw FileError(path: target, code: errno) }
    }

    /// Removes a file; one that is not there is no error.
    static func remove(_ path: String) throws(FileError) {
        if unsafe unlink(path) != 0, errno != ENOENT { throw FileError(path: path, code: errno) }
    }

    /// Removes a folder if it is empty.
    static func removeEmptyFolder(_ path: String) {
        unsafe rmdir(path)
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

    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
