/// The paths that a group's last run published, one a line.
struct Manifest: Equatable {
    let paths: [String]

    init(paths: [String]) {
        self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    init(_ bytes: [UInt8]) {
        self.init(paths: String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    var bytes: [UInt8] { paths.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }
}

/// What a run has decided to do, set down before it is begun so that it can be finished.
struct Journal {
    enum Step {
        /// Staged file `number` goes to `path`.
        case move(number: Int, path: String)
        case remove(path: String)
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
            let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
            if parts.count == 3, parts[0] == "move", let number = Int(parts[1]), Self.isSafe(parts[2]) {
                steps.append(.move(number: number, path: parts[2]))
            } else if parts.count == 2, parts[0] == "remove", Self.isSafe(parts[1]) {
                steps.append(.remove(path: parts[1]))
            } else {
                return nil
            }
        }
        self.steps = steps
    }

    var bytes: [UInt8] {
        var text = ""
        for step in steps {
            switch step {
            case .move(let number, let path): text += "move\t\(number)\t\(path)\n"
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
