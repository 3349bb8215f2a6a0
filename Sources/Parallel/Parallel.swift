internal import Glibc
internal import Synchronization

/// Work done side by side on the machine's processors.
///
/// Threads of the system's own: nothing else has to be linked or started for a run of a few milliseconds.
public enum Parallel {
    /// How many processors this program may run on: the machine may have more.
    static let processors: Int = {
        var allowed = cpu_set_t()
        let size = MemoryLayout<cpu_set_t>.size
        guard unsafe sched_getaffinity(0, size, &allowed) == 0 else {
            return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        }
        return unsafe withUnsafeBytes(of: &allowed) { max(1, unsafe $0.reduce(0) { $0 + $1.nonzeroBitCount }) }
    }()

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

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs a body on several threads, this one among them, until all have returned.
    private static func run(threads count: Int, _ body: @escaping @Sendable () -> Void) {
        var threads: [pthread_t] = []
        for _ in 1..<count {
            var thread = pthread_t()
            let work = unsafe Unmanaged.passRetained(Work(body))
            let status = unsafe pthread_create(
                &thread, nil,
                { context in
                    if let context = unsafe context {
                        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                    }
                    return nil
                }, unsafe work.toOpaque())
            // Where there is no thread to be had, those that there are do its work.
            if status == 0 { threads.append(thread) } else { unsafe work.release() }
        }
        body()
        for thread in threads { pthread_join(thread, nil) }
    }
}
