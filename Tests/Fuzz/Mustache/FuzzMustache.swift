import Diagnostics
import Files
import Mustache

/// Any bytes are refused or rendered, to no more than their place allows, and escaped values stay escaped.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMustache(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    // Two files in one input, so that partials and parents have something to lead to.
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let main = SourceFile(path: "main", bytes: Array(parts[0]))
    let part = SourceFile(path: "p", bytes: parts.count > 1 ? Array(parts[1]) : [])
    let library = TemplateLibrary { (name, _) throws(ParseError) in
        switch name {
        case "main": main
        case "p": part
        default: nil
        }
    }
    let context = PlainValue.mapping([
        "a": .text("<&\">"), "b": .boolean(true), "l": .list([.text("1"), .mapping(["a": .text("2")])]),
        "n": .null, "m": .mapping(["a": .text("x"), "l": .list([])]),
    ])
    do {
        guard let template = try library.template("main") else { return 0 }
        var warnings: [Diagnostic] = []
        _ = try MustacheRenderer.render(
            template, with: context, library: library, missingPartials: .empty, repetitions: 10_000,
            warnings: &warnings)
    } catch {
        var formatter = DiagnosticFormatter(language: .en, usesColor: true)
        _ = formatter.format(error.diagnostic)
    }
    return 0
}
