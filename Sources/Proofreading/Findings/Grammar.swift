package import Diagnostics

extension DiagnosticCode {
    package static let grammar = DiagnosticCode(
        "J018", canBeAllowed: true,
        meaning: (
            ja: "文法又は打ち間違いです。ら抜き、さ入れ、助詞の衝突、抜けた字や入れ替わった字、一つだけの「たり」、つづりの違う片仮名語などです。ふつうの文章に見られない仮名の並び、「年」と「年度」の取り違えも含みます。",
            en:
                "A slip of grammar or typing: a potential without ら, one さ too many, particles that clash, letters left out or changed about, たり by itself, a loanword misspelt. Kana that right texts never have side by side and 年 for 年度 are told, too."
        ),
        reason: (
            ja: "読み手がつまずき、文書の信用を損ないます。",
            en: "Readers stumble, and trust the paper less."
        ),
        wrong: "面談の記録をが見れるようにします。本を読んだり、絵を描いて過ごします。",
        right: "面談の記録が見られるようにします。本を読んだり、絵を描いたりして過ごします。（「見学したりする」はそのまま）",
        source: (ja: "公用文作成の考え方", en: "公用文作成の考え方"))
}
