public import Files

extension Limits {
    /// Bytes of a journal or manifest: a million paths.
    public static let recordSize = 64 << 20
}
