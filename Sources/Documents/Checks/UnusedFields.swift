package import Diagnostics
import Files
import Records

extension DiagnosticCode {
    package static let unusedField = DiagnosticCode(
        "T023", canBeAllowed: true,
        meaning: (
            ja: "データに書かれた項目が、どの文書にも使われていません。その項目を使う文書を作らないのなら、そのままで構いません。",
            en: "A field is filled in, but no document uses it. Where none needs to print it, it may stay."
        ),
        reason: (
            ja: "載せたつもりの内容が、どこにも出ていないかもしれません。",
            en: "What was meant to be published may appear nowhere."
        ),
        wrong: """
            {{! データのnoteが出ない }}
            <li>{{name}}</li>
            """,
        right: "<li>{{name}}{{#note}}（{{note}}）{{/note}}</li>")
}

/// Data that has been filled in and that no document of the board uses: a place forgotten in a template, or work for
/// nothing.
enum UnusedFields {
    /// Fields that serve the program itself, or say who and what something is, whether or not a document prints it.
    private static let served = Set(
        keys(
            BoardRecord.type,
            [
                BoardRecord.municipalityCode, BoardRecord.style, BoardRecord.prefecture, BoardRecord.contact,
                BoardRecord.request, BoardRecord.extends, BoardRecord.columns, BoardRecord.readings,
                BoardRecord.fields, BoardRecord.tables,
            ])
            + keys(Series.type, [Series.series])
            + keys(
                PrivateFacility.type,
                [
                    PrivateFacility.operator, PrivateFacility.representative, PrivateFacility.corporateNumber,
                    PrivateFacility.furigana, PrivateFacility.kind, PrivateFacility.latitude,
                    PrivateFacility.longitude, PrivateFacility.confirmed, Facility.noPostalCode,
                ])
            + keys(
                DocumentEntry.type,
                [
                    DocumentEntry.formats, DocumentEntry.perFacility, DocumentEntry.style, DocumentEntry.ruby,
                    DocumentEntry.translates, DocumentEntry.project,
                ])
            + keys(Observation.type, [Observation.enrolment, Observation.primary, Observation.lowerSecondary])
            + keys(ProjectYear.type, [ProjectYear.note])
            + keys(NamedSeries.type, [NamedSeries.parts, NamedSeries.note]))

    private static func keys(_ record: RecordType, _ fields: [any DeclaredField]) -> [FieldKey] {
        fields.map { FieldKey(record, $0.declaration) }
    }

    private static func isServed(_ key: FieldKey) -> Bool {
        served.contains(key) || ["id", Source.field.key].contains(key.field)
    }

    static func findings(in board: Board, used: Set<FieldKey>) -> [Diagnostic] {
        // Templates name the documents from the outside: `{{#documents}}`.
        var used = used.union([FieldKey(BoardRecord.type, BoardRecord.documents)])
        // The project of a document is one of the file's.
        if used.contains(.root(.project)) {
            used.formUnion([
                .file(.programs), FieldKey(Programs.type, Programs.project),
                FieldKey(Programs.type, Programs.projects),
            ])
        }
        var walk = Walk(used: used)
        // A file that no document of this board needs is another matter than a field forgotten.
        for file in board.filesInOrder where used.contains(.file(file.kind)) {
            walk.visit(file.root)
        }
        return walk.findings
    }

    private struct Walk {
        let used: Set<FieldKey>
        var findings: [Diagnostic] = []
        /// A field of many records is reported once.
        var reported: Set<FieldKey> = []

        /// Whether no record of a type can hold anything unused, however many there are.
        private func isWhollyUsed(_ type: RecordType) -> Bool {
            type.fields.allSatisfy { field in
                let key = FieldKey(type, field)
                let isUsed = used.contains(key) || reported.contains(key)
                if field.isDerived || UnusedFields.isServed(key) { return true }
                let inner = field.type.recordType ?? field.type.itemType?.recordType
                return isUsed && inner.map { isWhollyUsed($0) } ?? true
            }
        }

        mutating func visit(_ record: RecordView) {
            for field in record.type.fields where !field.isDerived && !record.value(field).isAbsent {
                let key = FieldKey(record.type, field)
                if UnusedFields.isServed(key) { continue }
                let items = record.read(field, as: RecordList.self)
                // A list that says there is none has nothing to print.
                if let items, items.isEmpty { continue }
                guard used.contains(key) else {
                    report(field, key, record)
                    continue
                }
                if let inner = record.read(field, as: RecordView.self) { visit(inner) }
                for item in items.map({ Array($0) }) ?? [] {
                    if isWhollyUsed(item.type) { break }
                    visit(item)
                }
            }
        }

        private mutating func report(_ field: FieldDeclaration, _ key: FieldKey, _ record: RecordView) {
            // What must be there cannot be left out, whether or not a document prints it.
            guard field.presence == .optional else { return }
            guard reported.insert(key).inserted else { return }
            guard let place = record.place(field) else { return }
            let end = place.source.bytes[place.range].firstIndex(of: 0x0A) ?? place.range.upperBound
            findings.append(
                Diagnostic(
                    .unusedField, .note, at: Diagnostic.Place(place.source, place.range.lowerBound..<end),
                    Phrase(
                        ja: "「\(field.key)」（\(field.label.ja)）は、どの文書にも使われていません",
                        en: "no document uses \"\(field.key)\" (\(field.label.en))"),
                    help: Phrase(
                        ja: "この項目を使う文書を作らないのなら、そのままで構いません。文書に載せるのなら、ひな形の担当者に伝えてください",
                        en: "leave it where the documents need not print it; else tell the templates' author")))
        }
    }
}
