import Bytes
import Diagnostics
import Japanese
import Records
import Templates

extension UnreadWords {
    /// What is said of the words of a document, each at the template's text or the datum that it comes from.
    /// - Parameter known: readings to propose.
    func findings(
        _ tree: TemplateTree, _ board: Board, _ style: HouseStyle, _ known: KnownReadings?
    ) -> [Diagnostic] {
        guard let level = style.ruby else { return [] }
        return words.enumerated().map { index, found in
            let word = found.text
            // Who is told of hundreds does not go from one to the next; to look each up in all data takes its time.
            let place =
                index < Self.placed ? place(of: found, tree, board) : found.origins.first.flatMap { tree.place(of: $0) }
            let reading = known?[word]
            return Diagnostic(
                .unreadKanji, .warning, at: place,
                level == 0
                    ? Phrase(ja: "「\(word)」に、ふりがながありません", en: "there is no reading above \"\(word)\"")
                    : Phrase(
                        ja: "「\(word)」に、小学校\(level)年生までに習わない漢字がありますが、ふりがながありません",
                        en: "\"\(word)\" has kanji that are not taught up to year \(level), and no reading above it"),
                help: found.isDivided
                    ? Phrase(
                        ja: "語の途中にタグがあります。語の全部をタグの中に入れるか、<ruby>で読みを書いてください",
                        en: "a tag divides it: put all of the word into the tag, or write its reading with <ruby>")
                    : Phrase(
                        ja:
                            "board.yamlのreadingsに「- word: \(word)」と、その下に「furigana: \(reading ?? "（読み）")」を書いてください",
                        en:
                            "declare it in board.yaml's readings: \"- word: \(word)\", and below it \"furigana: \(reading ?? "its reading")\""
                    ))
        }
    }

    /// How many words are told where they are typed; the others, by the template's element that they stand in.
    private static let placed = 200

    /// Where a word is typed: the whole run of kanji that it is part of, or else the word wherever it stands.
    private func place(of word: Word, _ tree: TemplateTree, _ board: Board) -> Diagnostic.Place? {
        let run = Array(String(String.UnicodeScalarView(word.run)).utf8)
        let start = String(String.UnicodeScalarView(word.run.prefix(word.distance))).utf8.count
        let own = Array(word.text.utf8)
        func typed(_ sought: [UInt8]) -> Diagnostic.Place? {
            word.origins.lazy.compactMap { tree.place(of: sought, in: $0) }.first ?? Self.datum(sought, of: board)
        }
        if let place = typed(run) {
            guard place.range.count == run.count else { return place }
            let first = place.range.lowerBound + start
            return Diagnostic.Place(place.source, first..<first + own.count)
        }
        return typed(own) ?? word.origins.first.flatMap { tree.place(of: $0) }
    }

    /// The first text of a board's data that something stands in with no kanji beside it, else the first with some.
    private static func datum(_ sought: [UInt8], of board: Board) -> Diagnostic.Place? {
        var (whole, other): (Diagnostic.Place?, Diagnostic.Place?)
        for file in board.allFiles where whole == nil {
            file.forEachText { value, type, _ in
                // Where its reading is declared it is not printed.
                guard whole == nil, type !== Reading.type,
                    file.withText(of: value, { $0.firstIndex(of: sought.span) != nil })
                else { return }
                let text = Array((file.text(value) ?? "").utf8)
                for offset in text.indices where text[offset...].starts(with: sought) {
                    let range = offset..<offset + sought.count
                    let place =
                        file.verbatimStart(of: value).map {
                            Diagnostic.Place(file.source, $0 + range.lowerBound..<$0 + range.upperBound)
                        } ?? file.place(of: value)
                    if text.isWhole(range) { whole = whole ?? place } else { other = other ?? place }
                }
            }
        }
        return whole ?? other
    }
}

extension [UInt8] {
    /// Whether no kanji stands on either side of a stretch.
    fileprivate func isWhole(_ range: Range<Int>) -> Bool {
        let before = String(decoding: self[..<range.lowerBound], as: UTF8.self).unicodeScalars.last
        let behind = String(decoding: self[range.upperBound...], as: UTF8.self).unicodeScalars.first
        return !(before?.isKanji ?? false) && !(behind?.isKanji ?? false)
    }
}
