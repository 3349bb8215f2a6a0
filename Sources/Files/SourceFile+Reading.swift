internal import Bytes
internal import Glibc

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
