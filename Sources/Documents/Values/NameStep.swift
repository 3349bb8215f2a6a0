import Records

/// What a segment of a name asks of a value; `NameResolver` makes it out from the value's type.
enum NameStep: Sendable {
    /// A field, by the number of its name: records whose values are listed are of a type each.
    case field(Int)
    /// Of a list: how many items it has, one of its ends, the item of an identifier or else of a number.
    case count, first, last, item(String)
    /// What a list's items have among them, by the number of a name for such lists.
    case details(Int)
    case form(ValueForm, ValueFormSet)
    /// Of an item: its number, or whether it is an end.
    case ofItem(ItemName)
    /// The item that far off in the list that a section goes through.
    case neighbour(Int)
}

extension DocumentTypes {
    /// What a list offers beside its items.
    static let listNames = ["count", "first", "last"]

    /// What a segment asks of a value of a type, and the type that it leads to; nil where the type offers nothing of that name.
    ///
    /// - Parameter forms: the forms that may still be named behind the value.
    func step(_ name: String, of type: ID, isItem: Bool, forms: ValueFormSet) -> (step: NameStep, type: ID)? {
        switch shapes[Int(type)] {
        case .record(let record):
            if let number = number(ofName: name), let member = member(number, of: record) {
                return (.field(number), member.type)
            }
        case .list(let item):
            return listStep(name, item)
        case .details:
            return listStep(name, detail)
        case .scalar:
            if let form = ValueForm(rawValue: name), forms.contains(ValueFormSet(form)) {
                return (.form(form, ValueFormSet(form)), type)
            }
        }
        guard isItem, let asked = ItemName(rawValue: name) else { return nil }
        return (.ofItem(asked), asked == .number ? integer : boolean)
    }

    private func listStep(_ name: String, _ item: ID) -> (step: NameStep, type: ID)? {
        switch name {
        case "count": return (.count, integer)
        case "first": return (.first, item)
        case "last": return (.last, item)
        default:
            if Detail.lists.contains(where: { $0.key == name }), case .record(let record) = shapes[Int(item)],
                let number = number(ofName: name), let list = member(number, of: record)
            {
                return (.details(number), list.type)
            }
            // Which identifiers there are, and how many items, only the data tells.
            let isNamed = types[Int(item)].recordType?.hasIdentifier ?? false
            return isNamed || (Int(name) ?? 0) > 0 ? (.item(name), item) : nil
        }
    }
}
