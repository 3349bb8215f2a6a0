public import Files
internal import Glibc

/// A browser that prints pages to PDF: Chromium, Chrome or Edge, which take the same options.
public struct Browser: Sendable {
    public let path: String
    /// Where it is Windows' own, and runs beside the Linux that this program runs in.
    private let windows: WindowsSide?

    /// Their names, in the order in which they are looked for.
    private static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
        "microsoft-edge-stable",
        "chrome", "msedge",
    ]

    /// So many seconds a page may take.
    private let patience: Int

    /// - Parameter drives: where Windows' drive may be seen.
    public init(path: String, searchPath: String, drives: [String]? = nil, patience: Int = 120) {
        self.path = path
        self.patience = patience
        windows = WindowsSide(of: path, searchPath: searchPath, drives: drives ?? WindowsSide.drives)
    }

    /// The first that lies in one of the folders of a search path, or that one of a name; else the one that Windows has.
    public static func find(in searchPath: String, named name: String? = nil, drives: [String]? = nil) -> Browser? {
        let path =
            (name.map { [$0] } ?? names).lazy.compactMap { Subprocess.find($0, in: searchPath) }.first
            ?? (name == nil ? WindowsSide.browser(on: drives ?? WindowsSide.drives) : nil)
        return path.map { Browser(path: $0, searchPath: searchPath, drives: drives) }
    }

    public enum Failure: Error, Sendable {
        case file(FileError)
        /// It ended without a PDF; what it said last.
        case failed(String)
        /// It went on for more than so many seconds.
        case late(Int)
    }

    /// Prints a page as its own style sheets want it: tagged, with bookmarks, and without a line of the browser's.
    /// - Parameters:
    ///   - page: the HTML file's path, from the root.
    ///   - file: where the PDF is to be.
    ///   - profile: a folder that the browser may use for itself, in one that is there.
    ///   - isStopped: whether it is to be ended before it is done.
    public func print(
        _ page: String, to file: String, profile: String, isStopped: () -> Bool = { false }
    ) throws(Failure) {
        let messages = file + ".log"
        let ending: Subprocess.Ending
        do throws(FileError) {
            var arguments = [
                path, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-sync", "--hide-scrollbars", "--no-pdf-header-footer",
                "--generate-pdf-document-outline", "--export-tagged-pdf",
                "--user-data-dir=" + (try native(profile, messages)), "--print-to-pdf=" + (try native(file, messages)),
            ]
            // It refuses to run as root in its sandbox.
            if geteuid() == 0, windows == nil { arguments.append("--no-sandbox") }
            let place = try native(page, messages)
            arguments.append(windows == nil ? "file://" + FileAddress.escaped(place) : WindowsSide.address(of: place))
            ending = try Subprocess.run(arguments, messages: messages, patience: patience, isStopped: isStopped)
        } catch {
            throw .file(error)
        }
        if ending == .late { throw .late(patience) }
        if ending == .exited(0), unsafe access(file, R_OK) == 0 { return }
        let said = (try? SourceFile.read(messages))?.text ?? ""
        throw .failed(said.split(whereSeparator: \.isNewline).last.map(String.init) ?? "")
    }

    /// A path as the browser knows it.
    private func native(_ path: String, _ messages: String) throws(FileError) -> String {
        guard let windows else { return path }
        return try windows.path(path, messages: messages)
    }

    /// Where its own files have to be, if not where its user likes.
    /// - Parameter folder: a folder for a file to be used on the way.
    public func home(using folder: String) throws(FileError) -> String? {
        try windows?.temporaryFolder(messages: folder + "/windows.log")
    }
}
