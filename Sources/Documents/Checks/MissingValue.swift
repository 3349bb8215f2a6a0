package import Diagnostics
import Files
import Records

extension DiagnosticCode {
    package static let missingValue = DiagnosticCode(
        "T015", canBeAllowed: false,
        meaning: (
            ja: "文に入れる値がデータにないか、データから計算されず、文に穴が空きます。",
            en: """
            The data has no value for a tag, or none follows from it, which would leave a hole in the \
            sentence.
            """
        ),
        reason: (
            ja: "「は必要です。」のような、意味の通らない文を公表することになります。",
            en: "A sentence without its figure or name would be published."
        ),
        wrong: """
            # ひな形の文: 担当は{{board.section}}です。
            name: 宝塚市教育委員会
            """,
        right: """
            name: 宝塚市教育委員会
            section: 教育支援課
            """)
}

/// A tag in a sentence whose value the data does not have.
enum MissingValue {
    static func finding(at place: Diagnostic.Place, _ schema: Schema) -> Diagnostic {
        let tag = place.source.text(place.range)
        let name = tag.filter { !"{} ".contains($0) }
        let field = field(named: name, schema)
        let label = field.map { Phrase(ja: "（\($0.label.ja)）", en: " (\($0.label.en))") } ?? Phrase(ja: "", en: "")
        // A section of a list goes through its items; that of the first is printed once.
        let isList = field?.type.itemType != nil
        let condition = isList ? name + ".first" : name
        let section = Phrase(ja: "{{#\(condition)}}～{{/\(condition)}}", en: "{{#\(condition)}}…{{/\(condition)}}")
        // Nobody may write what is worked out into the data.
        guard let field, field.isDerived else {
            let file = name.prefix { $0 != "." }
            let home = schema.kind(named: String(file)).map(\.fileName)
            return Diagnostic(
                .missingValue, at: place,
                Phrase(
                    ja: "「\(tag)」\(label.ja)の値がデータにないので、文に穴が空きます",
                    en: "the data has no value for \(tag)\(label.en), which would leave a hole"),
                help: Phrase(
                    ja: "\(home ?? "データ")に値を書いてください。書く値がないときは、ひな形の担当者に、なくてもよい部分を\(section.ja)で囲むよう伝えてください",
                    en:
                        "write the value in \(home ?? "the data"); where there is none, have the template's author enclose what can do without it in \(section.en)"
                ))
        }
        let when = field.condition
        return Diagnostic(
            .missingValue, at: place,
            Phrase(
                ja: "「\(tag)」\(label.ja)は、今のデータからは計算されないので、文に穴が空きます",
                en: "\(tag)\(label.en) does not follow from the present data, which would leave a hole"),
            help: Phrase(
                ja: (when.map { "この値は\($0.ja)にだけ計算され、データには書けません。" } ?? "この値は自動で計算され、データには書けません。")
                    + "ひな形の担当者に、その値を使う部分を\(section.ja)で囲むよう伝えてください",
                en: (when.map { "it is worked out only \($0.en), and cannot be written into the data; " }
                    ?? "it is worked out, and cannot be written into the data; ")
                    + "have the template's author enclose what uses it in \(section.en)"))
    }

    /// The field that a tag's name ends with: followed from the outside where it begins there, else the one that is worked
    /// out under that key, whose record a section has opened.
    private static func field(named name: String, _ schema: Schema) -> FieldDeclaration? {
        var segments = name.split(separator: ".").map(String.init)
        while segments.count > 1, ValueForm(rawValue: segments[segments.count - 1]) != nil { segments.removeLast() }
        guard let first = segments.first, let last = segments.last else { return nil }
        let root = DocumentScope.rootType(schema)
        if root.slot(of: first) != nil { return follow(segments, from: root) }
        return schema.kinds.lazy.compactMap { derivedField(last, below: schema.type(of: $0)) }.first
    }

    private static func follow(_ segments: [String], from root: RecordType) -> FieldDeclaration? {
        var type: RecordType? = root
        var field: FieldDeclaration?
        for segment in segments {
            // An item of a list is reached by a name that is no field: its identifier, first or last.
            guard let record = type else { return nil }
            guard let slot = record.slot(of: segment) else { continue }
            field = record.fields[slot]
            type = field?.type.recordType ?? field?.type.itemType?.recordType
        }
        return field
    }

    private static func derivedField(_ key: String, below type: RecordType) -> FieldDeclaration? {
        for field in type.fields {
            if field.isDerived {
                if field.key == key { return field }
            } else if let inner = field.type.recordType ?? field.type.itemType?.recordType,
                let found = derivedField(key, below: inner)
            {
                return found
            }
        }
        return nil
    }
}
