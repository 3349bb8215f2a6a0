import Diagnostics
import Markup
import Mustache
import Templates

/// Whose figures words announce, and whose are printed: 全国 before the city's number, the city's name over the nation's table.
struct FigureScope {
    private enum Scope { case national, city, prefecture }

    private struct Reading {
        var said: Set<Scope> = []
        var printed: [(scope: Scope, tag: Int)] = []
    }

    private let tree: TemplateTree
    /// Whose series each tag is of, by its path or by the section that it stands in.
    private let owners: [Int: Scope]

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = FigureScope(tree)
        guard !check.owners.isEmpty else { return [] }
        return tree.nodes.indices.flatMap { node -> [Diagnostic] in
            guard case .element(let name) = tree.nodes[node].kind else { return [] }
            switch name {
            case .p, .li, .dd, .figcaption, .h2, .h3, .h4: return check.sentences(of: node)
            case .table: return check.table(node)
            default: return []
            }
        }
    }

    private init(_ tree: TemplateTree) {
        self.tree = tree
        var owners: [Int: Scope] = [:]
        var sections: [(end: Int, scope: Scope)] = []
        for node in tree.nodes.indices {
            while let last = sections.last, last.end <= node { sections.removeLast() }
            switch tree.nodes[node].kind {
            case .section(let tag):
                if let scope = Self.scope(ofPath: tree.tags[Int(tag)].name.text) {
                    sections.append((Int(tree.nodes[node].next), scope))
                }
            case .value(let tag):
                let path = tree.tags[Int(tag)].name.text
                if let scope = Self.scope(ofPath: path) ?? (path.contains(".") ? nil : sections.last?.scope) {
                    owners[node] = scope
                }
            default: break
            }
        }
        self.owners = owners
    }

    private static func scope(ofPath path: String) -> Scope? {
        if path.hasPrefix("statistics.national.") { return .national }
        return path.hasPrefix("statistics.city.") ? .city : nil
    }

    // MARK: Sentences

    /// A sentence that speaks of one of the two alone prints that one's figures alone.
    private func sentences(of element: Int) -> [Diagnostic] {
        let content = tree.content(of: element)
        guard content.contains(where: { owners[$0] != nil }) else { return [] }
        var readings = [Reading()]
        for node in content {
            switch tree.nodes[node].kind {
            case .text(let start, let end):
                let text = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
                for (place, part) in text.split(separator: "。", omittingEmptySubsequences: false).enumerated() {
                    if place > 0 { readings.append(Reading()) }
                    readings[readings.count - 1].said.formUnion(Self.scopes(in: part))
                }
            case .value(let tag):
                switch tree.tags[Int(tag)].name.text {
                case "board.municipality": readings[readings.count - 1].said.insert(.city)
                case "board.prefecture": readings[readings.count - 1].said.insert(.prefecture)
                default: break
                }
                if let scope = owners[node] { readings[readings.count - 1].printed.append((scope, Int(tag))) }
            default: break
            }
        }
        return readings.compactMap { reading in
            guard reading.said.count == 1, let said = reading.said.first,
                let other = reading.printed.first(where: { $0.scope != said })
            else { return nil }
            return report(said, at: tree.tags[other.tag].place)
        }
    }

    private static func scopes(in text: Substring) -> Set<Scope> {
        var scopes: Set<Scope> = []
        if text.contains("全国") { scopes.insert(.national) }
        if ["本市", "本区", "本町", "本村", "当市", "市内", "区内"].contains(where: { text.contains($0) }) { scopes.insert(.city) }
        return scopes
    }

    // MARK: Tables

    /// A table's title and the heads of its columns name whose figures stand in it.
    private func table(_ table: Int) -> [Diagnostic] {
        let inner = Array(tree.content(of: table))
        let figures = inner.filter { owners[$0] != nil }
        guard let scope = figures.first.flatMap({ owners[$0] }), figures.allSatisfy({ owners[$0] == scope }) else {
            return []
        }
        return inner.compactMap { node in
            guard case .element(let name) = tree.nodes[node].kind, name == .caption || name == .th else { return nil }
            var said: Set<Scope> = []
            for word in tree.content(of: node) {
                switch tree.nodes[word].kind {
                case .text(let start, let end):
                    said.formUnion(
                        Self.scopes(in: String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)[...]))
                case .value(let tag) where tree.tags[Int(tag)].name.text == "board.municipality": said.insert(.city)
                case .value(let tag) where tree.tags[Int(tag)].name.text == "board.prefecture": said.insert(.prefecture)
                default: break
                }
            }
            guard said.count == 1, let said = said.first, said != scope else { return nil }
            return report(said, at: tree.place(of: node))
        }
    }

    private func report(_ said: Scope, at place: Diagnostic.Place?) -> Diagnostic {
        Diagnostic(
            .labelMismatch, .warning, at: place,
            said == .prefecture
                ? Phrase(
                    ja: "都道府県の数として書かれていますが、印字されるのは別の数です", en: "it says the prefecture, and what is printed is not its")
                : said == .national
                    ? Phrase(
                        ja: "「全国」とありますが、印字されるのは市区町村の数です", en: "it says the nation, and what is printed is the city's")
                    : Phrase(
                        ja: "市区町村の数として書かれていますが、印字されるのは全国の数です",
                        en: "it says the city, and what is printed is the nation's"),
            help: Phrase(ja: "言葉か、タグの名前を直してください", en: "mend the words or the tag"))
    }
}
