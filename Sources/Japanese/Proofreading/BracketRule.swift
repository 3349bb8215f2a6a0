/// Brackets and quotation marks that are not closed, or not opened.
enum BracketRule {
    /// The bracket that closes one.
    private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "（": "）"
        case "(": ")"
        case "「": "」"
        case "『": "』"
        case "［": "］"
        case "[": "]"
        case "【": "】"
        case "〔": "〕"
        case "〈": "〉"
        case "《": "》"
        case "“": "”"
        case "｛": "｝"
        default: nil
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "）", ")", "」", "』", "］", "]", "】", "〕", "〉", "》", "”", "｝": true
        default: false
        }
    }

    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var open: [(scalar: Unicode.Scalar, index: Int)] = []
        var findings: [ProofreadingFinding] = []
        for index in text.indices {
            let scalar = text[index]
            if closing(scalar) != nil {
                open.append((scalar, index))
            } else if isClosing(scalar) {
                if let last = open.last, matches(last.scalar, scalar) {
                    open.removeLast()
                } else if !isListMark(text, index) {
                    findings.append(ProofreadingFinding(.unopenedBracket, index..<index + 1))
                }
            }
        }
        return findings + open.map { ProofreadingFinding(.unclosedBracket, $0.index..<$0.index + 1) }
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
