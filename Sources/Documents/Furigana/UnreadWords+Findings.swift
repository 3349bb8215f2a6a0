import Bytes
package import Diagnostics
import Japanese
import Records
import Templates

extension DiagnosticCode {
    package static let unreadKanji = DiagnosticCode(
        "J026", canBeAllowed: true,
        meaning: (
            ja: "ふりがなを付ける文書（ruby: grade-4など）に、その学年までに習わない漢字の語があり、読みが分かりません。20を超える語は、一つにまとめて知らせます（shirube todoが並べます）。",
            en:
                "A document is to have readings above its kanji (ruby: grade-4), and of a word with harder kanji none is known. More than twenty words are told as one; shirube todo lists them."
        ),
        reason: (
            ja: "その語だけ、ふりがなのないまま文書に出ます。読みは、施設の名称のふりがな、ひな形のruby、board.yamlのreadingsから取ります。",
            en: """
            The word is printed without a reading. Readings come from the names of facilities, from ruby in templates and from \
            board.yaml's readings.
            """
        ),
        wrong: "style: {ruby: grade-4}  # 「塾」（中学校で習う漢字）の読みがない",
        right: "readings:\n  - word: 塾\n    furigana: じゅく",
        source: (
            ja: "学年別漢字配当表（小学校学習指導要領、平成29年文部科学省告示第63号）",
            en: "the table of kanji by school years (学年別漢字配当表) of the Course of Study, 2017"
        ))
}

extension UnreadWords {
    /// A word without a reading, with those that stand in it and lack one, too, and what is said of it.
    struct Finding {
        let words: [UnreadReading]
        let diagnostic: Diagnostic
    }

    /// What is said of the words of a document, each at the template's text or the datum that it comes from.
    /// - Parameters:
    ///   - known: readings to propose.
    ///   - told: what has been said of the board's other documents: a word is declared once for all.
    func findings(
        _ tree: TemplateTree, _ board: Board, _ style: HouseStyle, _ known: KnownReadings?,
        told: inout Set<String>
    ) -> [Finding] {
        guard let level = style.ruby else { return [] }
        let words = words.filter { told.insert("\(level) \($0.isDivided) \($0.text)").inserted }
        guard !words.isEmpty else { return [] }
        let data = DataWords(words.flatMap { [$0.run, Array($0.text.unicodeScalars)] }, in: board)
        return Self.families(of: words).map { found, inside in
            let word = found.text
            let place = place(of: found, tree, data)
            let lacking = ([word] + inside).map { UnreadReading(word: $0, furigana: known?[$0]) }
            let diagnostic = Diagnostic(
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
                    : Self.help(lacking))
            return Finding(words: lacking, diagnostic: diagnostic)
        }
    }

    private static func help(_ words: [UnreadReading]) -> Phrase {
        func both(_ word: UnreadReading, _ reading: String) -> String {
            "「- word: \(word.word)」と、その下に「furigana: \(word.furigana ?? reading)」"
        }
        return Phrase(
            ja: "board.yamlのreadingsに\(words.map { both($0, "（読み）") }.joined(separator: "、"))を書いてください",
            en: "declare it in board.yaml's readings: "
                + words.map {
                    "\"- word: \($0.word)\", and below it \"furigana: \($0.furigana ?? "its reading")\""
                }.joined(separator: "; and what stands in it: "))
    }

    /// Words with those that stand in them: 山梨 is asked for with 山梨県. A kanji alone is read otherwise inside a word.
    private static func families(of words: [Word]) -> [(word: Word, inside: [String])] {
        let whole = words.filter { !$0.isDivided }
        let longest = whole.sorted { $0.text.unicodeScalars.count > $1.text.unicodeScalars.count }
        let texts = Set(whole.map(\.text))
        var inside: [String: [String]] = [:]
        var taken: Set<String> = []
        for outer in longest where !taken.contains(outer.text) {
            for piece in pieces(of: Array(outer.text.unicodeScalars))
            where texts.contains(piece) && !taken.contains(piece) {
                inside[outer.text, default: []].append(piece)
                taken.insert(piece)
            }
        }
        return words.filter { $0.isDivided || !taken.contains($0.text) }.map { ($0, inside[$0.text] ?? []) }
    }

    /// All of a word's parts of two letters and more.
    private static func pieces(of word: [Unicode.Scalar]) -> [String] {
        (2..<max(word.count, 2)).reversed().flatMap { length in
            (0...(word.count - length)).map { String(scalars: word[$0..<$0 + length]) }
        }
    }

    /// Where a word is typed: the whole run of kanji that it is part of, or else the word wherever it stands.
    private func place(of word: Word, _ tree: TemplateTree, _ data: DataWords) -> Diagnostic.Place? {
        // With tags in it, it is not written out anywhere.
        if word.isDivided { return word.origins.first.flatMap { tree.place(of: $0) } }
        let own = Array(word.text.unicodeScalars)
        func typed(_ sought: [Unicode.Scalar], alone: Bool) -> Diagnostic.Place? {
            let bytes = Array(String(scalars: sought).utf8)
            return word.origins.lazy.compactMap { tree.place(of: bytes, in: $0) { !alone || $0.isWhole($1) } }.first
                ?? data.place(of: sought)
        }
        if let place = typed(word.run, alone: true) {
            let before = word.run.prefix(word.distance).reduce(0) { $0 + UTF8.width($1) }
            // What is not written there as it reads is told as a whole.
            guard place.range.count == word.run.reduce(0, { $0 + UTF8.width($1) }) else { return place }
            let first = place.range.lowerBound + before
            return Diagnostic.Place(place.source, first..<first + word.text.utf8.count)
        }
        return typed(own, alone: false) ?? word.origins.first.flatMap { tree.place(of: $0) }
    }
}

extension [UInt8] {
    /// Whether no kanji stands on either side of a stretch.
    fileprivate func isWhole(_ range: Range<Int>) -> Bool {
        let before = String(decoding: self[..<range.lowerBound].suffix(4), as: UTF8.self).unicodeScalars.last
        let behind = String(decoding: self[range.upperBound...].prefix(4), as: UTF8.self).unicodeScalars.first
        return !(before?.isKanji ?? false) && !(behind?.isKanji ?? false)
    }
}
