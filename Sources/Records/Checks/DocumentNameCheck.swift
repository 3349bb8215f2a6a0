package import Diagnostics

extension DiagnosticCode {
    package static let reservedName = DiagnosticCode(
        "T017", canBeAllowed: false,
        meaning: (
            ja: "「index」は文書の一覧のページの名前なので、文書のIDには使えません。",
            en: """
            The name "index" is that of the page that lists the documents, and cannot be a document's \
            identifier.
            """
        ),
        reason: (
            ja: "同じ名前の文書を作ると、一覧のページが上書きされます。",
            en: "A document of that name would replace the list."
        ),
        wrong: """
            documents:
              - id: index
            """,
        right: """
            documents:
              - id: guideline
            """)
}

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
