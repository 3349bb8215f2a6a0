public import Files
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

        /// The suffixes and names that a record may have: one that has others was written by somebody else.
        static let knownSuffixes = [".html", ".txt"]
        static let knownOthers = ["index.csv", "combined.html", "combined.txt"]

        /// `0001.html`: at least four digits, so that names sort by number.
        public func name(_ number: Int, _ suffix: String) -> String {
            let digits = max(4, String(count).count)
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text + suffix
        }

        /// Whether a file of a name is one that the run makes.
        func makes(_ file: String) -> Bool {
            if others.contains(where: { $0.utf8.elementsEqual(file.utf8) }) { return true }
            guard let number = Int(String(decoding: file.utf8.prefix { (0x30...0x39).contains($0) }, as: UTF8.self)),
                (1...max(1, count)).contains(number), number <= count
            else { return false }
            return suffixes.contains { name(number, $0).utf8.elementsEqual(file.utf8) }
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
    /// Whether an earlier run has begun in it.
    public let isResumed: Bool
    private let folder: Folder
    private let plan: Plan

    private static let record = ".shirube-form"
    private static let slash = UInt8(ascii: "/")

    private init(_ path: String, _ folder: Folder, _ plan: Plan, isResumed: Bool) {
        (self.path, self.folder, self.plan, self.isResumed) = (path, folder, plan, isResumed)
    }

    /// Keeps what this process holds from others: from files that it makes, a dump of its memory, and the report of a crash.
    public static func protectProcess() {
        umask(0o077)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Swift's own report of a crash shows what registers point to.
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT] { _ = Glibc.signal(signal, SIG_DFL) }
    }

    // MARK: Beginning

    /// Makes the folder, or takes one that is empty; with `resumes` also one in which a run with the same plan was stopped.
    ///
    /// - Parameter others: folders that it may not lie in.
    public static func open(
        _ path: String, apartFrom others: [String], for plan: Plan, resumes: Bool
    ) throws(Problem) -> PrivateFolder {
        let (parent, name) = try place(of: path)
        let outcome: Result<PrivateFolder, Problem>
        do throws(FileError) {
            if let published = try published(name, in: parent, others) {
                outcome = .failure(.inside(published))
            } else {
                outcome = try begin(parent.makeFolder(name, mode: 0o700), path, plan, resumes)
            }
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
        // A run that was stopped at once has left nothing else.
        try folder.remove(draft(of: record))
        let names = try folder.names()
        if names.isEmpty {
            guard folder.makeOwnersAlone() else { throw FileError(path: path, code: errno) }
            let new = PrivateFolder(path, folder, plan, isResumed: false)
            try new.write(bytes(of: plan), to: record)
            return .success(new)
        }
        guard let present = try self.plan(in: folder) else { return .failure(.foreign) }
        guard resumes else { return .failure(.used) }
        guard present == plan else { return .failure(.otherPlan) }
        guard folder.makeOwnersAlone() else { throw FileError(path: path, code: errno) }
        for name in names where isDraft(name, of: plan) { try folder.remove(name) }
        for name in names where plan.makes(name) || name == record { try folder.makeOwnersAlone(name) }
        return .success(PrivateFolder(path, folder, plan, isResumed: true))
    }

    /// The folder that a path lies in, held open, and its name there; parted by bytes, as the system does.
    private static func place(of path: String) throws(Problem) -> (parent: Folder, name: String) {
        let path = withoutLastSlashes(path)
        let name = FileSystem.name(of: path)
        guard !name.isEmpty, name != ".", name != ".." else { throw .foreign }
        do throws(FileError) {
            return (try Folder.open(FileSystem.folder(of: path)), name)
        } catch {
            throw .file(error)
        }
    }

    private static func withoutLastSlashes(_ path: String) -> String {
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: What is published

    /// The folder that is published or read and that a folder of a name would lie in, or be.
    private static func published(
        _ name: String, in parent: Folder, _ others: [String]
    ) throws(FileError) -> String? {
        var taken: [(path: String, device: UInt64, inode: UInt64)] = []
        for other in others {
            guard let folder = try? Folder.open(other) else { continue }
            let status = try folder.status()
            taken.append((other, status.device, status.inode))
        }
        // The folders themselves are compared: a path may lead elsewhere by now.
        var next: Folder? = try? parent.folder(name)
        var above: Folder? = parent
        for _ in 0..<Folder.depth * 10 {
            guard let folder = next ?? above else { break }
            let status = try folder.status()
            if let other = taken.first(where: { $0.device == status.device && $0.inode == status.inode }) {
                return other.path
            }
            if try folder.status(of: Publisher.stateFolder)?.kind == .folder { return folder.path }
            if next != nil {
                next = nil
                continue
            }
            guard let parent = try folder.folder(".."), try parent.status().inode != status.inode else { break }
            above = parent
        }
        // One that is not there yet has a path alone.
        let own = Array(realPath(parent.realPath).utf8) + [slash] + Array(name.utf8) + [slash]
        return others.first { own.starts(with: Array(realPath($0).utf8) + [slash]) }
    }

    /// A path with its links followed as far as it exists.
    private static func realPath(_ path: String, depth: Int = 40) -> String {
        let path = withoutLastSlashes(path)
        if let real = unsafe realpath(path, nil) {
            defer { unsafe free(real) }
            let text = unsafe String(cString: real)
            return text == "/" ? "" : text
        }
        let (name, parent) = (FileSystem.name(of: path), FileSystem.folder(of: path))
        guard depth > 0, parent != path else { return path }
        // A link that leads nowhere yet.
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink(path, &target, target.count - 1)
        if count > 0 {
            let text = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return realPath(text.utf8.first == slash ? text : parent + "/" + text, depth: depth - 1)
        }
        if name == ".." {
            let above = realPath(parent, depth: depth - 1)
            return FileSystem.folder(of: above)
        }
        return realPath(parent, depth: depth - 1) + (name == "." ? "" : "/" + name)
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
        guard try folder.status(of: record)?.kind == .file, let bytes = try folder.contents(of: record, limit: 4096)
        else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        func values(_ key: String) -> [String] {
            lines.filter { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.count + 1)) }
        }
        guard let fingerprint = values("fingerprint").first, let count = values("count").first.flatMap({ Int($0) }),
            (0...10_000_000).contains(count)
        else { return nil }
        let plan = Plan(fingerprint: fingerprint, count: count, suffixes: values("suffix"), others: values("file"))
        let isKnown =
            Set(plan.suffixes).isSubset(of: Plan.knownSuffixes) && Set(plan.others).isSubset(of: Plan.knownOthers)
        // What this program would write again byte for byte is its own.
        return isKnown && Self.bytes(of: plan) == bytes ? plan : nil
    }

    // MARK: Files

    private static func draft(of name: String) -> String { ".\(name).new" }

    /// Whether a file is what a run that was stopped was writing.
    private static func isDraft(_ name: String, of plan: Plan) -> Bool {
        guard name.utf8.first == UInt8(ascii: "."), name.utf8.suffix(4).elementsEqual(".new".utf8) else { return false }
        return plan.makes(String(decoding: name.utf8.dropFirst().dropLast(4), as: UTF8.self))
    }

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
        guard try folder.lock(patience: .zero) else { return .failure(.busy) }
        defer { folder.unlock() }
        let names = try folder.names()
        if names == [draft(of: record)] {
            // A run that was stopped at once.
            try folder.remove(draft(of: record))
            parent.removeEmptyFolder(name)
            return .success((0, []))
        }
        guard let plan = try plan(in: folder) else { return .failure(.unmade) }
        var (removed, left) = (0, [String]())
        for file in names where file != record {
            if isDraft(file, of: plan) || file == draft(of: record) {
                try folder.remove(file)
            } else if plan.makes(file), try folder.status(of: file)?.kind == .file {
                try folder.remove(file)
                removed += 1
            } else {
                left.append(file)
            }
        }
        try folder.remove(record)
        if left.isEmpty { parent.removeEmptyFolder(name) }
        return .success((removed, left))
    }
}

extension Folder {
    /// Takes the rights of all others from a folder of one's own.
    /// - Returns: whether that was allowed; `errno` says why not.
    fileprivate func makeOwnersAlone() -> Bool { fchmod(descriptor, 0o700) == 0 }

    /// Takes the rights of all others from a file of one's own.
    fileprivate func makeOwnersAlone(_ name: String) throws(FileError) {
        guard let file = try HeldFile.open(name, in: self) else { return }
        if fchmod(file.descriptor, 0o600) != 0 { throw error(name) }
    }

    /// Where it is now, wherever the path that it was opened by leads.
    fileprivate var realPath: String {
        guard let real = unsafe realpath("/proc/self/fd/\(descriptor)", nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
