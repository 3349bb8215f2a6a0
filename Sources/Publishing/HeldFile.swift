internal import CSystem

import Files
internal import Glibc

/// A file that is held open by its descriptor, with a name or without one.
public final class HeldFile: Sendable {
    let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a file to be read; nil where nothing is of that name.
    ///
    /// - Throws: an error that `isLink` where a link is. What is no regular file is opened without waiting for anyone.
    static func open(_ name: String, in folder: Folder) throws(FileError) -> HeldFile? {
        let descriptor = unsafe openat(folder.descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor >= 0 { return HeldFile(descriptor) }
        guard errno == ENOENT else { throw folder.error(name) }
        return nil
    }

    /// Makes a new file, its owner's alone, to be written.
    static func make(_ name: String, in folder: Folder) throws(FileError) -> HeldFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        let descriptor = unsafe openat(folder.descriptor, name, flags, 0o600)
        guard descriptor >= 0 else { throw folder.error(name) }
        let file = HeldFile(descriptor)
        // Whatever the umask takes away.
        if fchmod(descriptor, 0o600) != 0 { throw folder.error(name) }
        return file
    }

    /// Makes a file without a name in a folder.
    /// - Returns: nil where the file system has none, or does not give one.
    static func unnamed(in folder: Folder) -> HeldFile? {
        let descriptor = unsafe openat(folder.descriptor, ".", O_RDWR | O_CLOEXEC | Int32(SHIRUBE_O_TMPFILE), 0o666)
        return descriptor >= 0 ? HeldFile(descriptor) : nil
    }

    /// The file as it is now.
    /// - Parameter path: what an error calls the file.
    func status(path: String) throws(FileError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        return FileStatus(status)
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
    func name(_ name: String, in folder: Folder) throws(FileError) {
        let own = "/proc/self/fd/\(descriptor)"
        if unsafe linkat(AT_FDCWD, own, folder.descriptor, name, AT_SYMLINK_FOLLOW) == 0 {
            // The disk may begin with it.
            _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
            return
        }
        // Without /proc, or in a folder that has become another file system's.
        let copy = unsafe openat(
            folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard copy >= 0 else { throw folder.error(name) }
        let (named, path) = (HeldFile(copy), folder.path(of: name))
        try forEachPiece(path: path) { (piece) throws(FileError) in try named.append(piece, path: path) }
    }
}
