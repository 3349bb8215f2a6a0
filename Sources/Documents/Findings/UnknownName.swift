package import Diagnostics

extension DiagnosticCode {
    package static let unknownName = DiagnosticCode(
        "T001", canBeAllowed: false,
        meaning: (
            ja: "ひな形のタグに書かれた名前の項目がありません。又は、ひな形が使うIDのものがデータにありません。",
            en:
                "The name in a template's tag is no field's, or the data has nothing of the identifier that it uses."
        ),
        reason: (
            ja: "値が印字されず、文に穴が空きます。",
            en: "No value would be printed, and the sentence would have a hole."
        ),
        wrong: "<p>{{facilities.asof}}現在の内容です。</p>",
        right: "<p>{{facilities.as_of}}現在の内容です。</p>")
}

/// A name that nothing has.
enum UnknownName {
    /// - Parameters:
    ///   - prefix: the names before it; nil for a name that stands first.
    ///   - candidates: the names that there are.
    static func finding(
        _ name: String, behind prefix: String?, among candidates: [String], at place: Diagnostic.Place
    ) -> Diagnostic {
        let nearest = NearestName.find(name, among: candidates)
        let full = prefix.map { "\($0).\(name)" } ?? name
        let list = candidates.prefix(12)
        let help: Phrase
        if let nearest {
            let right = prefix.map { "\($0).\(nearest)" } ?? nearest
            help = Phrase(ja: "「\(right)」の間違いではありませんか", en: "did you mean \"\(right)\"?")
        } else if candidates.isEmpty {
            help = Phrase(ja: "「.\(name)」を消してください", en: "remove \".\(name)\"")
        } else {
            help = Phrase(
                ja: "使える名前: \(list.joined(separator: "、"))\(candidates.count > 12 ? "など" : "")",
                en: "its names are \(list.joined(separator: ", "))\(candidates.count > 12 ? ", …" : "")")
        }
        return Diagnostic(
            .unknownName, at: place,
            Phrase(ja: "「\(full)」という名前はありません", en: "there is no name \"\(full)\""), help: help)
    }
}
