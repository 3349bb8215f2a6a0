public import Diagnostics

/// The declaration of one field, from which its decoding, its checks, its label, its documentation and the names in
/// templates all follow.
///
/// An object, so that a record finds its place by identity.
public final class Field: Sendable {
    public enum Presence: Sendable { case required, optional }

    /// Works out a value from the others of its record; see `DerivedValues`.
    public typealias Derivation = @Sendable (_ record: RecordView) -> Value

    /// The key in the data file, and the name in templates.
    public let key: String
    public let type: FieldType
    public let presence: Presence
    /// What the field is called in messages and in the data reference.
    public let label: Phrase
    /// An example of its value, as it is written in the data file.
    public let example: String?
    /// What a whole number may be; nil for any.
    public let range: ClosedRange<Int>?
    /// Set for values that are worked out: templates may name them, data files may not.
    let derivation: Derivation?
    /// When a value that is worked out is there; nil where it always is.
    public let condition: Phrase?

    public init(
        _ key: String, _ type: FieldType, _ presence: Presence = .required, ja: String, en: String,
        example: String? = nil, range: ClosedRange<Int>? = nil
    ) {
        (self.key, self.type, self.presence, self.example, self.range) = (key, type, presence, example, range)
        label = Phrase(ja: ja, en: en)
        (derivation, condition) = (nil, nil)
    }

    /// A value worked out from the others of its record.
    init(
        derived key: String, _ type: FieldType, ja: String, en: String, where condition: Phrase? = nil,
        _ derivation: @escaping Derivation
    ) {
        (self.key, self.type, presence, example, range) = (key, type, .optional, nil, nil)
        label = Phrase(ja: ja, en: en)
        (self.derivation, self.condition) = (derivation, condition)
    }

    public var isDerived: Bool { derivation != nil }
}

/// A record: a mapping with known keys.
public final class RecordType: Sendable {
    public let name: String
    public let label: Phrase
    public let fields: [Field]
    /// The fields' identities, keys, types and derivations beside one another: a record is asked for them once a tag and
    /// check.
    private let identities: [ObjectIdentifier]
    private let keys: [String]
    public let types: [FieldType]
    let derivations: [Field.Derivation?]
    /// Where somebody's own words stand, or lists and records that hold some.
    let textSlots: [(slot: Int, isPlain: Bool)]
    /// The slots of the fields that must be there, a bit each.
    let required: UInt64
    /// The keys of the fields that files may have, one behind the other, and where each begins; as the decoder compares them.
    private let keyBytes: [UInt8]
    private let keyStarts: [Int]

    public init(_ name: String, ja: String, en: String, _ fields: [Field]) {
        self.name = name
        label = Phrase(ja: ja, en: en)
        self.fields = fields
        identities = fields.map { ObjectIdentifier($0) }
        keys = fields.map(\.key)
        types = fields.map(\.type)
        derivations = fields.map(\.derivation)
        textSlots = fields.indices.filter { !fields[$0].isDerived && fields[$0].type.holdsText }
            .map { (slot: $0, isPlain: fields[$0].type.isText) }
        required = fields.enumerated().reduce(0) { $1.element.presence == .required ? $0 | 1 << $1.offset : $0 }
        let written = fields.map { $0.isDerived ? "" : $0.key }
        keyBytes = Array(written.joined().utf8)
        keyStarts = written.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    }

    /// The place of a field among the record's values.
    ///
    /// Keys are few and short: comparing them is quicker than hashing one.
    public func slot(of key: String) -> Int? {
        for index in keys.indices where keys[index] == key { return index }
        return nil
    }

    /// Whether a text is the key that files write for a slot.
    @inline(__always)
    func isKey(_ text: Span<UInt8>, ofSlot slot: Int) -> Bool {
        let start = keyStarts[slot]
        guard keyStarts[slot + 1] - start == text.count, text.count > 0 else { return false }
        for index in text.indices where keyBytes[start + index] != text[index] { return false }
        return true
    }

    /// The place of a field among the record's values; one of another record is found by its key.
    public func slot(of field: Field) -> Int? {
        let identity = ObjectIdentifier(field)
        for index in identities.indices where identities[index] == identity { return index }
        return slot(of: field.key)
    }

    /// Whether items of this type can be told apart by their `id`.
    public var hasIdentifier: Bool { slot(of: "id") != nil }
}
