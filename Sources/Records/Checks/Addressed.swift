import Diagnostics

/// Records with an address, and where its parts stand among their values.
struct AddressedList {
    let records: RecordList
    let prefix: String
    let postalCode, address, telephone, web: Int?

    init(_ records: RecordList, prefix: String = "") {
        (self.records, self.prefix) = (records, prefix)
        let slots = ["postal_code", "address", "telephone", "web"].map { records.type.slot(of: prefix + $0) }
        (postalCode, address, telephone, web) = (slots[0], slots[1], slots[2], slots[3])
    }

    subscript(index: Int) -> Addressed { Addressed(record: records[index], prefix: prefix) }
}

/// A record with an address, whose keys may begin alike: `facility_address` in a form's entries.
struct Addressed {
    let record: RecordView
    let prefix: String

    subscript(key: String) -> Value {
        record.type.slot(of: prefix + key) == nil ? .absent : record[prefix + key]
    }

    var file: DataFile { record.file }

    func has(_ key: String) -> Bool { record.type.slot(of: prefix + key) != nil }

    func text(_ key: String) -> String? { file.text(self[key]) }

    func place(_ key: String) -> Diagnostic.Place { record.place(prefix + key) }

    func report(
        _ code: DiagnosticCode, _ key: String, severity: Diagnostic.Severity = .error, _ summary: Phrase,
        help: Phrase, notes: [Diagnostic.Note] = [], replacement: String? = nil
    ) -> Diagnostic {
        record.report(
            code, prefix + key, severity: severity, summary, help: help, notes: notes, replacement: replacement)
    }
}
