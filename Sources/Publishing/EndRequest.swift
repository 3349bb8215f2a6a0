internal import Glibc

/// Whether somebody has asked the program to end: asked for, not jumped to, so that what it does is finished.
public struct EndRequest: Sendable {
    private var signals = sigset_t()

    /// From now on a request waits until it is asked for.
    public init() {
        unsafe sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    public var isThere: Bool {
        var signals = signals
        var time = timespec()
        return unsafe sigtimedwait(&signals, nil, &time) > 0
    }
}
