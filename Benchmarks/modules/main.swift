import Diagnostics
import Documents
import Files
import Glibc
import Mustache
import Records
import StrictYAML

// Each module by itself, in one process: modules DATA BOARD TEMPLATES REFERENCE TABLE.mustache ROUNDS.
// Prints a line each: the module, the median of the rounds' CPU time in seconds, and the bytes it reads or, for writers, writes.

let arguments = CommandLine.arguments
guard arguments.count == 7, let rounds = Int(arguments[6]), rounds > 0 else {
    fatalError("modules DATA BOARD TEMPLATES REFERENCE TABLE.mustache ROUNDS")
}
let (data, board, templates) = (arguments[1], arguments[2], arguments[3])

/// Prints the median CPU time of an action, and returns its last result.
func measure<Result>(_ module: String, bytes: (Result) -> Int, _ action: () throws -> Result) rethrows -> Result {
    var result = try action()
    var times: [Int] = []
    for _ in 0..<rounds {
        let start = clock()
        result = try action()
        times.append(clock() - start)
    }
    // POSIX counts a million clocks a second everywhere.
    print(module, Double(times.sorted()[rounds / 2]) / 1e6, bytes(result), separator: "\t")
    return result
}

@Sendable func read(_ path: String) throws(FileError) -> SourceFile? {
    do { return try SourceFile.read(path) } catch { return nil }
}

let source = try SourceFile.read("\(data)/\(board)/facilities.yaml")
let tree = try measure("StrictYAML", bytes: { _ in source.bytes.count }) { try YAMLParser.parse(source) }

var diagnostics: [Diagnostic] = []
_ = measure("Records: decode", bytes: { _ in source.bytes.count }) {
    RecordDecoder.decode(tree, as: .facilities, diagnostics: &diagnostics)
}
guard let loaded = try Board.load(id: board, folder: "\(data)/\(board)", diagnostics: &diagnostics, read: read) else {
    fatalError("the board cannot be read")
}
let reference = try ReferenceData(folder: arguments[4])
let findings = measure("Records: check", bytes: { _ in source.bytes.count }) {
    Checks.run(loaded, reference: reference)
}

/// The facilities as plain values, as `shirube render` has them.
func plain(_ node: Int) -> PlainValue {
    switch tree.nodes[node].kind {
    case .scalar: return .text(tree.text(of: node))
    case .sequence: return .list(tree.children(of: node).map(plain))
    case .mapping:
        var members: [String: PlainValue] = [:]
        var children = tree.children(of: node)
        while let key = children.next(), let value = children.next() { members[tree.text(of: key)] = plain(value) }
        return .mapping(members)
    }
}

let library = TemplateLibrary { (name, _) throws(ParseError) in try? read(name) }
guard let template = try library.template(arguments[5]) else { fatalError("there is no template \(arguments[5])") }
let values = plain(tree.root)
_ = try measure("Mustache: render", bytes: \.count) {
    try MustacheRenderer.render(template, with: values, library: library, warnings: &diagnostics)
}

guard findings.isEmpty else { fatalError("the generated board is not sound") }
let store = TemplateStore(path: templates, isFolder: { _ in false }, read: read)
_ = measure("Documents: all", bytes: { $0.files.reduce(0) { $0 + $1.bytes.count } }) {
    DocumentRenderer.render(
        loaded, templates: TemplateFolder(store, board: board), options: RenderOptions(), diagnostics: &diagnostics)
}
