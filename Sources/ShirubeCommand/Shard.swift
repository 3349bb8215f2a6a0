/// A part of a list that several runs share among them: `2/4` is the second of four.
struct Shard {
    /// From 1.
    let number: Int
    let count: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1, number <= count else {
            return nil
        }
        (self.number, self.count) = (number, count)
    }

    /// Every item whose turn it is; all parts together are the whole, and none has an item of another.
    func part(of items: [String]) -> [String] {
        items.indices.filter { $0 % count == number - 1 }.map { items[$0] }
    }

    /// Whether this part sees to what belongs to none.
    var isFirst: Bool { number == 1 }
}
