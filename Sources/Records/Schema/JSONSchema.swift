public import Diagnostics
public import JSON
import Japanese

/// The schema as JSON Schema (2020-12), for editors that complete and explain the fields.
///
/// Editors read plain scalars by YAML's core schema, so numbers may come as numbers.
public enum JSONSchema {
    public static func schema(of kind: DataFileKind, in schema: Schema = .builtIn) -> JSONValue {
        let type = schema.type(of: kind)
        var members: [(String, JSONValue)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("\(kind.fileName)（\(type.label.ja)）")),
        ]
        // What one of the files of `extends: shared` leaves out the other has; a check tells what neither has.
        members += schema.rows(of: kind).map { self.type($0.type) } ?? object(type, requires: false)
        return .object(members)
    }

    private static func object(_ type: RecordType, requires: Bool = true) -> [(String, JSONValue)] {
        let fields = type.fields.filter { !$0.isDerived }
        let required = fields.filter { requires && $0.presence == .required }
        return [
            ("type", .string("object")),
            ("properties", .object(fields.map { ($0.key, property($0)) })),
            ("required", .array(required.map { .string($0.key) })),
            ("additionalProperties", .boolean(false)),
        ]
    }

    private static func property(_ field: FieldDeclaration) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("title", .string(field.label.ja)), ("description", .string(description(field))),
        ]
        if let example = field.example { members.append(("examples", .array([.string(example)]))) }
        // A key that is left blank is absent.
        let type = self.type(field)
        members +=
            field.presence == .optional
            ? [("anyOf", .array([.object(type), .object([("type", .string("null"))])]))] : type
        return .object(members)
    }

    private static func description(_ field: FieldDeclaration) -> String {
        let presence = field.presence == .required ? "必須" : "省略可"
        return "\(field.type.label.ja)。\(presence)。\(field.type.form.ja)"
    }

    /// A required text is not empty, and a number lies in its range.
    private static func type(_ field: FieldDeclaration) -> [(String, JSONValue)] {
        let type = self.type(field.type, numbers: field.range ?? 0...NumberText.largest)
        let isText = if case .text = field.type { true } else { false }
        return type + (isText && field.presence == .required ? [("minLength", .number(1))] : [])
    }

    private static func type(
        _ type: FieldType, numbers: ClosedRange<Int> = 0...NumberText.largest
    ) -> [(String, JSONValue)] {
        func pattern(_ pattern: String) -> [(String, JSONValue)] {
            [("type", .string("string")), ("pattern", .string(pattern))]
        }
        func orNumber(_ numbers: ClosedRange<Int>, _ pattern: String) -> [(String, JSONValue)] {
            [
                (
                    "anyOf",
                    .array([
                        .object([
                            ("type", .string("integer")), ("minimum", .number(numbers.lowerBound)),
                            ("maximum", .number(numbers.upperBound)),
                        ]),
                        .object([("type", .string("string")), ("pattern", .string(pattern))]),
                    ])
                )
            ]
        }
        switch type {
        case .text, .lines, .address:
            return [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
        case .identifier: return pattern("^[a-z0-9][a-z0-9-]{0,63}$")
        case .fieldKey: return pattern("^[a-z][a-z0-9_-]{0,39}$")
        case .boolean: return [("type", .string("boolean"))]
        case .date:
            return pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2}|(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})年[0-9]{1,2}月[0-9]{1,2}日.*)$")
        case .month: return pattern("^([0-9]{4}-[0-9]{2}|(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})年[0-9]{1,2}月)$")
        case .fiscalYear: return orNumber(1873...9998, "^([0-9]{4}|(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})年度)$")
        case .schoolYears: return [("type", .string("string"))]
        case .integer: return orNumber(numbers, "^[0-9]{1,3}(,[0-9]{3})*$|^[0-9]+$")
        case .decimal: return [("type", .array([.string("number"), .string("string")]))]
        case .rate: return pattern("^[0-9]+(\\.[0-9]+)?%$")
        case .money: return pattern("^[0-9]{1,3}(,[0-9]{3})*(円|千円|万円|百万円|億円)$")
        case .frequency: return pattern("^(毎(年|学期|月|週|日)|(年|学期|月|週|日)[0-9]{1,3}回|\(NumberText.looseFrequency))$")
        case .postalCode: return pattern("^[0-9]{3}-[0-9]{4}$")
        case .telephone: return pattern(TelephoneField.pattern)
        case .webAddress: return pattern("^https?://")
        case .email: return pattern("^[^@]+@[^@]+\\.[^@]+$")
        case .corporateNumber: return orNumber(1_000_000_000_000...9_999_999_999_999, "^[1-9][0-9]{12}$")
        case .furigana: return pattern("^[ぁ-ゖー　 ・]+$")
        // Editors read 011002 as a number, without its zero; of six digits the first two are a prefecture.
        case .municipalityCode: return orNumber(10_006...479_999, "^(0[1-9]|[1-3][0-9]|4[0-7])[0-9]{4}$")
        case .choice(let choices): return [("enum", .array(choices.map { .string($0.key) }))]
        case .list(.choice(let choices)):
            // One may be written without brackets.
            let one = self.type(.choice(choices))
            let several: [(String, JSONValue)] = [
                ("type", .string("array")), ("items", .object(one)), ("uniqueItems", .boolean(true)),
            ]
            return [("anyOf", .array([.object(one), .object(several)]))]
        case .list(let item): return [("type", .string("array")), ("items", .object(self.type(item)))]
        case .record(let record) where record.standsForText:
            return [("anyOf", .array([.object(self.type(record.types[0])), .object(object(record))]))]
        case .record(let record): return object(record)
        }
    }
}

extension FieldType {
    /// How a value of the type is written.
    public var form: Phrase {
        switch self {
        case .text: Phrase(ja: "1行の文字列", en: "text on one line")
        case .lines: Phrase(ja: "文章（「|」の次の行から書けば複数行にできます）", en: "text; several lines behind |")
        case .identifier: Phrase(ja: "半角の英小文字、数字及び「-」", en: "lower-case letters, digits and hyphens")
        case .fieldKey:
            Phrase(ja: "半角の英小文字から始まる英小文字、数字、「_」及び「-」", en: "lower-case letters, digits, _ and -, a letter first")
        case .boolean: Phrase(ja: "true又はfalse", en: "true or false")
        case .date: Phrase(ja: "「令和7年2月14日」又は「2025-02-14」の形", en: "as in 令和7年2月14日 or 2025-02-14")
        case .month: Phrase(ja: "「令和7年3月」又は「2025-03」の形", en: "as in 令和7年3月 or 2025-03")
        case .fiscalYear: Phrase(ja: "「令和6年度」又は「2024」の形", en: "as in 令和6年度 or 2024")
        case .schoolYears:
            Phrase(
                ja: "「小学校1年生から中学校3年生まで」「小1～中3」「中学生」などの形",
                en: "as in 小学校1年生から中学校3年生まで, 小1～中3 or 中学生")
        case .integer: Phrase(ja: "「512」又は「346,482」の形", en: "as in 512 or 346,482")
        case .decimal: Phrase(ja: "「1.8」の形", en: "as in 1.8")
        case .rate: Phrase(ja: "「3.7%」の形（公表された桁のまま）", en: "as in 3.7%, at the precision published")
        case .money: Phrase(ja: "「7,892千円」の形", en: "as in 7,892千円")
        case .frequency: Phrase(ja: "「年9回」又は「毎月」の形", en: "as in 年9回 or 毎月")
        case .address: Phrase(ja: "都道府県から番地、建物名まで1行で", en: "from prefecture to building, on one line")
        case .postalCode: Phrase(ja: "「665-0865」の形", en: "as in 665-0865")
        case .telephone:
            Phrase(
                ja: "「0797-86-2321」「0797-77-2024（内線2345）」「189」「#8000」の形。二つ以上は「、」で区切る",
                en: "as in 0797-86-2321, 0797-77-2024（内線2345）, 189 or #8000; several with 、 between them")
        case .webAddress: Phrase(ja: "「https://」から始まるURL", en: "an address that begins with https://")
        case .email: Phrase(ja: "「kyoiku@city.example.jp」の形", en: "as in kyoiku@city.example.jp")
        case .corporateNumber: Phrase(ja: "検査数字を含む13桁の数字", en: "thirteen digits, check digit included")
        case .furigana: Phrase(ja: "ひらがな", en: "hiragana")
        case .municipalityCode: Phrase(ja: "検査数字を含む6桁の数字", en: "six digits, check digit included")
        case .choice(let choices):
            Phrase(
                ja: choices.map { "\($0.key)（\($0.label.ja)）" }.joined(separator: "、"),
                en: choices.map { "\($0.key) (\($0.label.en))" }.joined(separator: ", "))
        case .list(.choice(let choices)):
            Phrase(
                ja: "「[\(choices.prefix(2).map(\.key).joined(separator: ", "))]」の形。"
                    + FieldType.choice(choices).form.ja,
                en: "as in [\(choices.prefix(2).map(\.key).joined(separator: ", "))]: "
                    + FieldType.choice(choices).form.en)
        case .list: Phrase(ja: "「- 」で始まる行に一つずつ", en: "one a line behind \"- \"")
        case .record: Phrase(ja: "字下げした項目", en: "indented fields")
        }
    }
}
