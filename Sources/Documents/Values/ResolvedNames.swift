import Diagnostics
import Records

/// What the names in a template's tags mean, made out once for all documents of the template.
struct ResolvedNames: Sendable {
    /// A name: which of the values in force it begins at, the outermost being 0, and the steps from there.
    struct Name: Sendable {
        var context: Int
        var steps: [NameStep]
    }

    /// What a tag names: a value, or whether a comparison of it holds.
    struct Tag: Sendable {
        /// Begins nowhere where the name means nothing.
        var name = Name(context: -1, steps: [])
        var comparison: Compared?
    }

    enum Compared: Sendable {
        /// With a choice, by its place.
        case choice(Int)
        case relation(Comparison.Relation, Name)
    }

    /// An item that a tag asks for by its identifier or number.
    struct Item: Sendable {
        let list: String
        /// What leads to the list from the outermost value; nil where it is not known which list that is.
        let path: [NameStep]?
        let id: String
        let place: Diagnostic.Place
        /// Whether it stands in a section that asks whether there is one.
        let isGuarded: Bool
        /// Whether the tag itself asks that.
        let mayBeAbsent: Bool
    }

    /// A tag that prints something of a data file, with the files that the sections round it ask for.
    struct File: Sendable {
        let name: String
        let within: [String]
        let place: Diagnostic.Place
    }

    var tags: [Tag]
    /// What is wrong with the names whatever the data says.
    var problems: [Diagnostic] = []
    var items: [Item] = []
    /// Identifiers that tags name, behind their lists.
    var usedIDs: Set<String> = []
    var files: [File] = []
    /// The fields that tags name.
    var usedFields: Set<FieldKey> = []
    /// The same by the tags' places; none of comparisons.
    var fields: [Int: LabelledValues.Named] = [:]

    init(tags count: Int) { tags = Array(repeating: Tag(), count: count) }

    /// What a tag means: the value of its name, or whether a comparison holds; nil where there is nothing of the kind.
    func value(of tag: Int, in contexts: [DocumentContext], _ scope: DocumentScope) -> DocumentValue? {
        let found = value(of: tags[tag].name, in: contexts, scope)
        guard let comparison = tags[tag].comparison else { return found }
        guard let found else { return nil }
        switch comparison {
        case .choice(let index): return scope.truth(found.value.content == .choice(UInt16(index)))
        case .relation(let relation, let name):
            return value(of: name, in: contexts, scope).map { scope.truth(scope.holds(relation, found, $0)) }
        }
    }

    private func value(of name: Name, in contexts: [DocumentContext], _ scope: DocumentScope) -> DocumentValue? {
        guard contexts.indices.contains(name.context) else { return nil }
        guard let first = name.steps.first else { return contexts[name.context].value }
        guard var value = scope.value(first, of: contexts[name.context]) else { return nil }
        for step in name.steps.dropFirst() {
            guard let next = scope.value(step, of: value) else { return nil }
            value = next
        }
        return value
    }
}
