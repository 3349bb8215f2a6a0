package import Diagnostics

extension DiagnosticCode {
    package static let typedFigure = DiagnosticCode(
        "T018", canBeAllowed: true,
        meaning: (
            ja: "データと同じことを言う数値や日付、又はデータと違う数が、ひな形の文章に直接打ち込まれています。たまたま同じ数（職員12人など）は、対象ではありません。",
            en:
                "A figure or date that the data have, or a count that contradicts them, is typed into the template. One that merely equals a datum, such as 12 members of staff, is not meant."
        ),
        reason: (
            ja: "データを直しても文章の数値は変わらず、文書の中で食い違います。",
            en: "When the data changes the sentence does not, and the document contradicts itself."
        ),
        wrong: "<p>民間施設は12施設です。</p>",
        right: "<p>民間施設は{{facilities.private.count}}施設です。</p>")
}
