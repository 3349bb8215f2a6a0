internal import Glibc

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
