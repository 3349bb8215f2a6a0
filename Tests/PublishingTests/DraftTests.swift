import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// Files that are handed over in pieces while they are made.
@Suite struct DraftTests {
    private let place: TemporaryFolder
    let root: URL

    init() throws {
        place = try TemporaryFolder()
        root = place.url.appending(path: "出力")
    }

    /// Publishes one file that comes in pieces, and tells what became of it.
    @discardableResult
    func publish(_ pieces: [String], meanwhile: () throws -> Void = {}) throws
        -> PublishedChange?
    {
        let drafts = Drafts(root: root.path)
        for piece in pieces.dropLast() { drafts.append(Array(piece.utf8), to: "a/x") }
        let content = drafts.finish("a/x", Array((pieces.last ?? "").utf8))
        try meanwhile()
        let file = PublishedFile(path: "a/x", content)
        return try Publisher(root: root.path).publish([Publisher.Group(name: "a", files: [file], isComplete: true)])
            .first?.change
    }

    func text() throws -> String { try String(contentsOf: root.appending(path: "a/x"), encoding: .utf8) }

    func attributes() throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: root.appending(path: "a/x").path)
    }

    @Test(
        "Whatever was there, the file is what the pieces say, and written only where that is something else",
        arguments: [nil, "abcdef", "abcdeX", "abXdef", "Xbcdef", "abcdefg", "abcde", "ab", ""])
    func pieces(present: String?) throws {
        if let present { try publish([present]) }
        let expected: PublishedChange = present == nil ? .created : present == "abcdef" ? .unchanged : .updated
        #expect(try publish(["ab", "cd", "ef"]) == expected)
        #expect(try text() == "abcdef")
        let inode = try attributes()[.systemFileNumber] as? Int
        #expect(try publish(["abc", "", "def"]) == .unchanged)
        #expect(try attributes()[.systemFileNumber] as? Int == inode)
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: ".shirube").path)
        #expect(names == ["a.manifest"])
    }

    @Test("More bytes than are compared at once")
    func large() throws {
        let piece = String(repeating: "ひらがな", count: 100_000)
        try publish([piece, piece, "end"])
        #expect(try publish([piece, piece, "END"]) == .updated)
        #expect(try text() == piece + piece + "END")
    }

    @Test("What was compared with a file that another run has replaced since is to be made anew", arguments: [1, 2])
    func replaced(pieces: Int) throws {
        let pieces = pieces == 1 ? ["ab"] : ["a", "b"]
        try publish(pieces)
        let error = #expect(throws: PublishingError.self) {
            try publish(pieces) { try publish(["a", "c"]) }
        }
        guard case .changed(let path) = error else {
            Issue.record("another error than of a change")
            return
        }
        #expect(path == root.path + "/a/x")
        #expect(try text() == "ac")
    }

    @Test("Small files wait in a spool, and only those that are others than what is there")
    func spooled() throws {
        try publish(["same"])
        let drafts = Drafts(root: root.path)
        guard case .present = drafts.finish("a/x", Array("same".utf8)),
            case .spooled(_, let first) = drafts.finish("a/x", Array("lame".utf8)),
            case .spooled(_, let second) = drafts.finish("a/y", Array("new".utf8))
        else {
            Issue.record("not in the spool")
            return
        }
        #expect([first, second] == [0..<4, 4..<7])
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        #expect(names.sorted() == [".shirube", "a"])
        #expect(try publish(["lame"]) == .updated)
        #expect(try text() == "lame")
    }

    @Test("Many files at once, more than are held open")
    func many() throws {
        let drafts = Drafts(root: root.path)
        let names = (100..<300).map { "a/\($0)" }
        for text in ["1", "2"] {
            for name in names { drafts.append(Array((name + text).utf8), to: name) }
        }
        let files = names.map { PublishedFile(path: $0, drafts.finish($0, [])) }
        _ = try Publisher(root: root.path).publish([Publisher.Group(name: "a", files: files, isComplete: true)])
        for name in names {
            #expect(try String(contentsOf: root.appending(path: name), encoding: .utf8) == "\(name)1\(name)2")
        }
    }

    @Test("What is never published leaves nothing behind")
    func dropped() throws {
        let drafts = Drafts(root: root.path)
        drafts.append([1], to: "a/x")
        _ = drafts.finish("a/x", [2])
        #expect(!FileManager.default.fileExists(atPath: root.path))
    }
}
