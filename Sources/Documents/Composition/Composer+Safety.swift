import Diagnostics
import Markup

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
        for meta in document.elements(.meta) {
            guard let charset = document.attribute(.charset, of: meta), charset.lowercased() != "utf-8" else {
                continue
            }
            refuse(
                meta, Phrase(ja: "文字コードが「\(charset)」になっています", en: "the character set is said to be \(charset)"),
                Phrase(ja: "<meta charset=\"UTF-8\"/>と書いてください", en: "write <meta charset=\"UTF-8\"/>"))
        }
    }

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
        if scalar.isASCII {
            return
                !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "-_".unicodeScalars.contains(scalar))
        }
        return scalar.properties.isWhitespace || [.control, .format].contains(scalar.properties.generalCategory)
    }
}
