import Diagnostics
import Japanese
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

    /// The name that a text is nearly, with a letter or two otherwise; nil where it is one, or none is near.
    ///
    /// Names that differ in a number or a letter for a reason (第一小学校, 様式2) are not near.
    public func near(_ text: [Unicode.Scalar]) -> String? {
        // Of thousands of names some are near one another by chance.
        guard text.count >= 5, names.count <= 2000, !names.contains(text) else { return nil }
        let candidates = names.filter { abs($0.count - text.count) <= 1 && !Self.differInCount($0, text) }
        let written = String(String.UnicodeScalarView(text))
        guard
            let near = NearestName.find(
                written, among: candidates.map { String(String.UnicodeScalarView($0)) }.sorted()),
            Self.difference(Array(written), Array(near)) <= max(1, text.count / 8)
        else { return nil }
        return near
    }

    /// How many letters differ in the middle of two texts that begin and end alike.
    private static func difference(_ first: [Character], _ second: [Character]) -> Int {
        let head = zip(first, second).prefix { $0 == $1 }.count
        let tail = zip(first.dropFirst(head).reversed(), second.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        return max(first.count, second.count) - head - tail
    }

    /// Whether two texts differ where one of them has a number, or goes on.
    private static func differInCount(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
        let head = zip(first, second).prefix { $0 == $1 }.count
        // 教育支援課長 is not 教育支援課.
        if head == min(first.count, second.count) { return true }
        return [first, second].contains { $0.count > head && counts.contains($0[head]) }
    }

    private static let counts = ScalarSet("0123456789０１２３４５６７８９一二三四五六七八九十東西南北上中下小大".unicodeScalars)

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
