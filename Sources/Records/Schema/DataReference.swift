public import Diagnostics

/// The schema as a reference in Markdown: every field, how it is written, and the names that templates may use.
public struct DataReference {
    private let language: Language

    /// - Parameter schema: the built-in one, or a board's with what it declares.
    public static func markdown(_ schema: Schema = .builtIn, _ language: Language = .ja) -> String {
        let reference = DataReference(language: language)
        var text = reference.introduction
        var seen: Set<String> = []
        for kind in schema.kinds {
            let root = schema.rows(of: kind)?.type.itemType?.recordType ?? schema.type(of: kind)
            text += "\n## \(kind.fileName)\(reference.parenthesis(root.label[language]))\n"
            var queue = [root]
            while !queue.isEmpty {
                let type = queue.removeFirst()
                guard seen.insert(type.name).inserted else { continue }
                if type !== root {
                    text += "\n### \(type.label[language])\(reference.parenthesis("`\(type.name)`"))\n"
                }
                text += reference.table(type)
                queue += type.fields.filter { !$0.isDerived }.compactMap { $0.type.innerRecord }
            }
        }
        return text
    }

    private var introduction: String {
        switch language {
        case .ja:
            """
            # データの一覧

            この一覧は`shirube schema --markdown -l ja`がプログラムの宣言から作る。手で直さない。

            見出しの括弧の中は、board.yamlの`fields`で項目を加えるときの`record`である。「ひな形の形式」は、ひな形で項目名の後に続けて書ける形式である（`{{issued.short}}`など）。「計算」とある項目はデータに書かず、ひな形で使うだけである。その「書き方」は、値があるときを示す。

            """
        case .en:
            """
            # The data

            Made by `shirube schema --markdown -l en` from the program's declarations; not to be edited.

            What stands in parentheses behind a heading is the `record` to which `fields` in board.yaml can add. “Forms” are what
            templates may write behind the name, as in `{{issued.short}}`. A field that is “worked out” is for templates
            alone; under “written” stands when it is there.

            """
        }
    }

    private func parenthesis(_ text: String) -> String { language == .ja ? "（\(text)）" : " (\(text))" }

    private func table(_ type: RecordType) -> String {
        var text =
            switch language {
            case .ja: "\n| 項目 | 名称 | 種類 | 必須 | 書き方 | 例 | ひな形の形式 |\n"
            case .en: "\n| field | label | type | | written | example | forms |\n"
            }
        text += "| --- | --- | --- | --- | --- | --- | --- |\n"
        for field in type.fields {
            let kind = field.type.label[language] + (field.type.innerRecord.map { parenthesis($0.name) } ?? "")
            let cells = [
                "`\(field.key)`", field.label[language], kind, presence(field)[language],
                field.isDerived ? field.condition?[language] ?? "" : field.help ?? field.type.form[language],
                field.example.map { "`\($0)`" } ?? "", field.type.forms.map(\.rawValue).joined(separator: " "),
            ]
            text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        return text
    }

    private func presence(_ field: FieldDeclaration) -> Phrase {
        if field.isDerived { return Phrase(ja: "計算", en: "worked out") }
        return field.presence == .required ? Phrase(ja: "必須", en: "required") : Phrase(ja: "省略可", en: "optional")
    }
}
