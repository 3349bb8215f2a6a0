package import Diagnostics

extension DiagnosticCode {
    package static let unknownMarker = DiagnosticCode(
        "T033", canBeAllowed: false,
        meaning: (
            ja: "見出し又は番号付きの箇条書きの記号（data-headings、data-lists、data-marker、data-start）が、番号として数えられません。",
            en: """
            A mark of headings or of a numbered list (data-headings, data-lists, data-marker, data-start) is none that \
            counts.
            """
        ),
        reason: (
            ja: "全ての項目に同じ記号が付き、番号で指せなくなります。",
            en: "Every item would bear the same mark, and none could be referred to."
        ),
        wrong: "<ol data-marker=\"い\">", right: "<ol data-marker=\"ア\">")
}
