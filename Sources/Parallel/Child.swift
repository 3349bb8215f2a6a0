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
    /// Brings the size of each piece, and `end` behind the last.
    private let signals: Int32
    private let work: Work
    /// Bytes of the output that have been handed on, and that are there.
    private var taken = 0
    private var made = 0
    private var state = State.working
    /// One piece of memory for all pieces that nobody keeps.
    private var piece: [UInt8] = []

    private enum State { case working, done, failed }

    /// Hands pieces of what it makes on, and returns the last; nil where what it has made is not to be used.
    public typealias Work = (_ overflow: @escaping ([UInt8]) -> Void) -> [UInt8]?

    /// Comes behind the last piece: that a child has ended would not say that it has come to its end, and where the parent of
    /// this program ignores its children's ends, nobody would be told how.
    private static let end = -1

    /// - Parameter isPatient: whether the processors are for others first, as nobody waits for what it makes until the end.
    /// - Returns: nil where no child can be had; then the work is for the caller to do.
    public static func start(isPatient: Bool = false, _ work: @escaping Work) -> Child? {
        guard Parallel.processors > 1 else { return nil }
        let output = unsafe memfd_create("child", UInt32(MFD_CLOEXEC))
        var ends: (reading: Int32, writing: Int32) = (-1, -1)
        let hasPipe = unsafe withUnsafeMutableBytes(of: &ends) {
            unsafe pipe2($0.assumingMemoryBound(to: Int32.self).baseAddress!, O_CLOEXEC) == 0
        }
        let process = output >= 0 && hasPipe ? fork() : -1
        if process == 0 {
            close(ends.reading)
            _ = shirube_end_with_parent()
            if isPatient { _ = nice(5) }
            run(work, output, ends.writing)
        }
        if hasPipe { close(ends.writing) }
        guard process > 0 else {
            for descriptor in [output, ends.reading] where descriptor >= 0 { close(descriptor) }
            return nil
        }
        return Child(process: process, output: output, signals: ends.reading, work)
    }

    /// What the child does.
    private static func run(_ work: Work, _ output: Int32, _ signals: Int32) -> Never {
        func tell(_ size: Int) {
            let bytes = unsafe withUnsafeBytes(of: size) { unsafe Array($0) }
            // Without a parent to take it, nothing more is worth making.
            if OpenFile.write(bytes, to: signals) != 0 { _exit(1) }
        }
        func write(_ piece: [UInt8]) {
            if OpenFile.write(piece, to: output) != 0 { _exit(1) }
            if !piece.isEmpty { tell(piece.count) }
        }
        if let rest = work({ write($0) }) {
            write(rest)
            tell(end)
        }
        // Nothing of the parent's is flushed, closed or removed.
        _exit(0)
    }

    private init(process: pid_t, output: Int32, signals: Int32, _ work: @escaping Work) {
        (self.process, self.output, self.signals, self.work) = (process, output, signals, work)
    }

    deinit {
        // Nobody wants what it is still making.
        if state == .working { kill(process, SIGKILL) }
        close(signals)
        close(output)
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// The next piece of what the child makes, as soon as it is there; nil behind the last.
    public func next() -> [UInt8]? {
        // Whole mebibytes up to the last: a piece of another size could not lie where this one did.
        while made - taken < 1 << 20, listen() {}
        guard made > taken else { return nil }
        let size = min(made - taken, 1 << 20)
        if piece.count != size { piece = [UInt8](repeating: 0, count: size) }
        var count = 0
        while count < size {
            let read = unsafe piece.withUnsafeMutableBytes {
                unsafe pread(output, $0.baseAddress! + count, size - count, off_t(taken + count))
            }
            if read < 0, errno == EINTR { continue }
            // Memory does not fail to be read; half a file must not pass for a whole one.
            precondition(read > 0, "what a child process has made cannot be read")
            count += read
        }
        // The memory is free for other pieces.
        fallocate(output, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, off_t(taken), off_t(size))
        taken += size
        return piece
    }

    /// Waits for the child to tell of a piece.
    /// - Returns: false where there is nothing more to hear.
    private func listen() -> Bool {
        guard state == .working else { return false }
        var size = 0
        var count = -1
        // So few bytes come together or not at all (pipe(7)).
        repeat { count = unsafe read(signals, &size, MemoryLayout<Int>.size) } while count < 0 && errno == EINTR
        if count <= 0 { state = .failed } else if size == Self.end { state = .done } else { made += size }
        return state == .working
    }

    /// Waits for the child's end.
    /// - Returns: whether it has made all that it was to make.
    public func wait() -> Bool {
        while listen() {}
        return state == .done
    }

    /// Hands on what the child makes, in pieces; what it does not come to, this process makes.
    public func finish(_ take: ([UInt8]) -> Void) {
        while let piece = next() { take(piece) }
        if wait() { return }
        // The same work makes the same bytes.
        var known = KnownBytes(taken)
        withoutActuallyEscaping(take) { take in
            func takeNew(_ piece: [UInt8]) {
                if let new = known.dropped(from: piece) { take(new) }
            }
            guard let rest = work({ takeNew($0) }) else {
                preconditionFailure("work that may come to nothing is for wait() to judge")
            }
            takeNew(rest)
        }
    }
}

/// Bytes at the beginning of some pieces that need not be handed on.
struct KnownBytes {
    private var count: Int

    init(_ count: Int) { self.count = count }

    /// What is new in the next piece; nil where nothing is.
    mutating func dropped(from piece: [UInt8]) -> [UInt8]? {
        let known = min(count, piece.count)
        count -= known
        return known == piece.count ? nil : known == 0 ? piece : Array(piece[known...])
    }
}
