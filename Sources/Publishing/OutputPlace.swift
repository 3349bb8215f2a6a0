import Files

/// Where a file is to be in the output folder, of which nothing need be there yet.
struct OutputPlace: Sendable {
    private let root: String
    private let target: TargetPath

    init(_ root: String, _ target: TargetPath) {
        (self.root, self.target) = (root, target)
    }

    /// What errors call it.
    var path: String { "\(root)/\(target.text)" }

    /// The file that is there; nil where none is, or a link is in its place or on the way, which publishing will refuse.
    func present() throws(FileError) -> HeldFile? {
        do {
            guard let folder = try Folder.open(root).folder(holding: target) else { return nil }
            return try HeldFile.open(target.name, in: folder)
        } catch {
            if error.isMissing || error.isLink { return nil }
            throw error
        }
    }

    /// The folder that the file will be in, or the nearest above it that there is.
    var nearestFolder: Folder? {
        if let folder = try? Folder.open(root) { return deepest(in: folder) }
        return Self.nearestFolder(to: FileSystem.folder(of: root))
    }

    /// A folder, or the nearest above it that there is.
    static func nearestFolder(to path: String) -> Folder? {
        if let folder = try? Folder.open(path) { return folder }
        let above = FileSystem.folder(of: path)
        return above == path ? nil : nearestFolder(to: above)
    }

    private func deepest(in root: Folder) -> Folder {
        var folder = root
        for name in target.parent?.names ?? [] {
            guard let next = try? folder.folder(name) else { break }
            folder = next
        }
        return folder
    }
}
