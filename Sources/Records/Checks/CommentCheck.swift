import Bytes
package import Diagnostics
import Files
import Japanese
import StrictYAML

extension DiagnosticCode {
    package static let textInComment = DiagnosticCode(
        "R007", canBeAllowed: true,
        meaning: (
            ja: "値の後の「#」から行末までがメモとして扱われ、値に含まれていません。",
            en: "What stands behind # on a line is a comment and no part of the value."
        ),
        reason: (
            ja: "部屋番号などのつもりで書くと、文書から黙って消えます。",
            en: "A room number written so disappears from the documents without a word."
        ),
        wrong: "address: 兵庫県宝塚市寿町9-10 寿ビル #203",
        right: "address: \"兵庫県宝塚市寿町9-10 寿ビル #203\"",
        source: (ja: "YAML 1.2.2 §6.6", en: "YAML 1.2.2 §6.6"))

    package static let commentInText = DiagnosticCode(
        "R008", canBeAllowed: true,
        meaning: (
            ja: "メモのつもりで書いたらしい「#」の後が、値の一部になっています。",
            en: "What seems to be a memo behind # is part of the value."
        ),
        reason: (
            ja: "メモになるのは、「#」の前に半角の空白があるときだけです。全角の空白の後などに書くと、そのまま公開されます。",
            en: "Only behind a half-width space is # a comment; behind a full-width one the memo is published."
        ),
        wrong: "name: ひろば　# 改称予定",
        right: "name: ひろば # 改称予定",
        source: (ja: "YAML 1.2.2 §6.6", en: "YAML 1.2.2 §6.6"))
}

/// Values that end at a `#` which was part of them, and memos that are part of a value: YAML takes `#` for a comment behind a
/// half-width space alone (§6.6).
enum CommentCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.allFiles.flatMap { file in
            let bytes = file.tree.source.bytes
            let hasSign = bytes.span.firstIndex(of: hash, from: 0) != nil
            // The same sign in full width makes no comment.
            let hasWideSign = bytes.span.firstIndex(of: wideHash.span) != nil
            return (hasSign ? swallowed(in: file.tree) : []) + (hasSign || hasWideSign ? printed(in: file) : [])
        }
    }

    private static let hash = UInt8(ascii: "#")
    private static let wideHash = Array("＃".utf8)

    // MARK: Text taken for a memo

    private static func swallowed(in tree: YAMLTree) -> [Diagnostic] {
        tree.nodes.filter { $0.kind == .scalar && $0.style == .plain || $0.style == .empty }.compactMap { node in
            guard let comment = comment(behind: node.range.upperBound, tree.source.bytes) else { return nil }
            let text = tree.source.text(comment)
            let isGlued = !text.dropFirst().hasPrefix(" ") && !text.dropFirst().hasPrefix("　")
            guard text.count > 1, isGlued || isRoom(text) else { return nil }
            let value = tree.source.text(node.range)
            return Diagnostic(
                .textInComment, .warning, at: Diagnostic.Place(tree.source, comment),
                value.isEmpty
                    ? Phrase(ja: "「\(text)」はメモとして扱われ、値は空になります", en: "\"\(text)\" is a comment, and the value is empty")
                    : Phrase(
                        ja: "「\(text)」はメモとして扱われ、文書に出るのは「\(value)」だけです",
                        en: "\"\(text)\" is a comment: what will be printed is \"\(value)\" alone"),
                help: Phrase(
                    ja: "値の一部なら、値全体を「\"」で囲んでください。メモなら、「#」の後に半角の空白と言葉を書いてください",
                    en:
                        "if it is part of the value, put the whole value in quotation marks (\"); for a memo, write a space and words behind #"
                ))
        }
    }

    /// The comment on the line of a value, behind it.
    private static func comment(behind end: Int, _ bytes: [UInt8]) -> Range<Int>? {
        var start = end
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        guard start > end, start < bytes.count, bytes[start] == hash else { return nil }
        var lineEnd = start
        while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
        while lineEnd > start, bytes[lineEnd - 1] == 0x20 || bytes[lineEnd - 1] == 0x09 { lineEnd -= 1 }
        return start..<lineEnd
    }

    /// `# 203`, `# ３号室`: the number of a room in a building, and nothing else.
    private static func isRoom(_ text: String) -> Bool {
        let folded = WidthFolding.ascii(text).unicodeScalars.dropFirst().drop { $0 == " " }
        let rest = String(scalars: folded.drop { $0.isASCIIDigit || $0 == "-" })
        return folded.first?.isASCIIDigit ?? false && ["", "号室", "号", "F", "階", "室"].contains(rest)
    }

    // MARK: A memo in a text

    private static func printed(in file: DataFile) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        file.forEachText { value, _, _ in
            let node = file.tree.nodes[Int(value.node)]
            // What stands in quotation marks is meant to be printed.
            guard node.style != .singleQuoted, node.style != .doubleQuoted,
                file.tree.withText(
                    of: Int(value.node), { $0.firstIndex(of: hash) != nil || $0.firstIndex(of: 0xEF) != nil })
            else { return }
            let text = Array(file.tree.text(of: Int(value.node)).unicodeScalars)
            guard let start = text.indices.first(where: { isMemo(text, $0, node.style) }) else { return }
            let end = text[start...].firstIndex(of: "\n") ?? text.count
            let memo = String(scalars: text[start..<end])
            findings.append(
                Diagnostic(
                    .commentInText, .warning, at: place(of: memo, value, file),
                    Phrase(
                        ja: "「\(memo)」も値の一部なので、このまま文書に出ます", en: "\"\(memo)\" is part of the value and will be printed"),
                    help: Phrase(
                        ja: "メモなら、「#」の前を半角の空白にしてください。印刷するなら、値全体を「\"」で囲んでください",
                        en:
                            "for a memo, put a half-width space before #; to print it, put the whole value in quotation marks (\")"
                    )))
        }
        return findings
    }

    /// Where a memo stands in its value, which may be written over several lines.
    private static func place(of memo: String, _ value: Value, _ file: DataFile) -> Diagnostic.Place {
        let whole = file.tree.place(of: Int(value.node))
        let bytes = whole.source.bytes[whole.range]
        let wanted = Array(memo.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return whole }
        return Diagnostic.Place(whole.source, start..<start + wanted.count)
    }

    /// Whether a memo begins at a `#` of either width.
    private static func isMemo(_ text: [Unicode.Scalar], _ index: Int, _ style: YAMLNode.Style) -> Bool {
        guard text[index] == "#" || text[index] == "＃" else { return false }
        let before = index > 0 ? text[index - 1] : "\n"
        let isSpaced = index + 1 < text.count && isSpace(text[index + 1])
        if text[index] == "＃" { return isSpace(before) && (isSpaced || isWord(text[(index + 1)...])) }
        // `ひろば　#メモ`; in a text of several lines YAML has no comments.
        if before == "\u{3000}" || before == "\u{A0}" { return isSpaced || isWord(text[(index + 1)...]) }
        if style == .literal || style == .folded { return isSpaced && (before == "\n" || isSpace(before)) }
        // `ひろば# 改称予定`, but C# 入門.
        return isSpaced && index > 0 && !("A"..."Z").contains(before)
    }

    /// Words behind the sign, and not the number of a room or a telephone: #8000, but #4月から.
    private static func isWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let behind = text.drop(while: \.isDigit)
        guard behind.startIndex > text.startIndex else { return !text.isEmpty }
        return behind.first.map { "年月日".unicodeScalars.contains($0) } ?? false
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
    }
}
