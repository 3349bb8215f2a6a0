extension Array where Element: Hashable {
    /// The offsets of what this list and an older one both have in the same order, in pairs (Myers, 1986).
    func commonPairs(with old: [Element]) -> [(old: Int, new: Int)] {
        var (added, removed) = (Set<Int>(), Set<Int>())
        for change in difference(from: old) {
            switch change {
            case .insert(let offset, _, _): added.insert(offset)
            case .remove(let offset, _, _): removed.insert(offset)
            }
        }
        return zip(old.indices.filter { !removed.contains($0) }, indices.filter { !added.contains($0) })
            .map { (old: $0, new: $1) }
    }
}
