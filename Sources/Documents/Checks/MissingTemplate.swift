package import Diagnostics
import Templates

extension DiagnosticCode {
    package static let missingTemplate = DiagnosticCode(
        "T003", canBeAllowed: false,
        meaning: (
            ja: "board.yamlのdocumentsにある文書の、ひな形のファイルがありません。",
            en: "A document that board.yaml lists has no template."
        ),
        reason: (
            ja: "その文書を作れません。IDの打ち間違いのこともあります。",
            en: "It cannot be made; its identifier may be misspelt."
        ),
        wrong: """
            documents:
              - id: guidline
            """,
        right: """
            documents:
              - id: guideline
            """)
}

/// A document whose template is not there.
enum MissingTemplate {
    /// - Parameter place: the document's entry; nil for a page that every board has.
    static func finding(
        _ name: String, in templates: TemplateFolder, at place: Diagnostic.Place?
    ) -> Diagnostic {
        Diagnostic(
            .missingTemplate, at: place,
            Phrase(
                ja: "文書「\(name)」のひな形「\(templates.path)/\(name).html」がありません",
                en: "there is no template \(templates.path)/\(name).html for the document \"\(name)\""),
            help: place == nil
                ? Phrase(
                    ja: "ひな形のフォルダーを元に戻すか、ひな形の担当者に伝えてください",
                    en: "restore the folder of templates, or tell their author")
                : Phrase(
                    ja: "board.yamlのdocumentsのidのつづりを確かめてください。正しければ、ひな形の担当者に伝えてください",
                    en:
                        "check the spelling of the id in board.yaml's documents; if it is right, tell the templates' author"
                ))
    }
}
