import Diagnostics
internal import Synchronization

/// The bytes of a run's files until all of them are known to be right: behind one another in a file without a name, which is gone
/// when the run is.
public final class Spool: Sendable {
    private let file: HeldFile
    private let size = Mutex(0)
    /// What errors call it.
    private let path: String

    /// - Returns: nil where no file without a name is to be had.
    init?(in folder: Folder) {
        guard let file = HeldFile.unnamed(in: folder, mode: 0o600) else { return nil }
        (self.file, path) = (file, folder.path)
    }

    /// - Returns: where the bytes lie.
    func append(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
        try size.withLock { (size) throws(FileError) in
            try file.append(bytes, path: path)
            size += bytes.count
            return size - bytes.count..<size
        }
    }

    func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] { try file.bytes(range, path: path) }
}
