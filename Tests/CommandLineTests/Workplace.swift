import Foundation
import TestSupport
import Testing

/// A copy of the sample's templates with data of its own, to change and to run the program on.
struct Workplace {
    let folder: URL
    private let tests: CommandLineTests

    /// - Parameter boards: the boards to begin with, by the folders of the project that they are copied from.
    init(_ boards: String...) throws {
        tests = try CommandLineTests()
        folder = tests.folder.appending(path: "work")
        let files = FileManager.default
        try files.createDirectory(at: folder.appending(path: "Data"), withIntermediateDirectories: true)
        try files.copyItem(at: Project.root.appending(path: "Templates"), to: folder.appending(path: "Templates"))
        for board in boards {
            let name = URL(filePath: board).lastPathComponent
            try files.copyItem(at: Project.root.appending(path: board), to: folder.appending(path: "Data/\(name)"))
        }
    }

    /// Puts a text in place of another, which must be there.
    func replace(_ old: String, _ new: String, in file: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old), "\(file) does not have \(old)")
        try Data(text.replacing(old, with: new).utf8).write(to: url)
    }

    func write(_ text: String, to file: String) throws {
        let url = folder.appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: file))
    }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: file).path) }

    func read(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    func run(_ command: String, _ arguments: String..., language: String = "en") throws -> CommandLineTests.Result {
        let folders = [
            "--data", folder.appending(path: "Data").path, "--templates", folder.appending(path: "Templates").path,
            "--output", folder.appending(path: "Output").path, "--language", language,
        ]
        return try tests.run([command] + folders + arguments)
    }

    /// Runs a command that only knows the folder of the data.
    func runPlain(_ words: [String], language: String = "en") throws -> CommandLineTests.Result {
        let options = ["--data", folder.appending(path: "Data").path, "--language", language]
        return try tests.run([words[0]] + options + words.dropFirst())
    }

    /// Runs a command line as it is.
    func runWords(
        _ words: [String], environment: [String: String] = ["LANG": "ja_JP.UTF-8"]
    ) throws -> CommandLineTests.Result { try tests.run(words, environment: environment) }

    /// What a check finds: a code and the file and line it is told at, a finding an item.
    func findings() throws -> [String] {
        let result = try run("check")
        return result.errors.matches(of: /work\/(\S+?):(\d+):\d+: (?:error|warning|note)\[(\w+)\]/).map {
            "\($0.3) \($0.1):\($0.2)"
        }
    }

    func codes() throws -> [String] {
        try run("check").errors.matches(of: /(?:error|warning|note)\[(\w+)\]/).map { String($0.1) }
    }
}
