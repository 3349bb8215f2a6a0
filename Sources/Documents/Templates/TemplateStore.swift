import Diagnostics
public import Files
import Markup
import Mustache
public import Proofreading
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
    private let names: @Sendable (_ path: String) throws(FileError) -> [String]
    /// What the words of templates are compared with.
    private let tables: WordTables?
    private let contents = Mutex(Contents())

    private struct Contents {
        var files: [PathKey: SourceFile?] = [:]
        var templates: [PathKey: MustacheTemplate] = [:]
        var styleSheets: [PathKey: StyleSheet] = [:]
        var hidden: [PathKey: [Diagnostic]] = [:]
        var proses: [PathKey: TemplateProse] = [:]
        var wording: [PathKey: [Diagnostic]] = [:]
        var words: [[PathKey]: (words: PageWords, findings: [Diagnostic])] = [:]
        var documents: [DocumentKey: DocumentTemplate?] = [:]
        var fillings: [PathKey: [Diagnostic]] = [:]
        var shared: [String: [Diagnostic]] = [:]
    }

    struct DocumentKey: Hashable {
        let name: PathKey
        let digits: HouseStyle.Digits
        /// The board, where it has templates of its own.
        let board: PathKey?
    }

    /// - Parameter names: those of what lies in a folder.
    public init(
        path: String, isFolder: @escaping @Sendable (String) throws(FileError) -> Bool,
        names: @escaping @Sendable (String) throws(FileError) -> [String] = { _ in [] }, words: WordTables? = nil,
        read: @escaping Read
    ) {
        (self.path, self.isFolder, self.names, tables, readFile) = (path, isFolder, names, words, read)
    }

    /// Whether a board has templates of its own.
    func hasOwn(_ board: String) throws(FileError) -> Bool { try isFolder("\(path)/\(board)") }

    /// The names of the texts in a folder, in their order; none where there is no such folder.
    func texts(in folder: String) throws(FileError) -> [String] {
        guard try isFolder(folder) else { return [] }
        return try names(folder).filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.sorted()
    }

    /// The names of all that lies in a folder, in their order; none where there is no such folder.
    func allNames(in folder: String) throws(FileError) -> [String] {
        guard try isFolder(folder) else { return [] }
        return try names(folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The names of the templates beside the boards' folders, in their order.
    func templates() throws(FileError) -> [String] {
        try names(path).filter { $0.hasSuffix(".html") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// What is found in all of them is looked for once in a run.
    func sharedFindings(_ find: () -> [Diagnostic]) -> [Diagnostic] {
        kept(\.shared, "", find)
    }

    func file(_ path: String) throws(FileError) -> SourceFile? {
        try kept(\.files, PathKey(path)) { () throws(FileError) in try readFile(path) }
    }

    func template(_ name: String, _ source: SourceFile) throws(ParseError) -> MustacheTemplate {
        try kept(\.templates, source.key) { () throws(ParseError) in try .parse(name: name, source: source) }
    }

    func styleSheet(_ source: SourceFile) -> StyleSheet { kept(\.styleSheets, source.key) { StyleSheet(source.bytes) } }

    /// What a file holds that nobody sees.
    func hidden(in source: SourceFile) -> [Diagnostic] {
        kept(\.hidden, source.key) { HiddenCharacters.findings(in: source) }
    }

    /// The words of a file, which several documents may be made of.
    func prose(of source: SourceFile, isShared: Bool) -> TemplateProse {
        kept(\.proses, source.key) { TemplateProse(source, isShared: isShared) }
    }

    /// What is wrong with a file's words whatever a board's data says.
    func wording(of prose: TemplateProse) -> [Diagnostic] {
        kept(\.wording, prose.source.key) { ProseCheck.words(of: prose, tables) }
    }

    /// The words for pages of some files, the later before the earlier, and what is wrong with them.
    func words(in sources: [SourceFile]) -> (words: PageWords, findings: [Diagnostic]) {
        kept(\.words, sources.map(\.key)) {
            var words = PageWords()
            let findings = sources.flatMap { hidden(in: $0) + WordsFile.read($0, into: &words) }
            return (words, findings)
        }
    }

    /// What is wrong with how a file fills blocks.
    func fillings(of source: SourceFile) -> [Diagnostic] {
        kept(\.fillings, source.key) {
            (try? template(source.path, source)).map { BlockFillings.findings(in: $0) } ?? []
        }
    }

    /// A document's template; that there is none is kept, too.
    func document(
        _ key: DocumentKey, _ make: () throws(ParseError) -> DocumentTemplate?
    ) throws(ParseError) -> DocumentTemplate? {
        try kept(\.documents, key, make)
    }

    /// What has been kept under a key, or else what a body makes; two threads may make the same.
    private func kept<Key: Hashable & Sendable, Value: Sendable, Failure: Error>(
        _ place: any WritableKeyPath<Contents, [Key: Value]> & Sendable, _ key: Key, _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let known = contents.withLock({ $0[keyPath: place][key] }) { return known }
        let value = try make()
        contents.withLock { $0[keyPath: place][key] = value }
        return value
    }
}

/// A document's template, ready to be filled.
final class DocumentTemplate: Sendable {
    let tree: TemplateTree
    /// What its names mean by the built-in schema.
    private let names: ResolvedNames
    /// The same by the schema of the board that asked last, where that has fields of its own.
    private let ownNames = Mutex<(types: DocumentTypes, names: ResolvedNames)?>(nil)
    /// The words of its files.
    let proses: [TemplateProse]
    /// What its files hold that nobody sees.
    let hidden: [Diagnostic]
    /// What is wrong with their words whatever a board's data says.
    let wording: [Diagnostic]
    /// What is wrong with its structure whatever its tags mean.
    private let structure: [Diagnostic]
    /// What is wrong round its tags where they mean what the built-in schema says.
    private let labels = Mutex<[Diagnostic]?>(nil)

    /// So many of a kind, and what is wrong is the table or list that they are all of.
    private static let mostFindings = 40

    /// - Parameter fillings: what is wrong with how its files fill blocks.
    init(
        _ tree: TemplateTree, proses: [TemplateProse], hidden: [Diagnostic], fillings: [Diagnostic],
        wording: [Diagnostic]
    ) {
        (self.tree, self.proses, self.hidden, self.wording) = (tree, proses, hidden, wording)
        names = NameResolver.resolve(tree, .shared)
        // A template that is not whole is told so, and no more.
        structure =
            tree.diagnostics.containsErrors
            ? []
            : Array(
                (RangeEnds.findings(in: tree) + FigureScope.findings(in: tree) + TemplateStructure.findings(in: tree)
                    + RepeatedTags.findings(in: tree) + TypedItemMarks.findings(in: tree) + fillings
                    + Company.findings(in: tree)).prefix(Self.mostFindings))
    }

    /// What does not go with the fields that its tags name, by the tags' places.
    func findings(round named: [Int: LabelledValues.Named], _ types: DocumentTypes) -> [Diagnostic] {
        let isShared = types === DocumentTypes.shared
        if isShared, let known = labels.withLock(\.self) { return known + structure }
        let found = Array(
            (LabelledValues.findings(in: tree, named) + LinkedValues.findings(in: tree, named)
                + UnitsBehindTags.findings(in: tree, named) + Company.findings(in: tree, named)).prefix(
                    Self.mostFindings))
        if isShared { labels.withLock { $0 = found } }
        return found + structure
    }

    /// What its names mean by the types of a schema.
    func names(_ types: DocumentTypes) -> ResolvedNames {
        if types === DocumentTypes.shared { return names }
        if let known = ownNames.withLock(\.self), known.types === types { return known.names }
        let names = NameResolver.resolve(tree, types)
        ownNames.withLock { $0 = (types, names) }
        return names
    }
}
