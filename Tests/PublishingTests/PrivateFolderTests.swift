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
        try Data([1]).write(to: target.appending(path: ".2025年度予算.html.new"))
        _ = consume folder
        let (removed, left) = try PrivateFolder.erase(target.path)
        #expect(removed == 2 && left == [".2025年度予算.html.new", "0013.txt", "メモ.txt"])
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

    /// Swift's characters join U+0600 or U+0301 with a slash beside it; the system does not.
    @Test(
        "A record that was changed leads nowhere",
        arguments: [
            "count 1\nsuffix .txt\nfile ../other.txt", "count 1\nsuffix .txt\nfile \u{600}/other.txt",
            "count 1\nsuffix /../../other.txt", "count 1\nsuffix .txt\nfile ../\u{301}other.txt",
            "count 1\nfile mine.xlsx",
            "count +1\nsuffix .txt", "count 99999999\nsuffix .txt", "count -1\nsuffix .txt",
        ])
    func forgedRecord(lines: String) throws {
        try open().write([1], to: "0001.txt")
        for name in ["other.txt", "\u{301}other.txt", "様式/mine.xlsx"] {
            try Data([1]).write(to: place.url.appending(path: name))
        }
        try FileManager.default.createSymbolicLink(
            at: target.appending(path: "\u{600}"), withDestinationURL: place.url)
        try Data("shirube form 1\nfingerprint a\n\(lines)\n".utf8).write(to: target.appending(path: ".shirube-form"))
        #expect(throws: PrivateFolder.Problem.self) { try PrivateFolder.erase(target.path) }
        for name in ["other.txt", "様式/mine.xlsx", "様式/0001.txt"] {
            #expect(FileManager.default.fileExists(atPath: place.url.appending(path: name).path))
        }
    }

    @Test("A run that was stopped before its record stood leaves a folder that is as good as empty")
    func stoppedAtOnce() throws {
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try Data().write(to: target.appending(path: "..shirube-form.new"))
        #expect(problem { try open() } == "none")
        #expect(try PrivateFolder.erase(target.path).removed == 0)
    }

    @Test("Output that is not there yet, or is a link that leads nowhere yet, is no place either")
    func futureOutput() throws {
        #expect(problem { try open(apartFrom: [target.path + "/"]) } == "inside")
        #expect(problem { try open(apartFrom: [place.url.path + "/no/../様式"]) } == "inside")
        let link = place.url.appending(path: "Output").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "様式")
        #expect(problem { try open(apartFrom: [link]) } == "inside")
        #expect(!FileManager.default.fileExists(atPath: target.path))
    }

    @Test("A slash is a slash, whatever stands beside it", arguments: ["g\u{600}/x", "h/\u{301}x"])
    func slashes(path: String) throws {
        let output = place.url.appending(path: "Output")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        for name in ["g\u{600}", "h"] {
            try FileManager.default.createSymbolicLink(
                at: place.url.appending(path: name), withDestinationURL: output)
        }
        let inside = place.url.path + "/" + path
        #expect(
            problem { try PrivateFolder.open(inside, apartFrom: [output.path], for: plan, resumes: false) } == "inside")
    }

    @Test("Rights that were given since are taken back")
    func loosened() throws {
        try open().write([1], to: "0001.txt")
        let file = target.appending(path: "0001.txt").path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: target.path)
        _ = try open(resumes: true)
        #expect(try mode(file) == 0o600 && mode(target.path) == 0o700)
    }

    @Test("Two runs do not work in one folder")
    func busy() throws {
        let folder = try open()
        #expect(problem { try open(resumes: true) } == "busy")
        withExtendedLifetime(folder) {}
    }
}
