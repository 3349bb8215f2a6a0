import Files

/// A large file's bytes on their way to the output folder while they are still being made, so that nobody holds them all.
///
/// As long as they are those of the file that is there, they are only compared. From the first difference on they go, behind
/// what was the same, to a file without a name, which publishing gives its name, and which is gone if that never comes.
struct Draft: Sendable {
    /// Where the file is to be in the end.
    private let place: OutputPlace
    private var state: State
    private var size = 0

    private enum State {
        case begun
        /// All bytes so far are those of the file that is there.
        case comparing(HeldFile, FileVersion)
        case writing(HeldFile)
        /// Where no file without a name is to be had.
        case holding([[UInt8]])
        case failed(FileError)
    }

    /// - Parameter isHeld: whether to take up no file.
    init(of target: TargetPath, in root: String, isHeld: Bool) {
        place = OutputPlace(root, target)
        state = isHeld ? .holding([]) : .begun
    }

    /// Adds the next bytes; what goes wrong is told when they are published.
    mutating func append(_ piece: [UInt8]) {
        do throws(FileError) {
            if case .begun = state { try begin() }
            try add(piece)
        } catch {
            state = .failed(error)
        }
    }

    /// Adds the last bytes.
    /// - Returns: what there is to publish.
    mutating func finish(_ rest: [UInt8]) -> FileContent {
        append(rest)
        do throws(FileError) {
            // The file that is there may go on behind them.
            if case .comparing(let file, let version) = state, version.size != size {
                try write(behind: file, as: version)
            }
        } catch {
            return .failed(error)
        }
        switch state {
        case .comparing(_, let version): return .present(version)
        case .writing(let file): return .unnamed(file)
        case .holding(let pieces): return .bytes(Array(pieces.joined()))
        case .failed(let error): return .failed(error)
        case .begun: return .bytes([])
        }
    }

    /// What errors call it.
    private var path: String { place.path }

    private mutating func begin() throws(FileError) {
        if let file = try place.present(), case let status = try file.status(path: path),
            status.kind == .file
        {
            state = .comparing(file, status.version)
        } else {
            try write(behind: nil)
        }
    }

    private mutating func add(_ piece: [UInt8]) throws(FileError) {
        switch state {
        case .comparing(let file, let version):
            if try file.bytes(size..<size + piece.count, path: path) != piece {
                try write(behind: file, as: version)
                return try add(piece)
            }
        case .writing(let file):
            try file.append(piece, path: path)
        case .holding(let pieces):
            state = .holding(pieces + [piece])
        case .begun, .failed: break
        }
        size += piece.count
    }

    /// Goes over from comparing to writing.
    /// - Parameter present: the file whose first bytes were the same.
    /// - Parameter version: that file as it was when it was compared.
    private mutating func write(behind present: HeldFile?, as version: FileVersion? = nil) throws(FileError) {
        let file = place.nearestFolder.flatMap { HeldFile.unnamed(in: $0) }
        var pieces: [[UInt8]] = []
        try present?.forEachPiece(upTo: size, path: path) { (piece) throws(FileError) in
            if let file { try file.append(piece, path: path) } else { pieces.append(piece) }
        }
        // Somebody has written to it since, and may have done so before these bytes were read again.
        if let present, try present.status(path: path).version != version {
            throw FileError(path: path, code: FileError.busy)
        }
        state = file.map { .writing($0) } ?? .holding(pieces)
    }
}
