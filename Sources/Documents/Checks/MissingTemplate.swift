import Diagnostics
import Templates

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
