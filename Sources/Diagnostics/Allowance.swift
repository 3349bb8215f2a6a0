import Bytes

/// A comment that silences a finding where it is justified: `# shirube: allow D017 理由`, on the line of the finding or on
/// the one above. In templates it stands in a Mustache comment: `{{! shirube: allow T016 理由 }}`.
public enum Allowance {
    private struct Comment {
        let place: Diagnostic.Place
        let code: String
        let hasReason: Bool
        /// The bytes of the lines that it speaks of.
        let lines: Range<Int>
    }

    private static let mark = Array("shirube: allow ".utf8)

    /// Whether a kind of finding can be silenced: what a value is, and not that it cannot be read.
    private static func canBeSilenced(_ code: DiagnosticCode) -> Bool {
        ["P", "D", "J", "T"].contains(code.rawValue.first) && code != .unknownName && code != .malformedMarkup
    }

    /// Takes out the findings that are silenced in their files, and adds one for each comment that gives no reason or
    /// silences nothing.
    ///
    /// - Parameter isWhole: whether everything was checked, so that a comment that silenced nothing is not needed.
    /// - Parameter unjudged: what was not looked for all the same.
    public static func apply(
        to diagnostics: [Diagnostic], sources: [SourceFile], isWhole: Bool, unjudged: Set<DiagnosticCode> = []
    ) -> [Diagnostic] {
        var remaining = diagnostics
        for source in sources {
            for comment in comments(in: source) {
                let before = remaining.count
                remaining.removeAll { diagnostic in
                    guard let place = diagnostic.place, place.source.path == source.path else { return false }
                    return diagnostic.code.rawValue == comment.code && canBeSilenced(diagnostic.code)
                        && comment.lines.contains(place.range.lowerBound)
                }
                if !comment.hasReason {
                    remaining.append(
                        Diagnostic(
                            .allowanceWithoutReason, .warning, at: comment.place,
                            Phrase(
                                ja: "「\(comment.code)」を認める理由が書かれていません",
                                en: "no reason is given for allowing \(comment.code)"),
                            help: Phrase(
                                ja: "「# shirube: allow \(comment.code) 理由」のように書いてください",
                                en: "write it as in \"# shirube: allow \(comment.code) reason\"")))
                } else if before == remaining.count, isWhole,
                    !unjudged.contains(where: { $0.rawValue == comment.code })
                {
                    remaining.append(
                        Diagnostic(
                            .uselessAllowance, .warning, at: comment.place,
                            summary(ofUseless: comment.code),
                            help: Phrase(ja: "このコメントを消してください", en: "delete the comment")))
                }
            }
        }
        return remaining
    }

    private static func summary(ofUseless code: String) -> Phrase {
        if let known = DiagnosticCode(rawValue: code), !canBeSilenced(known) {
            return Phrase(ja: "「\(code)」は認めることのできない問題です", en: "\(code) cannot be allowed")
        }
        return Phrase(ja: "ここには認めるべき「\(code)」がありません", en: "there is no \(code) here to allow")
    }

    private static func comments(in source: SourceFile) -> [Comment] {
        let bytes = source.bytes
        var comments: [Comment] = []
        var index = 0
        while let start = bytes.span.firstIndex(of: mark.span, from: index) {
            let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            index = start + mark.count
            // It must be a comment, of YAML or of Mustache.
            let before = bytes[lineStart..<start]
            guard before.contains(UInt8(ascii: "#")) || before.contains(UInt8(ascii: "!")) else { continue }
            let rest = String(decoding: bytes[index..<lineEnd], as: UTF8.self)
                .replacing("}}", with: " ")
            let words = rest.split { $0 == " " || $0 == "　" || $0 == "\r" }
            guard let code = words.first else { continue }
            let isAlone = before.allSatisfy {
                [0x20, 0x09, UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "!")].contains($0)
            }
            comments.append(
                Comment(
                    place: Diagnostic.Place(source, start..<lineEnd), code: String(code), hasReason: words.count > 1,
                    lines: lineStart..<(isAlone ? nextLineEnd(bytes, lineEnd) : lineEnd)))
        }
        return comments
    }

    /// The end of the next line that is more than a comment.
    private static func nextLineEnd(_ bytes: [UInt8], _ lineEnd: Int) -> Int {
        var start = lineEnd + 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let ink = bytes[start..<end].first { $0 != 0x20 && $0 != 0x09 }
            if let ink, ink != UInt8(ascii: "#") { return end }
            start = end + 1
        }
        return bytes.count
    }
}
