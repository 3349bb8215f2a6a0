import Files
internal import Synchronization

/// The files of a run while they are being made, by their paths below the output folder; several threads may each make their own.
///
/// Nobody holds them all: a file that is the same as the one that is there is only known to be, others wait in a spool, and
/// large ones are written as they are made.
public final class Drafts: Sendable {
    private let root: String
    private let drafts = Mutex<[TargetPath: Shared]>([:])
    private let spool = Mutex(SpoolState.none)

    private enum SpoolState {
        case none, open(Spool)
        /// There is none to be had: the bytes are held.
        case refused
    }

    private final class Shared: Sendable {
        let draft: Mutex<Draft>

        init(_ draft: sending Draft) { self.draft = Mutex(draft) }
    }

    /// So many files may be held open beside all others at a time; what comes behind them is held in memory while it is made.
    private static let limit = 64

    public init(root: String) {
        self.root = root
    }

    /// Adds the next bytes of a large file.
    public func append(_ piece: [UInt8], to path: String) {
        let shared = drafts.withLock { drafts in
            let target = TargetPath(path)
            if let shared = drafts[target] { return shared }
            let draft = Draft(of: target, in: root, isHeld: drafts.count >= Self.limit)
            let shared = Shared(draft)
            drafts[target] = shared
            return shared
        }
        shared.draft.withLock { $0.append(piece) }
    }

    /// What there is to publish of a file whose last bytes, or all of them, these are.
    public func finish(_ path: String, _ rest: [UInt8]) -> FileContent {
        let target = TargetPath(path)
        var bytes = rest
        if let shared = drafts.withLock({ $0.removeValue(forKey: target) }) {
            let content = shared.draft.withLock { $0.finish(rest) }
            // One that was held as too many others were open waits as small ones do.
            guard case .bytes(let held) = content else { return content }
            bytes = held
        }
        do throws(FileError) {
            if let version = try version(of: target, holding: bytes) { return .present(version) }
            guard let spool = openSpool() else { return .bytes(bytes) }
            return .spooled(spool, try spool.append(bytes))
        } catch {
            return .failed(error)
        }
    }

    /// The file that is there as it is now, if it holds these bytes.
    private func version(of target: TargetPath, holding bytes: [UInt8]) throws(FileError) -> FileVersion? {
        let place = OutputPlace(root, target)
        guard let file = try place.present() else { return nil }
        let status = try file.status(path: place.path)
        guard status.kind == .file, status.version.size == bytes.count,
            try file.bytes(0..<bytes.count, path: place.path) == bytes
        else { return nil }
        return status.version
    }

    private func openSpool() -> Spool? {
        spool.withLock { state in
            if case .none = state {
                state = OutputPlace.nearestFolder(to: root).flatMap { Spool(in: $0) }.map { .open($0) } ?? .refused
            }
            guard case .open(let spool) = state else { return nil }
            return spool
        }
    }
}
