import Diagnostics
import Files
import JSON
import StrictYAML

/// Any bytes are refused or read; what was read, printed as quoted flow YAML, is read the same again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStrictYAML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
        let tree = try YAMLParser.parse(SourceFile(path: "input", bytes: bytes))
        let printed = print(tree)
        let again = try YAMLParser.parse(SourceFile(path: "printed", bytes: printed))
        precondition(print(again) == printed, "what is printed reads otherwise")
    } catch {
        // A finding points into the file, and can be shown.
        var formatter = DiagnosticFormatter(language: .ja, usesColor: false)
        _ = formatter.format(error.diagnostic)
        // A key may have become too long by its escapes.
        let isLongKey = error.diagnostic.code == .yamlComplexKey
        precondition(error.diagnostic.place?.source.path == "input" || isLongKey, "what is printed is refused")
    }
    return 0
}

private func print(_ tree: YAMLTree) -> [UInt8] {
    var output: [UInt8] = []
    func print(_ node: Int) {
        switch tree.nodes[node].kind {
        case .scalar:
            tree.withText(of: node) { JSONValue.writeString($0, to: &output) }
        case .sequence:
            output.append(UInt8(ascii: "["))
            for item in tree.children(of: node) {
                print(item)
                output.append(UInt8(ascii: ","))
            }
            output.append(UInt8(ascii: "]"))
        case .mapping:
            output.append(UInt8(ascii: "{"))
            var children = tree.children(of: node)
            while let key = children.next(), let value = children.next() {
                print(key)
                output.append(UInt8(ascii: ":"))
                print(value)
                output.append(UInt8(ascii: ","))
            }
            output.append(UInt8(ascii: "}"))
        }
    }
    print(tree.root)
    return output
}
