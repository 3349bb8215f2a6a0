import Diagnostics
import Japanese

/// A declared reading is one of its word, and the only one that its list has.
enum ReadingsCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.allFiles.filter { $0.kind == .board }.flatMap { file -> [Diagnostic] in
            var known: [String: RecordView] = [:]
            return file.root.records(BoardRecord.readings).filter { $0.file === file }.compactMap { reading in
                guard let word = reading.text(Reading.word), let furigana = reading.text(Reading.furigana) else {
                    return nil
                }
                // A word is the same in either width.
                let folded = WidthFolding.ascii(word)
                defer { known[folded] = known[folded] ?? reading }
                return misfit(reading, word, furigana)
                    ?? known[folded].flatMap { second(reading, word, furigana, beside: $0) }
            }
        }
    }

    private static func misfit(_ reading: RecordView, _ word: String, _ furigana: String) -> Diagnostic? {
        guard ReadWord(word, read: furigana) == nil else { return nil }
        guard word.unicodeScalars.contains(where: \.isKanji) else {
            return reading.report(
                .furigana, Reading.word, severity: .warning,
                Phrase(ja: "「\(word)」に漢字がありません", en: "there are no kanji in \"\(word)\""),
                help: Phrase(ja: "漢字のある語を書くか、消してください", en: "write a word with kanji, or delete it"))
        }
        return reading.report(
            .furigana, Reading.furigana, severity: .warning,
            Phrase(
                ja: "「\(furigana)」は、「\(word)」の読みになっていません", en: "\"\(furigana)\" is no reading of \"\(word)\""),
            help: Phrase(
                ja: "送り仮名などの仮名も含めて、語の全部の読みを書いてください", en: "write how all of the word is read, its kana too"))
    }

    private static func second(
        _ reading: RecordView, _ word: String, _ furigana: String, beside first: RecordView
    ) -> Diagnostic? {
        guard first.text(Reading.furigana) != furigana else { return nil }
        return reading.report(
            .furigana, Reading.word, severity: .warning,
            Phrase(ja: "「\(word)」の読みが、二つあります", en: "there are two readings of \"\(word)\""),
            help: Phrase(
                ja: "一つにするか、前後の字を加えた語にして区別してください",
                en: "leave one, or tell them apart with the characters round the word"),
            notes: [first.place(Reading.word).map { .init($0, Phrase(ja: "ここにもあります", en: "here is the other")) }])
    }
}
