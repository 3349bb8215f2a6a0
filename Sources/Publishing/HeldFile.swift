internal import CSystem
import Diagnostics

internal import Glibc

/// A file that is held open by its descriptor, with a name or without one.
public final class HeldFile: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a file to be read; nil where there is no file of that name, or a link.
    static func open(_ path: String) throws(FileError) -> HeldFile? {
        guard try FileSystem.kind(of: path) == .file else { return nil }
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        return HeldFile(descriptor)
    }

    /// Makes a file without a name in a folder, or where the folder will be.
    /// - Returns: nil where the file system has none, or does not give one.
    static func unnamed(in folder: String, mode: UInt32) -> HeldFile? {
        var folder = folder
        while folder != "/", folder != ".", (try? FileSystem.isFolder(folder)) == false {
            folder = FileSystem.folder(of: folder)
        }
        let descriptor = unsafe Glibc.open(folder, O_RDWR | O_CLOEXEC | Int32(SHIRUBE_O_TMPFILE), mode)
        return descriptor >= 0 ? HeldFile(descriptor) : nil
    }

    /// The file as it is now.
    /// - Parameter path: what an error calls the file.
    func version(path: String) throws(FileError) -> FileSystem.Version {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        return FileSystem.Version(status)
    }

    func append(_ bytes: [UInt8], path: String) throws(FileError) {
        let failure = OpenFile.write(bytes, to: descriptor)
        guard failure == 0 else { throw FileError(path: path, code: failure) }
    }

    /// Bytes of the file; fewer where it ends.
    func bytes(_ range: Range<Int>, path: String) throws(FileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let read = unsafe pread(
                    descriptor, buffer.baseAddress! + count, range.count - count, off_t(range.lowerBound + count))
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = errno }
                if read <= 0 { break }
                count += read
            }
        }
        guard failure == 0 else { throw FileError(path: path, code: failure) }
        return bytes
    }

    /// Hands over the file's bytes, up to so many, a mebibyte at a time.
    func forEachPiece(
        upTo end: Int = .max, path: String, _ body: ([UInt8]) throws(FileError) -> Void
    ) throws(FileError) {
        var start = 0
        while start < end {
            let piece = try bytes(start..<start + min(1 << 20, end - start), path: path)
            if piece.isEmpty { return }
            try body(piece)
            start += piece.count
        }
    }

    /// Gives a file that has none its name.
    func name(_ path: String, mode: UInt32) throws(FileError) {
        if unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 {
            // The disk may begin with it.
            _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
            return
        }
        // Without /proc, or in a folder that has become another file system's.
        let copy = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard copy >= 0 else { throw FileError(path: path, code: errno) }
        let named = HeldFile(copy)
        try forEachPiece(path: path) { (piece) throws(FileError) in try named.append(piece, path: path) }
    }
}
