import StrictYAML

/// The names that stand in a board's data: of facilities, sections, notices, programmes. Wherever they are written they are
/// spelt as their owners spell them, so rules of wording pass over them.
public final class BoardNames {
    private let board: Board
    /// Gathered when something has been found that might stand in a name.
    private lazy var names: Set<[Unicode.Scalar]> = gather()
    private lazy var lengths = Set(names.map(\.count)).sorted(by: >)

    public init(_ board: Board) { self.board = board }

    /// The fields that hold names, by their records.
    private static let fields: [String: Set<String>] = [
        "board": ["name", "municipality", "section"], "document": ["title", "addressee"],
        "notice": ["title", "number", "issuer"], "private_facility": ["name", "operator", "representative"],
        "public_facility": ["name", "division"], "measure": ["name"], "group": ["title"],
        "project": ["name", "partner", "desk"], "activity": ["name"], "budget_line": ["name"],
        "survey": ["name", "publisher"],
    ]

    /// Whether a field of a record holds a name.
    static func holdsName(_ field: FieldDeclaration, of type: RecordType) -> Bool {
        fields[type.name]?.contains(field.key) ?? false
    }

    /// Whether what a field of a record holds is spelt as its owner spells it: names of persons, facilities and places.
    static func isSpeltByOwner(_ field: FieldDeclaration, of type: RecordType) -> Bool {
        if case .address = field.type { return true }
        guard holdsName(field, of: type) else { return false }
        return !["document", "measure", "group", "activity", "budget_line", "project", "survey"].contains(type.name)
    }

    private func gather() -> Set<[Unicode.Scalar]> {
        var names: Set<[Unicode.Scalar]> = []
        for file in board.files.values {
            file.forEachText { value, type, slot in
                guard Self.holdsName(type.fields[slot], of: type) else { return }
                let name = Array(file.tree.text(of: Int(value.node)).unicodeScalars)
                if name.count >= 2 { names.insert(name) }
            }
        }
        return names
    }

    /// Whether any name has a word in it.
    public func hold(_ word: String) -> Bool {
        let word = Array(word.unicodeScalars)
        return names.contains { name in name.indices.contains { name[$0...].starts(with: word) } }
    }

    /// Whether some of a text's scalars stand inside a name.
    public func cover(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        lengths.contains { length in
            let first = max(0, range.upperBound - length)
            let last = min(range.lowerBound, text.count - length)
            return first <= last && (first...last).contains { names.contains(Array(text[$0..<$0 + length])) }
        }
    }
}
