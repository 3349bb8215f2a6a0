public import Diagnostics

/// A record: a mapping with known keys.
public final class RecordType: Sendable {
    public let name: String
    public let label: Phrase
    public let fields: [FieldDeclaration]
    /// How a record is printed as a text: the values that are there, one behind the other.
    public let summary: [SummaryPart]
    /// The fields' identities, keys, types and derivations beside one another: a record is asked for them once a tag and
    /// check.
    private let identities: [ObjectIdentifier]
    private let keys: [String]
    public let types: [FieldType]
    let derivations: [FieldDeclaration.Derivation?]
    /// Where somebody's own words stand, or lists and records that hold some.
    let textSlots: [(slot: Int, isPlain: Bool)]
    /// The slots of the fields that must be there.
    let required: [Int]
    /// The keys of the fields that files may have, one behind the other, and where each begins; as the decoder compares them.
    private let keyBytes: [UInt8]
    private let keyStarts: [Int]
    /// Set where a board has added to the built-in one, or to what is in it.
    private let original: ObjectIdentifier?

    /// - Parameter hasSource: whether it may say where its values are from.
    public convenience init(
        _ name: String, ja: String, en: String, summary: [SummaryPart] = [], hasSource: Bool = true,
        _ fields: [any DeclaredField]
    ) {
        self.init(
            name, label: Phrase(ja: ja, en: en), summary: summary, hasSource: hasSource, fields.map(\.declaration))
    }

    public init(
        _ name: String, label: Phrase, summary: [SummaryPart] = [], hasSource: Bool = false,
        _ fields: [FieldDeclaration], extending other: RecordType? = nil
    ) {
        (self.name, self.label, self.summary) = (name, label, summary)
        original = other?.identity
        let isTold = !hasSource || fields.contains { $0.key == Source.field.key }
        let own = isTold ? fields : Self.fields(fields, with: Source.field.declaration)
        // What is listed on pages is listed wherever a template wants it.
        let isListed = own.contains { $0.formats.contains(.page) } && !own.contains { $0 === Detail.details }
        let fields = isListed ? own + Detail.lists : own
        self.fields = fields
        identities = fields.map(\.identity)
        keys = fields.map(\.key)
        types = fields.map(\.type)
        derivations = fields.map(\.derivation)
        textSlots = fields.indices.filter { !fields[$0].isDerived && fields[$0].type.holdsText }
            .map { (slot: $0, isPlain: fields[$0].type.isText) }
        required = fields.indices.filter { fields[$0].presence == .required }
        let written = fields.map { $0.isDerived ? "" : $0.key }
        keyBytes = Array(written.joined().utf8)
        keyStarts = written.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    }

    /// What is written stands before what is worked out.
    private static func fields(_ fields: [FieldDeclaration], with field: FieldDeclaration) -> [FieldDeclaration] {
        let end = fields.firstIndex(where: \.isDerived) ?? fields.count
        return fields[..<end] + [field] + fields[end...]
    }

    /// Whether it has a single list of records, but for those that are printed as a text.
    var hasOneList: Bool {
        fields.filter { !$0.isDerived && $0.type.itemType?.recordType?.summary.isEmpty ?? false }.count == 1
    }

    /// Whether a text may stand for a record: its first field is one, and the others may be left out.
    public var standsForText: Bool {
        guard !summary.isEmpty, let first = fields.first, case .text = first.type else { return false }
        return fields.dropFirst().allSatisfy { $0.presence == .optional }
    }

    /// The place of a field among the record's values.
    ///
    /// Keys are few and short: comparing them is quicker than hashing one.
    public func slot(of key: String) -> Int? {
        for index in keys.indices where keys[index] == key { return index }
        return nil
    }

    /// A value of a record's text, with what stands before and behind it where it is there.
    public struct SummaryPart: Sendable {
        public let before: String
        public let field: FieldDeclaration
        public let behind: String

        init(_ before: String, _ field: some DeclaredField, _ behind: String = "") {
            (self.before, self.field, self.behind) = (before, field.declaration, behind)
        }
    }

    /// A piece of a record's text: words of its type, or a value that is there.
    public enum SummaryPiece {
        case words(String)
        case value(Value, FieldType)
    }

    /// The text of a record, whose first value is in a place of a file, in pieces.
    ///
    /// What is round a value is left out in front; その他 says nothing beside what it is of, and what costs nothing is free.
    public func summarized(_ first: Int, in file: DataFile) -> [SummaryPiece] {
        var pieces: [SummaryPiece] = []
        for part in summary {
            guard let slot = slot(of: part.field) else { continue }
            let value = file.values[first + slot]
            if value.isAbsent || types[slot].isOther(value) { continue }
            let piece =
                if case .money(0, _) = value.content { SummaryPiece.words("無料") } else {
                    SummaryPiece.value(value, types[slot])
                }
            pieces += pieces.isEmpty ? [piece] : [.words(part.before), piece, .words(part.behind)]
        }
        return pieces
    }

    /// Whether a text is the key that files write for a slot.
    @inline(__always)
    func isKey(_ text: Span<UInt8>, ofSlot slot: Int) -> Bool {
        let start = keyStarts[slot]
        guard keyStarts[slot + 1] - start == text.count, text.count > 0 else { return false }
        for index in text.indices where keyBytes[start + index] != text[index] { return false }
        return true
    }

    /// The place of a field among the record's values; nil where the record is of a type that has it not.
    public func slot(of field: some DeclaredField) -> Int? {
        let identity = field.declaration.identity
        for index in identities.indices where identities[index] == identity { return index }
        return nil
    }

    /// The field that items of this type are told apart by.
    public var identifier: FieldDeclaration? { fields.first { $0.key == "id" } }

    /// The fiscal year that every record of this type is of.
    var year: FieldDeclaration? { fields.first { $0.presence == .required && $0.type.isFiscalYear } }

    /// Whether items of this type can be told apart.
    public var hasIdentifier: Bool { slot(of: "id") != nil }

    /// The fields that say what a record of this type is called.
    public var names: [FieldDeclaration] { fields.filter { ["name", "title"].contains($0.key) } }
}

extension RecordType: Equatable {
    private var identity: ObjectIdentifier { original ?? ObjectIdentifier(self) }

    /// Whether both are of one kind, whatever fields a board adds to it.
    public static func == (one: RecordType, other: RecordType) -> Bool { one.identity == other.identity }
}
