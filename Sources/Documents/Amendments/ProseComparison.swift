import Records

/// The prose of a document in two editions, compared passage by passage: by identifiers and by likeness, not by place.
enum ProseComparison {
    /// - Returns: the rows of the table, each under the heading that it stands under; between two rows under one heading a row
    ///   that says that something stands between which both have.
    static func rows(new: [Passage], old: [Passage]) -> [Amendment] {
        func items(_ passages: [Passage]) -> [Alignment.Item] {
            passages.map { Alignment.Item(identity: $0.identity, text: AmendedText.folded($0.text)) }
        }
        var rows: [Amendment] = []
        var isSkipping = false
        func add(_ row: Amendment) {
            if isSkipping, rows.last?.place == row.place { rows.append(Amendment(.unchanged, "")) }
            isSkipping = false
            rows.append(row)
        }
        for step in Alignment.align(old: items(old), new: items(new)) {
            switch step {
            case .added(let index):
                add(Amendment(.added, place(new[index]), new: AmendedText.only(new[index].text)))
            case .removed(let index):
                add(Amendment(.removed, place(old[index]), old: AmendedText.only(old[index].text)))
            case .both(let before, let after, let isMoved):
                let text = AmendedText(new: new[after].text, old: old[before].text)
                switch (text, isMoved) {
                case (let text?, _):
                    add(
                        Amendment(
                            isMoved ? .moved : .changed, place(new[after]), new: text.new.abridged,
                            old: text.old.abridged))
                case (nil, true):
                    let whole = [AmendedText.Piece(text: new[after].text, isChanged: false)].abridged
                    add(Amendment(.moved, place(new[after]), new: whole, old: whole))
                case (nil, false): isSkipping = true
                }
            }
        }
        return rows
    }

    private static func place(_ passage: Passage) -> String { passage.headings.dropFirst().joined(separator: "　") }
}

extension [AmendedText.Piece] {
    /// Sentences that nothing is changed in, left out where a paragraph has many.
    fileprivate var abridged: [AmendedText.Piece] {
        let limit = 60
        return map { piece in
            guard !piece.isChanged, piece.text.count > 2 * limit else { return piece }
            let sentences = piece.text.split(after: "。")
            guard sentences.count > 2 else { return piece }
            // What is beside a change stays, as far as its sentence goes.
            let (first, last) = (sentences[0], sentences[sentences.count - 1])
            return AmendedText.Piece(text: first + "（略）" + last, isChanged: false)
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
