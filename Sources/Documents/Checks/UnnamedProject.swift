import Diagnostics
import Records

/// A document that reports a project says which one, where there are several.
enum UnnamedProject {
    static func findings(of document: RecordView?, _ board: Board, at place: Diagnostic.Place?) -> [Diagnostic] {
        guard board.projects.count > 1, board.project(of: document) == nil, document?[DocumentEntry.project] == nil
        else { return [] }
        let ids = board.projects.compactMap { $0[Project.id] }.joined(separator: "、")
        return [
            Diagnostic(
                .missingKey, at: place,
                Phrase(ja: "事業が二つ以上あるのに、どれを報告するか（project）がありません", en: "which of the projects it reports is not said"),
                help: Phrase(
                    ja: "文書に「project: 」と、次のどれかを書き足してください: \(ids)",
                    en: "add \"project: \" to the document, with one of \(ids)"))
        ]
    }
}
