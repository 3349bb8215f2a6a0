import Diagnostics
import Documents
import Glibc
import Markup
import Mustache
import Records
import StrictYAML

// Each room by itself, in one process: rooms DATA BOARD TEMPLATES REFERENCE TABLE.mustache ROUNDS.
// Prints a line each: the room, the median of the rounds' CPU time in seconds, and the bytes it reads or, for writers, writes.

let arguments = CommandLine.arguments
guard arguments.count == 7, let rounds = Int(arguments[6]), rounds > 0 else {
    fatalError("rooms DATA BOARD TEMPLATES REFERENCE TABLE.mustache ROUNDS")
}
let (data, board, templates) = (arguments[1], arguments[2], arguments[3])

/// Prints the median CPU time of an action, and returns its last result.
func measure<Result>(_ room: String, bytes: (Result) -> Int, _ action: () throws -> Result) rethrows -> Result {
    var result = try action()
    var times: [Int] = []
    for _ in 0..<rounds {
        let start = clock()
        result = try action()
        times.append(clock() - start)
    }
    // POSIX counts a million clocks a second everywhere.
    print(room, Double(times.sorted()[rounds / 2]) / 1e6, bytes(result), separator: "\t")
    return result
}

func read(_ path: String) throws(FileError) -> SourceFile? {
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

let library = TemplateLibrary { (name, _) throws(ParseError) in try? read(name) }
guard let template = try library.template(arguments[5]) else { fatalError("there is no template \(arguments[5])") }
let table = TableData(tree)
var missing: [Diagnostic.Place] = []
let markup = try measure("Mustache: render", bytes: \.count) {
    try MustacheRenderer.render(
        template, with: .root, of: table, library: library, warnings: &diagnostics, missing: &missing)
}

let parsed = measure("Markup: parse", bytes: { _ in markup.count }) { MarkupParser.parse(markup) }
guard parsed.problems.isEmpty, findings.isEmpty else { fatalError("the generated board is not sound") }
_ = measure("Markup: HTML", bytes: \.count) { HTMLWriter.write(parsed.document) }
_ = measure("Markup: text", bytes: \.count) { TextWriter.write(parsed.document, style: TextStyle(columns: 120)) }
_ = measure("Documents: all", bytes: { $0.files.reduce(0) { $0 + $1.bytes.count } }) {
    DocumentRenderer.render(
        loaded, templates: TemplateFolder(path: templates, board: board, read: read), options: RenderOptions(),
        diagnostics: &diagnostics)
}
