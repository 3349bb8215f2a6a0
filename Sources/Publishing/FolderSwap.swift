import Diagnostics

/// A folder's next state, made beside it from what is new and from links to what stays, to take its place in one step:
/// a reader sees all of the old files or all of the new.
struct FolderSwap {
    /// Where the next state is made.
    let staged: String
    /// The folder whose place it takes; it need not be there yet.
    let folder: String
    /// What is replaced or removed, by its path in the folder.
    let changed: Set<TargetPath>

    /// Fills the next state up with links to everything else in the folder: what was published before, and what others keep
    /// there.
    ///
    /// - Returns: the folders of the next state, nil where this folder can only be changed file by file: on a file system
    ///   without links; where a new folder would not have the old one's owner and rights; where something in it cannot be
    ///   looked into or named, or is on another file system.
    func fill() throws(FileError) -> [String]? {
        switch try FileSystem.kind(of: folder) {
        case nil:
            try FileSystem.makeFolder(staged)
            return [staged]
        case .folder:
            try FileSystem.makeFolder(staged)
            var folders: [String] = []
            return try fill("", &folders) ? folders : nil
        case .file, .link, .other:
            return nil
        }
    }

    private func fill(_ path: String, _ folders: inout [String]) throws(FileError) -> Bool {
        guard try FileSystem.device(of: folder + path) == FileSystem.device(of: staged) else { return false }
        let names: [String]
        do {
            names = try FileSystem.names(in: folder + path)
        } catch {
            if error.isRefused { return false }
            throw error
        }
        if names.isEmpty { try FileSystem.makeFolder(staged + path) }
        for name in names {
            let entry = path + "/" + name
            switch try FileSystem.kind(of: folder + entry) {
            case nil:
                // Gone meanwhile, or its name is not UTF-8.
                return false
            case .folder:
                guard try fill(entry, &folders) else { return false }
            case .file, .link, .other:
                if changed.contains(Self.path(entry)) { continue }
                try FileSystem.makeFolder(staged + path)
                guard try FileSystem.link(folder + entry, to: staged + entry) else { return false }
            }
        }
        guard try FileSystem.kind(of: staged + path) == .folder else { return true }
        folders.append(staged + path)
        return try FileSystem.adoptRights(of: folder + path, for: staged + path)
    }

    /// An entry by its path in the folder, without the slash before it.
    private static func path(_ entry: String) -> TargetPath {
        TargetPath(Substring(decoding: entry.utf8.dropFirst(), as: UTF8.self))
    }

    /// Puts the next state in the folder's place, or tells that the file system cannot.
    /// - Parameter isNew: whether there is no such folder yet.
    func exchange(isNew: Bool) throws(FileError) -> Bool {
        guard isNew else { return try FileSystem.exchange(staged, folder) }
        try FileSystem.rename(staged, to: folder)
        return true
    }

    /// Removes the old state once it has been exchanged. A file that others have put into it since the links were made is
    /// carried over; of two that were written since, the later one.
    func settle() throws(FileError) {
        if try FileSystem.kind(of: staged) == .folder { try settle("") }
    }

    private func settle(_ path: String) throws(FileError) {
        let isInside = try FileSystem.kind(of: folder + path) != .link
        FileSystem.makeWritable(staged + path)
        for name in try FileSystem.names(in: staged + path) {
            let entry = path + "/" + name
            if try FileSystem.kind(of: staged + entry) == .folder {
                try settle(entry)
            } else if isInside, !changed.contains(Self.path(entry)),
                try FileSystem.isNewer(staged + entry, than: folder + entry)
            {
                try FileSystem.makeFolder(folder + path)
                try FileSystem.rename(staged + entry, to: folder + entry)
            } else {
                try FileSystem.remove(staged + entry)
            }
        }
        FileSystem.removeEmptyFolder(staged + path)
    }
}
