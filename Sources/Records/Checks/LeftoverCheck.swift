import Bytes
public import Diagnostics
import Files
import Japanese
import StrictYAML
import Proofreading

extension DiagnosticCode {
    package static let leftover = DiagnosticCode(
        "J015", canBeAllowed: true,
        meaning: (
            ja:
                "後で書くつもりの印（○○、要確認、TODO、000-0000など）又は「# 要入力」というメモが残っています。全ての文書が案（draft: true）のときは注記、そうでなければエラーです。",
            en: """
            A sign of what was to be written later is left (○○, 要確認, TODO, 000-0000), or a comment # 要入力. It is a \
            note while all documents are drafts, else an error.
            """
        ),
        reason: (
            ja: "書きかけの文書を公表してしまいます。「shirube todo」で、残っているものの一覧を表示できます。",
            en: "An unfinished paper would be published. shirube todo lists what is left."
        ),
        wrong: "section: ○○課", right: "section: 教育支援課")
}

/// What is still to be written, wherever it stands in a data file: ○○ in a value, or `# 要入力` behind it.
///
/// Nothing of the kind is published; in drafts alone it is a note.
public enum LeftoverCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        findings(in: board)
    }

    /// - Returns: what is still to be done, in the order of files and places.
    public static func findings(in board: Board) -> [Diagnostic] {
        let severity: Diagnostic.Severity = board.isDraft ? .note : .error
        return board.allFiles.flatMap { file in
            let bytes = file.source.bytes
            return (values(in: file, severity) + comments(in: file, bytes, severity)).sortedByPlace()
        }
    }

    private static func values(in file: DataFile, _ severity: Diagnostic.Severity) -> [Diagnostic] {
        file.tree.nodes.indices.flatMap { index -> [Diagnostic] in
            guard file.tree.nodes[index].kind == .scalar,
                file.tree.withText(of: index, { LeftoverRule.isSuspicious($0) })
            else { return [] }
            let text = Array(file.tree.text(of: index).unicodeScalars)
            return LeftoverRule.find(in: text).map { range in
                finding(
                    String(scalars: text[range]), at: place(of: range, in: text, index, file), severity
                )
            }
        }
    }

    /// The bytes of a part of a value; all of it where it is written with escapes or over several lines.
    private static func place(
        of range: Range<Int>, in text: [Unicode.Scalar], _ node: Int, _ file: DataFile
    ) -> Diagnostic.Place {
        let whole = file.tree.place(of: node)
        guard let start = file.tree.verbatimStart(of: node) else { return whole }
        func bytes(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 + UTF8.width($1) } }
        let first = start + bytes(0..<range.lowerBound)
        return Diagnostic.Place(whole.source, first..<first + bytes(range))
    }

    /// How a comment begins that says what is to be written.
    private static let marks = ["# 要入力", "# 要確認", "# TODO", "# todo"].map { Array($0.utf8) }

    private static func comments(in file: DataFile, _ bytes: [UInt8], _ severity: Diagnostic.Severity) -> [Diagnostic] {
        marks.flatMap { mark -> [Diagnostic] in
            var found: [Diagnostic] = []
            var start = 0
            while let place = bytes.span.firstIndex(of: mark.span, from: start) {
                let end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
                start = end
                guard place == 0 || bytes[place - 1] == 0x20 || bytes[place - 1] == 0x0A else { continue }
                let text = String(decoding: bytes[(place + 2)..<end], as: UTF8.self)
                found.append(finding(text, at: Diagnostic.Place(file.source, place..<end), severity))
            }
            return found
        }
    }

    /// - Parameter text: what is still to be written, or where.
    public static func finding(
        _ text: String, at place: Diagnostic.Place, _ severity: Diagnostic.Severity
    ) -> Diagnostic {
        Diagnostic(
            .leftover, severity, at: place,
            Phrase(ja: "「\(text)」が残っています", en: "\"\(text)\" is still to be filled in or taken out"),
            help: Phrase(
                ja: "書き入れるか、消してください（メモなら、メモも消します）",
                en: "fill it in, or delete it; a comment that says so goes, too"))
    }
}

extension Board {
    /// Whether all that it publishes is marked as a draft.
    public var isDraft: Bool {
        let documents = record?.records(BoardRecord.documents) ?? []
        return !documents.isEmpty && documents.allSatisfy { $0[DocumentEntry.draft] == true }
    }
}
