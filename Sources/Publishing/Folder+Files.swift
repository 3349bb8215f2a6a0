internal import CSystem

import Files
internal import Glibc

/// What is done with the files in a folder, by their names.
extension Folder {
    /// A file's bytes; nil where nothing is of that name.
    /// - Parameter limit: how many it may have.
    func contents(of name: String, limit: Int = Limits.fileSize) throws(FileError) -> [UInt8]? {
        guard let file = try HeldFile.open(name, in: self) else { return nil }
        let size = try FileError.sizeOfRegularFile(file.descriptor, path(of: name), limit: limit)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        try file.forEachPiece(path: path(of: name)) { bytes += $0 }
        return bytes
    }

    /// Writes a new file.
    /// - Parameters:
    ///   - mode: as the umask lets it be.
    ///   - rights: the mode that it gets whatever the umask is, before its first byte.
    ///   - waits: whether to wait until the disk has it; else it begins to write, and `synchronize(file:)` waits.
    func write(
        _ bytes: [UInt8], to name: String, mode: UInt32 = 0o666, rights: UInt32? = nil, waits: Bool = true
    ) throws(FileError) {
        // Nobody may open it while it has not its rights yet.
        let file = unsafe openat(
            descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, rights == nil ? mode : 0o600)
        guard file >= 0 else { throw error(name) }
        var failure: Int32 = 0
        if let rights, fchmod(file, rights) != 0 { failure = errno }
        if failure == 0 { failure = OpenFile.write(bytes, to: file) }
        if failure == 0, waits, fsync(file) != 0 { failure = errno }
        if failure == 0, !waits { _ = posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) }
        if close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlinkat(descriptor, name, 0)
            throw FileError(path: path(of: name), code: failure)
        }
    }

    /// Moves a file, over one that is there.
    func rename(_ name: String, to other: Folder, as newName: String) throws(FileError) {
        if unsafe renameat(descriptor, name, other.descriptor, newName) != 0 { throw other.error(newName) }
    }

    /// Lets a folder in it and one in another change places in one step.
    /// - Returns: false where the file system, or one of the folders, does not allow it.
    func exchange(_ name: String, with other: Folder, _ otherName: String) throws(FileError) -> Bool {
        let flags = UInt32(SHIRUBE_RENAME_EXCHANGE)
        if unsafe renameat2(descriptor, name, other.descriptor, otherName, flags) == 0 { return true }
        // EACCES: to exchange a folder takes the right to change the one above it, to rename a file does not.
        guard [EINVAL, ENOSYS, EXDEV, EOPNOTSUPP, EPERM, EBUSY, EACCES].contains(errno) else {
            throw other.error(otherName)
        }
        return false
    }

    /// Gives a file, or a link itself, a second name in another folder.
    /// - Returns: false where the file system, or this file, does not allow it, or it is gone.
    func link(_ name: String, to other: Folder) throws(FileError) -> Bool {
        if unsafe linkat(descriptor, name, other.descriptor, name, 0) == 0 { return true }
        guard [EPERM, EXDEV, EOPNOTSUPP, ENOSYS, EMLINK, ENOENT].contains(errno) else { throw other.error(name) }
        return false
    }

    /// Removes a file; one that is not there is no error.
    func remove(_ name: String) throws(FileError) {
        if unsafe unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw error(name) }
    }

    /// Waits until the disk has a file.
    func synchronize(file name: String) throws(FileError) {
        guard let file = try HeldFile.open(name, in: self) else {
            throw FileError(path: path(of: name), code: FileError.missing)
        }
        if fsync(file.descriptor) != 0 { throw error(name) }
    }
}
