public import Files
internal import Glibc

/// The file operations that go by the paths of the user's own, links followed, each with the path in its error.
public enum FileSystem {
    /// Whether there is anything at a path, a link that leads nowhere included.
    public static func isPresent(_ path: String) throws(FileError) -> Bool {
        try status(of: path, followingLinks: false) != nil
    }

    /// Whether there is anything at a path, links followed.
    public static func exists(_ path: String) throws(FileError) -> Bool {
        try status(of: path, followingLinks: true) != nil
    }

    /// Whether there is a folder at a path, links followed.
    public static func isFolder(_ path: String) throws(FileError) -> Bool {
        try status(of: path, followingLinks: true)?.kind == .folder
    }

    static func status(of path: String, followingLinks: Bool) throws(FileError) -> FileStatus? {
        var status = stat()
        if unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 { return FileStatus(status) }
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

    /// The paths of all files below a folder, in byte order; links are not followed, and what lies too deep is passed over.
    public static func files(below folder: String) throws(FileError) -> [String] {
        try files(below: .open(folder))
    }

    private static func files(below folder: Folder, depth: Int = Folder.depth) throws(FileError) -> [String] {
        var files: [String] = []
        for name in try folder.names() {
            if try folder.status(of: name)?.kind != .folder {
                files.append(folder.path(of: name))
            } else if depth > 0, let inner = try folder.folder(name) {
                files += try Self.files(below: inner, depth: depth - 1)
            }
        }
        return files
    }

    /// The names in a folder, in byte order, without `.` and `..`.
    public static func names(in folder: String) throws(FileError) -> [String] {
        try Folder.open(folder).names()
    }

    /// Opens a folder, which is made with those above it where they are missing.
    static func makeFolder(_ path: String) throws(FileError) -> Folder {
        if try !isFolder(path) {
            let parent = folder(of: path)
            if parent != path { _ = try makeFolder(parent) }
            // Another run may make it in the meantime.
            if unsafe mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(path: path, code: errno) }
        }
        return try .open(path)
    }

    /// Replaces a file as a whole, or makes it: a reader sees the old bytes or the new, never a part.
    ///
    /// The new file keeps the old one's permissions; where the path is a link, the file that it leads to is replaced.
    /// - Parameters:
    ///   - known: what the file is expected to hold; nil for anything.
    ///   - waits: whether to wait until the disk has it.
    /// - Returns: false where the file holds something else by now and was left alone.
    @discardableResult
    public static func replace(
        _ path: String, with bytes: [UInt8], ifStill known: [UInt8]? = nil, waits: Bool = true
    ) throws(FileError) -> Bool {
        let path = target(of: path)
        return try withDraft(of: path, in: makeFolder(folder(of: path))) { (folder, name, draft) throws(FileError) in
            if let known, try folder.contents(of: name) != known { return false }
            try folder.write(bytes, to: draft, rights: folder.status(of: name)?.mode, waits: waits)
            try folder.rename(draft, to: folder, as: name)
            if waits { try folder.synchronize() }
            return true
        }
    }

    /// Makes a folder with files in it, whole or not at all.
    /// - Parameters:
    ///   - path: nothing may be there.
    ///   - files: their paths in it.
    public static func makeFolder(_ path: String, holding files: [(path: String, bytes: [UInt8])]) throws(FileError) {
        let parent = try makeFolder(folder(of: path))
        try withDraft(of: path, in: parent, isFolder: true) { (folder, name, draft) throws(FileError) in
            let inner = try folder.makeFolder(draft)
            for file in files {
                let target = TargetPath(file.path)
                let holder = try inner.makeFolder(holding: target)
                try holder.write(file.bytes, to: target.name)
                try holder.synchronize()
            }
            try folder.rename(draft, to: folder, as: name)
            try folder.synchronize()
        }
    }

    /// Where a path leads in the end, from the root; of what is not there yet, where it would be.
    public static func absolute(_ path: String) -> String {
        if let real = real(path) { return real }
        let parent = folder(of: path)
        guard parent != path, parent != "/" else { return path }
        let (above, name) = (absolute(parent), name(of: path))
        return switch name {
        case "", ".": above
        case "..": folder(of: above)
        default: above == "/" ? "/" + name : "\(above)/\(name)"
        }
    }

    /// Whether a folder is another, or lies in it; one that is not there yet would.
    public static func lies(_ path: String, in folder: String) -> Bool {
        (absolute(path) + "/").utf8.starts(with: (absolute(folder) + "/").utf8)
    }

    /// Removes what a run that was stopped while it replaced a file has left beside it.
    public static func discardDraft(of path: String) throws(FileError) {
        let path = target(of: path)
        let folder = try Folder.open(folder(of: path))
        guard try folder.status(of: draft(of: name(of: path))) != nil else { return }
        try withDraft(of: path, in: folder) { _, _, _ in }
    }

    /// Hands over a folder, a file's name in it, and that of its draft, which nobody else uses meanwhile; leaves none behind.
    private static func withDraft<Result>(
        of path: String, in folder: Folder, isFolder: Bool = false,
        _ body: (_ folder: Folder, _ name: String, _ draft: String) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        guard try folder.lock() else { throw FileError(path: path, code: EBUSY) }
        defer { folder.unlock() }
        let name = name(of: path)
        let draft = draft(of: name)
        try isFolder ? folder.removeTree(draft) : folder.remove(draft)
        defer { try? isFolder ? folder.removeTree(draft) : folder.remove(draft) }
        return try body(folder, name, draft)
    }

    private static func draft(of name: String) -> String { ".\(name).shirube" }

    /// Where a link leads in the end; a path that is none, or leads nowhere, as it is.
    private static func target(of path: String) -> String {
        real(path) ?? path
    }

    private static func real(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// The folders in which programs are looked for.
    public static var searchPath: String {
        unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    }

    /// The folder that a path lies in.
    public static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What is behind the last slash.
    static func name(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }
}
