import Records

/// What the files of a board leave to those that all boards may share: whole values of the outermost record, and items of its
/// lists that the board does not have itself.
struct Sharing {
    /// By the place of a board's file that of the shared one.
    private let bases: [UInt8: UInt8]
    private let items: [List: [(file: UInt8, index: Int)]]

    /// A list of a board's file, by where its items begin.
    private struct List: Hashable {
        let file: UInt8
        let first: UInt32
    }

    init(_ files: [DataFile]) {
        var bases: [UInt8: UInt8] = [:]
        var items: [List: [(file: UInt8, index: Int)]] = [:]
        for (place, file) in files.enumerated() {
            guard let base = file.base, let basePlace = files.firstIndex(where: { $0 === base }) else { continue }
            bases[UInt8(place)] = UInt8(basePlace)
            for (slot, type) in file.type.types.enumerated() {
                guard let id = type.itemType?.recordType?.slot(of: "id"),
                    case .list(let first, let count) = file.values[slot].content,
                    case .list(let start, let more) = base.values[slot].content
                else { continue }
                func identifier(_ index: Int, _ file: DataFile) -> String? {
                    guard case .record(let fields) = file.values[index].content else { return nil }
                    return file.text(file.values[Int(fields) + id])
                }
                let known = Set((Int(first)..<Int(first + count)).compactMap { identifier($0, file) })
                items[List(file: UInt8(place), first: first)] = (Int(start)..<Int(start + more)).filter { index in
                    identifier(index, base).map { !known.contains($0) } ?? false
                }.map { (UInt8(basePlace), $0) }
            }
        }
        (self.bases, self.items) = (bases, items)
    }

    func base(of file: UInt8) -> UInt8? { bases.isEmpty ? nil : bases[file] }

    /// The places of the items that stand behind those of a board's own list.
    func items(behind file: UInt8, _ first: UInt32) -> [(file: UInt8, index: Int)] {
        items.isEmpty ? [] : items[List(file: file, first: first)] ?? []
    }
}
