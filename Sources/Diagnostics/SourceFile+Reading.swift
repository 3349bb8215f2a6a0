internal import Bytes
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

    /// The code of a file that another program is writing.
    public static var busy: Int32 { EBUSY }

    /// Whether the right is missing to do it.
    public var isRefused: Bool { code == EACCES || code == EPERM }

    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// What the system says of it, in the reader's language where it is one of the common reasons.
    public var reason: Phrase {
        let english = unsafe String(cString: strerror(code))
        let japanese =
            switch code {
            case ENOENT: "見つかりません"
            case EACCES, EPERM: "アクセスする権限がありません"
            case EISDIR: "ファイルではなくフォルダーです"
            case ENOTDIR: "フォルダーではありません"
            case ENOSPC: "ディスクの空きがありません"
            case EROFS: "書き込みのできない場所です"
            case EBUSY: "ほかのプログラムが使っています"
            case EXDEV: "ほかのディスクにあります"
            case EIO: "ディスクの読み書きに失敗しました"
            case EMFILE, ENFILE: "開いているファイルが多すぎます"
            case EEXIST, ENOTEMPTY: "同じ名前のものが既にあります"
            case ENODEV: "ふつうのファイルではありません（パイプ、装置など）"
            case EFBIG: "ファイルが大きすぎます"
            case ENAMETOOLONG: "名前が長すぎます"
            case EDQUOT: "使えるディスクの容量を使い切っています"
            case ENOMEM: "メモリーが足りません"
            default: "読み書きできませんでした（\(english)）"
            }
        return Phrase(ja: japanese, en: code == ENODEV ? "Not a regular file" : english)
    }
}

extension SourceFile {
    /// Reads a whole file: a regular one, as what is read from a pipe or a device has no end, or lets one wait for it.
    public static func read(_ path: String) throws(FileError) -> SourceFile {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        let size = try FileError.sizeOfRegularFile(descriptor, path)
        return SourceFile(path: path, bytes: try bytes(of: descriptor, path, expecting: size))
    }

    /// Reads standard input to its end, whatever it is.
    public static func readStandardInput() throws(FileError) -> SourceFile {
        let path = "/dev/stdin"
        return SourceFile(path: path, bytes: try bytes(of: STDIN_FILENO, path, expecting: 0))
    }

    private static func bytes(
        of descriptor: Int32, _ path: String, expecting size: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: Int32 = 0
        // A file that grows is read to its end all the same.
        var expected = max(size + 1, 4096)
        while true {
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
                unsafe LargePages.advise(UnsafeMutableRawBufferPointer(buffer))
                let read = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if read < 0 { failure = errno }
                count = max(0, read)
            }
            guard failure == 0 else { throw FileError(path: path, code: failure) }
            if chunk.isEmpty { break }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard bytes.count <= Limits.fileSize else { throw FileError(path: path, code: EFBIG) }
            expected = 65_536
        }
        return bytes
    }
}

extension FileError {
    /// How many bytes an open file has, if it is a regular one and not larger than files may be.
    public static func sizeOfRegularFile(_ descriptor: Int32, _ path: String) throws(FileError) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileError(path: path, code: EISDIR)
        default: throw FileError(path: path, code: ENODEV)
        }
        guard status.st_size <= Limits.fileSize else { throw FileError(path: path, code: EFBIG) }
        return Int(status.st_size)
    }
}

/// Writing to a file that is open.
public enum OpenFile {
    /// Writes all bytes, however many calls that takes.
    /// - Returns: the system's error code, 0 where all was written.
    public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                written += count
            }
            return 0
        }
    }
}
