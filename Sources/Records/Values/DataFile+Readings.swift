import Japanese

extension DataFile {
    /// Hands over what a file says of how its names are read: a record's `furigana` is of its `name`, `x_furigana` of `x_name`, else of `x`.
    public func forEachReading(_ body: (_ name: String, _ furigana: String) -> Void) {
        forEachReading(in: root, body)
    }

    private func forEachReading(in record: RecordView, _ body: (String, String) -> Void) {
        for field in record.type.fields where !field.isDerived && !record.value(field).isAbsent {
            if field.type.isFurigana {
                guard let name = record.type.field(readAs: field).flatMap({ record.text($0) }),
                    let furigana = record.text(field)
                else { continue }
                body(name, furigana)
            } else if let inner = record.read(field, as: RecordView.self) {
                forEachReading(in: inner, body)
            } else if field.type.itemType?.recordType?.hasReadings ?? false {
                for item in record.read(field, as: RecordList.self).map({ Array($0) }) ?? [] {
                    forEachReading(in: item, body)
                }
            }
        }
    }
}

extension RecordType {
    private static let suffix = "_furigana"

    /// The field whose text a field of kana is the reading of; nil of the declared readings, whose word may be part of any text.
    fileprivate func field(readAs furigana: FieldDeclaration) -> FieldDeclaration? {
        let key = furigana.key
        let names =
            key.hasSuffix(Self.suffix)
            ? ["\(key.dropLast(Self.suffix.count))_name", String(key.dropLast(Self.suffix.count))] : ["name"]
        return names.lazy.compactMap { name in self.fields.first { $0.key == name } }.first
    }

    /// Whether a record of this type may say how something is read.
    fileprivate var hasReadings: Bool {
        fields.contains { $0.type.isFurigana || $0.type.innerRecord?.hasReadings ?? false }
    }
}
