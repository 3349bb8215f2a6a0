internal import Glibc

/// Memory in large pages, where the system has them and is asked: fewer to be brought in, and to be handed on to children.
public enum LargePages {
    /// Bytes of a page on the processors that this program runs on.
    private static let size = 1 << 21

    /// Asks for large pages in memory that is not used yet.
    public static func advise(_ memory: UnsafeMutableRawBufferPointer) {
        guard let base = memory.baseAddress, memory.count >= 4 * size else { return }
        // Whole pages alone: those at the ends may hold something else.
        let start = (UInt(bitPattern: base) + UInt(size) - 1) / UInt(size) * UInt(size)
        let end = (UInt(bitPattern: base) + UInt(memory.count)) / UInt(size) * UInt(size)
        unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
    }
}

extension Array {
    /// Makes room for so many elements, in large pages if it is much.
    public mutating func reserveLargePages(_ count: Int) {
        reserveCapacity(count)
        unsafe withUnsafeMutableBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            unsafe LargePages.advise(
                UnsafeMutableRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride))
        }
    }
}
