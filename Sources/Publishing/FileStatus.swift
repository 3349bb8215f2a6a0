internal import Glibc

/// What the system says of a file or folder.
struct FileStatus {
    enum Kind { case file, folder, link, other }

    let kind: Kind
    let device: UInt64
    /// Identifies it on its device as long as it exists, whatever it is called.
    let inode: UInt64
    let owner: UInt32
    let group: UInt32
    /// Its rights, with what is set beside them (sticky, set-group-ID).
    let mode: UInt32
    let version: FileVersion

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
        (owner, group, mode) = (status.st_uid, status.st_gid, status.st_mode & 0o7777)
        version = FileVersion(status)
    }
}

/// A file as it was at some time: whether it still is that one, as it was, can be told later.
public struct FileVersion: Equatable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    /// Bytes.
    let size: Int
    /// Since 1970.
    let modified: (seconds: Int, nanoseconds: Int)

    init(_ status: stat) {
        (device, inode, size) = (UInt64(status.st_dev), UInt64(status.st_ino), Int(status.st_size))
        modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }

    public static func == (one: FileVersion, other: FileVersion) -> Bool {
        (one.device, one.inode, one.size) == (other.device, other.inode, other.size) && one.modified == other.modified
    }
}
