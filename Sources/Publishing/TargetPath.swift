/// A path below the output folder, as the system sees it: bytes, parted by `/` and by nothing else.
///
/// Swift's strings are compared and parted by characters: of a name that ends in U+0600 they take the `/` behind it for a part,
/// and が in one character and in two for the same.
struct TargetPath: Hashable, Comparable, Sendable {
    private let bytes: [UInt8]

    private static let slash = UInt8(ascii: "/")

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    private init(_ components: some Sequence<ArraySlice<UInt8>>) {
        bytes = Array(components.joined(separator: [Self.slash]))
    }

    /// Where the program keeps what it knows of the folder.
    static let state = TargetPath(Publisher.stateFolder)

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private var components: [ArraySlice<UInt8>] {
        bytes.split(separator: Self.slash, omittingEmptySubsequences: false)
    }

    /// Whether it stays below the folder: relative, without `.` and `..`, and of names that a line and a folder can hold.
    private var staysBelow: Bool {
        !bytes.contains { $0 < 0x20 || $0 == 0x7F }
            && components.allSatisfy {
                !$0.isEmpty && $0.count <= Self.longestName && !$0.elementsEqual(".".utf8)
                    && !$0.elementsEqual("..".utf8)
            }
    }

    /// Bytes of a name in a folder (NAME_MAX).
    private static let longestName = 255

    /// Whether something may be published there: below the folder, and not among what the program keeps.
    var isSafe: Bool { staysBelow && !isState }

    /// Whether it is, or lies in, the program's own folder.
    var isState: Bool { components.first.map { $0.elementsEqual(Self.state.bytes) } ?? false }

    /// Where it lies in the program's own folder, as a path of that.
    var inState: TargetPath? { isState && components.count > 1 ? TargetPath(components.dropFirst()) : nil }

    /// The folder right below the output folder that it leads into; nil for what lies in the output folder itself.
    var folder: TargetPath? { components.count > 1 ? TargetPath(components.prefix(1)) : nil }

    /// The path in that folder.
    var inFolder: TargetPath { TargetPath(components.dropFirst()) }

    /// The names on the way to it and its own.
    var names: [String] { components.map { String(decoding: $0, as: UTF8.self) } }

    var name: String { String(decoding: components[components.endIndex - 1], as: UTF8.self) }

    /// The folder that it lies in; nil where that is the output folder itself.
    var parent: TargetPath? { components.count > 1 ? TargetPath(components.dropLast()) : nil }

    static func / (folder: TargetPath, path: TargetPath) -> TargetPath {
        TargetPath([folder.bytes[...], path.bytes[...]])
    }

    static func < (one: TargetPath, other: TargetPath) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }
}
