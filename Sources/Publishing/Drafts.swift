import Diagnostics
internal import Synchronization

/// The large files of a run while they are being made, by their paths below the output folder; several threads may each make
/// their own.
public final class Drafts: Sendable {
    private let root: String
    private let drafts = Mutex<[TargetPath: Shared]>([:])

    private final class Shared: Sendable {
        let draft: Mutex<Draft>

        init(_ draft: sending Draft) { self.draft = Mutex(draft) }
    }

    /// So many files may be held open beside all others; what comes behind them is held in memory.
    private static let limit = 64

    public init(root: String) {
        self.root = root
    }

    /// Adds the next bytes of a file.
    public func append(_ piece: [UInt8], to path: String, isPrivate: Bool) {
        let shared = drafts.withLock { drafts in
            let target = TargetPath(path)
            if let shared = drafts[target] { return shared }
            let draft = Draft(of: target, in: root, isPrivate: isPrivate, isHeld: drafts.count >= Self.limit)
            let shared = Shared(draft)
            drafts[target] = shared
            return shared
        }
        shared.draft.withLock { $0.append(piece) }
    }

    /// What there is to publish of a file whose last bytes, or all of them, these are.
    public func finish(_ path: String, _ rest: [UInt8]) -> FileContent {
        guard let shared = drafts.withLock({ $0[TargetPath(path)] }) else { return .bytes(rest) }
        return shared.draft.withLock { $0.finish(rest) }
    }
}
