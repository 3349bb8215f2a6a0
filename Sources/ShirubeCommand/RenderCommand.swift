import Diagnostics
import Files
import Mustache
import StrictYAML

/// `shirube render TEMPLATE`: plain Mustache.
enum RenderCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let path = try arguments.onlyOperand("TEMPLATE")
        let partials = arguments.value(.partials)
        return try terminal.perform {
            let main = try SourceFile.read(path)
            var failure: FileError?
            let library = TemplateLibrary { (name, from) throws(ParseError) in
                if from == nil { return main }
                guard let partials,
                    !name.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
                else { return nil }
                do throws(FileError) {
                    return try SourceFile.read("\(partials)/\(name).mustache")
                } catch {
                    if !error.isMissing { failure = error }
                    return nil
                }
            }
            var context = PlainValue.null
            if let file = arguments.value(.dataFile) {
                let tree = try YAMLParser.parse(try SourceFile.read(file))
                context = PlainValue(tree, tree.root)
            }
            guard let template = try library.template(path) else { return }
            var warnings: [Diagnostic] = []
            let output = try MustacheRenderer.render(
                template, with: context, library: library, missingPartials: .empty,
                warnings: &warnings)
            if let failure { throw failure }
            terminal.report(warnings)
            try terminal.print(output)
        }
    }
}

extension PlainValue {
    /// Plain scalars by YAML's core schema (§10.3.2) as far as templates can tell: null, true and false. Numbers print
    /// as they were written.
    init(_ tree: YAMLTree, _ node: Int) {
        switch tree.nodes[node].kind {
        case .scalar:
            let text = tree.text(of: node)
            switch (tree.nodes[node].style, text) {
            case (.empty, _), (.plain, "~"), (.plain, "null"), (.plain, "Null"), (.plain, "NULL"):
                self = .null
            case (.plain, "true"), (.plain, "True"), (.plain, "TRUE"): self = .boolean(true)
            case (.plain, "false"), (.plain, "False"), (.plain, "FALSE"): self = .boolean(false)
            default: self = .text(text)
            }
        case .sequence:
            self = .list(tree.children(of: node).map { PlainValue(tree, $0) })
        case .mapping:
            var members: [String: PlainValue] = [:]
            var children = tree.children(of: node)
            while let key = children.next(), let value = children.next() {
                members[tree.text(of: key)] = PlainValue(tree, value)
            }
            self = .mapping(members)
        }
    }
}
