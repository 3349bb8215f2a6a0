/// Which of two lists' items belong together: the same, the same in another place, or so like each other that one was made of
/// the other.
public struct Alignment {
    public enum Step: Equatable {
        case both(old: Int, new: Int, isMoved: Bool)
        case added(Int)
        case removed(Int)
    }

    /// An item: what it is known by, where it has that, and its text as it is compared.
    public struct Item {
        let identity: String?
        let text: String

        public init(identity: String? = nil, text: String) { (self.identity, self.text) = (identity, text) }
    }

    /// How like each other two texts have to be, 0 to 1: beside one another in their lists, and apart.
    private static let (likeness, likenessApart) = (0.45, 0.6)
    /// Pairs of a gap that are weighed against one another; of more the first are taken.
    private static let limit = 250_000

    private let old: [Item]
    private let new: [Item]
    private var partners: [Int?]
    private var isPaired: [Bool]

    /// - Parameter byLikeness: whether texts that are like each other belong together, too.
    /// - Returns: the steps in the order of the new list; what is removed stands where it stood.
    public static func align(old: [Item], new: [Item], byLikeness: Bool = true) -> [Step] {
        var alignment = Alignment(old, new)
        alignment.pairIdentities()
        alignment.pairSame()
        alignment.pairMoved()
        if byLikeness {
            alignment.pairLike()
            alignment.pairApart()
        }
        return alignment.steps()
    }

    private init(_ old: [Item], _ new: [Item]) {
        (self.old, self.new) = (old, new)
        partners = Array(repeating: nil, count: new.count)
        isPaired = Array(repeating: false, count: old.count)
    }

    // MARK: Pairs

    private mutating func join(_ old: Int, _ new: Int) { (partners[new], isPaired[old]) = (old, true) }

    private mutating func pairIdentities() {
        var places: [String: [Int]] = [:]
        for (place, item) in old.enumerated().reversed() {
            if let identity = item.identity { places[identity, default: []].append(place) }
        }
        for (place, item) in new.enumerated() {
            if let other = item.identity.flatMap({ places[$0]?.popLast() }) { join(other, place) }
        }
    }

    private var open: (old: [Int], new: [Int]) {
        (old.indices.filter { !isPaired[$0] }, new.indices.filter { partners[$0] == nil })
    }

    /// The longest run of items that say the same in the same order.
    private mutating func pairSame() {
        let (before, after) = open
        for pair in after.map({ new[$0].text }).commonPairs(with: before.map { old[$0].text }) {
            join(before[pair.old], after[pair.new])
        }
    }

    private mutating func pairMoved() {
        let (before, after) = open
        var places: [String: [Int]] = [:]
        for place in before.reversed() { places[old[place].text, default: []].append(place) }
        for place in after { if let other = places[new[place].text]?.popLast() { join(other, place) } }
    }

    /// What stands between the same neighbours: the pairs that are most alike in all, in their order.
    private mutating func pairLike() {
        var start = 0
        var firstOld = 0
        while start < new.count {
            guard partners[start] == nil else {
                firstOld = max(firstOld, (partners[start] ?? 0) + 1)
                start += 1
                continue
            }
            let end = new[start...].indices.first { partners[$0] != nil } ?? new.count
            let limitOld = end < new.count ? partners[end] ?? old.count : old.count
            let before = firstOld < limitOld ? (firstOld..<limitOld).filter { !isPaired[$0] } : []
            pairBest(before, Array(start..<end))
            start = end
        }
    }

    private mutating func pairBest(_ before: [Int], _ after: [Int]) {
        let before = before.prefix(max(1, Self.limit / max(after.count, 1)))
        guard !before.isEmpty, !after.isEmpty else { return }
        let oldPairs = before.map { Bigrams(old[$0].text) }
        let newPairs = after.map { Bigrams(new[$0].text) }
        let width = after.count + 1
        var best = [Double](repeating: 0, count: (before.count + 1) * width)
        var weight = best
        for one in oldPairs.indices {
            for other in newPairs.indices {
                let like = oldPairs[one].likeness(to: newPairs[other])
                let cell = (one + 1) * width + other + 1
                weight[cell] = like >= Self.likeness ? like : 0
                best[cell] = max(best[cell - 1], best[cell - width], best[cell - width - 1] + weight[cell])
            }
        }
        var (one, other) = (before.count, after.count)
        while one > 0, other > 0 {
            let cell = one * width + other
            if best[cell] == best[cell - 1] {
                other -= 1
            } else if best[cell] == best[cell - width] {
                one -= 1
            } else {
                (one, other) = (one - 1, other - 1)
                join(before[before.startIndex + one], after[other])
            }
        }
    }

    /// What was moved and changed.
    private mutating func pairApart() {
        let (before, after) = open
        guard before.count * after.count <= Self.limit else { return }
        let pairs = before.map { Bigrams(old[$0].text) }
        var found: [(like: Double, old: Int, new: Int)] = []
        for place in after {
            let bigrams = Bigrams(new[place].text)
            for (index, other) in before.enumerated() {
                let like = bigrams.likeness(to: pairs[index])
                if like >= Self.likenessApart { found.append((like, other, place)) }
            }
        }
        for pair in found.sorted(by: { ($1.like, $0.old, $0.new) < ($0.like, $1.old, $1.new) })
        where !isPaired[pair.old] && partners[pair.new] == nil {
            join(pair.old, pair.new)
        }
    }

    // MARK: Steps

    private func steps() -> [Step] {
        let places = new.indices.filter { partners[$0] != nil }
        let inOrder = Set(Self.longestRise(places.map { partners[$0] ?? 0 }).map { places[$0] })
        var steps: [Step] = []
        var nextOld = 0
        func flush(to end: Int) {
            while nextOld < end {
                if !isPaired[nextOld] { steps.append(.removed(nextOld)) }
                nextOld += 1
            }
        }
        for place in new.indices {
            guard let other = partners[place] else {
                steps.append(.added(place))
                continue
            }
            let isMoved = !inOrder.contains(place)
            if !isMoved { flush(to: other) }
            steps.append(.both(old: other, new: place, isMoved: isMoved))
        }
        flush(to: old.count)
        return steps
    }

    /// The places of the longest row of numbers that rise.
    static func longestRise(_ numbers: [Int]) -> [Int] {
        /// Of the rows of each length the place at which the one ends that ends lowest.
        var ends: [Int] = []
        var before: [Int?] = Array(repeating: nil, count: numbers.count)
        for (place, number) in numbers.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
            }
            before[place] = low > 0 ? ends[low - 1] : nil
            if low < ends.count { ends[low] = place } else { ends.append(place) }
        }
        var row: [Int] = []
        var place = ends.last
        while let found = place {
            row.append(found)
            place = before[found]
        }
        return row.reversed()
    }
}

/// The pairs of neighbouring characters of a text, by which texts are found to be alike (Dice, 1945).
private struct Bigrams {
    private var counts: [Int: Int] = [:]
    private var total = 0

    init(_ text: String) {
        var last = 0
        for scalar in text.unicodeScalars {
            counts[last << 21 | Int(scalar.value), default: 0] += 1
            total += 1
            last = Int(scalar.value)
        }
    }

    /// 0 where they share nothing, 1 where they are the same.
    func likeness(to other: Bigrams) -> Double {
        guard total + other.total > 0 else { return 1 }
        let (small, large) = counts.count < other.counts.count ? (counts, other.counts) : (other.counts, counts)
        let shared = small.reduce(0) { $0 + min($1.value, large[$1.key] ?? 0) }
        return 2 * Double(shared) / Double(total + other.total)
    }
}
