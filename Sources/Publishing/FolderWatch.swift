public import Diagnostics

internal import CSystem
internal import Glibc

/// Watches folders, with all folders in them, for files that are written, renamed or removed (inotify).
///
/// The folders are watched, not the files: an editor that saves by renaming puts another file in the old one's place.
public final class FolderWatch {
    private let descriptor: Int32
    /// The folders by the numbers that the system tells them apart by.
    private var folders: [Int32: String] = [:]
    private let roots: [String]
    private let passesOver: (_ name: String) -> Bool

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

    /// - Parameters:
    ///   - roots: the folders' paths, by which changes are told.
    ///   - passesOver: the names of folders in them that are not watched.
    public init(_ roots: [String], passingOver passesOver: @escaping (_ name: String) -> Bool) throws(FileError) {
        (self.roots, self.passesOver) = (roots, passesOver)
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { throw FileError(path: roots.first ?? ".", code: errno) }
        for root in roots { try add(root) }
    }

    deinit { close(descriptor) }

    private func add(_ folder: String) throws(FileError) {
        let number = unsafe inotify_add_watch(descriptor, folder, Self.events)
        guard number >= 0 else {
            // It may be gone again, or be no folder.
            if errno == ENOENT || errno == ENOTDIR { return }
            throw FileError(path: folder, code: errno)
        }
        folders[number] = folder
        for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") && !passesOver(name) {
            if try FileSystem.isFolder("\(folder)/\(name)") { try add("\(folder)/\(name)") }
        }
    }

    /// Forgets a folder that is elsewhere by now, or gone, with those in it.
    private func forget(_ folder: String) {
        for (number, path) in folders where path == folder || path.utf8.starts(with: "\(folder)/".utf8) {
            folders[number] = nil
            inotify_rm_watch(descriptor, number)
        }
    }

    /// Watches again what has been put in the place of a root that was moved or removed.
    private func restoreRoots(_ changed: inout Set<String>) throws(FileError) {
        for root in roots where !folders.values.contains(root) {
            guard try FileSystem.isFolder(root) else { continue }
            try add(root)
            changed.insert(root)
        }
    }

    /// Waits for a change, and then until nothing has changed for a moment: an editor writes several times.
    ///
    /// - Parameters:
    ///   - quiet: how long nothing has to change, in milliseconds.
    ///   - isEnded: asked five times a second.
    /// - Returns: the paths that have changed; nil where it is to end.
    public func changes(quiet: Int32 = 15, until isEnded: () -> Bool) throws(FileError) -> Set<String>? {
        var changed: Set<String> = []
        while true {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = unsafe poll(&request, 1, changed.isEmpty ? 200 : quiet)
            try restoreRoots(&changed)
            if count > 0 {
                try read(&changed)
            } else if count < 0, errno != EINTR {
                throw FileError(path: folders.values.min() ?? ".", code: errno)
            } else if !changed.isEmpty {
                return changed
            }
            if isEnded() { return nil }
        }
    }

    private func read(_ changed: inout Set<String>) throws(FileError) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
        var offset = 0
        // struct inotify_event: wd, mask, cookie, len, 32 bits each, and a name that ends with NUL (inotify(7)).
        func number(_ at: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(buffer[offset + at + $1]) << UInt32(8 * $1) }
        }
        while offset + 16 <= count {
            let (watch, mask, length) = (Int32(bitPattern: number(0)), number(4), Int(number(12)))
            let name = String(decoding: buffer[offset + 16..<offset + 16 + length].prefix { $0 != 0 }, as: UTF8.self)
            offset += 16 + length
            // Folders that were made meanwhile are not known.
            if mask & UInt32(IN_Q_OVERFLOW) != 0 {
                for root in roots where try FileSystem.isFolder(root) { try add(root) }
                changed.formUnion(roots)
            }
            guard let folder = folders[watch] else { continue }
            if mask & UInt32(IN_IGNORED | IN_MOVE_SELF | IN_DELETE_SELF) != 0, roots.contains(folder) {
                forget(folder)
                changed.insert(folder)
                continue
            }
            if mask & UInt32(IN_IGNORED) != 0 { folders[watch] = nil }
            // Copies that editors keep beside a file: a.yaml~, #a.yaml#, .a.yaml.swp.
            let isCopy = name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#")
            guard !name.isEmpty, !isCopy, !passesOver(name) else { continue }
            let path = "\(folder)/\(name)"
            changed.insert(path)
            guard mask & UInt32(IN_ISDIR) != 0 else { continue }
            if mask & UInt32(IN_MOVED_FROM) != 0 { forget(path) }
            if mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { try add(path) }
        }
    }
}

/// Whether somebody has asked the program to end: asked for, not jumped to, so that what it does is finished.
public struct EndRequest {
    private var signals = sigset_t()

    /// From now on a request waits until it is asked for.
    public init() {
        unsafe sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    public var isThere: Bool {
        var signals = signals
        var time = timespec()
        return unsafe sigtimedwait(&signals, nil, &time) > 0
    }
}
