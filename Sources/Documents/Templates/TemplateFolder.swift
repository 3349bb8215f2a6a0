public import Diagnostics
import Mustache

/// Finds the templates and style sheets of a board: its own folder first, then the shared one.
public final class TemplateFolder {
    /// Reads a file, nil where there is none of that name.
    public typealias Read = (_ path: String) throws(FileError) -> SourceFile?

    public let path: String
    private let board: String
    private let read: Read
    /// A file that is there but cannot be read is no matter of templates; it is kept to end the run with.
    public private(set) var failure: FileError?
    /// The files that have been found and read.
    public private(set) var used: [String: SourceFile] = [:]
    private(set) lazy var library = TemplateLibrary { [unowned self] (name, from) in self.find(name, from: from) }

    /// The style sheets asked for: each page asks for all of them.
    private var styleSheets: [String: StyleSheet] = [:]
    /// The files that the document in hand is made of, in the order in which they were found.
    private(set) var usedInDocument: [SourceFile] = []

    /// A new document begins.
    func beginDocument() { usedInDocument = [] }

    public init(path: String, board: String, read: @escaping Read) {
        self.path = path
        self.board = board
        self.read = read
    }

    /// `guideline` is `Templates/<board>/guideline.html`, else `Templates/guideline.html`.
    ///
    /// A board's own file that names itself means the shared one, which it fills in.
    private func find(_ name: String, from: MustacheTemplate?) -> SourceFile? {
        guard TemplateName.isSafe(name) else { return nil }
        let own = "\(path)/\(board)/\(name).html"
        let candidates = from?.source.path == own ? [] : [own]
        return file(candidates + ["\(path)/\(name).html"])
    }

    /// The style sheet that a template links, as `style/base.css`.
    func styleSheet(_ name: String) -> StyleSheet {
        if let known = styleSheets[name] { return known }
        guard TemplateName.isSafe(name) else { return .missing }
        let sheet = file(["\(path)/\(board)/\(name)", "\(path)/\(name)"]).map { StyleSheet($0.bytes) } ?? .missing
        styleSheets[name] = sheet
        return sheet
    }

    /// Whether a template is the board's own, which it may change; the others are shared by all boards.
    func isOwn(_ source: SourceFile) -> Bool { source.path.hasPrefix("\(path)/\(board)/") }

    private func file(_ candidates: [String]) -> SourceFile? {
        for candidate in candidates {
            do {
                if let source = try read(candidate) {
                    used[candidate] = source
                    let isNew = !usedInDocument.contains { $0.path == candidate }
                    if isNew, candidate.hasSuffix(".html") { usedInDocument.append(source) }
                    return source
                }
            } catch {
                if failure == nil { failure = error }
                return nil
            }
        }
        return nil
    }
}

/// Names of templates and style sheets stay inside their folder.
enum TemplateName {
    static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0.isEmpty }
    }
}
