import Files

/// A folder's next state, made beside it from what is new and from links to what stays, to take its place in one step:
/// a reader sees all of the old files or all of the new.
struct FolderSwap: Sendable {
    /// Where the next state is made, under a name of its own.
    let state: Folder
    let staged: String
    /// Where the folder is whose place it takes; it need not be there yet.
    let root: Folder
    let name: String
    /// What is replaced or removed, by its path in the folder.
    let changed: Set<TargetPath>

    /// Fills the next state up with links to everything else in the folder: what was published before, and what others keep
    /// there. The disk has it then.
    ///
    /// - Returns: the inode of the next state, nil where this folder can only be changed file by file: on a file system
    ///   without links; where a new folder would not have the old one's owner and rights; where something in it cannot be
    ///   looked into or named, lies too deep, or is on another file system.
    func fill() throws(FileError) -> UInt64? {
        switch try root.status(of: name)?.kind {
        case nil:
            let next = try state.makeFolder(staged)
            try next.synchronize()
            return try next.status().inode
        case .folder:
            guard let old = try root.folder(name) else { return nil }
            let next = try state.makeFolder(staged)
            guard try old.status().device == next.status().device, try fill(next, from: old, at: nil) else {
                return nil
            }
            return try next.status().inode
        case .file, .link, .other:
            return nil
        }
    }

    /// - Parameters:
    ///   - next: the next state as a whole.
    ///   - path: the path in it of the folder that is gone through; nil for itself.
    private func fill(
        _ next: Folder, from old: Folder, at path: TargetPath?, depth: Int = Folder.depth
    ) throws(FileError) -> Bool {
        guard depth > 0 else { return false }
        let names: [String]
        do {
            names = try old.names()
        } catch {
            if error.isRefused { return false }
            throw error
        }
        func folder() throws(FileError) -> Folder {
            try path.map { (path) throws(FileError) in try next.makeFolder(at: path) } ?? next
        }
        if names.isEmpty { _ = try folder() }
        for name in names {
            let entry = path.map { $0 / TargetPath(name) } ?? TargetPath(name)
            switch try old.status(of: name) {
            case nil:
                // Gone meanwhile, or its name is not UTF-8.
                return false
            case let status? where status.kind == .folder:
                guard try status.device == old.status().device, let folder = try old.folder(name),
                    try fill(next, from: folder, at: entry, depth: depth - 1)
                else { return false }
            default:
                if changed.contains(entry) { continue }
                guard try old.link(name, to: folder()) else { return false }
            }
        }
        // A folder all of whose files go is gone, too.
        guard let new = try path.map({ (path) throws(FileError) in try next.folder(at: path) }) ?? next else {
            return true
        }
        guard try new.adoptRights(of: old) else { return false }
        try new.synchronize()
        return true
    }

    /// Puts the next state in the folder's place, or tells that the file system cannot.
    /// - Parameter isNew: whether there is no such folder yet.
    func exchange(isNew: Bool) throws(FileError) -> Bool {
        guard isNew else { return try state.exchange(staged, with: root, name) }
        try state.rename(staged, to: root, as: name)
        return true
    }

    /// Removes the old state once it has been exchanged. A file that others have put into it since the links were made is
    /// carried over; of two that were written since, the later one.
    func settle() throws(FileError) {
        guard try state.status(of: staged)?.kind == .folder, let old = try state.folder(staged) else { return }
        try settle(old, at: nil)
        state.removeEmptyFolder(staged)
    }

    private func settle(_ old: Folder, at path: TargetPath?, depth: Int = Folder.depth) throws(FileError) {
        old.makeWritable()
        for name in try old.names() {
            let entry = path.map { $0 / TargetPath(name) } ?? TargetPath(name)
            if try old.status(of: name)?.kind == .folder {
                guard depth > 0, let folder = try old.folder(name) else { continue }
                try settle(folder, at: entry, depth: depth - 1)
                old.removeEmptyFolder(name)
            } else if !changed.contains(entry), try isNewer(name, in: old, than: entry) {
                try old.rename(name, to: makeFolder(holding: entry), as: name)
            } else {
                try old.remove(name)
            }
        }
    }

    /// Whether a file is another one than that of a path in the folder, and was written later, or there is none.
    private func isNewer(_ name: String, in old: Folder, than path: TargetPath) throws(FileError) -> Bool {
        guard let left = try old.status(of: name) else { return false }
        do {
            guard let present = try root.status(at: TargetPath(self.name) / path) else { return true }
            return left.inode != present.inode && present.kind != .folder
                && left.version.modified > present.version.modified
        } catch {
            // A link has come into the way: what it leads to is not the folder.
            if error.isLink { return false }
            throw error
        }
    }

    private func makeFolder(holding path: TargetPath) throws(FileError) -> Folder {
        try root.makeFolder(holding: TargetPath(name) / path)
    }
}
