/// What a run has decided to do, set down before it is begun so that it can be finished.
struct Journal: Equatable {
    enum Step: Equatable, Sendable {
        /// The staged folder of that inode takes the place of a folder; the steps below that folder are then done with it.
        case swap(staged: TargetPath, inode: UInt64, folder: TargetPath)
        /// A staged file goes to a path.
        case move(staged: TargetPath, path: TargetPath)
        case remove(path: TargetPath)

        /// The folder that it puts another in the place of.
        var swappedFolder: TargetPath? {
            if case .swap(_, _, let folder) = self { folder } else { nil }
        }

        /// Whether it moves or removes a file below one of the folders.
        func isBelow(oneOf folders: Set<TargetPath>) -> Bool {
            switch self {
            case .move(_, let path), .remove(let path): path.folder.map(folders.contains) ?? false
            case .swap: false
            }
        }
    }

    let steps: [Step]

    init(steps: [Step]) {
        self.steps = steps
    }

    /// nil where the bytes are not a whole journal.
    init?(_ bytes: [UInt8]) {
        // A line is parted at its tabs, and the file at its line feeds: both are bytes that no path has.
        var lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard lines.popLast().map({ $0.elementsEqual(Self.end.utf8) }) ?? false else { return nil }
        var steps: [Step] = []
        for line in lines {
            let parts = line.split(separator: UInt8(ascii: "\t")).map { Substring(decoding: $0, as: UTF8.self) }
            guard let step = Self.step(parts) else { return nil }
            steps.append(step)
        }
        self.steps = steps
    }

    private static func step(_ parts: [Substring]) -> Step? {
        switch (parts.first, parts.count) {
        case ("swap", 4):
            let folder = TargetPath(parts[3])
            guard let inode = UInt64(parts[2]), let staged = self.staged(parts[1]), staged.parent == nil,
                folder.isSafe, folder.parent == nil
            else { return nil }
            return .swap(staged: staged, inode: inode, folder: folder)
        case ("move", 3):
            guard let staged = self.staged(parts[1]), let path = target(parts[2]) else { return nil }
            return .move(staged: staged, path: path)
        case ("remove", 2):
            return target(parts[1]).map { .remove(path: $0) }
        default:
            return nil
        }
    }

    var bytes: [UInt8] {
        var text = ""
        for step in steps {
            switch step {
            case .swap(let staged, let inode, let folder): text += "swap\t\(staged.text)\t\(inode)\t\(folder.text)\n"
            case .move(let staged, let path): text += "move\t\(staged.text)\t\(path.text)\n"
            case .remove(let path): text += "remove\t\(path.text)\n"
            }
        }
        return Array((text + Self.end + "\n").utf8)
    }

    private static let end = "end"

    /// A target, or a manifest in the state folder.
    private static func target(_ text: Substring) -> TargetPath? {
        let path = TargetPath(text)
        return path.isSafe || path.inState.map(Manifest.isName) ?? false ? path : nil
    }

    /// What has been staged in the state folder, by its path in that.
    private static func staged(_ text: Substring) -> TargetPath? {
        let path = TargetPath(text)
        guard path.isSafe, let name = path.names.first, Publication.ends(name, with: Publication.stagedSuffix) else {
            return nil
        }
        return path
    }
}
