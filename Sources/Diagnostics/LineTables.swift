import Files

/// The line tables of the files that findings lie in.
struct LineTables: Sendable {
    private var tables: [ObjectIdentifier: LineTable] = [:]

    subscript(source: SourceFile) -> LineTable { tables[ObjectIdentifier(source)] ?? LineTable(source) }

    /// Makes the tables of the files that a finding names, where there are none yet.
    mutating func add(_ diagnostic: Diagnostic) {
        for place in [diagnostic.place].compactMap(\.self) + diagnostic.notes.map(\.place)
            + diagnostic.fixIts.map(\.place)
        {
            // The table keeps its file, so no other comes to have its identity.
            let identity = ObjectIdentifier(place.source)
            if tables[identity] == nil { tables[identity] = LineTable(place.source) }
        }
    }
}
