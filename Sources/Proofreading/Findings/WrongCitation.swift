package import Diagnostics

extension DiagnosticCode {
    package static let wrongCitation = DiagnosticCode(
        "J023", canBeAllowed: true,
        meaning: (
            ja: "通知や法令の番号、日付又は題名が、通知と法令の表と合いません。又は、引用した条、項、号又は別記がその法令や通知になく、若しくは別の事柄を定めています。",
            en: """
            The number, day or title of a notice or act is not that of the register; or the article, paragraph, item or annex \
            cited is not in it, or is about something else.
            """
        ),
        reason: (
            ja: "番号が一字違うだけで、読み手は根拠を確かめられません。",
            en: "With one digit wrong nobody can look it up."
        ),
        wrong: "元文科初第689号（令和元年10月25日）", right: "元文科初第698号（令和元年10月25日）",
        source: (
            ja: "Data/reference/notices.tsv、articles.tsv及びarticle-subjects.tsv",
            en: "Data/reference/notices.tsv, articles.tsv and article-subjects.tsv"
        ))
}
