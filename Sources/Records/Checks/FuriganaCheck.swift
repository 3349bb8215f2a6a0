import Bytes
package import Diagnostics
import Japanese
import Proofreading

extension DiagnosticCode {
    package static let furigana = DiagnosticCode(
        "D033", canBeAllowed: true,
        meaning: (
            ja: "名称の中の仮名が、ふりがなにありません。又は、readingsの読みが語に合わないか、二つあります。その漢字にない読みが書かれているときも含みます（注記）。",
            en:
                "Kana that stand in a name are not in its reading; or a declared reading does not fit its word, or is one of two. A kanji that is given a reading which it does not have is told, too, as a note."
        ),
        reason: (
            ja: "五十音順の並びと検索は、ふりがなによります。ほかの施設のふりがなを写したときに起こります。",
            en: "Lists are sorted and searched by the reading; it happens where another facility's was copied."
        ),
        wrong: """
            name: 楽笑フリースクール
            furigana: らくしょう ふりーすぺーす
            """,
        right: """
            name: 楽笑フリースクール
            furigana: らくしょう ふりーすくーる
            """)
}

/// The kana of a name stand in its reading, in their order: 楽笑フリースクール is not read らくしょう ふりーすぺーす.
enum FuriganaCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.facilityLists.flatMap { list -> [Diagnostic] in
            guard let slot = list.type.slot(of: PrivateFacility.furigana.declaration) as Int? else { return [] }
            // To lay readings above kanji costs the product of their lengths.
            let sounds = list.indices.count <= most ? reference?.words.sounds : nil
            return list.indices.compactMap { index in
                guard !list.value(of: index, in: slot).isAbsent else { return nil }
                return check(list[index]) ?? sounds.flatMap { misread(list[index], $0) }
            } + representatives(list, sounds)
        }
    }

    /// 髙橋 花子（たかはし はなこ）: a name with its reading behind it.
    private static func representatives(_ list: RecordList, _ sounds: KanjiSounds?) -> [Diagnostic] {
        let field = PrivateFacility.representative
        guard let sounds, let slot = list.type.slot(of: field.declaration) as Int? else { return [] }
        return list.indices.compactMap { index in
            guard !list.value(of: index, in: slot).isAbsent, let text = list[index].text(field),
                case let parts = text.split(whereSeparator: { "（()）".contains($0) }), parts.count == 2,
                text.hasSuffix("）") || text.hasSuffix(")"),
                parts[1].unicodeScalars.allSatisfy({ $0.isHiragana || $0 == " " || $0 == "　" || $0 == "ー" }),
                let kanji = sounds.misread(String(parts[0]), as: String(parts[1]))
            else { return nil }
            return list[index].report(
                .furigana, field, severity: .note,
                Phrase(
                    ja: "「\(kanji)」には、「\(parts[1])」にあるような読みが知られていません",
                    en: "no reading of \(kanji) is known that \"\(parts[1])\" would have"),
                help: Phrase(ja: "ふりがなか、氏名を確かめてください", en: "check the reading and the name"))
        }
    }

    /// Of more facilities only the kana are looked at.
    private static let most = 500

    /// A kanji that has no such reading: 北国 read みなみぐに. Names are read in many ways, so it is a note.
    private static func misread(_ facility: RecordView, _ sounds: KanjiSounds) -> Diagnostic? {
        guard let name = facility.text(Facility.name), let furigana = facility.text(PrivateFacility.furigana),
            let kanji = sounds.misread(name, as: furigana)
        else { return nil }
        return facility.report(
            .furigana, PrivateFacility.furigana, severity: .note,
            Phrase(
                ja: "「\(kanji)」には、「\(furigana)」にあるような読みが知られていません",
                en: "no reading of \(kanji) is known that \"\(furigana)\" would have"),
            help: Phrase(ja: "ふりがなか、名称を確かめてください", en: "check the reading and the name"))
    }

    private static func check(_ facility: RecordView) -> Diagnostic? {
        guard let name = facility.text(Facility.name), let furigana = facility.text(PrivateFacility.furigana),
            let missing = missing(from: furigana, of: name)
        else { return nil }
        return facility.report(
            .furigana, PrivateFacility.furigana, severity: .warning,
            Phrase(
                ja: "ふりがな「\(furigana)」に、名称「\(name)」の「\(missing)」がありません",
                en: "the reading \"\(furigana)\" is without \"\(missing)\" of the name \"\(name)\""),
            help: Phrase(ja: "ふりがなか、名称を直してください", en: "mend the reading or the name"))
    }

    /// The first run of kana in a name that its reading has with a slip. A reading is often of a part of the name; what is left out is no slip.
    private static func missing(from furigana: String, of name: String) -> String? {
        var rest = HeardKana(furigana.unicodeScalars).sounds[...]
        for run in runs(name) {
            if let place = place(of: run.kana, in: rest) {
                rest = rest[(place + run.kana.count)...]
            } else if isNearly(run.kana, in: rest) {
                return run.text
            }
        }
        return nil
    }

    /// Whether a part of a reading is a run of three kana or more but for two fifths of it at most.
    private static func isNearly(_ run: [Unicode.Scalar], in reading: ArraySlice<Unicode.Scalar>) -> Bool {
        guard (3...40).contains(run.count), reading.count <= 200 else { return false }
        let limit = max(1, run.count * 2 / 5)
        return (run.count - 1...run.count + 1).contains { length in
            reading.indices.dropLast(max(0, length - 1)).contains { start in
                let difference = Array(reading[start..<start + length]).difference(from: run)
                return max(difference.insertions.count, difference.removals.count) <= limit
            }
        }
    }

    private static func place(of run: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>) -> Int? {
        text.indices.first { text[$0...].starts(with: run) }
    }

    /// The runs of kana in a name; a particle by itself may be read otherwise (は as わ).
    private static func runs(_ name: String) -> [(text: String, kana: [Unicode.Scalar])] {
        name.unicodeScalars.split { !$0.isKatakana && !$0.isHiragana && $0 != "ー" }.compactMap { run in
            let kana = HeardKana(run).sounds
            return kana.count >= 2 ? (String(scalars: run), kana) : nil
        }
    }
}
