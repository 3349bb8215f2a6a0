public import Files
internal import Glibc

/// A file mapped into memory, read page by page as it is looked at.
///
/// The system ends a run (SIGBUS) whose file another program shortens meanwhile in place. Reading the whole file first would
/// take longer than the rest of a small board's run; `reference update` puts a new file in its place, which harms no run.
@safe public final class MappedFile: Sendable {
    // Read-only memory: any thread may look at it.
    private nonisolated(unsafe) let base: UnsafeRawPointer?
    public let count: Int

    public init(path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        count = try FileError.sizeOfRegularFile(descriptor, path)
        guard count > 0 else {
            unsafe base = nil
            return
        }
        guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe address != MAP_FAILED
        else { throw FileError(path: path, code: errno) }
        unsafe base = UnsafeRawPointer(address)
    }

    deinit {
        if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
    }

    /// Hands over the bytes where they lie.
    @inline(__always)
    public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let bytes = unsafe UnsafeBufferPointer(start: base?.assumingMemoryBound(to: UInt8.self), count: count)
        return unsafe body(Span(_unsafeElements: bytes))
    }
}
