internal import CSystem
import Diagnostics

internal import Glibc

/// Work done beside this program in a child process, on the same data.
///
/// A thread would have to share the counts of references to that data, and two processors that write to one count in turn
/// are slower than one: a child has its own copy of the page they lie on. It is worth its start for work of more than a
/// few milliseconds, and only as long as this process has no other threads.
public final class Child {
    private let process: pid_t
    /// A file in memory, shared with the child.
    private let output: Int32
    private var isFinished = false

    /// - Parameter body: hands pieces of what it makes on, and returns the last.
    /// - Returns: nil where no child can be had; then the work is for the caller to do.
    public static func start(_ body: (_ overflow: @escaping ([UInt8]) -> Void) -> [UInt8]) -> Child? {
        guard Parallel.processors > 1 else { return nil }
        // Not a pipe: a child that has done its work need not wait for its reader.
        let output = unsafe memfd_create("child", UInt32(MFD_CLOEXEC))
        guard output >= 0 else { return nil }
        let process = fork()
        if process == 0 {
            var failure: Int32 = 0
            func write(_ piece: [UInt8]) { failure = failure == 0 ? OpenFile.write(piece, to: output) : failure }
            let rest = body { write($0) }
            write(rest)
            // Nothing of the parent's is flushed, closed or removed.
            _exit(failure == 0 ? 0 : 1)
        }
        guard process > 0 else {
            close(output)
            return nil
        }
        return Child(process: process, output: output)
    }

    private init(process: pid_t, output: Int32) {
        (self.process, self.output) = (process, output)
    }

    deinit {
        _ = wait()
        close(output)
    }

    /// Waits for the child, the first time, and hands on what it has made, in pieces.
    /// - Returns: false where it did not come to its end; then nothing is handed on.
    public func finish(_ take: ([UInt8]) -> Void) -> Bool {
        guard wait() else { return false }
        var start = 0
        while let piece = piece(from: start) {
            start += piece.count
            take(piece)
        }
        return true
    }

    private func wait() -> Bool {
        guard !isFinished else { return false }
        isFinished = true
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }

    /// Bytes from a place on; nil at the end.
    private func piece(from start: Int) -> [UInt8]? {
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            count = unsafe pread(output, buffer.baseAddress, buffer.count, off_t(start))
            // Memory does not fail to be read; half a file must not pass for a whole one.
            precondition(count >= 0, "what a child process has made cannot be read")
        }
        return piece.isEmpty ? nil : piece
    }
}
