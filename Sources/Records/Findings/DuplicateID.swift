package import Diagnostics

extension DiagnosticCode {
    package static let duplicateID = DiagnosticCode(
        "R004", canBeAllowed: false,
        meaning: (
            ja: "同じ一覧の中で、同じIDが2回使われています。",
            en: "An identifier is used twice in one list."
        ),
        reason: (
            ja: "IDは一つのものを指す名前なので、重なると別のものが文書に出るおそれがあります。",
            en: "An identifier stands for one item; if two share it, the wrong one may be printed."
        ),
        wrong: """
            - id: mirai
              name: フリースクールみらい 伊丹野間校
            - id: mirai
              name: フリースクールみらい 川西校
            """,
        right: """
            - id: mirai-itami
              name: フリースクールみらい 伊丹野間校
            - id: mirai-kawanishi
              name: フリースクールみらい 川西校
            """)
}
