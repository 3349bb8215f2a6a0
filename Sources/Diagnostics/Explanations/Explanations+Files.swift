extension Explanation {
    /// What is said of files and of the comments that silence findings.
    static func files(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .missingFile:
            Explanation(
                meaning: (
                    ja: "必要なファイルがありません。board.yamlがないか、文書に必要なデータのファイルがありません。",
                    en: """
                    A file that is needed does not exist: board.yaml, or the data file that a document takes a \
                    value from.
                    """
                ),
                reason: (
                    ja: "値がないまま作ると、文書の人数や施設名が抜けます。",
                    en: "Made without it, the document would lack its figures or names."
                ),
                wrong: "Data/takarazuka/statistic.yaml",
                right: "Data/takarazuka/statistics.yaml"
            )
        case .unreadFile:
            Explanation(
                meaning: (
                    ja: "教育委員会のフォルダーに、データのように見えるのに読まれないファイルがあります。",
                    en: "A board's folder holds a file that looks like data and is not read."
                ),
                reason: (
                    ja: """
                    読むのはboard.yaml、facilities.yaml、programs.yaml及びstatistics.yamlだけです。写しや名前の違うファイルを\
                    直しても、文書は変わりません。
                    """,
                    en: """
                    Only board.yaml, facilities.yaml, programs.yaml and statistics.yaml are read. Whoever mends a copy, or a \
                    file with another name, changes nothing in the documents.
                    """
                ),
                wrong: "Data/takarazuka/facilities - コピー.yaml",
                right: "Data/takarazuka/facilities.yaml"
            )
        case .allowanceWithoutReason:
            Explanation(
                meaning: (
                    ja: "指摘を認めるメモに、理由が書かれていません。",
                    en: "A comment allows a finding without saying why."
                ),
                reason: (
                    ja: "理由がないと、次の担当者が、認めてよいものか見落としかを判断できません。",
                    en: "Without a reason, whoever comes next cannot tell a decision from an oversight."
                ),
                wrong: "web: http://www.example.jp/  # shirube: allow D017",
                right: "web: http://www.example.jp/  # shirube: allow D017 施設に確認済み。httpsのページはない"
            )
        case .uselessAllowance:
            Explanation(
                meaning: (
                    ja: "指摘を認めるメモがありますが、その指摘は、メモの行にも次の行にも出ていません。",
                    en: "A comment allows a finding that occurs neither on its line nor on the next."
                ),
                reason: (
                    ja: "要らなくなったメモを残すと、後で同じ場所に生じた本当の誤りが隠れます。",
                    en: "Left in place, it would hide a real mistake made there later."
                ),
                wrong: "web: https://www.example.jp/  # shirube: allow D017 httpsのページはない",
                right: "web: https://www.example.jp/"
            )
        case .refusedAllowance:
            Explanation(
                meaning: (
                    ja: "認めることのできない指摘、又はない記号の指摘を認めるメモがあります。",
                    en: "A comment allows a kind of finding that cannot be allowed, or that does not exist."
                ),
                reason: (
                    ja: """
                    値が読めない、印字する値がないなどの指摘は、認めても正しい文書ができません。認めることができるのは、\
                    確かめた結果そのとおりでよく、文書も作れるものです。
                    """,
                    en: """
                    Where a value cannot be read or is missing, no right document can be made, whoever allows it. What can \
                    be allowed is what somebody has looked into and found right.
                    """
                ),
                wrong: "as_of: 令和7年2月29日  # shirube: allow R014 後で直す",
                right: "as_of: 令和7年2月28日"
            )
        default: nil
        }
    }
}
