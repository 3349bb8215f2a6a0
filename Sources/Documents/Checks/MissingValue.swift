import Diagnostics
import Records

/// A tag in a sentence whose value the data does not have.
enum MissingValue {
    static func finding(at place: Diagnostic.Place) -> Diagnostic {
        let tag = place.source.text(place.range)
        let name = tag.filter { !"{} ".contains($0) }
        // Nobody may write what is worked out into the data.
        guard let field = field(named: name), field.isDerived else {
            return Diagnostic(
                .missingValue, at: place,
                Phrase(
                    ja: "「\(tag)」の値がデータにないので、文に穴が空きます",
                    en: "the data has no value for \(tag), which would leave a hole"),
                help: Phrase(
                    ja: "データに値を書くか、なくてもよい部分を{{#\(name)}}～{{/\(name)}}で囲んでください",
                    en: "write the value, or enclose what can do without it in {{#\(name)}}…{{/\(name)}}"))
        }
        let condition = field.condition
        return Diagnostic(
            .missingValue, at: place,
            Phrase(
                ja: "「\(tag)」（\(field.label.ja)）は、今のデータからは計算されないので、文に穴が空きます",
                en: "\(tag) (\(field.label.en)) does not follow from the present data, which would leave a hole"),
            help: Phrase(
                ja: (condition.map { "この値は\($0.ja)にだけあります。" } ?? "")
                    + "データには書かず、その値を使う部分を{{#\(name)}}～{{/\(name)}}で囲んでください",
                en: (condition.map { "it is there only \($0.en); " } ?? "")
                    + "do not write it into the data, but enclose what uses it in {{#\(name)}}…{{/\(name)}}"))
    }

    /// The field that a tag's name ends with: followed from the outside where it begins there, else the one that is worked
    /// out under that key, whose record a section has opened.
    private static func field(named name: String) -> Field? {
        var segments = name.split(separator: ".").map(String.init)
        while segments.count > 1, ValueForm(rawValue: segments[segments.count - 1]) != nil { segments.removeLast() }
        guard let first = segments.first, let last = segments.last else { return nil }
        if DocumentScope.rootType.slot(of: first) != nil { return follow(segments) }
        return DataFileKind.allCases.lazy.compactMap { derivedField(last, below: $0.type) }.first
    }

    private static func follow(_ segments: [String]) -> Field? {
        var type: RecordType? = DocumentScope.rootType
        var field: Field?
        for segment in segments {
            // An item of a list is reached by a name that is no field: its identifier, first or last.
            guard let record = type else { return nil }
            guard let slot = record.slot(of: segment) else { continue }
            field = record.fields[slot]
            type = field?.type.recordType ?? field?.type.itemType?.recordType
        }
        return field
    }

    private static func derivedField(_ key: String, below type: RecordType) -> Field? {
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
