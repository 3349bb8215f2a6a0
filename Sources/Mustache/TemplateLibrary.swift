public import Diagnostics

/// Finds, parses and keeps templates by their names.
public final class TemplateLibrary {
    /// Finds a template's file. `from` is the template in which the name stands, nil for the first.
    public typealias Find = (_ name: String, _ from: MustacheTemplate?) throws(ParseError) -> SourceFile?

    private let find: Find
    /// By path: two names may lead to one file, and one name to two.
    private var templates: [String: MustacheTemplate] = [:]

    public init(find: @escaping Find) {
        self.find = find
    }

    /// The template that a name means in another, nil where no file is found.
    public func template(_ name: String, from: MustacheTemplate? = nil) throws(ParseError) -> MustacheTemplate? {
        guard let source = try find(name, from) else { return nil }
        if let template = templates[source.path] { return template }
        let template = try MustacheParser.parse(name: name, source: source)
        templates[source.path] = template
        return template
    }
}
