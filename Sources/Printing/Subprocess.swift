import Files
internal import Glibc

/// Another program, run until it ends.
enum Subprocess {
    enum Ending: Equatable {
        case exited(Int32)
        /// It crashed, or somebody ended it.
        case killed
        case late
    }

    /// Runs a program with all that it starts in a group of processes of its own, so that all of it can be ended.
    /// - Parameters:
    ///   - words: its path, and what it is given.
    ///   - messages: the file that gets what it says.
    ///   - patience: so many seconds it may take.
    ///   - isStopped: whether it is to be ended before.
    static func run(
        _ words: [String], messages: String, patience: Int, isStopped: () -> Bool = { false }
    ) throws(FileError) -> Ending {
        let process = try spawn(words, messages)
        var status: Int32 = 0
        for _ in 0..<patience * 50 {
            if unsafe waitpid(process, &status, WNOHANG) == process {
                // WIFEXITED and WEXITSTATUS are macros.
                return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed
            }
            if isStopped() { break }
            usleep(20_000)
        }
        // A script that has started the browser is not all of it.
        kill(-process, SIGKILL)
        unsafe waitpid(process, &status, 0)
        return .late
    }

    private static func spawn(_ words: [String], _ messages: String) throws(FileError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // What this program holds back of signals, that one does not.
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var process = pid_t()
        let failure = unsafe posix_spawn(&process, words[0], &actions, &attributes, &arguments, environ)
        guard failure == 0 else { throw FileError(path: words[0], code: failure) }
        return process
    }

    /// The first program of a name in the folders of a search path.
    static func find(_ name: String, in searchPath: String) -> String? {
        searchPath.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 }
    }
}
