import Foundation
import Printing
import TestSupport
import Testing

/// How a browser is found, called and ended. Scripts stand for browsers, and for what WSL has.
@Suite struct BrowserTests {
    private let temporary: TemporaryFolder

    init() throws { temporary = try TemporaryFolder() }

    private var folder: String { temporary.url.path }

    /// Writes a script and makes it a program.
    ///
    /// By another program: a process that starts meanwhile has this one's open files, and what is open for writing cannot be run.
    @discardableResult private func script(_ path: String, _ text: String) throws -> String {
        let draft = temporary.url.appending(path: UUID().uuidString)
        try Data("#!/bin/bash\n\(text)\n".utf8).write(to: draft)
        let target = temporary.url.appending(path: path).path
        let copy = try Process.run(
            URL(filePath: "/usr/bin/install"), arguments: ["-D", "-m", "755", draft.path, target])
        copy.waitUntilExit()
        try #require(copy.terminationStatus == 0)
        return target
    }

    @Test("A browser of Linux comes before Windows' own, which is found where its installer puts it")
    func found() throws {
        let drive = folder + "/mnt/c"
        #expect(Browser.find(in: folder + "/bin", drives: [drive]) == nil)
        let chrome = try script("mnt/c/Program Files/Google/Chrome/Application/chrome.exe", "")
        #expect(Browser.find(in: folder + "/bin", drives: [folder + "/c", drive])?.path == chrome)
        let edge = try script("mnt/c/Program Files (x86)/Microsoft/Edge/Application/msedge.exe", "")
        #expect(Browser.find(in: folder + "/bin", drives: [drive])?.path == edge)
        #expect(Browser.find(in: folder + "/bin", named: "chromium", drives: [drive]) == nil)
        let own = try script("bin/chromium", "")
        #expect(Browser.find(in: folder + "/bin", drives: [drive])?.path == own)
    }

    @Test(
        "Windows' browser gets Windows' paths, and keeps its own files on Windows' side",
        arguments: [
            (
                "\\\\wsl.localhost\\Debian", "file://wsl.localhost/Debian/print/%E7%B4%99.html",
                "\\\\wsl.localhost\\Debian\\print\\a b.pdf"
            ),
            ("D:", "file:///D:/print/%E7%B4%99.html", "D:\\print\\a b.pdf"),
        ])
    func windows(_ root: String, _ page: String, _ paper: String) throws {
        // As WSL's own: -w of what is there, and -u.
        try script(
            "bin/wslpath",
            """
            if [ "$1" = -u ]; then echo "\(folder)/mnt/c${2//\\\\/\\/}" | sed 's/C://'; exit; fi
            [ -e "$2" ] || exit 1
            path=${2#\(folder)}; echo '\(root)'"${path//\\//\\\\}"
            """)
        try script(
            "mnt/c/Windows/System32/cmd.exe",
            "[ \"$*\" = '/u /d /c echo %TEMP%' ] && printf 'C:\\\\Users\\\\山田\\\\Temp\\r\\n' | iconv -f UTF-8 -t UTF-16LE"
        )
        let edge = try script(
            "mnt/c/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
            "printf '%s\\n' \"$@\" > '\(folder)/given'; touch '\(folder)/print/a b.pdf'")
        try FileManager.default.createDirectory(
            at: temporary.url.appending(path: "print"), withIntermediateDirectories: true)
        let browser = try #require(Browser.find(in: folder + "/bin", drives: [folder + "/mnt/c"]))
        #expect(browser.path == edge)
        #expect(try browser.home(using: folder) == folder + "/mnt/c/Users/山田/Temp")
        try browser.print(
            folder + "/print/紙.html", to: folder + "/print/a b.pdf", profile: folder + "/print/profile")
        let given = try String(contentsOfFile: folder + "/given", encoding: .utf8).split(separator: "\n").map(
            String.init)
        #expect(given.last == page)
        #expect(given.contains("--print-to-pdf=" + paper))
        #expect(given.contains("--user-data-dir=" + root + "\\print\\profile"))
        #expect(!given.contains("--no-sandbox"))
    }

    @Test(
        "What a browser's wrapper has started ends with it when time is up, or when it is asked to",
        arguments: [true, false])
    func late(_ isStopped: Bool) throws {
        let wrapper = try script("chromium", "sleep 1000 &\necho $! > '\(folder)/sleeper'\nwait")
        let browser = Browser(path: wrapper, searchPath: "", patience: isStopped ? 100 : 1)
        let page = folder + "/page.html"
        let failure = #expect(throws: Browser.Failure.self) {
            try browser.print(page, to: folder + "/page.pdf", profile: folder + "/profile") {
                isStopped && FileManager.default.fileExists(atPath: folder + "/sleeper")
                    && (try? String(contentsOfFile: folder + "/sleeper", encoding: .utf8)).map { $0.hasSuffix("\n") }
                        == true
            }
        }
        guard case .late = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        let sleeper = try #require(
            Int32(
                String(contentsOfFile: folder + "/sleeper", encoding: .utf8).trimmingCharacters(
                    in: .whitespacesAndNewlines)))
        // Init takes it over, and may need a moment to let it go.
        for _ in 0..<100 where kill(sleeper, 0) == 0 && !isZombie(sleeper) { usleep(20_000) }
        #expect(kill(sleeper, 0) != 0 || isZombie(sleeper))
    }

    private func isZombie(_ process: Int32) -> Bool {
        (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.contains(") Z ") ?? true
    }
}
