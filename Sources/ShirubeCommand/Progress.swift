import Diagnostics
import Synchronization

internal import Glibc

/// How far a run has come, shown on a terminal once it takes longer than a second.
final class Progress: Sendable {
    private struct State {
        var boards = 0
        var documents = 0
        var bytes = 0
        /// What there is of the document in hand: its bytes, and the share of its work that is done.
        var present = (bytes: 0, share: 0.0)
        /// The documents of the board in hand, where there is just one.
        var total = 0
        var shown: ContinuousClock.Instant?
    }

    private let terminal: Terminal
    private let boards: Int
    private let start = ContinuousClock.now
    private let isShown: Bool
    private let state = Mutex(State())

    init(_ terminal: Terminal, boards: Int) {
        self.terminal = terminal
        self.boards = boards
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// How far a document of so many of its board has come: see `RenderOptions.progress`.
    func note(documents total: Int, bytes: Int, share: Double) {
        update { state in
            state.total = total
            state.present = share < 1 ? (bytes, share) : (0, 0)
            if share == 1 {
                state.documents += 1
                state.bytes += bytes
            }
        }
    }

    func finishBoard() {
        update { $0.boards += 1 }
    }

    /// Takes the line away.
    func clear() {
        state.withLock { state in
            if state.shown != nil { terminal.showStatus("") }
            state.shown = nil
        }
    }

    private func update(_ change: (inout State) -> Void) {
        guard isShown else { return }
        state.withLock { state in
            change(&state)
            let now = ContinuousClock.now
            guard now - start > .seconds(1), state.shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
            state.shown = now
            terminal.showStatus(line(state, now - start)[terminal.language])
        }
    }

    private func line(_ state: State, _ elapsed: Duration) -> Phrase {
        let (done, all) = boards > 1 ? (state.boards, boards) : (state.documents, max(state.total, state.documents))
        // Of several boards, those side by side have each a document in hand.
        let present = boards > 1 ? (bytes: 0, share: 0) : state.present
        let bytes = state.bytes + present.bytes
        let megabytes = "\(bytes / 1_000_000).\(bytes / 100_000 % 10)MB"
        let work = Double(done) + present.share
        let left = work > 0 ? Int((elapsed / work * (Double(all) - work)).components.seconds) : nil
        return Phrase(
            ja: "\(boards > 1 ? "教育委員会" : "文書") \(done)/\(all)　文書\(state.documents)件　\(megabytes)"
                + (left.map { "　残り約\($0 + 1)秒" } ?? ""),
            en: "\(boards > 1 ? "boards" : "documents") \(done)/\(all)  \(state.documents) documents  \(megabytes)"
                + (left.map { "  about \($0 + 1) s left" } ?? ""))
    }
}
