/// Values without references as they lie in memory, padding included: what one process of a program hands to another of the
/// same program, and to nobody else.
extension Array where Element: BitwiseCopyable {
    public var memory: [UInt8] { unsafe withUnsafeBytes { unsafe [UInt8]($0) } }

    /// Takes so many elements from the beginning of some memory, which must have them.
    public init(memory: inout ArraySlice<UInt8>, count: Int) {
        let size = count * MemoryLayout<Element>.stride
        precondition(count >= 0 && size <= memory.count)
        let source = memory.prefix(size)
        unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe source.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
            initialized = count
        }
        memory = memory.dropFirst(size)
    }
}
