internal import Glibc

/// A folder of the user's, by the place that it really has, links followed.
///
/// What comes from strangers may hold links to files that are not theirs to show: a finding would print their lines, and
/// `--fix` change them.
public struct RealFolder: Sendable {
    private let path: [UInt8]

    /// - Throws: where there is no such folder.
    public init(_ path: String) throws(FileError) {
        guard let real = unsafe realpath(path, nil) else { throw FileError(path: path, code: errno) }
        defer { unsafe free(real) }
        self.path = unsafe Array(String(cString: real).utf8)
    }

    /// Refuses a file that does not lie in the folder: the one that is open, whatever its path may lead to by now.
    func check(_ descriptor: Int32, _ path: String) throws(FileError) {
        let name = unsafe realpath("/proc/self/fd/\(descriptor)", nil) ?? realpath(path, nil)
        guard let name = unsafe name else { throw FileError(path: path, code: errno) }
        defer { unsafe free(name) }
        let place = unsafe Array(String(cString: name).utf8)
        let prefix = self.path.count == 1 ? self.path : self.path + [UInt8(ascii: "/")]
        guard place.starts(with: prefix) else { throw FileError(path: path, code: FileError.outside) }
    }
}
