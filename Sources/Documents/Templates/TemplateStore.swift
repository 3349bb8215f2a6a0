public import Diagnostics
import Mustache
internal import Synchronization
import Templates

/// The templates and style sheets of a run, each read once for all boards; threads may ask for them side by side.
public final class TemplateStore: Sendable {
    /// Reads a file, nil where there is none of that name.
    public typealias Read = @Sendable (_ path: String) throws(FileError) -> SourceFile?

    /// The folder of templates.
    let path: String
    private let readFile: Read
    private let isFolder: @Sendable (_ path: String) throws(FileError) -> Bool
    private let contents = Mutex(Contents())

    private struct Contents {
        var files: [PathKey: SourceFile?] = [:]
        var templates: [PathKey: MustacheTemplate] = [:]
        var styleSheets: [PathKey: StyleSheet] = [:]
        var hidden: [PathKey: [Diagnostic]] = [:]
        var documents: [DocumentKey: DocumentTemplate?] = [:]
    }

    struct DocumentKey: Hashable {
        let name: PathKey
        let digits: HouseStyle.Digits
        /// The board, where it has templates of its own.
        let board: PathKey?
    }

    public init(path: String, isFolder: @escaping @Sendable (String) throws(FileError) -> Bool, read: @escaping Read) {
        (self.path, self.isFolder, readFile) = (path, isFolder, read)
    }

    /// Whether a board has templates of its own.
    func hasOwn(_ board: String) throws(FileError) -> Bool { try isFolder("\(path)/\(board)") }

    func file(_ path: String) throws(FileError) -> SourceFile? {
        if let known = contents.withLock({ $0.files[PathKey(path)] }) { return known }
        let file = try readFile(path)
        contents.withLock { $0.files[PathKey(path)] = .some(file) }
        return file
    }

    func template(_ name: String, _ source: SourceFile) throws(ParseError) -> MustacheTemplate {
        if let known = contents.withLock({ $0.templates[source.key] }) { return known }
        let template = try MustacheTemplate.parse(name: name, source: source)
        contents.withLock { $0.templates[source.key] = template }
        return template
    }

    func styleSheet(_ source: SourceFile) -> StyleSheet {
        if let known = contents.withLock({ $0.styleSheets[source.key] }) { return known }
        let sheet = StyleSheet(source.bytes)
        contents.withLock { $0.styleSheets[source.key] = sheet }
        return sheet
    }

    /// What a file holds that nobody sees.
    func hidden(in source: SourceFile) -> [Diagnostic] {
        if let known = contents.withLock({ $0.hidden[source.key] }) { return known }
        let findings = HiddenCharacters.findings(in: source)
        contents.withLock { $0.hidden[source.key] = findings }
        return findings
    }

    /// What has been kept under a key, or else what a body makes; nil is kept, too.
    func document(
        _ key: DocumentKey, _ make: () throws(ParseError) -> DocumentTemplate?
    ) throws(ParseError) -> DocumentTemplate? {
        if let known = contents.withLock({ $0.documents[key] }) { return known }
        let document = try make()
        contents.withLock { $0.documents[key] = .some(document) }
        return document
    }
}

/// A document's template, ready to be filled.
final class DocumentTemplate: Sendable {
    let tree: TemplateTree
    let names: TemplateNames
    /// The words of its files.
    let proses: [TemplateProse]
    /// What its files hold that nobody sees.
    let hidden: [Diagnostic]
    /// What is wrong with their words whatever a board's data says.
    let wording: [Diagnostic]

    init(_ tree: TemplateTree, proses: [TemplateProse], hidden: [Diagnostic]) {
        (self.tree, self.proses, self.hidden) = (tree, proses, hidden)
        names = TemplateNames(tree)
        wording = ProseCheck.words(proses)
    }
}
