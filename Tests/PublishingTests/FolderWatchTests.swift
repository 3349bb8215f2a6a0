import Foundation
import Publishing
import TestSupport
import Testing

/// Folders are watched by their paths, whatever those lead to by then.
@Suite struct FolderWatchTests {
    private let place: TemporaryFolder
    private let root: URL
    private let files = FileManager.default

    init() throws {
        place = try TemporaryFolder()
        root = place.url.appending(path: "Data")
    }

    private func folder(_ name: String) throws {
        try files.createDirectory(at: place.url.appending(path: name), withIntermediateDirectories: true)
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: place.url.appending(path: name))
    }

    /// Makes a link in the place of what is there.
    private func link(_ name: String, to target: String) throws {
        let draft = place.url.appending(path: ".draft")
        try files.createSymbolicLink(atPath: draft.path, withDestinationPath: target)
        #expect(unsafe rename(draft.path, place.url.appending(path: name).path) == 0)
    }

    private func watch() throws -> FolderWatch { try FolderWatch([root.path]) { $0 == "editions" } }

    /// What has changed by the paths in the root, `.` for that itself; none where nothing has for a second.
    private func changes(_ watch: FolderWatch) throws -> Set<String> {
        let end = ContinuousClock.now + .seconds(1)
        let changed = try watch.changes { ContinuousClock.now > end } ?? []
        return Set(changed.map { $0 == root.path ? "." : String($0.dropFirst(root.path.count + 1)) })
    }

    @Test("The root may be a link that comes to lead elsewhere, by links on the way, too")
    func repointed() throws {
        for name in ["one/Data", "two/Data/a"] { try folder(name) }
        try link("present", to: "one")
        try link("Data", to: "present/Data")
        let watch = try watch()
        #expect(try changes(watch) == [])
        try link("present", to: "two")
        #expect(try changes(watch) == ["."])
        try write("1", "two/Data/a/b.yaml")
        #expect(try changes(watch) == ["a/b.yaml"])
        try write("1", "one/Data/b.yaml")
        #expect(try changes(watch) == [])
        // Nothing is there for a while.
        try link("present", to: "nowhere")
        #expect(try changes(watch) == ["."])
        try link("present", to: "one")
        #expect(try changes(watch) == ["."])
        try write("2", "one/Data/b.yaml")
        #expect(try changes(watch) == ["b.yaml"])
    }

    @Test("A folder that is made in the place of the root is another, whatever number the system gives it")
    func again() throws {
        try folder("Data/a")
        let watch = try watch()
        for _ in 0..<5 {
            try files.removeItem(at: root)
            try folder("Data/a")
            #expect(try changes(watch).contains("."))
            try write("1", "Data/a/b.yaml")
            #expect(try changes(watch) == ["a/b.yaml"])
        }
    }

    @Test("A folder and a file behind links in the root are told by each path that leads there")
    func links() throws {
        for name in ["Data/a", "other", "third"] { try folder(name) }
        try link("Data/b", to: "a")
        try link("Data/c", to: "../other")
        try write("1", "third/d.yaml")
        try link("Data/d.yaml", to: "../third/d.yaml")
        let watch = try watch()
        try write("1", "Data/a/e.yaml")
        #expect(try changes(watch) == ["a/e.yaml", "b/e.yaml"])
        try write("1", "other/e.yaml")
        #expect(try changes(watch) == ["c/e.yaml"])
        try write("22", "third/d.yaml")
        #expect(try changes(watch) == ["d.yaml"])
        try link("Data/c", to: "../third")
        #expect(try changes(watch).contains("c"))
        try write("1", "third/e.yaml")
        #expect(try changes(watch) == ["c/e.yaml"])
        try write("2", "other/e.yaml")
        #expect(try changes(watch) == [])
        // A link that goes leaves what it led to as it was.
        try files.removeItem(at: root.appending(path: "b"))
        #expect(try changes(watch) == ["b"])
        try write("2", "Data/a/e.yaml")
        #expect(try changes(watch) == ["a/e.yaml"])
    }

    @Test("Links that lead back to where they are, to themselves, or nowhere, end nothing")
    func circles() throws {
        try folder("Data/a")
        for (name, target) in [("a/up", ".."), ("self", "self"), ("nowhere", "../nowhere"), ("here", ".")] {
            try link("Data/\(name)", to: target)
        }
        let watch = try watch()
        try write("1", "Data/a/b.yaml")
        #expect(try changes(watch).contains("a/b.yaml"))
        try folder("nowhere")
        #expect(try changes(watch) == ["nowhere"])
    }

    @Test("Folders that come and go faster than they can be watched end nothing")
    func vanishing() throws {
        try folder("Data")
        let watch = try watch()
        let root = root
        let thread = Thread {
            for number in 0..<3000 {
                let folder = root.appending(path: "\(number % 7)")
                try? FileManager.default.createDirectory(
                    at: folder.appending(path: "b/c/d"), withIntermediateDirectories: true)
                try? FileManager.default.removeItem(at: folder)
            }
            try? Data("1".utf8).write(to: root.appending(path: "done.yaml"))
        }
        thread.start()
        var changed: Set<String> = []
        let end = ContinuousClock.now + .seconds(60)
        while !changed.contains("done.yaml"), ContinuousClock.now < end { changed = try changes(watch) }
        #expect(changed.contains("done.yaml"))
        try folder("Data/e")
        #expect(try changes(watch) == ["e"])
        try write("1", "Data/e/f.yaml")
        #expect(try changes(watch) == ["e/f.yaml"])
    }
}
