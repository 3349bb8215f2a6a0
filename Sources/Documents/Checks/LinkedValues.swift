import Diagnostics
import Markup
import Records
import Templates

/// Links whose words name another field or format than they lead to.
struct LinkedValues {
    private let tree: TemplateTree
    private let fields: [Int: LabelledValues.Named]

    /// - Parameter fields: by their tags' places.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let check = LinkedValues(tree: tree, fields: fields)
        return tree.nodes.indices.filter { tree.isElement($0, .a) }.flatMap { link in
            [check.otherField(link), check.otherWords(link), check.otherFormat(link)].compactMap { $0 }
        }
    }

    /// A link's words and where it leads: `<a href="{{telephone.link}}">{{email}}</a>`.
    private func otherField(_ link: Int) -> Diagnostic? {
        guard let address = tree.attribute(.href, of: link).flatMap({ tree.valueTags(in: $0).first }),
            let target = fields[address],
            // The last one is of the words, the first of the address.
            let tag = tree.valueTags(in: link).last, let shown = fields[tag], shown.field.key != target.field.key,
            let kinds = [target, shown].map({ LabelPromise.Kind($0.field) }) as? [LabelPromise.Kind],
            kinds[0] != kinds[1], kinds.allSatisfy({ [.telephone, .email, .web, .address].contains($0) })
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "リンクの文字は「\(shown.field.label.ja)」ですが、リンク先は「\(target.field.label.ja)」です",
                en: "the link shows \(shown.field.label.en), and leads to \(target.field.label.en)"),
            help: Phrase(ja: "どちらかのタグを直してください", en: "mend one of the two tags"))
    }

    /// 電話番号 over a link that leads to a map or a page.
    private func otherWords(_ link: Int) -> Diagnostic? {
        guard let address = tree.attribute(.href, of: link).flatMap({ tree.valueTags(in: $0).first }),
            let target = fields[address], let kind = LabelPromise.Kind(target.field),
            case let words = tree.words(in: link), let promise = LabelPromise(words), !promise.allows(kind),
            [.telephone, .email, .web, .address].contains(kind), !words.contains("ページ")
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.nearestPlace(of: link),
            Phrase(
                ja: "リンクの文字は「\(words)」ですが、リンク先は「\(target.field.label.ja)」です",
                en: "the link says \(words), and leads to \(target.field.label.en)"),
            help: Phrase(ja: "リンクの文字か、リンク先を直してください", en: "mend the words or the address"))
    }

    /// The formats that a link's words may name, with the endings of their files.
    private static let formats: [(words: String, endings: [String])] = [
        ("PDF", ["pdf"]), ("ＰＤＦ", ["pdf"]), ("Excel", ["xlsx", "xls"]), ("エクセル", ["xlsx", "xls"]),
        ("Word", ["docx", "doc"]), ("ワード", ["docx", "doc"]), ("CSV", ["csv"]), ("ＣＳＶ", ["csv"]),
    ]

    /// 様式1（PDF） that leads to a page.
    private func otherFormat(_ link: Int) -> Diagnostic? {
        guard let node = tree.attribute(.href, of: link) else { return nil }
        let address = tree.words(in: node)
        let shown = tree.words(in: link)
        guard let ending = address.lastIndex(of: ".").map({ address[address.index(after: $0)...] }),
            (2...4).contains(ending.count), ending.allSatisfy({ $0.isASCII && $0.isLetter }),
            let format = Self.formats.first(where: { shown.contains($0.words) }),
            !format.endings.contains(String(ending))
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.nearestPlace(of: link),
            Phrase(
                ja: "リンクの文字に「\(format.words)」とありますが、リンク先は「.\(ending)」のファイルです",
                en: "the link's words say \(format.words), and it leads to a .\(ending) file"),
            help: Phrase(ja: "リンクの文字か、リンク先を直してください", en: "mend the words or the address"))
    }
}
