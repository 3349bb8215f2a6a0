internal import Glibc

/// A file operation that the system refused.
public struct FileError: Error, Sendable {
    public let path: String
    public let code: Int32

    public init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    /// The code of a file or folder that is not there.
    public static var missing: Int32 { ENOENT }

    /// The error of a link where there should be a file or folder of that name itself.
    public static func link(_ path: String) -> FileError { FileError(path: path, code: ELOOP) }

    public var isLink: Bool { code == ELOOP }

    /// The code of a file that another program is writing.
    public static var busy: Int32 { EBUSY }
    public static var isThere: Int32 { EEXIST }

    /// The code of a disk that could not be read or written.
    public static var failed: Int32 { EIO }

    /// Whether the right is missing to do it.
    public var isRefused: Bool { code == EACCES || code == EPERM }

    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// Codes that are not the system's: of a link that leads out of the folder it is in, of a name that is not UTF-8, and of one with
    /// a character that nobody sees.
    public static let outside: Int32 = -1
    public static let illFormedName: Int32 = -2
    public static let hiddenCharacter: Int32 = -3
}

extension FileError {
    /// How many bytes an open file has, if it is a regular one and not larger than files may be.
    public static func sizeOfRegularFile(
        _ descriptor: Int32, _ path: String, limit: Int = Limits.fileSize
    ) throws(FileError) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileError(path: path, code: EISDIR)
        default: throw FileError(path: path, code: ENODEV)
        }
        guard status.st_size <= limit else { throw FileError(path: path, code: EFBIG) }
        return Int(status.st_size)
    }
}
