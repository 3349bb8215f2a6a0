import Diagnostics
public import Files
import Markup
import Mustache
import Proofreading
import Templates

/// The templates and style sheets of a board: its own first, then those that all boards share.
public final class TemplateFolder {
    private let store: TemplateStore
    private let board: String
    private let hasOwn: Bool
    /// A file that is there but cannot be read is no matter of templates; it is kept to end the run with.
    public private(set) var failure: FileError?
    /// The files that have been found and read.
    public private(set) var used: [PathKey: SourceFile] = [:]

    public init(_ store: TemplateStore, board: String) {
        self.store = store
        self.board = board
        do {
            hasOwn = try store.hasOwn(board)
        } catch {
            (hasOwn, failure) = (false, error)
        }
    }

    /// The templates that all boards share alone.
    private init(sharedIn store: TemplateStore) { (self.store, board, hasOwn) = (store, "", false) }

    var path: String { store.path }

    /// A document's template; nil where there is none.
    func document(_ name: String, in digits: HouseStyle.Digits) throws(ParseError) -> DocumentTemplate? {
        let key = TemplateStore.DocumentKey(
            name: PathKey(name), digits: digits, board: hasOwn ? PathKey(board) : nil)
        let document = try store.document(key) { () throws(ParseError) in
            // A library is asked while it reads one document, in one thread.
            let library = TemplateLibrary { [store] (name, source) throws(ParseError) in
                try store.template(name, source)
            } find: { [unowned self] (name, from) in
                self.find(name, from: from)
            }
            let prose = try proseBlocks(of: name)
            guard let template = try prose == nil ? library.template(name) : prose else { return nil }
            let own = hasOwn ? "\(path)/\(board)/" : nil
            let tree = TemplateTree.read(template, library: library) { text, template in
                // What a board types itself is the board's to mend.
                Self.isBelow(own, template.source) ? [] : LiteralDigits.rewritten(text, in: digits)
            }
            let proses = tree.files.map { store.prose(of: $0, isShared: !Self.isBelow(own, $0)) }
            return DocumentTemplate(
                tree, proses: proses, hidden: tree.files.flatMap { store.hidden(in: $0) },
                fillings: tree.diagnostics.containsErrors ? [] : tree.files.flatMap { store.fillings(of: $0) },
                wording: proses.flatMap { store.wording(of: $0) } + ProseCheck.findings(across: proses))
        }
        for file in document?.tree.files ?? [] { used[file.key] = file }
        // Digits of double width are for Japanese alone.
        if digits == .fullwidth, let document, !document.tree.isJapanese {
            return try self.document(name, in: .halfwidth)
        }
        return document
    }

    /// What is wrong round the tags of the templates that all boards share, as they stand: where no board uses one, or each fills its
    /// blocks, nobody else would look.
    func sharedFindings() -> [Diagnostic] {
        store.sharedFindings {
            let shared = TemplateFolder(sharedIn: store)
            return strayWords(in: "\(path)/words") + shared.wordsOfEveryLanguage()
                + shared.names().flatMap { name -> [Diagnostic] in
                    guard let template = try? shared.document(name, in: .halfwidth), template.tree.diagnostics.isEmpty
                    else {
                        return []
                    }
                    return template.findings(round: template.names(.withMade).fields, .withMade)
                        + LinkWords.twins(in: template.tree)
                        + (template.tree.isJapanese ? template.wording.filter { $0.code != .spaceInWord } : [])
                }
        }
    }

    /// The names of the templates that all boards share.
    private func names() -> [String] { (try? store.templates()) ?? [] }

    private static func isBelow(_ folder: String?, _ source: SourceFile) -> Bool {
        folder.map { source.path.utf8.starts(with: $0.utf8) } ?? false
    }

    private static let proseSuffix = ".txt"

    /// A template that fills blocks with the board's texts, a file each in a folder of the document's name; nil where it has none.
    private func proseBlocks(of name: String) throws(ParseError) -> MustacheTemplate? {
        guard hasOwn, TemplateName.isSafe(name) else { return nil }
        let folder = "\(path)/\(board)/\(name)"
        let names: [String]
        do throws(FileError) {
            names = try store.texts(in: folder)
        } catch {
            if failure == nil { failure = error }
            return nil
        }
        guard !names.isEmpty else { return nil }
        let blocks = names.map { file in
            "{{$\(file.dropLast(Self.proseSuffix.count))}}{{> \(name)/\(file)}}{{/\(file.dropLast(Self.proseSuffix.count))}}"
        }
        let text = "{{<\(name)}}\n\(blocks.joined(separator: "\n"))\n{{/\(name)}}\n"
        return try MustacheTemplate.parse(name: name, source: SourceFile(path: folder, text: text))
    }

    /// `guideline` is `Templates/<board>/guideline.html`, else `Templates/guideline.html`.
    ///
    /// A board's own file that names itself means the shared one, which it fills in.
    private func find(_ name: String, from: MustacheTemplate?) -> SourceFile? {
        guard TemplateName.isSafe(name) else { return nil }
        if name.hasSuffix(Self.proseSuffix) {
            return hasOwn ? file(["\(path)/\(board)/\(name)"]).map { ProseBlock.markup(of: $0) } : nil
        }
        let own = "\(path)/\(board)/\(name).html"
        let isItself = from?.source.key == PathKey(own)
        return file((hasOwn && !isItself ? [own] : []) + ["\(path)/\(name).html"])
    }

    /// The style sheet that a template links, as `style/base.css`.
    func styleSheet(_ name: String) -> StyleSheet {
        guard TemplateName.isSafe(name),
            let file = file((hasOwn ? ["\(path)/\(board)/\(name)"] : []) + ["\(path)/\(name)"])
        else { return .missing }
        return store.styleSheet(file)
    }

    /// The words that the program puts into pages in a language, and what is wrong with their files: `words/en.txt`, with the
    /// lines that the board has in its own in place of those that all share.
    func words(in language: String) -> (words: PageWords, findings: [Diagnostic]) {
        let name = "words/\(language).txt"
        guard TemplateName.isSafe(name) else { return (PageWords(), []) }
        return store.words(
            in: (["\(path)/\(name)"] + (hasOwn ? ["\(path)/\(board)/\(name)"] : [])).compactMap { file([$0]) })
    }

    /// What is wrong with words in languages that no page may ask for today.
    private func wordsOfEveryLanguage() -> [Diagnostic] {
        let names = (try? store.allNames(in: "\(path)/words")) ?? []
        return names.filter(WordsFile.isLanguage).flatMap { words(in: String($0.dropLast(".txt".count))).findings }
    }

    /// What is wrong with the names of the board's own files of words.
    func wordsFolderFindings() -> [Diagnostic] { hasOwn ? strayWords(in: "\(path)/\(board)/words") : [] }

    /// Files of words that no page asks for, because their names are no language's.
    private func strayWords(in folder: String) -> [Diagnostic] {
        guard let names = try? store.allNames(in: folder) else { return [] }
        return names.compactMap { name in
            WordsFile.isLanguage(name) ? nil : file(["\(folder)/\(name)"]).map { WordsFile.misnamed($0, name) }
        }
    }

    private func file(_ candidates: [String]) -> SourceFile? {
        for candidate in candidates {
            do {
                guard let source = try store.file(candidate) else { continue }
                used[source.key] = source
                return source
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
