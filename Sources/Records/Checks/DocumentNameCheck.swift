import Diagnostics

/// The board's own index has its name already.
enum DocumentNameCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
            guard let id = document.text(DocumentEntry.id), id == "index" else { return nil }
            return document.report(
                .reservedName, DocumentEntry.id,
                Phrase(ja: "ID「\(id)」は文書の一覧のページに使われています", en: "\"\(id)\" is the page that lists the documents"),
                help: Phrase(ja: "別のIDにしてください", en: "choose another identifier"))
        }
    }
}
