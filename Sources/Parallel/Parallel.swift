internal import Glibc
internal import Synchronization

/// Work done side by side on the processors that the program may run on.
///
/// Threads of the system's own: nothing else has to be linked or started for a run of a few milliseconds.
public enum Parallel {
    /// How many of the processors that are there this program may run on.
    public static let processors: Int = {
        let online = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        // The mask also names processors that could be plugged in.
        return min(online, max(1, allowedProcessors ?? online))
    }()

    /// By the mask that the system gives out for the program (proc(5), Cpus_allowed); nil where it does not.
    private static var allowedProcessors: Int? {
        let descriptor = unsafe open("/proc/self/status", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let status = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, unsafe read(descriptor, buffer.baseAddress, buffer.count))
        }
        let lines = String(decoding: status, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n"))
        guard let mask = lines.first(where: { $0.starts(with: "Cpus_allowed:".utf8) }) else { return nil }
        return mask.dropFirst("Cpus_allowed:".utf8.count).reduce(0) {
            $0 + (Character(Unicode.Scalar($1)).hexDigitValue?.nonzeroBitCount ?? 0)
        }
    }

    /// The results of a body for each item, in the items' order, whichever is done first.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
    ) -> [Result] {
        let threads = min(processors, items.count)
        guard threads > 1 else { return items.map(body) }
        let queue = Queue(items, body)
        run(threads: threads) { queue.work() }
        return queue.results.withLock { $0.compactMap { $0 } }
    }

    /// Items that threads take in turn, and what has come of them.
    private final class Queue<Item: Sendable, Result: Sendable>: Sendable {
        private let items: [Item]
        private let body: @Sendable (Item) -> Result
        private let next = Atomic(0)
        let results: Mutex<[Result?]>

        init(_ items: [Item], _ body: @escaping @Sendable (Item) -> Result) {
            self.items = items
            self.body = body
            results = Mutex(Array(repeating: nil, count: items.count))
        }

        func work() {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < items.count else { return }
                let result = body(items[index])
                results.withLock { $0[index] = result }
            }
        }
    }

    /// Runs a body on several threads, this one among them, until all have returned.
    private static func run(threads count: Int, _ body: @escaping @Sendable () -> Void) {
        // Where there is no thread to be had, those that there are do its work.
        let threads = (1..<count).compactMap { _ in Thread(body) }
        body()
        for thread in threads { thread.join() }
    }
}
