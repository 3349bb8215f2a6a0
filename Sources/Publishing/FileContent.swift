public import Files

/// What there is to publish of a file.
public enum FileContent: Sendable {
    case bytes([UInt8])
    /// What lies in a spool.
    case spooled(Spool, Range<Int>)
    /// What lies in a file without a name.
    case unnamed(HeldFile)
    /// What the file that is there holds; it must still be that one.
    case present(FileVersion)
    case failed(FileError)
}
