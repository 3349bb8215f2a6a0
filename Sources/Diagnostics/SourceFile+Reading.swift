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

    /// What the system says of it, in the reader's language where it is one of the common reasons.
    public var reason: Phrase {
        let system = unsafe String(cString: strerror(code))
        let (japanese, english): (String, String?) =
            switch code {
            case Self.outside:
                (
                    "フォルダーの外を指すリンクなので、読みません。元のファイルをここに写してください",
                    "A link that leads out of the folder, which is not read: copy its file here"
                )
            case Self.hiddenCharacter:
                ("名前に、目に見えない文字があります。名前を付け直してください", "Its name has an invisible character: rename it")
            case Self.illFormedName: ("名前の文字コードがUTF-8ではありません", "Its name is not UTF-8")
            case ENOENT: ("見つかりません", nil)
            case EACCES, EPERM: ("アクセスする権限がありません", nil)
            case EISDIR: ("ファイルではなくフォルダーです", nil)
            case ENOTDIR: ("フォルダーではありません", nil)
            case ENOSPC: ("ディスクの空きがありません", nil)
            case EROFS: ("書き込みのできない場所です", nil)
            case EBUSY: ("ほかのプログラムが使っています", nil)
            case EXDEV: ("ほかのディスクにあります", nil)
            case EIO: ("ディスクの読み書きに失敗しました", nil)
            case EMFILE, ENFILE: ("開いているファイルが多すぎます", nil)
            case EEXIST, ENOTEMPTY: ("同じ名前のものが既にあります", nil)
            case ELOOP: ("リンクなので、たどりません", "A link, which is not followed")
            case ENODEV: ("ふつうのファイルではありません（パイプ、装置など）", "Not a regular file")
            case EFBIG: ("ファイルが大きすぎます", nil)
            case ENAMETOOLONG: ("名前が長すぎます", nil)
            case EDQUOT: ("使えるディスクの容量を使い切っています", nil)
            case ENOMEM: ("メモリーが足りません", nil)
            default: ("読み書きできませんでした（\(system)）", nil)
            }
        return Phrase(ja: japanese, en: english ?? system)
    }

    /// Codes that are not the system's: of a link that leads out of the folder it is in, of a name that is not UTF-8, and of one with
    /// a character that nobody sees.
    public static let outside: Int32 = -1
    public static let illFormedName: Int32 = -2
    public static let hiddenCharacter: Int32 = -3
}

extension SourceFile {
    /// Reads a whole file: a regular one, as what is read from a pipe or a device has no end, or lets one wait for it.
    /// - Parameters:
    ///   - folder: what links may not lead out of; nil where they may lead anywhere.
    ///   - limit: how many bytes it may have.
    public static func read(
        _ path: String, within folder: RealFolder? = nil, limit: Int = Limits.fileSize
    ) throws(FileError) -> SourceFile {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        if let folder { try folder.check(descriptor, path) }
        let size = try FileError.sizeOfRegularFile(descriptor, path, limit: limit)
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

/// A folder of the user's, by the place that it really has, links followed.
///
/// What comes from strangers may hold links to files that are not theirs to show: a finding would print their lines, and
/// `--fix` change them.
public struct RealFolder: Sendable {
    private let path: [UInt8]

    /// - Throws: where there is no such folder.
    public init(_ path: String) throws(FileError) {
        guard let real = unsafe realpath(path, nil) else { throw FileError(path: path, code: errno) }
        defer { unsafe free(real) }
        self.path = unsafe Array(String(cString: real).utf8)
    }

    /// Refuses a file that does not lie in the folder: the one that is open, whatever its path may lead to by now.
    fileprivate func check(_ descriptor: Int32, _ path: String) throws(FileError) {
        let name = unsafe realpath("/proc/self/fd/\(descriptor)", nil) ?? realpath(path, nil)
        guard let name = unsafe name else { throw FileError(path: path, code: errno) }
        defer { unsafe free(name) }
        let place = unsafe Array(String(cString: name).utf8)
        let prefix = self.path.count == 1 ? self.path : self.path + [UInt8(ascii: "/")]
        guard place.starts(with: prefix) else { throw FileError(path: path, code: FileError.outside) }
    }
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
