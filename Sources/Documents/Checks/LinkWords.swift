import Diagnostics
import Japanese
import Markup
import Mustache
import Templates

/// Links, codes and references whose words speak of another place than they lead to.
struct LinkWords {
    private let tree: TemplateTree

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = LinkWords(tree: tree)
        return tree.nodes.indices.flatMap { node -> [Diagnostic?] in
            guard case .element(let name) = tree.nodes[node].kind else { return [] }
            return switch name {
            case .a: [check.kind(node), check.form(node), check.page(node)]
            case .qr: [check.code(node)]
            default: []
            }
        }.compactMap(\.self) + check.itself() + check.filters()
    }

    private func words(_ name: AttributeName, of node: Int) -> String? {
        tree.attribute(name, of: node).map { tree.words(in: $0) }
    }

    /// What a link's words and its label say.
    private func said(_ link: Int) -> [String] {
        [tree.words(in: link), words(.ariaLabel, of: link)].compactMap(\.self)
    }

    // MARK: Two places of one name

    /// Identifiers that stand twice, whatever a board's data: for templates that no board has made a page of.
    static func twins(in tree: TemplateTree) -> [Diagnostic] {
        var known: [String: Int] = [:]
        return tree.nodes.indices.compactMap { node in
            guard case .element = tree.nodes[node].kind, let attribute = tree.attribute(.id, of: node),
                tree.valueTags(in: attribute).isEmpty
            else { return nil }
            let id = tree.words(in: attribute)
            guard let first = known[id] else {
                known[id] = node
                return nil
            }
            guard !tree.exclude(first, node) else { return nil }
            return Diagnostic(
                .duplicateAnchor, at: tree.place(of: node),
                Phrase(ja: "id「\(id)」が2回使われています", en: "the id \"\(id)\" is used twice"),
                help: Phrase(ja: "どちらかを別の名前にしてください", en: "give one of them another name"),
                notes: tree.fillings(of: id).map {
                    Diagnostic.Note($0, Phrase(ja: "ここから来ています", en: "it comes from here"))
                })
        }
    }

    // MARK: What a tag leads to

    /// 地図 over a telephone number, ウェブページ over a mail address.
    private func kind(_ link: Int) -> Diagnostic? {
        guard let href = tree.attribute(.href, of: link), let tag = tree.valueTags(in: href).first,
            tree.words(in: href).isEmpty
        else { return nil }
        let name = tree.tags[tag].name
        let text = tree.words(in: link)
        let isMap = name.segments.last == "map"
        let isCall = name.segments.last == "link"
        let wrong = text.contains("地図") && !isMap ? "地図" : text.contains("ページ") && isCall ? "ページ" : nil
        return wrong.map { report(link, "「\($0)」", $0, "「{{\(name.text)}}」", "{{\(name.text)}}") }
    }

    // MARK: Forms

    /// `<a href="form1.html">様式2</a>`
    private func form(_ link: Int) -> Diagnostic? {
        guard let address = words(.href, of: link), address.hasPrefix("form") else { return nil }
        let number = address.dropFirst(4).prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty else { return nil }
        for text in said(link) {
            guard
                let typed = text.split(separator: "様式", omittingEmptySubsequences: false).dropFirst().first.map({
                    WidthFolding.ascii(String($0.prefix { $0.isNumber }))
                })
            else { continue }
            if !typed.isEmpty, typed != number {
                return report(link, "「様式\(typed)」", "様式\(typed)", "様式\(number)", "form \(number)")
            }
        }
        return nil
    }

    // MARK: Pages

    /// Words for places of a page and of the board's pages.
    private func page(_ link: Int) -> Diagnostic? {
        guard let address = words(.href, of: link), tree.valueTags(in: link).isEmpty, !address.isEmpty else {
            return nil
        }
        let text = tree.words(in: link)
        let isHere = address.hasPrefix("#")
        if text.contains("本文へ"), !isHere { return report(link, "「本文」", "the text", "別のページ", "another page") }
        if text.contains("文書の一覧"), isHere {
            return report(link, "「文書の一覧」", "the list of documents", "このページの中", "this page")
        }
        if text.contains("もくじ") || text.contains("目次"), isHere,
            tree.nodes.indices.contains(where: { tree.isElement($0, .contents) }),
            let target = target(String(address.dropFirst())),
            !tree.content(of: target).contains(where: { tree.isElement($0, .contents) })
                || tree.isElement(target, .main)
        {
            return report(link, "「もくじ」", "the contents", "「\(address)」", address)
        }
        return nil
    }

    private func target(_ id: String) -> Int? {
        tree.nodes.indices.first { node in
            guard case .element = tree.nodes[node].kind else { return false }
            return words(.id, of: node) == id
        }
    }

    private func report(_ link: Int, _ ja: String, _ en: String, _ toJa: String, _ toEn: String) -> Diagnostic {
        Diagnostic(
            .labelMismatch, .warning, at: tree.place(of: link),
            Phrase(ja: "リンクの文字に\(ja)とありますが、リンク先は\(toJa)です", en: "the link's words say \(en), and it leads to \(toEn)"),
            help: Phrase(ja: "リンクの文字か、リンク先を直してください", en: "mend the words or the address"))
    }

    // MARK: Codes

    /// A code beside a link to a web page that holds something else.
    private func code(_ code: Int) -> Diagnostic? {
        guard let attribute = tree.attribute(.of, of: code), let tag = tree.valueTags(in: attribute).first,
            let parent = (0..<code).last(where: { outer in
                guard case .element = tree.nodes[outer].kind else { return false }
                return Int(tree.nodes[outer].next) > code
            }),
            let address = tree.content(of: parent).filter({ tree.isElement($0, .a) }).compactMap({
                tree.attribute(.href, of: $0)
            })
            .compactMap({ tree.valueTags(in: $0).first }).last,
            tree.tags[address].name.text != tree.tags[tag].name.text
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "二次元コードの値が、並んでいるリンクのリンク先と違います", en: "the code holds another value than the link beside it leads to"),
            help: Phrase(ja: "どちらかのタグを直してください", en: "mend one of the two tags"))
    }

    // MARK: Pages that lead to themselves

    /// `{{#documents.guideline}}<a href="{{id}}.html">` in guideline.
    private func itself() -> [Diagnostic] {
        tree.nodes.indices.compactMap { node in
            guard case .section(let tag) = tree.nodes[node].kind,
                tree.tags[Int(tag)].name.segments == ["documents", tree.name],
                tree.content(of: node).contains(where: { tree.isElement($0, .a) })
            else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.tags[Int(tag)].place,
                Phrase(ja: "この文書自身へのリンクです", en: "this is a link to the document that it stands in"),
                help: Phrase(ja: "リンクする文書のIDを確かめてください", en: "check which document is meant"))
        }
    }

    // MARK: Filters

    /// Two filters with one label, or for a table that is not there.
    private func filters() -> [Diagnostic] {
        var known: [String: Int] = [:]
        return tree.nodes.indices.compactMap { node in
            guard tree.isElement(node, .filter) else { return nil }
            if let table = words(.of, of: node), let attribute = tree.attribute(.of, of: node),
                tree.valueTags(in: attribute).isEmpty,
                target(table) == nil
            {
                return Diagnostic(
                    .labelMismatch, .warning, at: tree.place(of: node),
                    Phrase(ja: "「\(table)」というidの表がありません", en: "no table has the id \"\(table)\""),
                    help: Phrase(ja: "ofを、絞り込む表のidにしてください", en: "let of name the table's id"))
            }
            guard let label = tree.attribute(.label, of: node), tree.valueTags(in: label).isEmpty else { return nil }
            let text = tree.words(in: label)
            guard let first = known.updateValue(node, forKey: text) else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.place(of: node),
                Phrase(ja: "「\(text)」という絞り込みが二つあります", en: "two filters are labelled \"\(text)\""),
                help: Phrase(ja: "何で絞り込むのか分かる名前にしてください", en: "label each by what it goes by"),
                notes: [Diagnostic.Note(tree.place(of: first), Phrase(ja: "前の絞り込みです", en: "the one before"))])
        }
    }
}
