public import Diagnostics

/// A field whose values are of one Swift type: `record[Observation.count]` is an `Int?`, and a name misspelt does not compile.
public struct Field<Content: FieldContent>: DeclaredField {
    public let declaration: FieldDeclaration

    /// - Parameter range: what a whole number may be; nil for any.
    public init(
        _ key: String, _ type: FieldType, _ presence: FieldDeclaration.Presence = .required, ja: String, en: String,
        example: String? = nil, range: ClosedRange<Int>? = nil
    ) {
        precondition(Content.reads(type), "\(key) holds no \(Content.self)")
        declaration = FieldDeclaration(
            key, type, presence, label: Phrase(ja: ja, en: en), example: example, range: range)
    }

    /// A value worked out from the others of its record.
    ///
    /// - Parameter condition: when it is there; nil where it always is.
    init(
        derived key: String, _ type: FieldType, ja: String, en: String, where condition: Phrase? = nil,
        _ derivation: @escaping FieldDeclaration.Derivation
    ) {
        precondition(Content.reads(type), "\(key) holds no \(Content.self)")
        declaration = FieldDeclaration(
            key, type, .optional, label: Phrase(ja: ja, en: en), derivation: derivation, condition: condition)
    }
}

/// A field with its declaration, whether or not the Swift type of its values is known.
public protocol DeclaredField: Sendable {
    var declaration: FieldDeclaration { get }
}

extension DeclaredField {
    public var key: String { declaration.key }
}

/// The declaration of one field, from which its decoding, its checks, its label, its documentation and the names in
/// templates all follow.
///
/// An object, so that a record finds its place by identity.
public final class FieldDeclaration: DeclaredField {
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
        _ key: String, _ type: FieldType, _ presence: Presence, label: Phrase, example: String? = nil,
        range: ClosedRange<Int>? = nil, derivation: Derivation? = nil, condition: Phrase? = nil
    ) {
        (self.key, self.type, self.presence, self.label) = (key, type, presence, label)
        (self.example, self.range) = (example, range)
        (self.derivation, self.condition) = (derivation, condition)
    }

    public var declaration: FieldDeclaration { self }

    public var isDerived: Bool { derivation != nil }
}
