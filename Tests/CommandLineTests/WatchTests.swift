import Foundation
import TestSupport
import Testing

/// `watch`: documents are made anew when a file is saved, however it is saved; nothing of it stays.
@Suite(.serialized) struct WatchTests {
    /// A program that watches, until it is told to end.
    private final class Watcher {
        let process = Process()
        private let messages: URL

        init(_ place: Workplace, _ boards: String...) throws {
            messages = place.folder.appending(path: "messages")
            _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
            process.executableURL = CommandLineTests.program
            process.arguments =
                ["watch", "-l", "en"] + boards
                + ["Data", "Templates", "Output"].flatMap {
                    ["--" + $0.lowercased(), place.folder.appending(path: $0).path]
                }
            process.environment = ["LANG": "C.UTF-8"]
            process.currentDirectoryURL = Project.root
            process.standardOutput = try FileHandle(forWritingTo: messages)
            process.standardError = process.standardOutput
            try process.run()
        }

        var said: String { (try? String(contentsOf: messages, encoding: .utf8)) ?? "" }

        /// Waits for something to come true; not for a time.
        func wait(for what: String, _ isTrue: () -> Bool) {
            for _ in 0..<600 where !isTrue() { usleep(50_000) }
            #expect(isTrue(), "\(what): \(said)")
        }

        func end() -> Int32 {
            process.interrupt()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    /// How an editor saves a file.
    private static let manners = ["in place", "by renaming", "by removing"]

    @Test("A file that is saved is published, in whichever manner it is saved", arguments: manners)
    func saved(_ manner: String) throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        let watcher = try Watcher(place, "takarazuka")
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Output/setagaya").path))
        let file = place.folder.appending(path: "Data/takarazuka/facilities.yaml")
        let text = try place.read("Data/takarazuka/facilities.yaml").replacing("0797-86-2321", with: "0797-86-2399")
        switch manner {
        case "in place": try Data(text.utf8).write(to: file)
        case "by renaming": try Data(text.utf8).write(to: file, options: .atomic)
        default:
            try FileManager.default.removeItem(at: file)
            try Data(text.utf8).write(to: file)
        }
        watcher.wait(for: manner) {
            (try? place.read("Output/takarazuka/facility-list.txt"))?.contains("0797-86-2399") ?? false
        }
        // What is published has nothing of the preview, and that goes.
        let page = try place.read("Output/takarazuka/facility-list.html")
        #expect(!page.contains("shirubeState"))
        #expect(try place.read("Output/.shirube-watch/takarazuka/facility-list.html").contains("shirubeState"))
        #expect(watcher.end() == 0)
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Output/.shirube-watch").path))
    }

    @Test("While data is wrong the last documents stay, and the findings are shown")
    func wrong() throws {
        let place = try Workplace("Data/takarazuka")
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        let before = try place.read("Output/takarazuka/guideline.html")
        try place.replace("as_of: 令和7年2月14日", "as_of: 令和7年2月34日", in: "Data/takarazuka/facilities.yaml")
        watcher.wait(for: "the finding") { watcher.said.contains("the last documents stay") }
        #expect(watcher.said.contains("error[R014]"))
        #expect(try place.read("Output/takarazuka/guideline.html") == before)
        #expect(try place.read("Output/.shirube-watch/state.js").contains("facilities.yaml:22: "))
        // A template, too, and a folder that is new.
        try place.replace("as_of: 令和7年2月34日", "as_of: 令和7年2月14日", in: "Data/takarazuka/facilities.yaml")
        try place.write("これは新しい文章です。\n", to: "Templates/takarazuka/guideline/introduction_closing.txt")
        watcher.wait(for: "the template") {
            (try? place.read("Output/takarazuka/guideline.txt"))?.contains("これは新しい文章です。") ?? false
        }
        #expect(watcher.end() == 0)
    }

    @Test("A board that is not there is told, and the watch goes on")
    func missing() throws {
        let place = try Workplace("Data/takarazuka")
        let watcher = try Watcher(place, "takarazuka", "nagoya")
        watcher.wait(for: "the board") { watcher.said.contains("no data for the board nagoya") }
        watcher.wait(for: "the watch") { watcher.said.contains("waiting for a file") }
        #expect(watcher.end() == 0)
    }

    @Test("Boards are told apart: one that is wrong keeps no other back, and its findings stay until it is mended")
    func apart() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.replace("as_of: 令和7年2月14日", "as_of: 令和7年2月34日", in: "Data/takarazuka/facilities.yaml")
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        #expect(try place.read("Output/setagaya/index.html").contains("世田谷"))
        // Nothing was published of it: a page waits.
        #expect(try place.read("Output/.shirube-watch/takarazuka/index.html").contains("shirubeState"))
        try place.replace("issued: 令和5年2月", "issued: 令和5年3月", in: "Data/setagaya/board.yaml")
        watcher.wait(for: "the other board") { watcher.said.count(of: "\nsetagaya: built, ") == 2 }
        #expect(try place.read("Output/.shirube-watch/state.js").contains("facilities.yaml:22: "))
        try place.replace("as_of: 令和7年2月34日", "as_of: 令和7年2月14日", in: "Data/takarazuka/facilities.yaml")
        watcher.wait(for: "what is mended") {
            (try? place.read("Output/.shirube-watch/state.js"))?.contains("facilities.yaml") == false
        }
        #expect(watcher.end() == 0)
    }

    @Test("A board that comes, and a folder of data that is put in the other's place, are seen")
    func replaced() throws {
        let place = try Workplace("Data/takarazuka")
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        let data = place.folder.appending(path: "Data")
        try FileManager.default.copyItem(
            at: Project.root.appending(path: "Data/setagaya"), to: data.appending(path: "setagaya"))
        watcher.wait(for: "the new board") { watcher.said.contains("setagaya/index.html") }
        let copy = place.folder.appending(path: "Copy")
        try FileManager.default.copyItem(at: data, to: copy)
        try FileManager.default.moveItem(at: data, to: place.folder.appending(path: "Old"))
        try FileManager.default.moveItem(at: copy, to: data)
        let built = watcher.said.count(of: ": built")
        watcher.wait(for: "the new folder") { watcher.said.count(of: ": built") > built }
        try place.replace("0797-86-2321", "0797-86-2399", in: "Data/takarazuka/facilities.yaml")
        watcher.wait(for: "a file in it") {
            (try? place.read("Output/takarazuka/facility-list.txt"))?.contains("0797-86-2399") ?? false
        }
        #expect(watcher.end() == 0)
    }

    @Test("Links are followed to wherever they lead by then: the data's own, a board's and a file's")
    func linked() throws {
        let place = try Workplace("Data/takarazuka")
        let files = FileManager.default
        let (data, store) = (place.folder.appending(path: "Data"), place.folder.appending(path: "store"))
        try files.moveItem(at: data, to: store)
        try files.moveItem(at: store.appending(path: "takarazuka"), to: store.appending(path: "old"))
        try files.copyItem(at: store.appending(path: "old"), to: store.appending(path: "new"))
        for name in ["old", "new"] {
            // Of a folder that is no board, as it is another's.
            try files.createDirectory(at: store.appending(path: "kept"), withIntermediateDirectories: true)
            try files.moveItem(at: store.appending(path: name), to: store.appending(path: "kept/\(name)"))
        }
        func link(_ path: String, to target: String) throws {
            let (link, draft) = (place.folder.appending(path: path), place.folder.appending(path: "\(path).draft"))
            try files.createSymbolicLink(atPath: draft.path, withDestinationPath: target)
            #expect(unsafe rename(draft.path, link.path) == 0)
        }
        try link("store/takarazuka", to: "kept/old")
        try link("Data", to: "store")
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        func publishes(_ number: String, _ what: String) {
            watcher.wait(for: what) {
                (try? place.read("Output/takarazuka/facility-list.txt"))?.contains(number) ?? false
            }
        }
        try place.replace("0797-86-2321", "0797-86-2322", in: "store/kept/new/facilities.yaml")
        try link("store/takarazuka", to: "kept/new")
        publishes("0797-86-2322", "another folder for the board")
        try place.replace("0797-86-2322", "0797-86-2323", in: "store/kept/new/facilities.yaml")
        publishes("0797-86-2323", "a file in it")
        try files.copyItem(at: store, to: place.folder.appending(path: "store 2"))
        try place.replace("0797-86-2323", "0797-86-2324", in: "store 2/kept/new/facilities.yaml")
        try link("Data", to: "store 2")
        publishes("0797-86-2324", "another folder for the data")
        try place.write(
            try place.read("Data/takarazuka/facilities.yaml").replacing("0797-86-2324", with: "0797-86-2325"),
            to: "store 2/kept/list.yaml")
        try link("store 2/kept/new/facilities.yaml", to: "../list.yaml")
        publishes("0797-86-2325", "a link in the place of a file")
        try place.replace("0797-86-2325", "0797-86-2326", in: "store 2/kept/list.yaml")
        publishes("0797-86-2326", "the file behind it")
        #expect(watcher.end() == 0)
    }

    @Test("An output folder that is taken away comes again, with the pages that reload")
    func withoutOutput() throws {
        let place = try Workplace("Data/takarazuka")
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        try FileManager.default.removeItem(at: place.folder.appending(path: "Output"))
        try place.replace("0797-86-2321", "0797-86-2399", in: "Data/takarazuka/facilities.yaml")
        let page = "Output/.shirube-watch/takarazuka/facility-list.html"
        watcher.wait(for: "the page") { (try? place.read(page))?.contains("0797-86-2399") ?? false }
        watcher.wait(for: "its state") { place.has("Output/.shirube-watch/state.js") }
        #expect(watcher.end() == 0)
        #expect(!place.has("Output/.shirube-watch"))
    }

    @Test("What is wrong with a board is told no longer once it is gone")
    func gone() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.replace("as_of: 令和7年2月14日", "as_of: 令和7年2月34日", in: "Data/takarazuka/facilities.yaml")
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        #expect(try place.read("Output/.shirube-watch/state.js").contains("facilities.yaml:22: "))
        try FileManager.default.removeItem(at: place.folder.appending(path: "Data/takarazuka"))
        watcher.wait(for: "the board that is gone") { watcher.said.contains("takarazuka: its data is gone") }
        #expect(try !place.read("Output/.shirube-watch/state.js").contains("facilities.yaml"))
        try place.replace("issued: 令和5年2月", "issued: 令和5年3月", in: "Data/setagaya/board.yaml")
        watcher.wait(for: "the other board") { watcher.said.count(of: "\nsetagaya: built, ") >= 2 }
        #expect(watcher.end() == 0)
    }

    @Test("One watch at a time; what a killed one left goes with the next build; what is somebody's own stays")
    func exclusive() throws {
        let place = try Workplace("Data/setagaya")
        let preview = "Output/.shirube-watch"
        try place.write("mine", to: "\(preview)/notes.txt")
        #expect(try place.run("watch", "setagaya").status == 3)
        #expect(try place.run("build").status == 0)
        #expect(try place.read("\(preview)/notes.txt") == "mine")
        try FileManager.default.removeItem(at: place.folder.appending(path: preview))
        let watcher = try Watcher(place)
        watcher.wait(for: "the first build") { watcher.said.contains("waiting for a file") }
        #expect(try place.run("watch").status == 3)
        #expect(try place.read("\(preview)/setagaya/index.html").contains("shirubeState"))
        let rights = try FileManager.default.attributesOfItem(atPath: place.folder.appending(path: preview).path)
        #expect(rights[.posixPermissions] as? Int == 0o700)
        kill(watcher.process.processIdentifier, SIGKILL)
        watcher.process.waitUntilExit()
        #expect(FileManager.default.fileExists(atPath: place.folder.appending(path: preview).path))
        #expect(try place.run("build").status == 0)
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: preview).path))
    }
}

extension String {
    fileprivate func count(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
