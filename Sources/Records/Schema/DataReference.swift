import Diagnostics

/// The schema as a reference in Markdown: every field, how it is written, and the names that templates may use.
public enum DataReference {
    public static var markdown: String {
        var text = """
            # データの一覧

            この一覧は`shirube schema --markdown`がプログラムの宣言から作る。手で直さない。

            「ひな形の形式」は、ひな形で項目名の後に続けて書ける形式である（`{{issued.short}}`など）。「計算」とある項目はデータに書かず、ひな形で使うだけである。その「書き方」は、値があるときを示す。

            """
        var seen: Set<String> = []
        for kind in DataFileKind.allCases {
            text += "\n## \(kind.fileName)（\(kind.type.label.ja)）\n"
            var queue = [kind.type]
            while !queue.isEmpty {
                let type = queue.removeFirst()
                guard seen.insert(type.name).inserted else { continue }
                if type !== kind.type { text += "\n### \(type.label.ja)（\(type.name)）\n" }
                text += table(type)
                queue += type.fields.filter { !$0.isDerived }.compactMap { recordType($0.type) }
            }
        }
        return text
    }

    private static func recordType(_ type: FieldType) -> RecordType? {
        type.recordType ?? type.itemType?.recordType
    }

    private static func table(_ type: RecordType) -> String {
        var text = "\n| 項目 | 名称 | 種類 | 必須 | 書き方 | 例 | ひな形の形式 |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        for field in type.fields {
            let presence = field.isDerived ? "計算" : field.presence == .required ? "必須" : "省略可"
            let forms = field.type.forms.map(\.rawValue).joined(separator: " ")
            let kind = recordType(field.type).map { "\(field.type.label.ja)（\($0.name)）" } ?? field.type.label.ja
            let cells = [
                "`\(field.key)`", field.label.ja, kind, presence,
                field.isDerived ? field.condition?.ja ?? "" : field.type.form.ja,
                field.example.map { "`\($0)`" } ?? "", forms,
            ]
            text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        return text
    }
}
