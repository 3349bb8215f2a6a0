package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let unbalancedBracket = DiagnosticCode(
        "J005", canBeAllowed: true,
        meaning: (
            ja: "括弧の始めと終わりが対になっていません。",
            en: "A bracket is not closed, or was not opened."
        ),
        reason: (
            ja: "どこまでが補足や引用かが、読み手に分かりません。",
            en: "Readers cannot tell where an aside or a quotation ends."
        ),
        wrong: "title: 不登校児童生徒への支援の在り方について（通知",
        right: "title: 不登校児童生徒への支援の在り方について（通知）")
}

/// Brackets and quotation marks that are not closed, or not opened.
enum BracketRule {
    /// Brackets that open, each with the one that closes it.
    static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = Array(
        zip("（(「『［[【〔〈《“｛".unicodeScalars, "）)」』］]】〕〉》”｝".unicodeScalars))

    /// The bracket that closes one.
    private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        pairs.first { $0.open == scalar }?.close
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { pairs.contains { $0.close == scalar } }

    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        let findings = findings(in: text, marks: [])
        guard !findings.isEmpty else { return [] }
        // 1)電話2)郵送: what closes nothing may be the marks of a list.
        let marks = ListMarks.brackets(in: text)
        guard !marks.isEmpty else { return findings }
        let others = self.findings(in: text, marks: marks)
        return others.count < findings.count ? others : findings
    }

    /// - Parameter marks: brackets of list marks, which were never opened.
    private static func findings(in text: [Unicode.Scalar], marks: Set<Int>) -> [ProofreadingFinding] {
        var open: [(scalar: Unicode.Scalar, index: Int)] = []
        var findings: [ProofreadingFinding] = []
        for index in text.indices where !marks.contains(index) {
            let scalar = text[index]
            if closing(scalar) != nil {
                open.append((scalar, index))
            } else if isClosing(scalar) {
                findings += close(scalar, at: index, of: text, &open)
            }
        }
        return findings + open.map { ProofreadingFinding(.unclosedBracket, $0.index..<$0.index + 1) }
    }

    private static func close(
        _ scalar: Unicode.Scalar, at index: Int, of text: [Unicode.Scalar],
        _ open: inout [(scalar: Unicode.Scalar, index: Int)]
    ) -> [ProofreadingFinding] {
        let place = index..<index + 1
        if let last = open.last, matches(last.scalar, scalar) {
            open.removeLast()
            guard let right = closing(last.scalar), right != scalar else { return [] }
            return [ProofreadingFinding(.otherWidthBracket, place, replacement: String(right))]
        }
        if isListMark(text, index) { return [] }
        // Nobody nests deeper: a page of brackets that close nothing is not searched again for each.
        if let outer = open.suffix(100).lastIndex(where: { matches($0.scalar, scalar) }) {
            // Those opened inside it were never closed.
            let unclosed = open[(outer + 1)...].map { ProofreadingFinding(.unclosedBracket, $0.index..<$0.index + 1) }
            open.removeSubrange(outer...)
            return unclosed
        }
        // 『題名」 is one slip; in （甲」乙） the bracket between is one too many.
        guard let last = open.last, !isClosedLater(last.scalar, text, index) else {
            return [ProofreadingFinding(.unopenedBracket, place)]
        }
        open.removeLast()
        return [
            ProofreadingFinding(
                .otherBracket(open: String(last.scalar)), place, replacement: closing(last.scalar).map(String.init))
        ]
    }

    /// Whether the next bracket closes one that is open.
    private static func isClosedLater(_ open: Unicode.Scalar, _ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let next = text[(index + 1)...].prefix(200).first { closing($0) != nil || isClosing($0) }
        return next.map { matches(open, $0) } ?? false
    }

    /// Full-width and ASCII brackets of a kind close one another; that they are mixed is another matter.
    private static func matches(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Bool {
        guard let right = closing(open) else { return false }
        return right == close || [right, close].allSatisfy { [")", "）"].contains($0) }
            || [right, close].allSatisfy { ["]", "］"].contains($0) }
    }

    /// Whether a bracket closes a mark such as ア） or 1), which was never opened, at the start of a text or clause.
    private static func isListMark(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard text[index] == ")" || text[index] == "）" else { return false }
        var start = index
        while start > 0, text[start - 1].isDigit || text[start - 1].isKatakana || text[start - 1].isLatin { start -= 1 }
        guard (1...3).contains(index - start) else { return false }
        return start == 0 || "、。，．・：「（\n".unicodeScalars.contains(text[start - 1]) || text[start - 1].isBlank
    }
}
