package import Diagnostics
import Markup

extension DiagnosticCode {
    package static let unsafeMarkup = DiagnosticCode(
        "T030", canBeAllowed: false,
        meaning: (
            ja: "ひな形又はスタイルシートに、ほかのサイトやファイルを読み込んだり、文書の構造を壊したりするおそれのある書き方があります。",
            en: "A template or a style sheet would load something from elsewhere, or could break the page."
        ),
        reason: (
            ja: "文書を開いた人のことが、ほかのサイトに知られます。インターネットにつながらない所では、体裁が崩れます。",
            en: "Another site would learn who opens the page, and without the Internet it would look otherwise."
        ),
        wrong: "<link rel=\"icon\" href=\"https://example.com/icon.png\"/>",
        right: "<link rel=\"stylesheet\" href=\"style/base.css\"/>")
}

/// A page asks no other host for anything, and what it is named by cannot end what it is named in.
extension Composer {
    mutating func checkSafety() {
        for link in document.elements(.link) where document.attribute(.rel, of: link) != "stylesheet" {
            refuse(
                link, Phrase(ja: "<link>で読み込めるのはスタイルシートだけです", en: "<link> is for style sheets alone"),
                Phrase(
                    ja: "<link rel=\"stylesheet\" href=\"style/….css\"/>の形で書くか、消してください",
                    en: "write <link rel=\"stylesheet\" href=\"style/….css\"/>, or delete it"))
        }
        for input in document.elements(.input) {
            guard let type = document.attribute(.type, of: input), !Self.inputTypes.contains(type) else { continue }
            refuse(
                input, Phrase(ja: "<input>の種類「\(type)」は使えません", en: "an <input> of the type \(type) is not accepted"),
                Phrase(
                    ja: "記入したものは紙に印刷するだけで、どこにも送りません。次のどれかにしてください: \(Self.inputTypes.joined(separator: "、"))",
                    en:
                        "what is filled in is printed and sent nowhere; use one of \(Self.inputTypes.joined(separator: ", "))"
                ))
        }
        for form in document.elements(.form) {
            // Without a dialog round it, it is never sent (HTML §4.10.21.3): a form of one field is when Enter is pressed.
            document.set(.method, "dialog", of: form)
        }
        for meta in document.elements(.meta) {
            if let name = document.attribute(.name, of: meta), !Self.metaNames.contains(name) {
                refuse(
                    meta, Phrase(ja: "<meta name=\"\(name)\">は使えません", en: "<meta name=\"\(name)\"> is not accepted"),
                    Phrase(
                        ja: "次のどれかにするか、消してください: \(Self.metaNames.joined(separator: "、"))",
                        en: "use one of \(Self.metaNames.joined(separator: ", ")), or delete it"))
            }
            guard let charset = document.attribute(.charset, of: meta), charset.lowercased() != "utf-8" else {
                continue
            }
            refuse(
                meta, Phrase(ja: "文字コードが「\(charset)」になっています", en: "the character set is said to be \(charset)"),
                Phrase(ja: "<meta charset=\"UTF-8\"/>と書いてください", en: "write <meta charset=\"UTF-8\"/>"))
        }
    }

    private static let inputTypes = ["text", "tel", "email", "number", "date", "month", "radio", "checkbox"]
    private static let metaNames = ["viewport", "description", "author", "robots", "format-detection", "color-scheme"]

    /// An id is also written into style rules and links.
    mutating func checkForm(ofID id: String, of node: MarkupDocument.NodeID) {
        guard id.isEmpty || id.unicodeScalars.contains(where: Self.isRefusedInID) else { return }
        refuse(
            node,
            Phrase(
                ja: "id「\(id)」に使えない文字があるか、何も書かれていません",
                en: "the id \"\(id)\" is empty, or holds a character that is not allowed in it"),
            Phrase(ja: "英数字、「-」「_」及び日本語の文字で、空白を入れずに書いてください", en: "use letters, digits, - and _, without spaces"))
    }

    private mutating func refuse(_ node: MarkupDocument.NodeID, _ summary: Phrase, _ help: Phrase) {
        report(MarkupProblem(.unsafeMarkup, at: document.origin(node), summary, help: help))
    }

    /// Blanks, control characters and signs of markup and style sheets.
    private static func isRefusedInID(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": return false
        case _ where scalar.isASCII: return true
        default: break
        }
        return scalar.properties.isWhitespace || [.control, .format].contains(scalar.properties.generalCategory)
    }
}
