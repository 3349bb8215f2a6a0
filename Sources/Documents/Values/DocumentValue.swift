import Mustache
import Records

/// A value of a board's data, as templates see it.
struct DocumentValue: MustacheValue {
    unowned let scope: DocumentScope
    /// nil for the root, whose members come from several files, and for what is absent.
    let file: DataFile?
    let type: FieldType
    let value: Value
    var form: ValueForm?
    /// A width that the template asks for, instead of the house's.
    var width: ValueForm?
    /// Its place in the list that it is an item of, counted from 1; 0 outside lists.
    var number = 0

    func member(_ segment: String) -> DocumentValue? { member(named: segment) }

    var isMissing: Bool { value.isAbsent }

    func member(named name: String) -> DocumentValue? {
        switch type {
        case .record(let record):
            if record === DocumentScope.rootType { return scope.rootMember(name) }
            return field(name, of: record)
        case .list(let itemType):
            return listMember(name, itemType)
        default:
            guard let next = ValueForm(rawValue: name), forms.contains(next) else { return nil }
            var value = self
            if next.isWidth { value.width = next } else { value.form = next }
            return value
        }
    }

    /// The forms that may still follow.
    var forms: [ValueForm] {
        guard width == nil else { return [] }
        return form == nil
            ? type.forms : type.forms.filter { $0.isWidth && form?.isForMachines != true }
    }

    private func field(_ name: String, of record: RecordType) -> DocumentValue? {
        guard let slot = record.slot(of: name) else {
            guard name == "number", number > 0 else { return nil }
            return DocumentValue(
                scope: scope, file: file, type: .integer, value: Value(worked: .integer(number)))
        }
        let type = record.types[slot]
        guard let file, case .record(let first) = value.content else {
            return DocumentValue(scope: scope, file: nil, type: type, value: .absent)
        }
        let view = RecordView(file: file, type: record, first: Int(first))
        // What one family has asked for is no matter of the papers that everybody gets.
        if scope.facility != nil, name == BoardSchema.request.key, record === BoardSchema.type {
            return DocumentValue(scope: scope, file: nil, type: type, value: .absent)
        }
        let value = view[slot: slot]
        if record === BoardSchema.requestType, !value.isAbsent { scope.notePersonalData() }
        return DocumentValue(scope: scope, file: file, type: type, value: value)
    }

    private func listMember(_ name: String, _ itemType: FieldType) -> DocumentValue? {
        guard let file, case .list(let first, let count) = value.content else {
            return name == "count"
                ? DocumentValue(scope: scope, file: nil, type: .integer, value: Value(worked: .integer(0)))
                : DocumentValue(scope: scope, file: nil, type: itemType, value: .absent)
        }
        switch name {
        case "count":
            return DocumentValue(scope: scope, file: file, type: .integer, value: Value(worked: .integer(Int(count))))
        case "first", "last":
            guard count > 0 else { return DocumentValue(scope: scope, file: nil, type: itemType, value: .absent) }
            return item(name == "first" ? 0 : Int(count) - 1)
        default:
            // Items that have an identifier are reached by it.
            guard let record = itemType.recordType, let slot = record.slot(of: "id") else { return nil }
            for index in 0..<Int(count) {
                guard case .record(let fields) = file.values[Int(first) + index].content else { continue }
                if file.text(file.values[Int(fields) + slot]) == name { return item(index) }
            }
            return nil
        }
    }

    var sectionContent: MustacheSection {
        switch value.content {
        case .absent: type.recordType === DocumentScope.rootType ? .once : .none
        case .boolean(let value): value ? .once : .none
        case .list(_, let count): .items(Int(count))
        default: .once
        }
    }

    func item(_ index: Int) -> DocumentValue {
        guard let file, case .list(let first, _) = value.content, let itemType = type.itemType else { return self }
        return DocumentValue(
            scope: scope, file: file, type: itemType, value: file.values[Int(first) + index], number: index + 1)
    }

    func write(to output: inout [UInt8], escaped: Bool) {
        if let file {
            scope.writer.write(value, type, in: file, form: form, width: width, escaped: escaped, to: &output)
        } else if let number = value.integer {
            output.append(contentsOf: String(number).utf8)
        }
    }
}

extension DocumentValue {
    /// The identifiers of a list's items.
    var identifiers: [String] {
        guard let file, case .list(let first, let count) = value.content, let record = type.itemType?.recordType,
            let slot = record.slot(of: "id")
        else { return [] }
        return (0..<Int(count)).compactMap { index in
            guard case .record(let fields) = file.values[Int(first) + index].content else { return nil }
            return file.text(file.values[Int(fields) + slot])
        }
    }
}
