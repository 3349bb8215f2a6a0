import Records

/// A value of a board's data, as templates see it: plain numbers, which a scope explains.
struct DocumentValue {
    /// The place of its file among the scope's; nil for the root, whose members come from several files, and for what is
    /// absent.
    var file: UInt8?
    let type: DocumentTypes.ID
    let value: Value
    var form: ValueForm?
    /// A width that the template asks for, instead of the house's.
    var width: ValueForm?
    /// Its place in the list that it is an item of, counted from 1; 0 outside lists.
    var number: Int32 = 0
    /// Whether it is the last item there.
    var isLast = false
}

/// A value that names are looked up in.
struct DocumentContext {
    let value: DocumentValue
    /// The list that it is an item of.
    var list: DocumentValue?
}

/// What the items of lists offer beside their own fields.
enum ItemName: String, CaseIterable {
    /// Its place, counted from 1.
    case number
    /// Whether it is the first, or the last: what stands between items is left out there.
    case isFirst = "is_first"
    case isLast = "is_last"
}

/// The items beside a list's item, whose fields may be named: `{{previous.month}}`.
enum Neighbour: String, CaseIterable {
    case previous, next

    var distance: Int { self == .previous ? -1 : 1 }
}
