public import Diagnostics
internal import Glibc

/// A browser that prints pages to PDF: Chromium, Chrome or Edge, which take the same options.
public struct Browser: Sendable {
    public let path: String

    /// Their names, in the order in which they are looked for.
    public static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
        "microsoft-edge-stable",
        "chrome", "msedge",
    ]

    /// So long a page may take.
    private static let patience = 120

    public init(path: String) { self.path = path }

    /// The first that lies in one of the folders of a search path.
    public static func find(in searchPath: String, among names: [String] = names) -> Browser? {
        for name in names {
            for folder in searchPath.split(separator: ":") where unsafe access("\(folder)/\(name)", X_OK) == 0 {
                return Browser(path: "\(folder)/\(name)")
            }
        }
        return nil
    }

    public enum Failure: Error, Sendable {
        case file(FileError)
        /// It ended without a PDF, or went on for too long; what it said last.
        case failed(String)
    }

    /// Prints a page as its own style sheets want it: tagged, with bookmarks, and without a line of the browser's.
    /// - Parameters:
    ///   - page: the HTML file's path, from the root.
    ///   - file: where the PDF is to be.
    ///   - profile: a folder that the browser may use for itself.
    public func print(_ page: String, to file: String, profile: String) throws(Failure) {
        var arguments = [
            path, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--disable-background-networking",
            "--disable-sync", "--hide-scrollbars", "--user-data-dir=\(profile)", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", "--export-tagged-pdf", "--print-to-pdf=\(file)",
        ]
        // It refuses to run as root in its sandbox.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        arguments.append("file://" + Self.escaped(page))
        let messages = file + ".log"
        let status = try run(arguments, messages)
        guard status == 0, unsafe access(file, R_OK) == 0 else {
            let said = (try? SourceFile.read(messages))?.text ?? ""
            throw .failed(said.split(whereSeparator: \.isNewline).last.map(String.init) ?? "")
        }
    }

    /// A path as an address has it (RFC 3986 §2).
    private static func escaped(_ path: String) -> String {
        var address = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                address.unicodeScalars.append(Unicode.Scalar(byte))
            default: address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return address
    }

    /// Runs it until it ends.
    /// - Returns: its exit status; nil where it had to be killed.
    private func run(_ arguments: [String], _ messages: String) throws(Failure) -> Int32? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var process = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        let failure = unsafe posix_spawn(&process, path, &actions, nil, &words, environ)
        guard failure == 0 else { throw .file(FileError(path: path, code: failure)) }
        var status: Int32 = 0
        for _ in 0..<Self.patience * 50 {
            if unsafe waitpid(process, &status, WNOHANG) == process {
                // WIFEXITED and WEXITSTATUS are macros.
                return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
            }
            usleep(20_000)
        }
        kill(process, SIGKILL)
        unsafe waitpid(process, &status, 0)
        return nil
    }
}
