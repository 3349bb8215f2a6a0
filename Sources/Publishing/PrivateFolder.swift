public import Diagnostics

internal import Glibc

/// A folder for papers with somebody's particulars: its owner's alone, and with a record of what is made in it, so that just
/// that can be removed again.
public final class PrivateFolder {
    /// What a run makes: files by running number, and a few by name.
    public struct Plan: Equatable, Sendable {
        /// Stands for everything that the files are made from: a run goes on only with the same.
        public let fingerprint: String
        public let count: Int
        public let suffixes: [String]
        public let others: [String]

        public init(fingerprint: String, count: Int, suffixes: [String], others: [String]) {
            (self.fingerprint, self.count, self.suffixes, self.others) = (fingerprint, count, suffixes, others)
        }

        /// `0001.html`: at least four digits, so that names sort by number.
        public func name(_ number: Int, _ suffix: String) -> String {
            let digits = max(4, String(count).count)
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text + suffix
        }

        var names: some Sequence<String> {
            (1...max(1, count)).lazy.filter { $0 <= self.count }.flatMap { number in
                self.suffixes.lazy.map { self.name(number, $0) }
            }
        }
    }

    public enum Problem: Error, Sendable {
        case file(FileError)
        /// It lies in a folder that is published or read.
        case inside(String)
        /// It is another user's, or something else than such a folder is in it.
        case foreign
        /// Forms are in it.
        case used
        /// What is in it was made from something else.
        case otherPlan
        /// Nothing of this program's is in it.
        case unmade
        /// Another run works in it.
        case busy
    }

    public let path: String
    private let folder: Folder
    private let plan: Plan

    private static let record = ".shirube-form"

    private init(_ path: String, _ folder: Folder, _ plan: Plan) {
        (self.path, self.folder, self.plan) = (path, folder, plan)
    }

    // MARK: Beginning

    /// Makes the folder, or takes one that is empty; with `resumes` also one in which a run with the same plan was stopped.
    ///
    /// - Parameter others: folders that it may not lie in.
    public static func open(
        _ path: String, apartFrom others: [String], for plan: Plan, resumes: Bool
    ) throws(Problem) -> PrivateFolder {
        let (parent, name) = try place(of: path)
        let real = realPath(parent.path) + "/" + name + "/"
        for other in others where real.utf8.starts(with: (realPath(other) + "/").utf8) { throw .inside(other) }
        if let published = published(above: realPath(parent.path)) { throw .inside(published) }
        let outcome: Result<PrivateFolder, Problem>
        do throws(FileError) {
            outcome = try begin(parent.makeFolder(name, mode: 0o700), path, plan, resumes)
        } catch {
            throw .file(error)
        }
        return try outcome.get()
    }

    private static func begin(
        _ folder: Folder, _ path: String, _ plan: Plan, _ resumes: Bool
    ) throws(FileError) -> Result<PrivateFolder, Problem> {
        guard try folder.status().owner == geteuid() else { return .failure(.foreign) }
        guard try folder.lock(patience: .zero) else { return .failure(.busy) }
        let names = try folder.names()
        if names.isEmpty {
            guard folder.makeOwnersAlone() else { throw FileError(path: path, code: errno) }
            try folder.write(bytes(of: plan), to: record, rights: 0o600)
            return .success(PrivateFolder(path, folder, plan))
        }
        guard let present = try self.plan(in: folder) else { return .failure(.foreign) }
        guard resumes else { return .failure(.used) }
        guard present == plan else { return .failure(.otherPlan) }
        guard folder.makeOwnersAlone() else { throw FileError(path: path, code: errno) }
        try removeDrafts(folder, names)
        return .success(PrivateFolder(path, folder, plan))
    }

    /// The folder above, or the one of a path itself, into which documents have been published.
    private static func published(above path: String) -> String? {
        var path = path.isEmpty ? "/" : path
        while true {
            if (try? FileSystem.isFolder("\(path)/\(Publisher.stateFolder)")) == true { return path }
            let parent = FileSystem.folder(of: path)
            guard parent != path else { return nil }
            path = parent
        }
    }

    /// The folder that a path lies in, held open, and its name there.
    private static func place(of path: String) throws(Problem) -> (parent: Folder, name: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard !name.isEmpty, name != ".", name != ".." else { throw .foreign }
        do throws(FileError) {
            return (try Folder.open(FileSystem.folder(of: path)), name)
        } catch {
            throw .file(error)
        }
    }

    /// A path with its links followed as far as it exists.
    private static func realPath(_ path: String) -> String {
        if let real = unsafe realpath(path, nil) {
            defer { unsafe free(real) }
            let text = unsafe String(cString: real)
            return text == "/" ? "" : text
        }
        let parent = FileSystem.folder(of: path)
        guard parent != path else { return path }
        return realPath(parent) + "/" + (path.split(separator: "/").last.map(String.init) ?? path)
    }

    // MARK: Its record

    private static func bytes(of plan: Plan) -> [UInt8] {
        let lines =
            ["shirube form 1", "fingerprint \(plan.fingerprint)", "count \(plan.count)"]
            + plan.suffixes.map { "suffix \($0)" } + plan.others.map { "file \($0)" }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// What a run has noted; nil where it is none of this program's, or was changed.
    private static func plan(in folder: Folder) throws(FileError) -> Plan? {
        guard try folder.status(of: record)?.kind == .file, let bytes = try folder.contents(of: record, limit: 65_536)
        else { return nil }
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
        func values(_ key: String) -> [String] {
            lines.filter { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.count + 1)) }
        }
        guard lines.popFirst() == "shirube form 1", let fingerprint = values("fingerprint").first,
            let count = values("count").first.flatMap({ Int($0) }), (0...10_000_000).contains(count)
        else { return nil }
        let plan = Plan(
            fingerprint: fingerprint, count: count, suffixes: values("suffix"), others: values("file"))
        // A name leads nowhere else.
        return (plan.suffixes + plan.others).allSatisfy { !$0.contains("/") && !$0.isEmpty } ? plan : nil
    }

    // MARK: Files

    private static func draft(of name: String) -> String { ".\(name).new" }

    /// Whether a file is there, which is then whole.
    public func has(_ name: String) throws(FileError) -> Bool { try folder.status(of: name)?.kind == .file }

    /// Writes a file as a whole.
    public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        let draft = Self.draft(of: name)
        do throws(FileError) {
            try HeldFile.make(draft, in: folder).append(bytes, path: folder.path(of: name))
        } catch {
            try? folder.remove(draft)
            throw error
        }
        try folder.rename(draft, to: folder, as: name)
    }

    /// A file that is written piece by piece, and there once it is finished.
    public final class Stream {
        private let folder: Folder
        private let name: String
        private let file: HeldFile
        private var isFinished = false

        fileprivate init(_ name: String, in folder: Folder) throws(FileError) {
            let draft = PrivateFolder.draft(of: name)
            try folder.remove(draft)
            (self.folder, self.name, file) = (folder, name, try HeldFile.make(draft, in: folder))
        }

        deinit { if !isFinished { try? folder.remove(PrivateFolder.draft(of: name)) } }

        public func append(_ bytes: [UInt8]) throws(FileError) {
            try file.append(bytes, path: folder.path(of: name))
        }

        public func finish() throws(FileError) {
            try folder.rename(PrivateFolder.draft(of: name), to: folder, as: name)
            isFinished = true
        }
    }

    public func stream(_ name: String) throws(FileError) -> Stream { try Stream(name, in: folder) }

    // MARK: Ending

    /// Removes what has been made in a folder, and the folder if nothing else is in it.
    ///
    /// - Returns: how many files there were, and the names of those that stay.
    public static func erase(_ path: String) throws(Problem) -> (removed: Int, left: [String]) {
        let (parent, name) = try place(of: path)
        let outcome: Result<(removed: Int, left: [String]), Problem>
        do throws(FileError) {
            guard let folder = try parent.folder(name) else {
                throw FileError(path: path, code: FileError.missing)
            }
            outcome = try erase(folder, name, of: parent)
        } catch {
            throw .file(error)
        }
        return try outcome.get()
    }

    private static func erase(
        _ folder: Folder, _ name: String, of parent: Folder
    ) throws(FileError) -> Result<(removed: Int, left: [String]), Problem> {
        guard try folder.status().owner == geteuid() else { return .failure(.foreign) }
        guard let plan = try plan(in: folder) else { return .failure(.unmade) }
        guard try folder.lock(patience: .zero) else { return .failure(.busy) }
        defer { folder.unlock() }
        try removeDrafts(folder, folder.names())
        var removed = 0
        for file in [Array(plan.names), plan.others].joined() where try folder.status(of: file)?.kind == .file {
            try folder.remove(file)
            removed += 1
        }
        let left = try folder.names().filter { $0 != record }
        try folder.remove(record)
        if left.isEmpty { parent.removeEmptyFolder(name) }
        return .success((removed, left))
    }

    /// What a run that was stopped was writing.
    private static func removeDrafts(_ folder: Folder, _ names: [String]) throws(FileError) {
        guard let plan = try plan(in: folder) else { return }
        let planned = Set(plan.others)
        for name in names where name.hasPrefix(".") && name.hasSuffix(".new") {
            let file = String(name.dropFirst().dropLast(4))
            let isNumbered =
                file.first?.isNumber ?? false && plan.suffixes.contains { file.hasSuffix($0) }
            if planned.contains(file) || isNumbered { try folder.remove(name) }
        }
    }
}

extension Folder {
    /// Takes the rights of all others from a folder of one's own.
    /// - Returns: whether that was allowed; `errno` says why not.
    fileprivate func makeOwnersAlone() -> Bool { fchmod(descriptor, 0o700) == 0 }
}
