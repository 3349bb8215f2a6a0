/// A file's bytes under the name by which its user knows it. Positions in it are byte offsets until they are printed.
public final class SourceFile: Sendable {
    /// The path as given on the command line or found below it.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    public convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The whole text.
    public var text: String { text(bytes.indices) }

    /// The text of a byte range, ill-formed bytes replaced.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }
}
