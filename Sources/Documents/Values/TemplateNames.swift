import Mustache
import Templates

/// The names in a template's tags as values look them up, made once for all documents of the template.
struct TemplateNames: Sendable {
    private let segments: [DocumentName]
    private let tags: [Tag]

    /// What a tag names: a value, by its segments, or the comparison of two.
    private struct Tag: Sendable {
        let name: Range<Int>
        var comparison: (relation: Comparison.Relation, with: Range<Int>)?
    }

    init(_ tree: TemplateTree, _ types: DocumentTypes) {
        var segments: [DocumentName] = []
        func add(_ name: MustacheName) -> Range<Int> {
            let start = segments.count
            segments += name.segments.map { DocumentName($0, types) }
            return start..<segments.count
        }
        tags = tree.tags.map { tag in
            guard let comparison = Comparison(tag.name) else { return Tag(name: add(tag.name)) }
            return Tag(name: add(comparison.left), comparison: (comparison.relation, add(comparison.right)))
        }
        self.segments = segments
    }

    /// What a tag means: the value of its name, or whether a comparison holds; nil where a name means nothing.
    func value(of tag: Int, in contexts: [DocumentContext], _ scope: DocumentScope) -> DocumentValue? {
        let tag = tags[tag]
        let found = value(of: tag.name, in: contexts, scope)
        guard let comparison = tag.comparison else { return found }
        guard let found else { return nil }
        if let choice = scope.isChoice(found, named: segments[comparison.with]) { return scope.truth(choice) }
        return value(of: comparison.with, in: contexts, scope).map {
            scope.truth(scope.holds(comparison.relation, found, $0))
        }
    }

    /// What a name means: in the innermost of the values in force that has its first segment.
    private func value(
        of name: Range<Int>, in contexts: [DocumentContext], _ scope: DocumentScope
    ) -> DocumentValue? {
        guard let first = name.first else { return contexts.last?.value }
        var context = contexts.count - 1
        while context >= 0 {
            if var value = scope.member(segments[first], of: contexts[context]) {
                for segment in name.dropFirst() {
                    guard let member = scope.member(segments[segment], of: value) else { return nil }
                    value = member
                }
                return value
            }
            context -= 1
        }
        return nil
    }
}
