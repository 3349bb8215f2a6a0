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
    private struct LiteralKey: Hashable {
        let template: ObjectIdentifier
        let digits: HouseStyle.Digits
    }

    /// What shared templates print otherwise; each paper of a form asks for them.
    private var literals: [LiteralKey: [Int: [UInt8]]] = [:]

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
        let candidates = from?.source.key == PathKey(own) ? [] : [own]
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
    func isOwn(_ source: SourceFile) -> Bool { source.path.utf8.starts(with: "\(path)/\(board)/".utf8) }

    /// The text that a template prints in a board's width of digits, by where it begins, where that is not its own: what a board
    /// types itself is the board's to mend.
    func literals(of template: MustacheTemplate, in digits: HouseStyle.Digits) -> [Int: [UInt8]] {
        let key = LiteralKey(template: ObjectIdentifier(template), digits: digits)
        if let known = literals[key] { return known }
        let texts = isOwn(template.source) ? [:] : LiteralDigits.texts(of: template, in: digits)
        literals[key] = texts
        return texts
    }

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
        // By bytes: to Swift, a sign that joins what follows and the / behind it are one character.
        !name.utf8.contains(0)
            && !name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .contains { $0.isEmpty || $0.elementsEqual("..".utf8) }
    }
}
