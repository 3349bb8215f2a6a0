/// What a run has decided to do, set down before it is begun so that it can be finished.
struct Journal: Equatable {
    enum Step: Equatable {
        /// The staged folder of that inode takes the place of a folder; the steps below that folder are then done with it.
        case swap(staged: String, inode: UInt64, folder: String)
        /// A staged file goes to a path.
        case move(staged: String, path: String)
        case remove(path: String)

        /// The folder that it puts another in the place of.
        var swappedFolder: String? {
            if case .swap(_, _, let folder) = self { folder } else { nil }
        }

        /// Whether it moves or removes a file below one of the folders.
        func isBelow(oneOf folders: Set<String>) -> Bool {
            switch self {
            case .move(_, let path), .remove(let path): TargetPath.folder(of: path).map(folders.contains) ?? false
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
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.popLast() == Self.end[...] else { return nil }
        var steps: [Step] = []
        for line in lines {
            guard let step = Self.step(line.split(separator: "\t").map(String.init)) else { return nil }
            steps.append(step)
        }
        self.steps = steps
    }

    private static func step(_ parts: [String]) -> Step? {
        switch (parts.first, parts.count) {
        case ("swap", 4):
            guard let inode = UInt64(parts[2]), TargetPath.isSafe(parts[1]), TargetPath.isSafe(parts[3]) else {
                return nil
            }
            return .swap(staged: parts[1], inode: inode, folder: parts[3])
        case ("move", 3):
            return TargetPath.isSafe(parts[1]) && isSafe(parts[2]) ? .move(staged: parts[1], path: parts[2]) : nil
        case ("remove", 2):
            return isSafe(parts[1]) ? .remove(path: parts[1]) : nil
        default:
            return nil
        }
    }

    var bytes: [UInt8] {
        var text = ""
        for step in steps {
            switch step {
            case .swap(let staged, let inode, let folder): text += "swap\t\(staged)\t\(inode)\t\(folder)\n"
            case .move(let staged, let path): text += "move\t\(staged)\t\(path)\n"
            case .remove(let path): text += "remove\t\(path)\n"
            }
        }
        return Array((text + Self.end + "\n").utf8)
    }

    private static let end = "end"

    /// A target, or a manifest in the state folder.
    private static func isSafe(_ path: String) -> Bool {
        let state = Publisher.stateFolder + "/"
        return path.hasPrefix(state) ? TargetPath.isSafe(String(path.dropFirst(state.count))) : TargetPath.isSafe(path)
    }
}

/// Paths below the output folder: relative, without `..`, and not in the state folder.
enum TargetPath {
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.utf8.contains { $0 < 0x20 } && parts.first.map { $0 != Publisher.stateFolder } ?? false
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// The folder right below the output folder that a path leads into; nil for what lies in the output folder itself.
    static func folder(of path: String) -> String? {
        path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
    }
}
