import Mustache
import Templates

/// The names in a template's tags as values look them up, made once for all documents of the template.
struct TemplateNames: Sendable {
    private let segments: [DocumentName]
    /// Where the segments of each tag's name begin, and at the end where the last one's end.
    private let starts: [Int]

    init(_ tree: TemplateTree, _ types: DocumentTypes) {
        segments = tree.tags.flatMap { $0.name.segments.map { DocumentName($0, types) } }
        starts = tree.tags.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.name.segments.count) }
    }

    /// What a tag's name means: in the innermost of the values in force that has its first segment; nil where none has.
    func value(of tag: Int, in contexts: [DocumentValue], _ scope: DocumentScope) -> DocumentValue? {
        let (first, end) = (starts[tag], starts[tag + 1])
        guard first < end else { return contexts.last }
        var context = contexts.count - 1
        while context >= 0 {
            if var value = scope.member(segments[first], of: contexts[context]) {
                for segment in first + 1..<end {
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
