import Diagnostics

internal import Glibc

/// Work done beside this program in a child process, on the same data.
///
/// A thread would have to share the counts of references to that data, and two processors that write to one count in turn
/// are slower than one: a child has its own copy of the page they lie on. It is worth its start for work of more than a
/// few milliseconds, and only as long as this process has no other threads.
public final class Child {
    private let process: pid_t
    /// -1 once it has been read.
    private var output: Int32

    /// - Returns: nil where no child can be had; then the work is for the caller to do.
    public static func start(_ body: () -> [UInt8]) -> Child? {
        guard Parallel.processors > 1 else { return nil }
        var ends: (Int32, Int32) = (0, 0)
        let status = unsafe withUnsafeMutableBytes(of: &ends) { bytes in
            unsafe pipe(bytes.assumingMemoryBound(to: Int32.self).baseAddress!)
        }
        guard status == 0 else { return nil }
        let process = fork()
        if process == 0 {
            close(ends.0)
            let isWhole = OpenFile.write(body(), to: ends.1) == 0
            // Nothing of the parent's is flushed, closed or removed.
            _exit(isWhole ? 0 : 1)
        }
        close(ends.1)
        guard process > 0 else {
            close(ends.0)
            return nil
        }
        return Child(process: process, output: ends.0)
    }

    private init(process: pid_t, output: Int32) {
        (self.process, self.output) = (process, output)
    }

    deinit { _ = finish() }

    /// What the child has written, in pieces, waiting for it, the first time; nil where it did not come to its end.
    public func finish() -> [[UInt8]]? {
        guard output >= 0 else { return nil }
        defer { output = -1 }
        var pieces: [[UInt8]] = []
        while let piece = readPiece() { pieces.append(piece) }
        close(output)
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0 ? pieces : nil
    }

    /// The next bytes, as many as a piece has unless the child ends; nil at the end.
    private func readPiece() -> [UInt8]? {
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            while count < buffer.count {
                let read = unsafe read(output, buffer.baseAddress! + count, buffer.count - count)
                if read < 0, errno == EINTR { continue }
                if read <= 0 { break }
                count += read
            }
        }
        return piece.isEmpty ? nil : piece
    }
}
