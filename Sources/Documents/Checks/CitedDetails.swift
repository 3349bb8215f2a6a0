import Diagnostics
import Files
import Japanese
import Proofreading
import Records

/// Articles in the data that are not about what a template says behind them: 第2条第3号 printed before に規定する暴力団.
struct CitedDetails {
    private let notices: [RecordView]
    private let tables: WordTables?

    init(_ board: Board, _ tables: WordTables?) {
        notices = board.record?.records(BoardRecord.notices) ?? []
        self.tables = tables
    }

    /// Each at the datum, which is what a board can mend.
    func findings(in prose: TemplateProse) -> [Diagnostic] {
        guard let tables, !notices.isEmpty else { return [] }
        return prose.paragraphs.flatMap { paragraph in
            paragraph.scalars.indices.compactMap { place -> Diagnostic? in
                guard paragraph.scalars[place] == TemplateProse.tag, paragraph.offsets[place] > 0 else { return nil }
                let tag = paragraph.offsets[place]
                guard let id = Self.notice(at: tag, prose.source.bytes),
                    let notice = notices.first(where: { $0.text(Notice.id) == id }),
                    let number = notice.text(Notice.number), let detail = notice.text(Notice.detail),
                    let problem = Wording.problem(
                        ofArticle: WidthFolding.ascii(detail), ofAct: number,
                        before: Array(paragraph.scalars[(place + 1)...]), tables)
                else { return nil }
                return Diagnostic(
                    .wrongCitation, .warning, at: notice.place(Notice.detail), problem,
                    help: Phrase(ja: "引用する箇所を確かめてください", en: "check what is cited"),
                    notes: [
                        Diagnostic.Note(
                            Diagnostic.Place(prose.source, tag..<tag + 2),
                            Phrase(ja: "ひな形は、ここでこう述べています", en: "the template says so here"))
                    ])
            }
        }
    }

    private static let opening = Array("{{board.notices.".utf8)
    private static let closing = Array(".detail}}".utf8)

    /// The identifier in {{board.notices.ID.detail}}.
    private static func notice(at offset: Int, _ bytes: [UInt8]) -> String? {
        let tag = bytes[offset...].prefix(200)
        guard tag.starts(with: opening), let end = tag.firstIndex(of: UInt8(ascii: "}")),
            case let name = tag[(offset + opening.count)..<end], name.count > closing.count - 2,
            name.suffix(closing.count - 2).elementsEqual(closing.dropLast(2))
        else { return nil }
        return String(decoding: name.dropLast(closing.count - 2), as: UTF8.self)
    }
}
