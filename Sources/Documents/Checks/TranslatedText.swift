import Bytes
package import Diagnostics
import Japanese
import Markup
import Mustache
import Records
import Templates

extension DiagnosticCode {
    package static let staleTranslation = DiagnosticCode(
        "T040", canBeAllowed: true,
        meaning: (
            ja: "訳した文書（やさしい日本語、外国語など）の元の文章が、訳した後に変わったか、なくなりました。訳のない所は注記で知らせます。",
            en:
                "The text that a document in plain words or another language translates has changed since, or is gone. What has no translation is told in a note."
        ),
        reason: (
            ja: "元の文書だけを直すと、訳を読む人に古いことを伝えてしまいます。",
            en: "Those who read the translation would be told what was true before."
        ),
        wrong: "<p data-source=\"criteria@00000000\">…</p>  <!-- 元の文章は、今は1a2b3c4d -->",
        right: "<p data-source=\"criteria@1a2b3c4d\">…</p>")
}

/// A document in plain words or in another language (`translates:`), element by element against the one that it is of: `data-source` names an
/// element of that by its id, with the fingerprint of the text that was translated.
enum TranslatedText {
    /// - Parameter source: the template that the document translates; nil where it does not say that it is a translation.
    static func findings(in tree: TemplateTree, _ id: String, of source: TemplateTree?) -> [Diagnostic] {
        let ties = tree.attributes(.dataSource)
        guard let source else {
            return ties.map { tie in
                Diagnostic(
                    .staleTranslation, .warning, at: tree.place(of: tie.element),
                    Phrase(
                        ja: "data-sourceがありますが、この文書がどの文書の訳かが分かりません",
                        en: "there is a data-source, but it is not said which document this one translates"),
                    help: Phrase(
                        ja: "board.yamlのこの文書に「translates: 」と、元の文書のIDを書いてください",
                        en: "add \"translates:\" to the document in board.yaml, with the identifier of its source"))
            }
        }
        let originals = source.attributes(.id)
        let elements = Dictionary(originals.map { ($0.value, $0.element) }, uniquingKeysWith: { first, _ in first })
        var translated: Set<Int> = []
        let stale = ties.compactMap { tie -> Diagnostic? in
            let parts = tie.value.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let element = elements[parts[0]] else { return missing(parts[0], tree.place(of: tie.element)) }
            translated.insert(element)
            return changed(tie, parts, from: element, in: source, tree)
        }
        return stale + untranslated(originals, translated, in: source, by: id)
    }

    /// What is said of a document that names itself, in place of all that it would lack.
    static func ofItself(_ document: RecordView) -> Diagnostic {
        Diagnostic(
            .staleTranslation, at: document.place(DocumentEntry.translates),
            Phrase(ja: "この文書自身を、訳す元の文書としています", en: "the document is said to translate itself"),
            help: Phrase(
                ja: "translatesに元の文書のIDを書いてください。訳でなければ、この行を消してください",
                en: "write the identifier of its source; if it is no translation, delete the line"))
    }

    private static func missing(_ id: String, _ place: Diagnostic.Place?) -> Diagnostic {
        Diagnostic(
            .staleTranslation, .warning, at: place,
            Phrase(ja: "元の文書に、idが「\(id)」の要素がありません", en: "the source has no element with the id \"\(id)\""),
            help: Phrase(
                ja: "元の文書から消えたのなら、訳も消してください。idが変わったのなら、data-sourceを直してください",
                en: "delete the translation if the source is gone; if its id has changed, mend data-source"))
    }

    private static func changed(
        _ tie: (element: Int, value: String), _ parts: [String], from element: Int, in source: TemplateTree,
        _ tree: TemplateTree
    ) -> Diagnostic? {
        let present = fingerprint(of: element, in: source)
        let known = parts.count > 1 ? parts[1] : ""
        guard known != present else { return nil }
        let right = "data-source=\"\(parts[0])@\(present)\""
        let summary =
            known.isEmpty
            ? Phrase(
                ja: "「\(parts[0])」のどの文章を訳したのかが書いてありません", en: "which text of \"\(parts[0])\" was translated is not said")
            : !isFingerprint(known)
                ? Phrase(
                    ja: "data-sourceの「@」の後の「\(known)」は、文章の印（0～9とa～fの8文字）ではありません",
                    en:
                        "\"\(known)\" behind the @ of data-source is no fingerprint of a text, eight characters of 0-9 and a-f"
                )
                : Phrase(
                    ja: "元の「\(parts[0])」の文章が、訳した後に変わりました（訳したもの：\(known)、今のもの：\(present)）",
                    en: "the text of \"\(parts[0])\" has changed since it was translated: \(known) then, \(present) now"
                )
        return Diagnostic(
            .staleTranslation, .warning, at: tree.place(of: tie.element), summary,
            help: Phrase(
                ja: "元の文章と見比べて訳を直し、「\(right)」と書いてください", en: "bring the translation up to date, then write \(right)"),
            notes: [
                source.place(of: element).map { .init($0, Phrase(ja: "元の文章はここにあります", en: "the source is here")) }
            ].compactMap(\.self))
    }

    private static func isFingerprint(_ text: String) -> Bool {
        text.utf8.count == 8
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }

    /// Elements of the source that neither are translated nor stand in, or hold, one that is.
    private static func untranslated(
        _ originals: [(element: Int, value: String)], _ translated: Set<Int>, in source: TemplateTree,
        by translation: String
    ) -> [Diagnostic] {
        originals.compactMap { element, id in
            func holds(_ outer: Int, _ inner: Int) -> Bool { outer <= inner && inner < Int(source.nodes[outer].next) }
            guard !translated.contains(where: { holds($0, element) || holds(element, $0) }),
                // What holds others with an id is told by those.
                !originals.contains(where: { $0.element != element && holds(element, $0.element) }),
                source.written(in: element).contains(where: { $0.isKanji || $0.isHiragana || $0.isKatakana })
            else { return nil }
            let right = "data-source=\"\(id)@\(fingerprint(of: element, in: source))\""
            return Diagnostic(
                .staleTranslation, .note, at: source.place(of: element),
                Phrase(
                    ja: "「\(id)」の訳が、文書「\(translation)」にありません",
                    en: "the document \"\(translation)\" has no translation of \"\(id)\""),
                help: Phrase(ja: "訳した要素に「\(right)」と書いてください", en: "give the element that translates it \(right)"))
        }
    }

    /// A short number that another text hardly has (FNV-1a): of the words and tags and of where links lead, whatever other markup, white space and widths.
    static func fingerprint(of element: Int, in tree: TemplateTree) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in String(scalars: tree.written(in: element)).utf8 {
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension TemplateTree {
    /// The elements that have an attribute written out in full, with its value.
    fileprivate func attributes(_ name: AttributeName) -> [(element: Int, value: String)] {
        var element = 0
        return nodes.indices.compactMap { index in
            switch nodes[index].kind {
            case .element: element = index
            case .attribute(name):
                let content = content(of: index)
                if content.count == 1, case .text(let start, let end) = nodes[content.lowerBound].kind {
                    return (element, String(decoding: text[Int(start)..<Int(end)], as: UTF8.self))
                }
            default: break
            }
            return nil
        }
    }

    /// The words and tags of an element as they are written, and where its links and references lead.
    fileprivate func written(in element: Int) -> [Unicode.Scalar] {
        var words: [Unicode.Scalar] = []
        func add(_ range: Range<Int>) {
            var index = range.lowerBound
            while index < range.upperBound {
                let node = nodes[index]
                switch node.kind {
                // Where something leads is read, too.
                case .attribute(let name): if [.to, .form, .href].contains(name) { add(content(of: index)) }
                case .mistyped: break
                case .element(let name): if name != .rt, name != .rp { add(content(of: index)) }
                case .text(let start, let end):
                    words += String(decoding: text[Int(start)..<Int(end)], as: UTF8.self).unicodeScalars
                        .filter { !$0.properties.isWhitespace }.map { WidthFolding.ascii($0) }
                case .value(let tag): words += "{{\(tags[Int(tag)].name.text)}}".unicodeScalars
                case .section(let tag):
                    words += "{{#\(tags[Int(tag)].name.text)}}".unicodeScalars
                    add(content(of: index))
                    words += "{{/}}".unicodeScalars
                case .invertedSection(let tag):
                    words += "{{^\(tags[Int(tag)].name.text)}}".unicodeScalars
                    add(content(of: index))
                    words += "{{/}}".unicodeScalars
                }
                index = Int(node.next)
            }
        }
        add(content(of: element))
        return words
    }

    /// The page's language (the primary subtag of BCP 47), Japanese as long as it does not say another.
    var language: String {
        let tag = attributes(.lang).first { $0.element == 0 }?.value
        return tag?.split(separator: "-").first.map { $0.lowercased() } ?? "ja"
    }

    var isJapanese: Bool { language == "ja" }
}
