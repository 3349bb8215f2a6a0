import Files
internal import Glibc

/// Windows as the Linux inside it sees it (WSL): its programs can be started, and know files by Windows' paths alone.
struct WindowsSide: Sendable {
    /// WSL's own program that turns paths of Linux into those of Windows, and back.
    private let converter: String
    private let shell: String?

    /// Where WSL puts Windows' drive: at its own place, or at the root where `/etc/wsl.conf` says so.
    static let drives = ["/mnt/c", "/c"]

    /// Where Edge's and Chrome's installers put them, below the drive; Edge comes with Windows.
    private static let browsers = [
        "Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
        "Program Files/Microsoft/Edge/Application/msedge.exe",
        "Program Files/Google/Chrome/Application/chrome.exe",
        "Program Files (x86)/Google/Chrome/Application/chrome.exe",
    ]

    static func browser(on drives: [String]) -> String? {
        drives.flatMap { drive in browsers.map { "\(drive)/\($0)" } }.first { unsafe access($0, X_OK) == 0 }
    }

    /// - Returns: nil for a program of Linux, and where nothing converts paths.
    init?(of program: String, searchPath: String, drives: [String]) {
        guard program.lowercased().hasSuffix(".exe"), let converter = Subprocess.find("wslpath", in: searchPath) else {
            return nil
        }
        self.converter = converter
        let folders = drives.map { "\($0)/Windows/System32" }.joined(separator: ":")
        shell = Subprocess.find("cmd.exe", in: "\(searchPath):\(folders)")
    }

    /// A path as Windows has it: `C:\Users\…`, or `\\wsl.localhost\Debian\home\…`.
    /// - Parameters:
    ///   - path: of something in a folder that is there.
    ///   - messages: a file to be used on the way.
    func path(_ path: String, messages: String) throws(FileError) -> String {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        guard let folder = try answer([converter, "-w", String(path[..<slash])], messages).map(Self.text) else {
            throw FileError(path: path, code: ENOENT)
        }
        return folder + (folder.hasSuffix("\\") ? "" : "\\") + path[slash...].dropFirst()
    }

    /// Windows' folder for what is there for a while, as Linux names it; a browser keeps no files of its own on Linux' side.
    /// - Returns: nil where Windows does not say.
    func temporaryFolder(messages: String) throws(FileError) -> String? {
        // In UTF-16 (/u): a user's name may be in Japanese.
        guard let shell, let folder = try answer([shell, "/u", "/d", "/c", "echo %TEMP%"], messages).map(Self.wide),
            !folder.isEmpty
        else { return nil }
        return try answer([converter, "-u", folder], messages).map(Self.text)
    }

    private func answer(_ words: [String], _ messages: String) throws(FileError) -> [UInt8]? {
        guard try Subprocess.run(words, messages: messages, patience: 20) == .exited(0) else { return nil }
        return try SourceFile.read(messages).bytes
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }

    private static func wide(_ bytes: [UInt8]) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return String(decoding: units, as: UTF16.self).split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }

    /// A path of Windows as an address has it: `file:///C:/…`, `file://wsl.localhost/…`.
    static func address(of path: String) -> String {
        let isShared = path.hasPrefix("\\\\")
        return (isShared ? "file://" : "file:///")
            + FileAddress.escaped(path.drop { $0 == "\\" }.replacing("\\", with: "/"))
    }
}

/// Paths as addresses have them.
enum FileAddress {
    /// RFC 3986 §2; the colon of a drive may stay (§3.3).
    static func escaped(_ path: some StringProtocol) -> String {
        var address = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"):
                address.unicodeScalars.append(Unicode.Scalar(byte))
            default: address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return address
    }
}
