internal import CSystem
public import Files
internal import Glibc

/// Watches folders, with all folders in them, for files that are written, renamed or removed (inotify).
///
/// The folders are watched, not the files: an editor that saves by renaming puts another file in the old one's place. The system
/// says nothing of a link that comes to lead elsewhere, nor of a file behind one, so those are looked at by themselves.
public final class FolderWatch {
    private let descriptor: Int32
    /// The folders' paths by the numbers that the system tells them apart by: one behind a link has several.
    private var folders: [Int32: Set<String>] = [:]
    /// The roots, and the links in them, with what they led to when they were last looked at.
    private var entrances: [String: Target] = [:]
    private let roots: [String]
    private let passesOver: (_ name: String) -> Bool

    /// What a path leads to, links followed.
    private enum Target: Equatable {
        case nothing
        /// Whatever is in it by now.
        case folder(device: UInt64, inode: UInt64)
        case file(FileVersion)

        init(of path: String) {
            guard let status = try? FileSystem.status(of: path, followingLinks: true) else {
                self = .nothing
                return
            }
            self =
                status.kind == .folder
                ? .folder(device: status.device, inode: status.inode) : .file(status.version)
        }
    }

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

    /// - Parameters:
    ///   - roots: the folders' paths, by which changes are told.
    ///   - passesOver: the names of folders in them that are not watched.
    public init(_ roots: [String], passingOver passesOver: @escaping (_ name: String) -> Bool) throws(FileError) {
        (self.roots, self.passesOver) = (roots, passesOver)
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { throw FileError(path: roots.first ?? ".", code: errno) }
        for root in roots { try enter(root) }
    }

    deinit { close(descriptor) }

    /// Watches what a root or a link leads to, if that is a folder.
    private func enter(_ path: String) throws(FileError) {
        entrances[path] = Target(of: path)
        try add(path)
    }

    private func add(_ folder: String) throws(FileError) {
        let number = unsafe inotify_add_watch(descriptor, folder, Self.events | UInt32(IN_ONLYDIR))
        guard number >= 0 else {
            // It may be gone again, be no folder, or not be ours to read; what keeps all from being watched is told.
            if [ENOSPC, ENOMEM].contains(errno) { throw FileError(path: folder, code: errno) }
            return
        }
        // A link may lead back to a folder that it is in.
        let isWithin = folders[number]?.contains { folder.utf8.starts(with: "\($0)/".utf8) } ?? false
        guard !isWithin, folders[number, default: []].insert(folder).inserted else { return }
        for name in (try? FileSystem.names(in: folder)) ?? [] where !name.hasPrefix(".") && !passesOver(name) {
            try addEntry("\(folder)/\(name)")
        }
    }

    /// Watches what is in a folder that is watched, if it is a folder or a link.
    private func addEntry(_ path: String) throws(FileError) {
        let isLink = (try? FileSystem.status(of: path, followingLinks: false)?.kind) == .link
        try isLink ? enter(path) : add(path)
    }

    /// Forgets a folder or a link that is elsewhere by now, or gone, with those in it.
    private func forget(_ path: String) {
        let inner = "\(path)/"
        func isMeant(_ other: String) -> Bool { other == path || other.utf8.starts(with: inner.utf8) }
        for (number, paths) in folders where paths.contains(where: isMeant) {
            let others = paths.filter { !isMeant($0) }
            folders[number] = others.isEmpty ? nil : others
            if others.isEmpty { inotify_rm_watch(descriptor, number) }
        }
        for link in entrances.keys where isMeant(link) && !roots.contains(link) { entrances[link] = nil }
    }

    /// Watches anew what a root or a link leads to, where that is something else by now.
    private func lookBehindEntrances(_ changed: inout Set<String>) throws(FileError) {
        for path in entrances.keys.sorted() {
            guard let known = entrances[path], known != Target(of: path) else { continue }
            forget(path)
            try enter(path)
            changed.insert(path)
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
            try lookBehindEntrances(&changed)
            if count > 0 {
                try read(&changed)
            } else if count < 0, errno != EINTR {
                throw FileError(path: roots.first ?? ".", code: errno)
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
                for root in roots {
                    forget(root)
                    try enter(root)
                }
                changed.formUnion(roots)
            }
            // It is gone; another in its place may even be told apart by nothing.
            if mask & UInt32(IN_IGNORED) != 0 {
                for folder in folders.removeValue(forKey: watch) ?? [] where entrances[folder] != nil {
                    entrances[folder] = .nothing
                    changed.insert(folder)
                }
            }
            // Copies that editors keep beside a file: a.yaml~, #a.yaml#, .a.yaml.swp.
            let isCopy = name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#")
            guard !name.isEmpty, !isCopy, !passesOver(name) else { continue }
            for folder in folders[watch] ?? [] { try note("\(folder)/\(name)", mask, &changed) }
        }
    }

    /// Takes notice of what happened to a name in a folder that is watched.
    private func note(_ path: String, _ mask: UInt32, _ changed: inout Set<String>) throws(FileError) {
        changed.insert(path)
        let comes = mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
        let goes = mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0
        // A link that is renamed takes the place of the one before, of which nothing is told.
        if goes && mask & UInt32(IN_ISDIR) != 0 || (comes || goes) && entrances[path] != nil { forget(path) }
        if comes { try addEntry(path) }
    }
}
