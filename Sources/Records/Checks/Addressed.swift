import Diagnostics

/// Where records of a type have an address and what belongs to it.
struct AddressFields: Sendable {
    let postalCode, address, telephone, web: FieldDeclaration?

    static let facility = AddressFields(
        postalCode: Facility.postalCode, address: Facility.address, telephone: Facility.telephone, web: Facility.web)
    static let contact = AddressFields(
        postalCode: Contact.postalCode, address: Contact.address, telephone: Contact.telephone, web: Contact.web)
    static let request = AddressFields(
        postalCode: FormRequest.facilityPostalCode, address: FormRequest.facilityAddress,
        telephone: FormRequest.facilityTelephone, web: nil)

    private init(
        postalCode: Field<String>, address: Field<String>, telephone: Field<String>, web: Field<String>?
    ) {
        (self.postalCode, self.address) = (postalCode.declaration, address.declaration)
        (self.telephone, self.web) = (telephone.declaration, web?.declaration)
    }
}

/// Records with an address, and where its parts stand among their values.
struct AddressedList {
    let records: RecordList
    let fields: AddressFields
    let postalCode, address, telephone, web: Int?

    init(_ records: RecordList, _ fields: AddressFields) {
        (self.records, self.fields) = (records, fields)
        func slot(_ field: FieldDeclaration?) -> Int? { field.flatMap { records.type.slot(of: $0) } }
        (postalCode, address) = (slot(fields.postalCode), slot(fields.address))
        (telephone, web) = (slot(fields.telephone), slot(fields.web))
    }

    subscript(index: Int) -> Addressed { Addressed(record: records[index], fields: fields) }
}

/// A record with an address.
struct Addressed {
    /// One of the fields that belong to an address.
    typealias Part = KeyPath<AddressFields, FieldDeclaration?>

    let record: RecordView
    let fields: AddressFields

    var file: DataFile { record.file }

    func value(_ part: Part) -> Value { fields[keyPath: part].map { record.value($0) } ?? .absent }

    func has(_ part: Part) -> Bool { fields[keyPath: part].map { record.type.slot(of: $0) != nil } ?? false }

    func text(_ part: Part) -> String? { file.text(value(part)) }

    func place(_ part: Part) -> Diagnostic.Place? { file.place(of: value(part)) }

    func report(
        _ code: DiagnosticCode, _ part: Part, severity: Diagnostic.Severity = .error, _ summary: Phrase,
        help: Phrase, notes: [Diagnostic.Note?] = [], replacement: String? = nil
    ) -> Diagnostic {
        Diagnostic(code, severity, at: place(part), summary, help: help, notes: notes, replacement: replacement)
    }
}
