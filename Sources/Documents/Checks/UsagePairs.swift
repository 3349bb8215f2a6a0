import Diagnostics

/// Two spellings of one word in one document.
enum UsagePairs {
    /// The spelling of official papers first (公用文作成の考え方), and the other.
    private static let pairs = [
        ("又は", "または"), ("及び", "および"), ("並びに", "ならびに"), ("行う", "おこなう"), ("行い", "おこない"), ("行っ", "おこなっ"),
        ("当たって", "あたって"), ("取組", "取り組み"), ("全て", "すべて"), ("様々", "さまざま"), ("ください", "下さい"),
        ("できる", "出来る"), ("子供", "子ども"), ("更に", "さらに"), ("併せて", "あわせて"), ("依頼", "申請"),
    ]

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        pairs.compactMap { first, second in
            let firsts = places(of: first, in: proses)
            let seconds = places(of: second, in: proses)
            guard !firsts.isEmpty, !seconds.isEmpty else { return nil }
            // The rarer one is out of step; of two as frequent, the one that official papers do not use.
            let isSecondRarer = seconds.count <= firsts.count
            let (rare, usual) = isSecondRarer ? (seconds[0], firsts[0]) : (firsts[0], seconds[0])
            let (wrong, right) = isSecondRarer ? (second, first) : (first, second)
            return Diagnostic(
                .mixedUsage, .warning, at: rare,
                Phrase(
                    ja: "1つの文書の中に「\(wrong)」と「\(right)」が混ざっています",
                    en: "both \"\(wrong)\" and \"\(right)\" stand in one document"),
                help: Phrase(ja: "「\(right)」にそろえてください", en: "write \"\(right)\" throughout"),
                notes: [Diagnostic.Note(usual, Phrase(ja: "「\(right)」はここにあります", en: "\"\(right)\" stands here"))],
                fixIts: [Diagnostic.FixIt(rare, replacement: right)])
        }
    }

    private static func places(of word: String, in proses: [TemplateProse]) -> [Diagnostic.Place] {
        let scalars = Array(word.unicodeScalars)
        return proses.flatMap { prose in
            prose.paragraphs.flatMap { paragraph in
                paragraph.scalars.indices.filter { paragraph.scalars[$0...].starts(with: scalars) }.map {
                    Diagnostic.Place(prose.source, paragraph.range($0..<$0 + scalars.count))
                }
            }
        }
    }
}
