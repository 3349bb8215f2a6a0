/// The kinds of findings by their letters, as a list for the terminal and as tables in Markdown.
public struct FindingsReference {
    private static let titles: [(letter: Character, title: Phrase)] = [
        ("F", Phrase(ja: "ファイル", en: "Files")), ("A", Phrase(ja: "指摘を認めるメモ", en: "Comments that allow a finding")),
        ("Y", Phrase(ja: "データの書き方（YAML）", en: "YAML")), ("R", Phrase(ja: "値の形", en: "Values")),
        ("P", Phrase(ja: "郵便番号、所在地及び電話番号", en: "Postal codes, addresses, telephones")),
        ("D", Phrase(ja: "データの内容", en: "What the data says")), ("J", Phrase(ja: "日本語の文章", en: "Japanese text")),
        ("M", Phrase(ja: "ひな形のタグ", en: "Tags of templates")),
        ("T", Phrase(ja: "ひな形と文書", en: "Templates and documents")),
    ]

    private let groups: [(title: Phrase, codes: [DiagnosticCode])]

    public init(_ registry: FindingRegistry) {
        groups = Self.titles.map { letter, title in (title, registry.codes.filter { $0.id.first == letter }) }
    }

    /// A line a kind, under the headings of their groups.
    public func list(_ language: Language) -> String {
        groups.map { group in
            "\(group.title[language])\n"
                + group.codes.map { "  \($0.id)  \($0.explanation.meaning[language])\n" }.joined()
        }.joined(separator: "\n")
    }

    public func markdown(_ language: Language) -> String {
        var text =
            switch language {
            case .ja:
                """
                # 指摘の一覧

                この一覧は`shirube explain --markdown`がプログラムの宣言から作る。手で直さない。理由と例は`shirube explain 記号`で表示する。

                「認める」が「可」のものは、確かめた結果そのとおりでよければ、`shirube: allow 記号 理由`のメモで認めることができる。

                """
            case .en:
                """
                # Findings

                `shirube explain --markdown` makes this page from the program's declarations; do not mend it by hand. `shirube explain CODE`
                gives the reason and examples.

                What has a “yes” can be allowed by a comment `shirube: allow CODE reason` where it is right as it stands.

                """
            }
        let header = language == .ja ? "| 記号 | 意味 | 認める |" : "| code | meaning | can be allowed |"
        for group in groups {
            text += "\n## \(group.title[language])\n\n\(header)\n| --- | --- | --- |\n"
            for code in group.codes {
                let allowed = code.canBeAllowed ? (language == .ja ? "可" : "yes") : ""
                let meaning = code.explanation.meaning[language].replacing("|", with: "\\|").replacing(
                    "<", with: "&lt;")
                text += "| \(code.id) | \(meaning) | \(allowed) |\n"
            }
        }
        return text
    }
}
