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
        // One piece of memory for all of them.
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe pread(output, $0.baseAddress, $0.count, off_t(start))
            }
            // Memory does not fail to be read; half a file must not pass for a whole one.
            precondition(count >= 0, "what a child process has made cannot be read")
            guard count > 0 else { return true }
            if count < piece.count { piece.removeLast(piece.count - count) }
            take(piece)
            start += count
        }
    }

    private func wait() -> Bool {
        guard !isFinished else { return false }
        isFinished = true
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }
}
