import Diagnostics
import Documents

internal import Glibc

/// How many forms are made, shown on a terminal once it takes longer than a second.
final class FormProgress {
    private let terminal: Terminal
    private let count: Int
    private let start = ContinuousClock.now
    private let isShown = isatty(STDERR_FILENO) == 1
    private var shown: ContinuousClock.Instant?
    /// The rows whose values repeat the words beside them.
    private(set) var doubled: [Int] = []

    init(_ terminal: Terminal, count: Int) { (self.terminal, self.count) = (terminal, count) }

    func note(_ sheet: FormPress.Sheet, ofRow row: Int?) {
        if sheet.isDoubled, let row { doubled.append(row) }
    }

    func note(_ done: Int) {
        guard isShown, done % 16 == 0 else { return }
        let now = ContinuousClock.now
        guard now - start > .seconds(1), shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        shown = now
        let rate = Double(done) / ((now - start) / .seconds(1))
        let left = Int(Double(count - done) / rate) + 1
        terminal.showStatus(
            Phrase(
                ja: "様式 \(done)/\(count)　1秒に\(Int(rate))件　残り約\(left)秒",
                en: "forms \(done)/\(count)  \(Int(rate)) a second  about \(left) s left")[terminal.language])
    }

    /// Takes the line away.
    func clear() {
        if shown != nil { terminal.showStatus("") }
        shown = nil
    }
}
