/// Brackets and quotation marks that are not closed, or not opened.
enum BracketRule {
    private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
        "（": "）", "(": ")", "「": "」", "『": "』", "［": "］", "[": "]", "【": "】", "〔": "〕", "〈": "〉", "《": "》",
        "“": "”", "｛": "｝",
    ]
    private static let opening = Set(closing.values)

    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var open: [(scalar: Unicode.Scalar, index: Int)] = []
        var findings: [ProofreadingFinding] = []
        for index in listMark(text)..<text.count {
            let scalar = text[index]
            if closing[scalar] != nil {
                open.append((scalar, index))
            } else if opening.contains(scalar) {
                if let last = open.last, matches(last.scalar, scalar) {
                    open.removeLast()
                } else {
                    findings.append(ProofreadingFinding(.unopenedBracket, index..<index + 1))
                }
            }
        }
        return findings + open.map { ProofreadingFinding(.unclosedBracket, $0.index..<$0.index + 1) }
    }

    /// Full-width and ASCII brackets of a kind close one another; that they are mixed is another matter.
    private static func matches(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Bool {
        guard let right = closing[open] else { return false }
        return right == close || [right, close].allSatisfy { [")", "）"].contains($0) }
            || [right, close].allSatisfy { ["]", "］"].contains($0) }
    }

    /// The length of a mark such as ア） or 1) at the start, whose bracket was never opened.
    private static func listMark(_ text: [Unicode.Scalar]) -> Int {
        let head = text.prefix(4)
        guard let end = head.firstIndex(where: { $0 == ")" || $0 == "）" }), end > 0,
            head[..<end].allSatisfy({ $0.isDigit || $0.isKatakana || $0.isLatin })
        else { return 0 }
        return end + 1
    }
}
