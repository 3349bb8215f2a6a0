import Diagnostics

/// The columns that a board chooses for its table of facilities are fields of these, each named once.
enum ColumnsCheck: Check {
    /// In every table of facilities: its first column.
    private static let always = Facility.name

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let record = board.record else { return [] }
        let type = board.schema.facilityType
        let known = type.fields.filter(\.mayBeColumn).map(\.key)
        var seen: Set<String> = []
        return record.items(BoardRecord.columns).compactMap { key, place in
            if key == always.key {
                return finding(
                    place, Phrase(ja: "「\(key)」はいつも最初の列です", en: "\"\(key)\" is always the first column"),
                    help: Phrase(ja: "この行を消してください", en: "delete it here"))
            }
            guard known.contains(key) else {
                let nearest = NearestName.find(key, among: known)
                return finding(
                    place,
                    Phrase(ja: "民間施設の表の列にできる項目に、「\(key)」はありません", en: "private facilities have no column \"\(key)\""),
                    help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                        ?? Phrase(
                            ja: "使える項目: \(known.joined(separator: "、"))",
                            en: "the fields are \(known.joined(separator: ", "))"),
                    replacement: nearest)
            }
            guard !seen.insert(key).inserted else { return nil }
            return finding(
                place, Phrase(ja: "列「\(key)」が2回書かれています", en: "the column \"\(key)\" is named twice"),
                help: Phrase(ja: "一方を消してください", en: "delete one of the two"))
        }
    }

    private static func finding(
        _ place: Diagnostic.Place?, _ summary: Phrase, help: Phrase, replacement: String? = nil
    ) -> Diagnostic {
        Diagnostic(.fieldDeclaration, at: place, summary, help: help, replacement: replacement)
    }
}
