public import Diagnostics

/// A field whose values are of one Swift type: `record[Observation.count]` is an `Int?`, and a name misspelt does not compile.
public struct Field<Content: FieldContent>: DeclaredField {
    public let declaration: FieldDeclaration

    /// - Parameters:
    ///   - range: what a whole number may be; nil for any.
    ///   - unit: what stands behind a number: printed where values are listed, and looked for behind its tag elsewhere.
    ///   - formats: where the value is published beside what templates print of it.
    ///   - renewal: what becomes of it in the next edition, where it does not simply stay.
    ///   - naming: who spells the name that it holds.
    public init(
        _ key: String, _ type: FieldType, _ presence: FieldDeclaration.Presence = .required, ja: String, en: String,
        example: String? = nil, range: ClosedRange<Int>? = nil, unit: String? = nil,
        formats: Set<FieldDeclaration.Format> = [], renewal: Renewal? = nil,
        naming: FieldDeclaration.Naming? = nil
    ) {
        precondition(Content.reads(type), "\(key) holds no \(Content.self)")
        declaration = FieldDeclaration(
            key, type, presence, label: Phrase(ja: ja, en: en), example: example, range: range, unit: unit,
            formats: formats, renewal: renewal, naming: naming)
    }

    /// A value worked out from the others of its record.
    ///
    /// - Parameter condition: when it is there; nil where it always is.
    init(
        derived key: String, _ type: FieldType, ja: String, en: String, unit: String? = nil,
        where condition: Phrase? = nil, _ derivation: @escaping FieldDeclaration.Derivation
    ) {
        precondition(Content.reads(type), "\(key) holds no \(Content.self)")
        declaration = FieldDeclaration(
            key, type, .optional, label: Phrase(ja: ja, en: en), derivation: derivation, condition: condition,
            unit: unit)
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

    /// Who spells a name: a person, a facility, a place; or the board, what it does and publishes.
    public enum Naming: Sendable { case byOwner, byBoard }

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
    /// What stands behind a number, printed or written by a template.
    public let unit: String?
    /// How a board wants its field to be filled in.
    public let help: String?
    /// Where the value is published beside what templates print of it by its name.
    public let formats: Set<Format>
    /// Whether a board has declared it.
    public let isDeclared: Bool
    /// What becomes of it in the next edition; nil where it stays.
    let renewal: Renewal?
    /// Who spells the name that it holds; nil where it holds none.
    let naming: Naming?
    /// Set where only its type differs from a built-in one's.
    private let original: ObjectIdentifier?

    public enum Format: String, Sendable {
        case page, csv, json
        /// In columns of its own, where a list of facilities has no others.
        case list
        /// Where a board chooses it as a column.
        case column
    }

    public init(
        _ key: String, _ type: FieldType, _ presence: Presence, label: Phrase, example: String? = nil,
        range: ClosedRange<Int>? = nil, derivation: Derivation? = nil, condition: Phrase? = nil,
        unit: String? = nil, help: String? = nil, formats: Set<Format> = [], isDeclared: Bool = false,
        renewal: Renewal? = nil, naming: Naming? = nil
    ) {
        (self.key, self.type, self.presence, self.label) = (key, type, presence, label)
        (self.example, self.range) = (example, range)
        (self.derivation, self.condition) = (derivation, condition)
        (self.unit, self.help, self.formats, self.isDeclared) = (unit, help, formats, isDeclared)
        (self.renewal, self.naming, original) = (renewal, naming, nil)
    }

    private init(_ other: FieldDeclaration, _ type: FieldType) {
        (key, self.type, presence, label) = (other.key, type, other.presence, other.label)
        (example, range) = (other.example, other.range)
        (derivation, condition) = (other.derivation, other.condition)
        (unit, help, formats, isDeclared) = (other.unit, other.help, other.formats, other.isDeclared)
        (renewal, naming, original) = (other.renewal, other.naming, other.identity)
    }

    /// The same field, whose records have got fields from a board.
    func retyped(_ type: FieldType) -> FieldDeclaration { FieldDeclaration(self, type) }

    /// By which records find it.
    var identity: ObjectIdentifier { original ?? ObjectIdentifier(self) }

    public var declaration: FieldDeclaration { self }

    /// Whether its values are names.
    var holdsName: Bool { naming != nil }

    /// Whether what it holds is spelt as its owner spells it: names of persons and facilities, and places.
    var isSpeltByOwner: Bool { naming == .byOwner || type.isAddress }

    /// Whether a list of facilities may have a column of it.
    public var mayBeColumn: Bool { !isDerived && !formats.isDisjoint(with: [.page, .list, .column]) }

    public var isDerived: Bool { derivation != nil }
}

extension FieldDeclaration: Equatable {
    /// Whether both are one field, whatever a board adds to the records in it.
    public static func == (one: FieldDeclaration, other: FieldDeclaration) -> Bool { one.identity == other.identity }
}

extension Field {
    /// `case Observation.rate` of a switch over declarations.
    public static func ~= (field: Field, declaration: FieldDeclaration) -> Bool { field.declaration == declaration }
}

extension Set<FieldDeclaration.Format> {
    /// Wherever the record is published.
    public static let all: Set<FieldDeclaration.Format> = [.page, .csv, .json]
}
