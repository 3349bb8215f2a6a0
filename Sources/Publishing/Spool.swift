import Files
internal import Synchronization

/// The bytes of a run's files until all of them are known to be right: behind one another in a file without a name, which is gone
/// when the run is.
public final class Spool: Sendable {
    private let file: HeldFile
    /// nil once something could not be written: what came behind it would stand in a wrong place.
    private let size = Mutex<Int?>(0)
    /// What errors call it.
    private let path: String

    /// - Returns: nil where no file without a name is to be had.
    init?(in folder: Folder) {
        guard let file = HeldFile.unnamed(in: folder) else { return nil }
        (self.file, path) = (file, folder.path)
    }

    /// - Returns: where the bytes lie.
    func append(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
        try size.withLock { (size) throws(FileError) in
            guard let start = size else { throw FileError(path: path, code: FileError.failed) }
            size = nil
            try file.append(bytes, path: path)
            size = start + bytes.count
            return start..<start + bytes.count
        }
    }

    func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] {
        let bytes = try file.bytes(range, path: path)
        guard bytes.count == range.count else { throw FileError(path: path, code: FileError.failed) }
        return bytes
    }
}
