public import Diagnostics
public import Files

/// Finds, parses and keeps templates by their names.
public final class TemplateLibrary {
    /// Finds a template's file. `from` is the template in which the name stands, nil for the first.
    public typealias Find = (_ name: String, _ from: MustacheTemplate?) throws(ParseError) -> SourceFile?

    /// Makes a template of a file.
    public typealias Parse = (_ name: String, _ source: SourceFile) throws(ParseError) -> MustacheTemplate

    private let find: Find
    private let parse: Parse
    /// By path: two names may lead to one file, and one name to two.
    private var templates: [PathKey: MustacheTemplate] = [:]

    /// - Parameter parse: by itself the parser; where templates are kept elsewhere, what asks there first.
    public init(
        parse: @escaping Parse = { (name, source) throws(ParseError) in
            try MustacheTemplate.parse(name: name, source: source)
        }, find: @escaping Find
    ) {
        (self.parse, self.find) = (parse, find)
    }

    /// The template that a name means in another, nil where no file is found.
    public func template(_ name: String, from: MustacheTemplate? = nil) throws(ParseError) -> MustacheTemplate? {
        guard let source = try find(name, from) else { return nil }
        if let template = templates[source.key] { return template }
        let template = try parse(name, source)
        templates[source.key] = template
        return template
    }
}
