import Bytes
public import Diagnostics
import Japanese
import StrictYAML

/// The names that stand in a board's data: of facilities, sections, notices, programmes. Wherever they are written they are
/// spelt as their owners spell them, so rules of wording pass over them.
public final class BoardNames {
    private let board: Board
    /// Gathered when something has been found that might stand in a name.
    private lazy var names: Set<[Unicode.Scalar]> = gather()
    /// Those of facilities.
    private var facilities: Set<[Unicode.Scalar]> = []
    /// Those of them that are spelt as their owner spells them.
    private var owned: Set<[Unicode.Scalar]> = []
    /// Where each of them stands first.
    private var places: [[Unicode.Scalar]: Diagnostic.Place] = [:]
    private lazy var lengths = Set(names.map(\.count)).sorted(by: >)

    public init(_ board: Board) { self.board = board }

    private func gather() -> Set<[Unicode.Scalar]> {
        var names: Set<[Unicode.Scalar]> = []
        for file in board.files.values {
            file.forEachText { value, type, slot in
                let field = type.fields[slot]
                guard field.holdsName else { return }
                let name = Array(file.tree.text(of: Int(value.node)).unicodeScalars)
                if name.count >= 2 { names.insert(name) }
                for spelling in [name, Self.withoutPrefecture(name)] where places[spelling] == nil {
                    places[spelling] = file.place(of: value)
                }
                if field.isSpeltByOwner { owned.insert(name) }
                if field == Facility.name.declaration {
                    facilities.formUnion([name, Self.withoutPrefecture(name)])
                }
            }
        }
        return names
    }

    /// The name that a text is nearly, with a letter or two otherwise; nil where it is one, or none is near.
    ///
    /// Names that differ in a number or a letter for a reason (第一小学校, 様式2) are not near.
    public func near(_ text: [Unicode.Scalar]) -> String? {
        guard text.count >= 5, names.count <= Self.most, !names.contains(text) else { return nil }
        let candidates = names.filter { abs($0.count - text.count) <= 1 && !Self.differInCount($0, text) }
        let written = String(scalars: text)
        guard
            let near = NearestName.find(
                written, among: candidates.map { String(scalars: $0) }.sorted()),
            Self.difference(Array(written), Array(near)) <= max(1, text.count / 8)
        else { return nil }
        return near
    }

    /// Where the data have a name.
    public func place(of name: String) -> Diagnostic.Place? {
        _ = names
        return places[Array(name.unicodeScalars)]
    }

    // MARK: Names inside a text

    /// Where a name stands in a text but for one letter inside it: 県立但島やまびこの郷.
    ///
    /// The first and last letters of a name are left out: 教育委員会 and 教育委員 are two.
    public func nearlyHeld(in text: [Unicode.Scalar]) -> [(range: Range<Int>, name: String)] {
        let index = edges
        guard text.count >= Self.shortest, !index.isEmpty else { return [] }
        var found: [(range: Range<Int>, name: String)] = []
        for place in text.indices.dropLast() {
            guard let names = index[Self.edge(text[place], text[place + 1])] else { continue }
            for (name, isFirst) in names {
                guard
                    let range = Self.range(of: name, in: text, edge: place, isFirst: isFirst)
                        ?? (isFirst && facilities.contains(name)
                            ? Self.otherEnd(of: name, in: text, from: place) : nil),
                    !(found.last?.range.overlaps(range) ?? false),
                    !cover(range.lowerBound + 1..<range.upperBound - 1, in: text)
                else { continue }
                found.append((range, String(scalars: name)))
            }
        }
        return found
    }

    /// Of thousands of names some are near one another by chance.
    private static let most = 2000

    /// Letters of the shortest name that is known by its edges.
    private static let shortest = 7

    /// Names that their owners spell, with and without whose they are, by their first two letters and by their last two.
    private lazy var edges: [UInt64: [(name: [Unicode.Scalar], isFirst: Bool)]] = {
        guard board.facilityLists.reduce(0, { $0 + $1.indices.count }) <= Self.most, names.count <= Self.most else {
            return [:]
        }
        var index: [UInt64: [(name: [Unicode.Scalar], isFirst: Bool)]] = [:]
        // トライ式高等学院中等部 梅田: the school, without its place.
        let parts = owned.flatMap {
            [$0, Self.withoutPrefecture($0)]
                + $0.split(whereSeparator: { " 　".unicodeScalars.contains($0) }).map(Array.init)
        }
        let known = Set(parts).filter { $0.count >= Self.shortest }
        for name in known.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            index[Self.edge(name[0], name[1]), default: []].append((name, true))
            index[Self.edge(name[name.count - 2], name[name.count - 1]), default: []].append((name, false))
        }
        return index
    }()

    private static func edge(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> UInt64 {
        UInt64(one.value) << 32 | UInt64(other.value)
    }

    /// 兵庫県立但馬やまびこの郷 is called 県立但馬やまびこの郷, too.
    private static func withoutPrefecture(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard
            let sign = name.indices.dropFirst(2).prefix(3).first(where: {
                name[$0] == "立" && "都道府県市区町村".unicodeScalars.contains(name[$0 - 1])
            })
        else { return name }
        return Array(name[(sign - 1)...])
    }

    /// The range of what differs from a name by one letter inside, where two letters of its edge stand at a place.
    private static func range(
        of name: [Unicode.Scalar], in text: [Unicode.Scalar], edge place: Int, isFirst: Bool
    ) -> Range<Int>? {
        for length in [name.count, name.count + 1, name.count - 1] {
            let start = isFirst ? place : place + 2 - length
            guard start >= 0, start + length <= text.count else { continue }
            let written = text[start..<start + length]
            let head = zip(written, name).prefix { $0 == $1 }.count
            let tail = zip(written.reversed(), name.reversed()).prefix { $0 == $1 }.count
            guard head > 0, tail > 0, head < min(name.count, length),
                head + tail >= min(name.count, length) - (length == name.count ? 1 : 0)
            else { continue }
            // 三木市 beside 三田市, 市立若葉公民館 beside 市立青葉公民館: another place.
            let isPlace =
                name[head...].prefix(3).contains { "都道府県市区町村郡".unicodeScalars.contains($0) } || name[head - 1] == "立"
            if isPlace { return nil }
            // One letter more or less of a row is no slip that can be told; nor is one that counts.
            let letters = [written[start + min(head, length - 1)], name[min(head, name.count - 1)]]
            guard !letters.contains(where: counts.contains),
                !letters.contains(where: { " 　・、。（）「」\u{FFFC}".unicodeScalars.contains($0) })
            else { return nil }
            return start..<start + length
        }
        return nil
    }

    /// The range of what is a facility's long name but for its last kanji: 県立但馬やまびこの里 for 郷.
    private static func otherEnd(
        of name: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int
    ) -> Range<Int>? {
        let end = start + name.count
        guard name.count >= 8, end <= text.count, text[start..<end - 1].elementsEqual(name.dropLast()),
            text[end - 1] != name[name.count - 1], text[end - 1].isKanji, name[name.count - 1].isKanji,
            !counts.contains(text[end - 1]), end == text.count || !text[end].isKanji
        else { return nil }
        return start..<end
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

    private static let counts = TellingLetters(and: "上中下小大")

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
