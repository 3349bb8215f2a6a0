/// Finds the name that was probably meant.
public enum NearestName {
    /// The candidate with the smallest edit distance, nil where none is near: more than a third of the name differs.
    public static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
        // One letter in two is another name.
        let limit = name.count <= 2 ? 0 : max(1, name.count / 3)
        var best: (name: String, distance: Int)?
        // Names whose lengths differ by more are not near, so a name of a megabyte is not compared.
        for candidate in candidates where abs(candidate.count - name.count) <= limit {
            let distance = distance(Array(name), Array(candidate))
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    public static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for row in 0..<a.count {
            var current = [row + 1]
            for column in 0..<b.count {
                let cost = a[row] == b[column] ? 0 : 1
                var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current.append(best)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
