import Records

/// The prose of a document in two editions, compared passage by passage: by identifiers and by likeness, not by place.
///
/// The rows come out each with the headings that it stands under; between two rows under one heading there is a row that says that
/// something stands between which both have.
struct ProseComparison {
    private let new: [Passage]
    private let old: [Passage]
    private var rows: [Amendment] = []
    private var isSkipping = false

    static func rows(new: [Passage], old: [Passage]) -> [Amendment] {
        var comparison = ProseComparison(new: new, old: old)
        comparison.compare()
        return comparison.rows
    }

    private init(new: [Passage], old: [Passage]) { (self.new, self.old) = (new, old) }

    private mutating func compare() {
        func items(_ passages: [Passage]) -> [Alignment.Item] {
            passages.map { Alignment.Item(identity: $0.identity, text: AmendedText.folded($0.text)) }
        }
        var steps = Alignment.align(old: items(old), new: items(new))[...]
        while let step = steps.popFirst() {
            if let next = steps.first, let row = parted(step, next) {
                add(row)
                steps.removeFirst()
            } else if let row = row(of: step) {
                add(row)
            } else {
                isSkipping = true
            }
        }
    }

    private mutating func add(_ row: Amendment) {
        if isSkipping, rows.last?.place == row.place { rows.append(Amendment(.unchanged, "")) }
        isSkipping = false
        rows.append(row)
    }

    /// - Returns: nil where nothing is amended.
    private func row(of step: Alignment.Step) -> Amendment? {
        switch step {
        case .added(let index): return Amendment(.added, new[index].place, new: AmendedText.only(new[index].text))
        case .removed(let index): return Amendment(.removed, old[index].place, old: AmendedText.only(old[index].text))
        case .both(let before, let after, let isMoved):
            if let text = AmendedText(new: new[after].text, old: old[before].text) {
                return Amendment(
                    isMoved ? .moved : .changed, new[after].place, new: text.new.abridged, old: text.old.abridged)
            }
            guard isMoved else { return nil }
            let whole = [AmendedText.Piece(text: new[after].text, isChanged: false)].abridged
            return Amendment(.moved, new[after].place, new: whole, old: whole)
        }
    }

    /// The row of two steps that part a passage in two, or join two: no word is changed.
    private func parted(_ step: Alignment.Step, _ next: Alignment.Step) -> Amendment? {
        func row(_ place: String, new: [Passage], old: [Passage]) -> Amendment? {
            func joined(_ passages: [Passage]) -> String { AmendedText.folded(passages.map(\.text).joined()) }
            guard joined(new) == joined(old) else { return nil }
            func piece(_ passages: [Passage]) -> [AmendedText.Piece] {
                [AmendedText.Piece(text: passages.map(\.text).joined(separator: "⏎"), isChanged: false)]
            }
            return Amendment(.changed, place, new: piece(new), old: piece(old))
        }
        switch (step, next) {
        case (.both(let before, let first, _), .added(let second)),
            (.added(let first), .both(let before, let second, _)):
            return row(new[first].place, new: [new[first], new[second]], old: [old[before]])
        case (.both(let first, let after, _), .removed(let second)),
            (.removed(let first), .both(let second, let after, _)):
            return row(new[after].place, new: [new[after]], old: [old[first], old[second]])
        default: return nil
        }
    }
}

extension Passage {
    /// The headings that it stands under, but for the document's title.
    fileprivate var place: String { headings.dropFirst().joined(separator: "　") }
}

extension [AmendedText.Piece] {
    /// Sentences that nothing is changed in, left out where a paragraph has many.
    fileprivate var abridged: [AmendedText.Piece] {
        map { piece in
            guard !piece.isChanged, piece.text.count > 120 else { return piece }
            let sentences = piece.text.split(after: "。")
            guard sentences.count > 2 else { return piece }
            // What is beside a change stays, as far as its sentence goes.
            return AmendedText.Piece(
                text: sentences[0] + "（略）" + sentences[sentences.count - 1], isChanged: false)
        }
    }
}

extension String {
    /// The pieces of a text that end with a character, and what is behind the last.
    fileprivate func split(after end: Character) -> [String] {
        var pieces = [""]
        for character in self {
            pieces[pieces.count - 1].append(character)
            if character == end { pieces.append("") }
        }
        return pieces.last?.isEmpty ?? false ? Array(pieces.dropLast()) : pieces
    }
}
