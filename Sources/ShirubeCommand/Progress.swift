import Diagnostics
import Synchronization

internal import Glibc

/// How far a run has come, shown on a terminal once it takes longer than a second.
final class Progress: Sendable {
    private struct State {
        var boards = 0
        var documents = 0
        var bytes = 0
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

    /// A document of so many of its board has been rendered.
    func finishDocument(of total: Int, bytes: Int) {
        update { state in
            state.documents += 1
            state.bytes += bytes
            state.total = total
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
        let megabytes = "\(state.bytes / 1_000_000).\(state.bytes / 100_000 % 10)MB"
        let left = done > 0 ? Int((elapsed / Double(done) * Double(all - done)).components.seconds) : nil
        return Phrase(
            ja: "\(boards > 1 ? "教育委員会" : "文書") \(done)/\(all)　文書\(state.documents)件　\(megabytes)"
                + (left.map { "　残り約\($0 + 1)秒" } ?? ""),
            en: "\(boards > 1 ? "boards" : "documents") \(done)/\(all)  \(state.documents) documents  \(megabytes)"
                + (left.map { "  about \($0 + 1) s left" } ?? ""))
    }
}
