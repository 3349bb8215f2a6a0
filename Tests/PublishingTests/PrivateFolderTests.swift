import Foundation
import Publishing
import TestSupport
import Testing

/// Papers with somebody's particulars: a folder of their own, and only what was made in it is removed.
@Suite struct PrivateFolderTests {
    private let place: TemporaryFolder
    let target: URL
    let plan = PrivateFolder.Plan(fingerprint: "a", count: 12, suffixes: [".html", ".txt"], others: ["index.csv"])

    init() throws {
        place = try TemporaryFolder()
        target = place.url.appending(path: "様式")
    }

    private func open(
        _ plan: PrivateFolder.Plan? = nil, apartFrom others: [String] = [], resumes: Bool = false
    ) throws -> PrivateFolder {
        try PrivateFolder.open(target.path, apartFrom: others, for: plan ?? self.plan, resumes: resumes)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: target.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func problem(_ body: () throws -> PrivateFolder) -> String {
        do {
            _ = try body()
            return "none"
        } catch let problem as PrivateFolder.Problem {
            return "\(problem)".prefix { $0 != "(" }.description
        } catch {
            return "\(error)"
        }
    }

    @Test("Folder and files are their owner's alone, and are called by number")
    func rights() throws {
        let folder = try open()
        #expect(plan.name(7, ".html") == "0007.html")
        try folder.write([1, 2], to: plan.name(7, ".html"))
        let stream = try folder.stream("index.csv")
        try stream.append([3])
        #expect(try names() == ["0007.html"], "what is not finished has no name of its own")
        try stream.finish()
        #expect(try mode(target.path) == 0o700)
        for name in ["0007.html", "index.csv", ".shirube-form"] {
            #expect(try mode(target.appending(path: name).path) == 0o600)
        }
    }

    @Test("What was made is removed, and nothing else")
    func erases() throws {
        let folder = try open()
        for number in [1, 12] { try folder.write([1], to: plan.name(number, ".txt")) }
        try Data([1]).write(to: target.appending(path: "0013.txt"))
        try Data([1]).write(to: target.appending(path: "メモ.txt"))
        try Data([1]).write(to: target.appending(path: ".0003.html.new"))
        _ = consume folder
        let (removed, left) = try PrivateFolder.erase(target.path)
        #expect(removed == 2 && left == ["0013.txt", "メモ.txt"])
        #expect(try names() == ["0013.txt", "メモ.txt"])
        #expect(throws: PrivateFolder.Problem.self) { try PrivateFolder.erase(target.path) }
    }

    @Test("An empty folder goes with its files")
    func erasesFolder() throws {
        try open().write([1], to: "0001.txt")
        #expect(try PrivateFolder.erase(target.path).removed == 1)
        #expect(!FileManager.default.fileExists(atPath: target.path))
    }

    @Test("A run goes on where one with the same plan was stopped, and nowhere else")
    func resumes() throws {
        try open().write([1], to: "0001.txt")
        #expect(problem { try open() } == "used")
        let other = PrivateFolder.Plan(fingerprint: "b", count: 12, suffixes: plan.suffixes, others: plan.others)
        #expect(problem { try open(other, resumes: true) } == "otherPlan")
        #expect(try open(resumes: true).has("0001.txt"))
    }

    @Test("It lies in no folder that is published or read, by whatever path")
    func apart() throws {
        let output = place.url.appending(path: "Output")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        #expect(problem { try open(apartFrom: [place.url.path]) } == "inside")
        #expect(problem { try open(apartFrom: [target.path]) } == "inside")
        #expect(problem { try open(apartFrom: [target.path + "/a"]) } == "none")
        try FileManager.default.createSymbolicLink(at: output, withDestinationURL: place.url)
        let linked = output.appending(path: "x").path
        #expect(
            problem { try PrivateFolder.open(linked, apartFrom: [place.url.path], for: plan, resumes: false) }
                == "inside")
        let published = place.url.appending(path: "p/.shirube")
        try FileManager.default.createDirectory(at: published, withIntermediateDirectories: true)
        let inside = place.url.appending(path: "p/x").path
        #expect(problem { try PrivateFolder.open(inside, apartFrom: [], for: plan, resumes: false) } == "inside")
    }

    @Test("A folder with something else in it, a link and a file are left alone")
    func foreign() throws {
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try Data([1]).write(to: target.appending(path: "0001.html"))
        #expect(problem { try open() } == "foreign")
        #expect(try names() == ["0001.html"])
        try FileManager.default.removeItem(at: target)
        try FileManager.default.createSymbolicLink(at: target, withDestinationURL: place.url)
        #expect(problem { try open() } == "file")
        #expect(throws: PrivateFolder.Problem.self) { try PrivateFolder.erase(target.path) }
        try FileManager.default.removeItem(at: target)
        try Data([1]).write(to: target)
        #expect(problem { try open() } == "file")
    }

    @Test("A record that was changed leads nowhere")
    func forgedRecord() throws {
        try open().write([1], to: "0001.txt")
        let other = place.url.appending(path: "other.txt")
        try Data([1]).write(to: other)
        let record = "shirube form 1\nfingerprint a\ncount 1\nsuffix .txt\nfile ../other.txt\n"
        try Data(record.utf8).write(to: target.appending(path: ".shirube-form"))
        #expect(throws: PrivateFolder.Problem.self) { try PrivateFolder.erase(target.path) }
        #expect(FileManager.default.fileExists(atPath: other.path))
    }

    @Test("Two runs do not work in one folder")
    func busy() throws {
        let folder = try open()
        #expect(problem { try open(resumes: true) } == "busy")
        withExtendedLifetime(folder) {}
    }
}
