import Foundation
import TestSupport
import Testing

/// Completion and the manual page say what the help says.
@Suite struct CompletionTests {
    private func output(_ words: String...) throws -> String {
        try CommandLineTests().run(words + ["-l", "en"], environment: [:]).output
    }

    /// What bash would offer for a command line whose last word is being typed.
    private func offered(_ line: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        let script =
            try output("completion", "bash")
            + "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _shirube 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\""
        process.arguments = ["-c", script, "bash"] + line
        process.currentDirectoryURL = Project.root
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(
        "bash completes commands, options, boards and what an option may be",
        arguments: [
            (["shirube", "bu"], ["build"]), (["shirube", "build", "t"], ["takarazuka"]),
            (["shirube", "build", ""], ["setagaya", "takarazuka"]), (["shirube", "form", "--pup"], ["--pupils"]),
            (["shirube", "check", "--language", ""], ["ja", "en"]),
            (["shirube", "check", "--language", "=", "j"], ["ja"]),
            (["shirube", "explain", "D03"], (0...9).map { "D03\($0)" }),
            (["shirube", "build", "--templates", "Temp"], ["Templates"]),
            (["shirube", "schema", "-b", "s"], ["setagaya"]),
        ])
    func bash(line: [String], words: [String]) throws { #expect(try offered(line) == words) }

    @Test(
        "Every command and option is in each script and in the manual page",
        arguments: ["bash", "zsh", "fish", "manual"])
    func complete(kind: String) throws {
        let text = try kind == "manual" ? output("manual").replacing("\\-", with: "-") : output("completion", kind)
        let commands = try output("help").matches(of: #/(?m)^  ([a-z-]+) /#).map { String($0.1) }
        #expect(commands.count > 10)
        for command in commands {
            #expect(text.contains(command), "\(command)")
            for option in try output("help", command).matches(of: #/(?m)^ .*?--([a-z-]+)/#).map({ String($0.1) }) {
                #expect(text.contains(kind == "fish" ? "-l \(option)" : "--\(option)"), "\(command) --\(option)")
            }
        }
    }

    @Test("A shell that is not known is refused")
    func unknown() throws {
        let result = try CommandLineTests().run(["completion", "sh", "-l", "en"], environment: [:])
        #expect(result.status == 2 && result.errors.contains("bash, zsh or fish"))
    }
}
