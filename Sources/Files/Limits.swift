/// What input may ask for at most, each far above what a board of education needs; every module adds its own.
///
/// What goes beyond is a finding, so that a file made in malice or by mistake ends the run in time and with a message.
public enum Limits {
    /// Bytes of a file, whose places are kept in 32 bits.
    public static let fileSize = Int(UInt32.max) - 1

    /// Bytes of a document's text and attributes, and of what `shirube render` writes: a list of a hundred thousand facilities, with
    /// all that search engines are told of them, has half of it.
    public static let documentSize = 512 << 20
}
