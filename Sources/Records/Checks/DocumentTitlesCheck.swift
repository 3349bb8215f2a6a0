import Bytes
import Diagnostics
import Japanese

/// Titles of documents that nearly hold the name of the project that they report, or that lost a word that another title has:
/// 不登校生徒を支援する民間施設一覧 beside 不登校児童生徒を支援する民間施設に関するガイドライン.
enum DocumentTitlesCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let documents = board.record?.records(BoardRecord.documents) ?? []
        return documents.compactMap { project(of: $0, board) } + lostWords(documents)
    }

    private static func title(_ document: RecordView) -> [Unicode.Scalar] {
        Array((document.text(DocumentEntry.title) ?? "").unicodeScalars)
    }

    // MARK: The project's name

    /// 不登校児童・制度への支援事業委託 of the project 不登校児童・生徒への支援事業.
    private static func project(of document: RecordView, _ board: Board) -> Diagnostic? {
        guard let project = board.project(of: document), let written = project.text(Project.name) else { return nil }
        let (name, title) = (Array(written.unicodeScalars), title(document))
        guard name.count >= 10, title.count >= name.count else { return nil }
        let windows = (0...title.count - name.count).map { title[$0..<$0 + name.count] }
        guard !windows.contains(where: { $0.elementsEqual(name) }) else { return nil }
        let near = windows.first { window in
            let head = zip(window, name).prefix { $0 == $1 }.count
            let tail = zip(window.reversed(), name.reversed()).prefix { $0 == $1 }.count
            // A word of two letters inside, and no number.
            guard head >= 2, tail >= 2, name.count - head - tail <= 2 else { return false }
            return !window.dropFirst(head).dropLast(tail).contains(where: telling.contains)
        }
        return near.map { window in
            finding(
                document, String(scalars: window), written,
                project.place(Project.name), Phrase(ja: "事業の名称です", en: "the project's name"))
        }
    }

    private static let telling = TellingLetters(and: "年小中高大")

    // MARK: A word that another title has

    /// Titles of two documents about one thing begin otherwise by a word inside: 不登校生徒を… and 不登校児童生徒を….
    private static func lostWords(_ documents: [RecordView]) -> [Diagnostic] {
        let titles = documents.map { title($0) }
        return titles.indices.compactMap { index in
            guard let other = titles.indices.first(where: { lacksWord(titles[index], of: titles[$0]) }) else {
                return nil
            }
            let text = { (title: [Unicode.Scalar]) in String(scalars: title) }
            return finding(
                documents[index], text(titles[index]), text(titles[other]),
                documents[other].place(DocumentEntry.title), Phrase(ja: "もう一つの題名です", en: "the other title"),
                // A paper may be of children in primary school alone.
                severity: isOfPupils(titles[index], titles[other]) ? .note : .warning)
        }
    }

    /// Whether a title goes on as another does behind a word of two letters that it lacks: a long way, as two papers about one thing do.
    private static func lacksWord(_ title: [Unicode.Scalar], of other: [Unicode.Scalar]) -> Bool {
        let head = zip(title, other).prefix { $0 == $1 }.count
        guard head >= 2, head < title.count, head + 2 < other.count else { return false }
        let shared = zip(title[head...], other[(head + 2)...]).prefix { $0 == $1 }.count
        let lost = other[head..<head + 2]
        return shared >= 8 && lost.allSatisfy { $0.isKanji && !telling.contains($0) }
    }

    /// 児童 or 生徒 for 児童生徒.
    private static func isOfPupils(_ title: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        let head = zip(title, other).prefix { $0 == $1 }.count
        return ["児童", "生徒"].contains { other[head...].starts(with: $0.unicodeScalars) }
    }

    private static func finding(
        _ document: RecordView, _ written: String, _ other: String, _ place: Diagnostic.Place?, _ note: Phrase,
        severity: Diagnostic.Severity = .warning
    ) -> Diagnostic {
        .nearName(
            at: document.place(DocumentEntry.title), severity: severity,
            Phrase(
                ja: "題名の「\(written)」は、「\(other)」と少し違います",
                en: "the title's \"\(written)\" is not quite \"\(other)\""),
            usual: place, note)
    }
}
