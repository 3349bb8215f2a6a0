import Diagnostics

extension Schema {
    /// The built-in schema with what a board declares; the built-in one itself where it declares nothing.
    ///
    /// - Parameter board: board.yaml, as far as it can be read.
    static func declared(in board: RecordView, diagnostics: inout [Diagnostic]) -> Schema {
        let (fields, tables) = (board.records(BoardRecord.fields), board.records(BoardRecord.tables))
        guard !fields.isEmpty || !tables.isEmpty else { return builtIn }
        var declarations = Declarations()
        for entry in tables { declarations.addTable(entry) }
        for entry in fields { declarations.addField(entry) }
        diagnostics += declarations.diagnostics
        return declarations.schema
    }
}

/// The fields and tables of a board, gathered entry by entry.
private struct Declarations {
    private(set) var diagnostics: [Diagnostic] = []
    private let records: [String: RecordType] = Dictionary(
        Schema.builtIn.records.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    /// The fields added, by the names of their records.
    private var added: [String: [FieldDeclaration]] = [:]
    private var tables: [(name: String, label: String, fields: [FieldDeclaration])] = []

    /// Names that templates give to something else.
    private static let reserved =
        ["document", "documents", "facility", "project", "request"]
        + (DataFileKind.builtIn + DataFileKind.made).map(\.name)
    /// Those that items of lists, and open data, give to something else.
    private static let taken =
        [
            "number", "is_first", "is_last", "previous", "next", "equals", "exceeds", "count", "first", "last", "kana",
            "kinds", "city", "town", "street_number",
        ]
        + Detail.lists.map(\.key)
    private static let lists = ListSelection.all(in: .builtIn).map(\.name)

    mutating func addTable(_ entry: RecordView) {
        guard let id = entry[TableEntry.id] else { return }
        if Self.reserved.contains(id) || records[id] != nil || Self.lists.contains(id) {
            return report(
                entry, TableEntry.id,
                Phrase(ja: "「\(id)」は、初めからある名前なので表のIDに使えません", en: "\"\(id)\" is a name that is built in"),
                help: Phrase(ja: "別のIDにしてください", en: "choose another identifier"))
        }
        // An identifier that is used twice is told as such.
        guard !tables.contains(where: { $0.name == id }) else { return }
        var fields: [FieldDeclaration] = []
        for column in entry.records(TableEntry.fields) {
            guard let field = declaration(column, beside: fields) else { continue }
            fields.append(field)
        }
        tables.append((id, entry[TableEntry.title] ?? id, fields))
    }

    mutating func addField(_ entry: RecordView) {
        guard let name = entry[FieldEntry.record] else {
            return report(
                entry, FieldEntry.key,
                Phrase(
                    ja: "加える先（record）がありません", en: "the record that gets the field is not named"),
                help: Phrase(
                    ja: "「record: private_facility」のように書いてください", en: "write it, as in record: private_facility"))
        }
        guard let record = records[name] else {
            let nearest = NearestName.find(name, among: records.keys.sorted())
            return report(
                entry, FieldEntry.record,
                Phrase(ja: "「\(name)」というまとまりはありません", en: "there is no record \"\(name)\""),
                help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                    ?? Phrase(
                        ja: "「shirube schema --markdown」の見出しの括弧の中の名前から選んでください",
                        en: "choose one of those that \"shirube schema --markdown\" names in its headings"),
                replacement: nearest)
        }
        guard let field = declaration(entry, beside: record.fields + added[name, default: []]) else { return }
        added[name, default: []].append(field)
    }

    /// - Parameter others: the fields that the record has already.
    private mutating func declaration(_ entry: RecordView, beside others: [FieldDeclaration]) -> FieldDeclaration? {
        guard let key = entry[FieldEntry.key], let label = entry[FieldEntry.label] else { return nil }
        if let other = others.first(where: { $0.key == key }) {
            report(
                entry, FieldEntry.key,
                Phrase(
                    ja: "「\(key)」は既にある項目（\(other.label.ja)）です", en: "\"\(key)\" is a field already (\(other.label.en))"),
                help: other.isDeclared
                    ? Phrase(ja: "一方を消すか、別の項目名にしてください", en: "delete one of the two, or rename it")
                    : Phrase(ja: "その項目を使うか、別の項目名にしてください", en: "use that field, or choose another key"))
            return nil
        }
        guard !(Self.reserved + Self.taken).contains(key) else {
            report(
                entry, FieldEntry.key,
                Phrase(ja: "「\(key)」は、ひな形などで別の意味に使うので項目名にできません", en: "\"\(key)\" means something else to templates"),
                help: Phrase(ja: "別の項目名にしてください", en: "choose another key"))
            return nil
        }
        if let other = others.first(where: { $0.label.ja == label }) {
            report(
                entry, FieldEntry.label,
                Phrase(
                    ja: "「\(label)」という名称の項目は既にあります（\(other.key)）",
                    en: "the field \(other.key) has the label \"\(label)\""),
                help: Phrase(ja: "その項目を使うか、区別できる名称にしてください", en: "use that field, or choose a label of its own"))
            return nil
        }
        let type = entry[FieldEntry.type].flatMap { DeclaredType(rawValue: $0) } ?? .text
        let choices = entry.records(FieldEntry.choices)
        guard type.hasChoices == !choices.isEmpty else {
            report(
                entry, type.hasChoices ? FieldEntry.type.declaration : FieldEntry.choices.declaration,
                type.hasChoices
                    ? Phrase(ja: "「\(label)」の選択肢（choices）がありません", en: "\"\(label)\" has nothing to choose from")
                    : Phrase(
                        ja: "「\(label)」は選択肢から選ぶ項目ではありません", en: "\"\(label)\" is no choice, but choices are given"),
                help: type.hasChoices
                    ? Phrase(
                        ja: "「choices:」の下に「- {key: yes, label: あり}」のように書いてください",
                        en: "write them below choices:, as in - {key: yes, label: あり}")
                    : Phrase(
                        ja: "「type: choice」（一つ）又は「type: choices」（二つ以上）と書くか、選択肢を消してください",
                        en: "write type: choice (one) or type: choices (several), or delete the choices"))
            return nil
        }
        let keys = choices.compactMap { $0[ChoiceEntry.key] }
        if let twice = choices.indices.first(where: { index in
            choices[index][ChoiceEntry.key].map { keys.prefix(index).contains($0) } ?? false
        }) {
            report(
                choices[twice], ChoiceEntry.key,
                Phrase(ja: "同じ選択肢が2回書かれています", en: "the choice is given twice"),
                help: Phrase(ja: "一方を消すか、別の語にしてください", en: "delete one of the two, or rename it"))
            return nil
        }
        if let choice = choices.first(where: {
            $0[ChoiceEntry.label].map { $0.contains { "、;=".contains($0) } } ?? false
        }) {
            report(
                choice, ChoiceEntry.label,
                Phrase(ja: "選択肢の名称に「、」「;」「=」は使えません", en: "a choice's label has no 、 ; or ="),
                help: Phrase(ja: "「・」などに替えてください", en: "write another sign, such as ・"))
            return nil
        }
        let units: Set<DeclaredType> = [.integer, .decimal]
        if let unit = entry[FieldEntry.unit], !units.contains(type) {
            report(
                entry, FieldEntry.unit,
                Phrase(ja: "単位「\(unit)」は、整数又は小数の項目にだけ付けられます", en: "only numbers have a unit"),
                help: Phrase(ja: "単位を消すか、「type: integer」と書いてください", en: "delete it, or write type: integer"))
            return nil
        }
        return FieldDeclaration(
            key,
            type.type(
                choices.compactMap { choice in
                    choice[ChoiceEntry.key].map { .init($0, ja: choice[ChoiceEntry.label] ?? $0, en: $0) }
                }),
            entry[FieldEntry.isRequired] == true ? .required : .optional, label: Phrase(ja: label, en: label),
            unit: entry[FieldEntry.unit], help: entry[FieldEntry.help],
            formats: entry[FieldEntry.formats].map { Set($0.compactMap(FieldDeclaration.Format.init)) } ?? .all,
            isDeclared: true)
    }

    /// The schema, its built-in types rebuilt where they, or what is in them, have got fields.
    var schema: Schema {
        var rebuilt: [ObjectIdentifier: RecordType] = [:]
        func type(_ type: RecordType) -> RecordType {
            if let known = rebuilt[ObjectIdentifier(type)] { return known }
            var isSame = added[type.name] == nil
            var fields = type.fields.map { field in
                let inner = field.type.replacingRecord(rebuild)
                guard let inner else { return field }
                isSame = false
                return field.retyped(inner)
            }
            fields.insert(contentsOf: added[type.name] ?? [], at: fields.firstIndex(where: \.isDerived) ?? fields.count)
            // A record that is printed as a text is printed with what a board adds: ［割引：兄弟は半額］.
            let others = type.summary.isEmpty ? [] : added[type.name] ?? []
            let summary = type.summary + others.map { .init("［\($0.label.ja)：", $0, "］") }
            let result =
                isSame ? type : RecordType(type.name, label: type.label, summary: summary, fields, extending: type)
            rebuilt[ObjectIdentifier(type)] = result
            return result
        }
        /// nil where nothing has changed.
        func rebuild(_ record: RecordType) -> RecordType? {
            let new = type(record)
            return new === record ? nil : new
        }
        let files = DataFileKind.builtIn.map { (kind: $0, type: type(Schema.builtIn.type(of: $0))) }
        let declared = tables.map { table in
            let row = RecordType(
                table.name, label: Phrase(ja: table.label, en: table.label), hasSource: true, table.fields)
            let rows = FieldDeclaration(
                "rows", .list(.record(row)), .required, label: Phrase(ja: table.label, en: table.label))
            return (
                kind: DataFileKind(name: table.name),
                type: RecordType(table.name + "_table", label: Phrase(ja: table.label, en: table.label), [rows])
            )
        }
        return Schema(types: files + declared)
    }

    private mutating func report(
        _ entry: RecordView, _ field: some DeclaredField, _ summary: Phrase, help: Phrase,
        notes: [Diagnostic.Note?] = [], replacement: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                .fieldDeclaration, at: entry.place(field) ?? entry.place(FieldEntry.key), summary, help: help,
                notes: notes, replacement: replacement))
    }
}
