import Bytes
import Diagnostics
public import Files
import Synchronization
import Tables
import Japanese

/// Words in katakana.
public final class Loanwords: Sendable {
    /// All that are known, and those of the field.
    private let known: SortedTable
    private let field: [[Unicode.Scalar]]
    private let found = Mutex<[[Unicode.Scalar]: String?]>([:])

    /// Opens the tables of a folder.
    public init(folder: String) throws(FileError) {
        known = try SortedTable(path: "\(folder)/katakana.tsv")
        let table = try MappedFile(path: "\(folder)/loanwords.tsv")
        let text = table.withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
        field = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Array($0.dropLast().unicodeScalars) }
    }

    /// The word that a run of katakana was meant for, where it is none and nearly one of the field.
    func meant(_ run: [Unicode.Scalar]) -> String? {
        if let kept = found.withLock({ $0[run] }) { return kept }
        let word = find(run)
        found.withLock { $0[run] = word }
        return word
    }

    private func find(_ run: [Unicode.Scalar]) -> String? {
        if isKnown(run[...]) { return nil }
        if let whole = near(run[...], in: run, 0) { return whole }
        var (start, end) = (0, run.count)
        // What is whole at either end is not the slip.
        while let length = lengths(run[start..<end]).last(where: { $0 >= 3 }), start < end { start += length }
        guard start < end else { return nil }
        while end > start,
            let length = (3...max(3, end - start)).last(where: { $0 <= end - start && isKnown(run[(end - $0)..<end]) })
        {
            end -= length
        }
        return near(run[start..<end], in: run, start)
    }

    /// The run with a part of it put right.
    private func near(_ part: ArraySlice<Unicode.Scalar>, in run: [Unicode.Scalar], _ start: Int) -> String? {
        guard part.count >= 3, !isKnown(part) else { return nil }
        let word = String(scalars: part)
        let candidates = field.filter { abs($0.count - part.count) <= 1 && $0.count >= 4 }.map {
            String(scalars: $0)
        }
        guard let right = candidates.first(where: { Self.isOneOff(Array(word), Array($0)) }) else { return nil }
        let (before, behind) = (run[..<part.startIndex], run[part.endIndex...])
        return String(scalars: before) + right + String(scalars: behind)
    }

    /// Whether one letter is left out, added, changed, or two beside each other have changed places.
    private static func isOneOff(_ first: [Character], _ second: [Character]) -> Bool {
        let head = zip(first, second).prefix { $0 == $1 }.count
        let tail = zip(first.dropFirst(head).reversed(), second.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (a, b) = (first.count - head - tail, second.count - head - tail)
        if a + b <= 1 || a == 1 && b == 1 && first.count >= 5 { return true }
        return a == 2 && b == 2 && first[head] == second[head + 1] && first[head + 1] == second[head]
    }

    private func lengths(_ text: ArraySlice<Unicode.Scalar>) -> [Int] { known.lengths(ofPrefixesOf: text) }

    private func isKnown(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        field.contains { $0.elementsEqual(text) } || lengths(text).last == text.count
    }
}

/// Loanwords misspelt: スクールカウンセーラー, タブレト.
enum LoanwordRule {
    static func findings(in text: [Unicode.Scalar], _ words: Loanwords) -> [WordingFinding] {
        var findings: [WordingFinding] = []
        var index = 0
        while index < text.count {
            guard text[index].isKatakana else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex { !$0.isKatakana } ?? text.count
            defer { index = end }
            guard end - index >= 3, let right = words.meant(Array(text[index..<end])) else { continue }
            let written = String(scalars: text[index..<end])
            findings.append(
                WordingFinding(
                    .grammar, index..<end,
                    Phrase(ja: "「\(written)」は、打ち間違いのようです", en: "\"\(written)\" seems to be a slip"),
                    help: Phrase(ja: "「\(right)」ではありませんか", en: "was \"\(right)\" meant?"), replacement: right))
        }
        return findings
    }
}
