import Diagnostics
import Files
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct PublisherTests {
    private let place: TemporaryFolder
    let root: URL
    /// A place beside the output.
    let outside: URL

    init() throws {
        place = try TemporaryFolder()
        root = place.url.appending(path: "出力")
        outside = place.url.appending(path: "outside")
    }

    @discardableResult
    func publish(_ files: [String: String], isComplete: Bool = true) throws -> [String: PublishedChange] {
        let group = Publisher.Group(
            name: "board",
            files: files.sorted { $0.key < $1.key }.map { PublishedFile(path: $0.key, .bytes(Array($0.value.utf8))) },
            isComplete: isComplete)
        let changes = try Publisher(root: root.path).publish([group])
        return Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0.change) })
    }

    func text(_ path: String) -> String? { try? String(contentsOf: root.appending(path: path), encoding: .utf8) }

    func names(_ path: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: path).path)) ?? []).sorted()
    }

    /// Puts files into the state folder, as a run that is stopped leaves them.
    func write(_ files: [String: String]) throws {
        for (path, text) in files {
            let place = root.appending(path: ".shirube/\(path)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }
    }

    func journal(_ steps: String...) throws {
        try write(["journal": (steps + ["end", ""]).joined(separator: "\n")])
    }

    func inode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    @Test("Files are written, and nothing else stays behind")
    func written() throws {
        #expect(try publish(["a/x.html": "1", "a/x.txt": "2"]) == ["a/x.html": .created, "a/x.txt": .created])
        #expect(text("a/x.html") == "1")
        #expect(names() == [".shirube", "a"])
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A file whose bytes are the same is not touched")
    func unchanged() throws {
        try publish(["a/x": "1", "a/y": "1"])
        let path = root.appending(path: "a/x").path
        let old = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(try publish(["a/x": "1", "a/y": "2"]) == ["a/x": .unchanged, "a/y": .updated])
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == old)
    }

    @Test("What an earlier run wrote and this one does not is removed; what no run wrote is left alone")
    func removed() throws {
        try publish(["a/x": "1", "b/y": "1"])
        try Data("mine".utf8).write(to: root.appending(path: "a/notes"))
        #expect(try publish(["a/x": "1"]) == ["a/x": .unchanged, "b/y": .removed])
        #expect(names() == [".shirube", "a"])
        #expect(names("a") == ["notes", "x"])
    }

    @Test("A part of a group leaves the rest as it is, and in the manifest")
    func partial() throws {
        try publish(["a/x": "1", "a/y": "1"])
        #expect(try publish(["a/x": "2"], isComplete: false) == ["a/x": .updated])
        #expect(text("a/y") == "1")
        #expect(try publish(["a/x": "2"]) == ["a/x": .unchanged, "a/y": .removed])
    }

    @Test("A file of somebody else's is not replaced")
    func foreign() throws {
        try publish(["a/x": "1"])
        try Data("mine".utf8).write(to: root.appending(path: "a/y"))
        try Data("mine".utf8).write(to: root.appending(path: "a/z"))
        let error = #expect(throws: PublishingError.self) { try publish(["a/x": "2", "a/y": "1", "a/z": "1"]) }
        guard case .foreignFiles(let paths, _) = error else {
            Issue.record("another error than of others' files")
            return
        }
        #expect(paths == ["\(root.path)/a/y", "\(root.path)/a/z"])
        #expect(text("a/x") == "1")
        #expect(text("a/y") == "mine")
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A run of which not even the first step can be done does not stand in the next one's way")
    func abandoned() throws {
        try publish(["a/x": "1"])
        try FileManager.default.removeItem(at: root.appending(path: "a/x"))
        // A folder has come into the file's place since the journal was set down.
        try FileManager.default.createDirectory(at: root.appending(path: "a/x/y"), withIntermediateDirectories: true)
        try write(["0.staged/x": "2"])
        try journal("move\t0.staged/x\ta/x")
        #expect(throws: PublishingError.self) { try Publisher(root: root.path).recover() }
        #expect(names(".shirube") == ["board.manifest"])
        try Publisher(root: root.path).recover()
        #expect(names("a/x") == ["y"])
    }

    @Test(
        "Paths stay inside the folder",
        arguments: [
            "../x", "/etc/x", "a/../../x", "a//x", "", ".", "a/.", ".shirube/x", "a\u{0}b", "a\nb",
        ])
    func unsafePath(path: String) throws {
        #expect(throws: PublishingError.self) { try publish([path: "1"]) }
        #expect(names() == [])
    }

    @Test("A symbolic link on the way is refused")
    func link() throws {
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: root.appending(path: "a"), withDestinationURL: outside)
        #expect(throws: PublishingError.self) { try publish(["a/x": "1"]) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
    }

    @Test("The program's own folder is no link: what is in it is moved and removed")
    func linkedState() throws {
        try publish(["a/x": "1"])
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: outside.appending(path: "0.staged"))
        let link = root.appending(path: ".shirube")
        try? FileManager.default.removeItem(at: link)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: outside)
        #expect(throws: PublishingError.self) { try publish(["a/x": "2"]) }
        #expect(throws: PublishingError.self) { try Publisher(root: root.path).recover() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["0.staged"])
        #expect(text("a/x") == "1")
    }

    @Test("A link where a file is to be staged is not written through")
    func linkedStaged() throws {
        try publish(["a/x": "1"])
        try Data("mine".utf8).write(to: outside)
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: ".shirube/0.staged"), withDestinationURL: outside)
        try publish(["a/x": "2"])
        #expect(try Data(contentsOf: outside) == Data("mine".utf8))
        #expect(text("a/x") == "2")
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A link in a file's place is somebody else's")
    func linkedFile() throws {
        try publish(["a/x": "1"])
        try Data("1".utf8).write(to: outside)
        try FileManager.default.removeItem(at: root.appending(path: "a/x"))
        try FileManager.default.createSymbolicLink(at: root.appending(path: "a/x"), withDestinationURL: outside)
        for content in ["1", "2"] {
            #expect(throws: PublishingError.self) { try publish(["a/x": content]) }
        }
        #expect(try Data(contentsOf: outside) == Data("1".utf8))
    }

    @Test("A journal leads nowhere through a link")
    func linkedJournal() throws {
        try publish(["a/x": "1"])
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: root.appending(path: "b"), withDestinationURL: outside)
        try write(["0.staged": "planted"])
        try journal("move\t0.staged\tb/x")
        try publish(["a/x": "1"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
        #expect(names(".shirube") == ["board.manifest"])
    }

    /// Swift's strings take a sign of Unicode's class Prepend and the `/` behind it for one character.
    @Test(
        "A path is parted by bytes, whatever a journal or a manifest makes of its characters",
        arguments: ["a\u{0600}", "a\u{08E2}", "か\u{110BD}", "\u{1F1EF}"])
    func partedByBytes(folder: String) throws {
        try publish(["a/x": "1"])
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: outside.appending(path: "conf"))
        try FileManager.default.createSymbolicLink(at: root.appending(path: folder), withDestinationURL: outside)
        try write(["0.staged": "planted"])
        try journal("remove\t\(folder)/conf", "move\t0.staged\t\(folder)/x")
        try Data("a/x\n\(folder)/conf\n".utf8).write(to: root.appending(path: ".shirube/board.manifest"))
        try publish(["a/x": "1"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["conf"])
        #expect(throws: PublishingError.self) { try publish(["\(folder)/conf": "2"]) }
    }

    @Test(
        "Names that read alike and differ in bytes are two",
        arguments: [["が/x", "か\u{3099}/x"], ["a/Å", "a/A\u{30A}"]])
    func sameCharacters(paths: [String]) throws {
        try publish([paths[0]: "1"], isComplete: false)
        let files = paths.map { PublishedFile(path: $0, .bytes(Array("2".utf8))) }
        let group = Publisher.Group(name: "board", files: files, isComplete: true)
        let changes = try Publisher(root: root.path).publish([group])
        #expect(changes.map(\.change) == [.updated, .created])
        #expect(text(paths[0]) == "2")
        #expect(text(paths[1]) == "2")
        // The one that is no longer published goes, and the other stays.
        let rest = Publisher.Group(name: "board", files: Array(files.prefix(1)), isComplete: true)
        _ = try Publisher(root: root.path).publish([rest])
        #expect(text(paths[0]) == "2")
        #expect(text(paths[1]) == nil)
    }

    @Test("Replacing a file follows a link to it, keeps its permissions, and leaves nothing beside it")
    func replace() throws {
        try publish(["a/x": "old"])
        let (file, link) = (root.appending(path: "a/x"), root.appending(path: "link"))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        // What a run that was stopped has left.
        try Data("half".utf8).write(to: root.appending(path: "a/.x.shirube"))
        #expect(try FileSystem.replace(link.path, with: Array("new".utf8), ifStill: Array("old".utf8)))
        #expect(text("a/x") == "new")
        #expect(names("a") == ["x"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
        #expect(try !FileSystem.replace(file.path, with: [], ifStill: Array("old".utf8)))
        #expect(text("a/x") == "new")
        try Data("half".utf8).write(to: root.appending(path: "a/.x.shirube"))
        try FileSystem.discardDraft(of: link.path)
        #expect(names("a") == ["x"])
    }

    @Test("What cannot be looked at is not taken for missing")
    func unknown() throws {
        let loop = root.appending(path: "loop")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: loop, withDestinationURL: loop)
        #expect(throws: FileError.self) { try FileSystem.exists(loop.path) }
        #expect(throws: FileError.self) { try FileSystem.isFolder(loop.path + "/x") }
        #expect(try !FileSystem.exists(root.path + "/nothing"))
    }

    @Test("What has become a link or a folder since is left alone")
    func noLongerOwn() throws {
        try publish(["a/x": "1", "b/y": "1", "c/z": "1"])
        try FileManager.default.moveItem(at: root.appending(path: "b"), to: outside)
        try FileManager.default.createSymbolicLink(at: root.appending(path: "b"), withDestinationURL: outside)
        try FileManager.default.removeItem(at: root.appending(path: "c/z"))
        try FileManager.default.createDirectory(at: root.appending(path: "c/z"), withIntermediateDirectories: true)
        #expect(try publish(["a/x": "2"]) == ["a/x": .updated])
        #expect(FileManager.default.fileExists(atPath: outside.appending(path: "y").path))
        #expect(names(".shirube") == ["board.manifest"])
        #expect(try publish(["a/x": "3"]) == ["a/x": .updated])
    }

    @Test("A path that would be written twice is refused")
    func twice() throws {
        let files = [PublishedFile(path: "a/x", .bytes([1])), PublishedFile(path: "a/x", .bytes([2]))]
        #expect(throws: PublishingError.self) {
            try Publisher(root: root.path).publish([Publisher.Group(name: "b", files: files, isComplete: true)])
        }
    }

    @Test("A run that was stopped after its journal stood is finished by the next")
    func interrupted() throws {
        try publish(["a/x": "old", "a/y": "old", "a/z": "old"])
        // The first of two files has been moved already.
        try Data("new".utf8).write(to: root.appending(path: "a/x"))
        try write(["0.staged/y": "new"])
        try journal("move\t0.staged/x\ta/x", "move\t0.staged/y\ta/y", "remove\ta/z")
        try publish([:], isComplete: false)
        #expect(text("a/x") == "new")
        #expect(text("a/y") == "new")
        #expect(text("a/z") == nil)
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test(
        "A run that was stopped before its journal stood has changed nothing",
        arguments: ["", "move\t0.staged/x\ta/x\n"])
    func stoppedEarly(journal: String) throws {
        try publish(["a/x": "old"])
        try write(["0.staged/x": "new", "journal.new": journal])
        try publish([:], isComplete: false)
        #expect(text("a/x") == "old")
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A folder changes as a whole, and keeps what others have in it, and its rights")
    func swapped() throws {
        try publish(["a/x": "1", "a/b/y": "1", "a/c/z": "1"])
        let folder = root.appending(path: "a")
        for path in ["empty", "notes/old"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        for path in ["notes/mine", "b/mine"] { try Data(path.utf8).write(to: folder.appending(path: path)) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "link").path, withDestinationPath: "nowhere")
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder.path)
        let (before, mine) = (try inode("a"), try inode("a/b/mine"))
        #expect(
            try publish(["a/x": "2", "a/b/y": "1"]) == ["a/x": .updated, "a/b/y": .unchanged, "a/c/z": .removed])
        #expect(try inode("a") != before)
        #expect(try inode("a/b/mine") == mine)
        #expect(names("a") == ["b", "empty", "link", "notes", "x"])
        #expect(names("a/b") == ["mine", "y"])
        #expect(names("a/notes") == ["mine", "old"])
        #expect(text("a/x") == "2")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o750)
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("An exchange that a stopped run has, or has not, come to is finished once", arguments: [false, true])
    func stoppedAtExchange(isDone: Bool) throws {
        try publish(["a/x": "old", "a/y": "old", "a/z": "old"])
        try write(["0.staged/x": "new", "0.staged/y": "new"])
        let (old, new) = (root.appending(path: "a"), root.appending(path: ".shirube/0.staged"))
        try journal(
            "swap\t0.staged\t\(try inode(".shirube/0.staged"))\ta", "move\t0.staged/x\ta/x", "move\t0.staged/y\ta/y",
            "remove\ta/z")
        if isDone {
            let other = root.appending(path: "other")
            try FileManager.default.moveItem(at: old, to: other)
            try FileManager.default.moveItem(at: new, to: old)
            try FileManager.default.moveItem(at: other, to: new)
            // What somebody has put there meanwhile is not lost, nor what is newer than that.
            try write(["0.staged/late": "mine", "0.staged/deep/late": "mine", "0.staged/saved": "old"])
            try Data("mine".utf8).write(to: root.appending(path: "a/saved"))
        }
        try Publisher(root: root.path).recover()
        #expect(names("a") == (isDone ? ["deep", "late", "saved", "x", "y"] : ["x", "y"]))
        #expect(text("a/x") == "new")
        #expect(isDone ? text("a/saved") == "mine" && text("a/deep/late") == "mine" : text("a/saved") == nil)
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A file whose name is not UTF-8 stays where it is, and its folder is changed file by file")
    func unnameable() throws {
        try publish(["a/x": "1"])
        // 資料 in Shift_JIS.
        let name: [CChar] = Array((root.path + "/a/").utf8CString.dropLast()) + [-114, -111, -105, -65, 0]
        let file = unsafe fopen(name, "w")
        #expect(unsafe file != nil)
        if let file = unsafe file { unsafe fclose(file) }
        let before = try inode("a")
        #expect(try publish(["a/x": "2"]) == ["a/x": .updated])
        #expect(try inode("a") == before)
        #expect(unsafe access(name, F_OK) == 0)
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A subfolder that nothing may be taken from does not stop what comes after it")
    func readOnlySubfolder() throws {
        try publish(["a/x": "1"])
        let folder = root.appending(path: "a/kept")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "mine"))
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        for text in ["2", "3"] { #expect(try publish(["a/x": text]) == ["a/x": .updated]) }
        #expect(text("a/kept/mine") == "mine")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o555)
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("New folders inherit what the folder that they are for lets its own inherit")
    func inherited() throws {
        try publish(["a/x": "1"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o2775], ofItemAtPath: root.appending(path: "a").path)
        try publish(["a/x": "1", "a/b/y": "1"])
        for path in ["a", "a/b"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)
            #expect((attributes[.posixPermissions] as? Int ?? 0) & 0o2000 != 0, "\(path)")
        }
    }

    @Test("A file in a folder's place is refused before any folder is changed")
    func fileInFoldersPlace() throws {
        try publish(["a/x": "1"])
        try Data("mine".utf8).write(to: root.appending(path: "b"))
        #expect(throws: PublishingError.self) { try publish(["a/x": "2", "b/y": "1"]) }
        #expect(text("a/x") == "1")
        #expect(text("b") == "mine")
        #expect(names(".shirube") == ["board.manifest"])
        #expect(try publish(["a/x": "2"]) == ["a/x": .updated])
    }

    @Test("Where both folders of an exchange have been copied since, nothing old is put over what is new")
    func copiedAtExchange() throws {
        try publish(["a/x": "new"])
        try write(["0.staged/x": "old"])
        try journal("swap\t0.staged\t1\ta", "move\t0.staged/x\ta/x", "remove\ta/z")
        try Publisher(root: root.path).recover()
        #expect(text("a/x") == "new")
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("A planted exchange leads nowhere through a link")
    func linkedExchange() throws {
        try publish(["a/x": "1"])
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: root.appending(path: "a/b"), withDestinationURL: outside)
        try write(["0.staged/b/planted": "1"])
        try journal("swap\t0.staged\t\(try inode("a"))\ta")
        try Publisher(root: root.path).recover()
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test(
        "A journal names only what has been staged, manifests, and what is published",
        arguments: [
            "move\tboard.manifest\ta/y", "move\t0.staged\t.shirube/journal", "move\t0.staged\t.shirube/b/c.manifest",
            "move\t0.staged\t.shirube/0.kept", "remove\t.shirube/journal.new", "remove\t.shirube",
            "swap\t0.staged/x\t1\ta",
            "swap\t0.staged\t1\ta/b", "move\t\(String(repeating: "x", count: 300))0.staged\ta/y",
            "swap\tboard.manifest\t1\ta", "swap\t0.staged\t1\t.shirube",
        ])
    func journalNames(step: String) throws {
        try publish(["a/x": "1"])
        try write(["0.staged": "planted"])
        try journal("move\t0.staged\ta/planted", step)
        try Publisher(root: root.path).recover()
        #expect(names("a") == ["x"])
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test("What is staged is a file", arguments: ["link", "folder"])
    func stagedKind(kind: String) throws {
        try publish(["a/x": "1"])
        let staged = root.appending(path: ".shirube/0.staged")
        if kind == "link" {
            try FileManager.default.createSymbolicLink(atPath: staged.path, withDestinationPath: "/etc/hostname")
        } else {
            try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
        }
        try journal("move\t0.staged\ta/x")
        try Publisher(root: root.path).recover()
        #expect(text("a/x") == "1")
        #expect(names(".shirube") == ["board.manifest"])
    }

    @Test(
        "What others can write is not believed",
        arguments: [("", 0o777), ("", 0o1777), ("board.manifest", 0o666), ("journal", 0o646)])
    func writableByOthers(name: String, mode: Int) throws {
        try publish(["a/x": "1"])
        try write(["0.staged": "planted"])
        try journal("move\t0.staged\ta/x")
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: root.appending(path: ".shirube/\(name)").path)
        let error = #expect(throws: PublishingError.self) { try publish(["a/x": "2"], isComplete: false) }
        guard case .writableByOthers(let path) = error else {
            Issue.record("another error than of what others can write")
            return
        }
        #expect(path == root.path + "/.shirube" + (name.isEmpty ? "" : "/" + name))
        #expect(text("a/x") == (name == "board.manifest" ? "planted" : "1"))
    }

    @Test("What belongs to another user is not believed", .enabled(if: geteuid() == 0), arguments: ["", "journal"])
    func ofAnother(name: String) throws {
        try publish(["a/x": "1"])
        try write(["0.staged": "planted"])
        try journal("move\t0.staged\ta/x")
        try FileManager.default.setAttributes(
            [.ownerAccountID: 65534], ofItemAtPath: root.appending(path: ".shirube/\(name)").path)
        let error = #expect(throws: PublishingError.self) { try publish(["a/x": "2"]) }
        guard case .notOwn = error else {
            Issue.record("another error than of another user's")
            return
        }
        #expect(text("a/x") == "1")
    }

    @Test("Nothing is published right into a folder that everybody writes to, as /tmp is")
    func shared() throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: root.path)
        #expect(throws: PublishingError.self) { try publish(["a/x": "2"]) }
        #expect(names() == [])
    }

    @Test("What the program keeps is not for others to write, whatever the umask")
    func ownRights() throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o2777], ofItemAtPath: root.path)
        try publish(["a/x": "1"])
        for path in [".shirube", ".shirube/board.manifest"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)
            #expect((attributes[.posixPermissions] as? Int ?? 0o777) & 0o022 == 0, "\(path)")
        }
    }

    @Test("A tree too deep to be gone through is passed over", arguments: [".shirube/0.staged", "a/deep"])
    func deep(path: String) throws {
        try publish(["a/x": "1"])
        // Deeper than a path is long, so it is made from the inside out.
        var tree = root.appending(path: "tree")
        try FileManager.default.createDirectory(at: tree, withIntermediateDirectories: true)
        for level in 0..<1500 {
            let next = root.appending(path: "tree\(level)")
            try FileManager.default.createDirectory(at: next, withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: tree, to: next.appending(path: "a"))
            tree = next
        }
        try FileManager.default.moveItem(at: tree, to: root.appending(path: path))
        for text in ["2", "3"] { #expect(try publish(["a/x": text]) == ["a/x": .updated]) }
        #expect(text("a/x") == "3")
        let kept = names(".shirube").filter { $0.hasSuffix(".kept") }
        #expect(path == "a/deep" ? kept.isEmpty && names("a") == ["deep", "x"] : kept.count == 1)
    }

    @Test("A folder in a file's place is refused before anything is written")
    func folderInPlace() throws {
        try FileManager.default.createDirectory(at: root.appending(path: "a/x"), withIntermediateDirectories: true)
        #expect(throws: PublishingError.self) { try publish(["a/w": "1", "a/x": "1"]) }
        #expect(names("a") == ["x"])
    }

    @Test("A folder that cannot be written is an error with its path")
    func unwritable() throws {
        let publisher = Publisher(root: "/proc/shirube")
        let error = #expect(throws: PublishingError.self) {
            try publisher.publish([
                Publisher.Group(name: "b", files: [PublishedFile(path: "a/x", .bytes([1]))], isComplete: true)
            ])
        }
        guard case .file(let failure) = error else {
            Issue.record("another error than of a file")
            return
        }
        #expect(failure.path.hasPrefix("/proc/shirube"))
    }
}
