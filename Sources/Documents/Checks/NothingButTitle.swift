import Diagnostics
import Markup
import Records
import Templates

/// A page of which only the title is left, since the data have nothing that its template's sections ask for: it would take a good one's
/// place. Of what is no document of board.yaml (a table of amendments) nothing may be all there is to say.
enum NothingButTitle {
    static func finding(
        in document: MarkupDocument, of tree: TemplateTree, titled title: String, _ entry: RecordView?
    ) -> Diagnostic? {
        let headings: [ElementName] = [.h2, .h3, .h4]
        guard let entry, tree.nodes.indices.contains(where: { node in headings.contains { tree.isElement(node, $0) } }),
            (headings + [.table, .li, .input, .textarea]).allSatisfy({ document.elements($0).isEmpty })
        else { return nil }
        return Diagnostic(
            .missingFile, at: entry.place(DocumentEntry.id),
            Phrase(
                ja: "文書「\(title)」に載せるデータがなく、題名だけになります", en: "the data have nothing for \"\(title)\" but its title"),
            help: Phrase(
                ja:
                    "この文書が使うファイル（報告資料ならprograms.yamlのproject）があるか、名前に打ち間違いがないか確かめてください。作らない文書なら、board.yamlのdocumentsから消してください",
                en:
                    "check that the file it uses is there and its name is right (a report's: project in programs.yaml); where it is not to be made, delete it from board.yaml's documents"
            ))
    }
}
