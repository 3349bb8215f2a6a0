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
    /// A file in memory, shared with the child: not a pipe, as a child that has done its work need not wait for its reader.
    private let output: Int32
    /// Brings the size of each piece, and ends when the child does.
    private let signals: Int32
    private let work: Work
    /// Bytes of the output that have been handed on, and that are there.
    private var taken = 0
    private var made = 0
    private var status: Int32?
    /// Whether all that it told has been read.
    private var isHeard = true
    /// One piece of memory for all pieces that nobody keeps.
    private var piece: [UInt8] = []

    /// Hands pieces of what it makes on, and returns the last; nil where what it has made is not to be used.
    public typealias Work = (_ overflow: @escaping ([UInt8]) -> Void) -> [UInt8]?

    /// - Parameter isPatient: whether the processors are for others first, as nobody waits for what it makes until the end.
    /// - Returns: nil where no child can be had; then the work is for the caller to do.
    public static func start(isPatient: Bool = false, _ work: @escaping Work) -> Child? {
        guard Parallel.processors > 1 else { return nil }
        let output = unsafe memfd_create("child", UInt32(MFD_CLOEXEC))
        var ends: (reading: Int32, writing: Int32) = (-1, -1)
        let hasPipe = unsafe withUnsafeMutableBytes(of: &ends) {
            unsafe pipe($0.assumingMemoryBound(to: Int32.self).baseAddress!) == 0
        }
        let process = output >= 0 && hasPipe ? fork() : -1
        if process == 0 {
            close(ends.reading)
            if isPatient { _ = nice(10) }
            // Nothing of the parent's is flushed, closed or removed.
            _exit(run(work, output, ends.writing))
        }
        if hasPipe { close(ends.writing) }
        guard process > 0 else {
            for descriptor in [output, ends.reading] where descriptor >= 0 { close(descriptor) }
            return nil
        }
        return Child(process: process, output: output, signals: ends.reading, work)
    }

    /// What the child does.
    /// - Returns: its exit status.
    private static func run(_ work: Work, _ output: Int32, _ signals: Int32) -> Int32 {
        var failure: Int32 = 0
        func write(_ piece: [UInt8]) {
            if failure == 0 { failure = OpenFile.write(piece, to: output) }
            let size = unsafe withUnsafeBytes(of: piece.count) { unsafe Array($0) }
            if failure == 0 { failure = OpenFile.write(size, to: signals) }
        }
        guard let rest = work({ write($0) }) else { return 1 }
        write(rest)
        return failure == 0 ? 0 : 1
    }

    private init(process: pid_t, output: Int32, signals: Int32, _ work: @escaping Work) {
        (self.process, self.output, self.signals, self.work) = (process, output, signals, work)
    }

    deinit {
        _ = wait()
        close(output)
        close(signals)
    }

    /// The next piece of what the child makes, as soon as it is there; nil behind the last.
    public func next() -> [UInt8]? {
        // Whole mebibytes up to the last: a piece of another size could not lie where this one did.
        while made - taken < 1 << 20, waitForSign() {}
        guard made > taken else { return nil }
        let size = min(made - taken, 1 << 20)
        if piece.count != size { piece = [UInt8](repeating: 0, count: size) }
        let count = unsafe piece.withUnsafeMutableBytes { unsafe pread(output, $0.baseAddress, size, off_t(taken)) }
        // Memory does not fail to be read; half a file must not pass for a whole one.
        precondition(count == size, "what a child process has made cannot be read")
        taken += size
        return piece
    }

    /// Waits for the child to tell of a piece.
    /// - Returns: false where it has ended.
    private func waitForSign() -> Bool {
        var size = 0
        var count = -1
        // So few bytes come together or not at all (pipe(7)).
        repeat { count = unsafe read(signals, &size, MemoryLayout<Int>.size) } while count < 0 && errno == EINTR
        guard count > 0 else {
            isHeard = count == 0
            return false
        }
        made += size
        return true
    }

    /// Waits for the child's end.
    /// - Returns: whether it has made all that it was to make, and told of all of it.
    public func wait() -> Bool {
        var status = status ?? 0
        if self.status == nil {
            while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
            self.status = status
        }
        return status == 0 && isHeard
    }

    /// Hands on what the child makes, in pieces; what it does not come to, this process makes.
    public func finish(_ take: ([UInt8]) -> Void) {
        while let piece = next() { take(piece) }
        if wait() { return }
        // The same work makes the same bytes.
        var known = taken
        withoutActuallyEscaping(take) { take in
            func takeNew(_ piece: [UInt8]) {
                if piece.count > known { take(known == 0 ? piece : Array(piece[known...])) }
                known -= min(known, piece.count)
            }
            takeNew(work { takeNew($0) } ?? [])
        }
    }
}
