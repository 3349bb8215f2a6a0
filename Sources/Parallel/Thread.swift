internal import Glibc
internal import Synchronization

/// A thread of the system's.
struct Thread: Sendable {
    private let thread: pthread_t

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// nil where there is none to be had.
    init?(_ body: @escaping @Sendable () -> Void) {
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
        guard status == 0 else {
            unsafe work.release()
            return nil
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}

/// Work on another thread while this one goes on: for what counts no references to data that both use.
public final class Companion<Result: Sendable>: Sendable {
    private let thread: Thread
    private let result: Slot

    private final class Slot: Sendable {
        let value = Mutex<Result?>(nil)
    }

    private init(_ thread: Thread, _ result: Slot) {
        (self.thread, self.result) = (thread, result)
    }

    /// - Returns: nil where there is no other processor or no thread.
    public static func start(_ body: @escaping @Sendable () -> Result) -> Companion? {
        guard Parallel.processors > 1 else { return nil }
        let slot = Slot()
        let thread = Thread {
            let result = body()
            slot.value.withLock { $0 = result }
        }
        return thread.map { Companion($0, slot) }
    }

    /// Waits for the work's end, which has to be done once.
    public func wait() -> Result? {
        thread.join()
        return result.value.withLock { $0.take() }
    }
}
