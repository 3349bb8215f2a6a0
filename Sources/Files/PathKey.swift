/// A path as the system compares it, by its bytes: to Swift, が in one character and in two are one name.
public struct PathKey: Hashable, Comparable, Sendable {
    private let bytes: [UInt8]

    public init(_ path: String) { bytes = Array(path.utf8) }

    public static func < (one: PathKey, other: PathKey) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }
}

extension SourceFile {
    public var key: PathKey { PathKey(path) }
}
