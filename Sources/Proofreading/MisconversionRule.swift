import Bytes
import Diagnostics
import Japanese

/// What reads like a word and is none: 指導主時 for 指導主事, an input method's guess that nobody looked at.
///
/// A run of kanji is cut into as few words as it can be. Two kanji that are left over beside each other, and of which one can be replaced by
/// a kanji of the same reading so that they make a word of the field, are such a slip; so is a whole that is a term but for one kanji.
enum MisconversionRule {
    static func findings(in text: [Unicode.Scalar], _ lexicon: Lexicon) -> [WordingFinding] {
        var findings: [WordingFinding] = []
        var index = 0
        var quotation = Quotation()
        while index < text.count {
            guard text[index].isKanji, !isBoundary(index, in: text, lexicon) else {
                quotation.pass(text[index])
                index += 1
                continue
            }
            var end =
                text[index...].indices.first { !text[$0].isKanji || isBoundary($0, in: text, lexicon) } ?? text.count
            // 施行の際現に: an adverb of its own.
            if end < text.count, text[end] == "に", text[end - 1] == "現", end - index > 1 { end -= 1 }
            defer { index = end }
            guard end - index > 1, !quotation.isOpen, !isSymbol(index..<end, in: text) else { continue }
            let run = Array(text[index..<end])
            let next = end < text.count ? text[end] : nil
            for found in lexicon.misconversions(in: run, { Run(run, lexicon).misconversions() }) {
                // 見直す: what goes on in kana is read the Japanese way.
                let isAtEnd = found.range.upperBound == run.count
                if isAtEnd, let next, next.isHiragana, !isFollower(text[end...]) { continue }
                // 廿日市: a place's name goes on.
                if isAtEnd, let next, "市区町村郡県".unicodeScalars.contains(next) { continue }
                // 神出町小束野: a town's name ends, and a part's begins.
                let isInPlace = (max(0, found.range.lowerBound - 1)...found.range.lowerBound).contains { place in
                    place > 0 && "市区町村郡".unicodeScalars.contains(run[place])
                }
                if isInPlace, !found.isWord { continue }
                // 5年後, 九年制: a number's counter is no word by itself.
                if found.range.lowerBound == 0, index > 0, text[index - 1].isDigit { continue }
                if found.isBeforeSuru, !isAtEnd || !isSuru(text[end...]) { continue }
                findings.append(finding(found, run, at: index))
            }
        }
        return findings
    }

    /// 教指第512号, （公財）: a symbol of documents, an abbreviation.
    private static func isSymbol(_ run: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        let behind = text[run.upperBound...]
        if behind.first == "第", behind.dropFirst().first?.isDigit ?? false { return true }
        return run.count <= 3 && run.lowerBound > 0 && text[run.lowerBound - 1] == "（" && behind.first == "）"
    }

    /// Whether words part at a kanji: 学校等 and 市教育委員会, not 計画書 and 都市計画.
    private static func isBoundary(_ index: Int, in text: [Unicode.Scalar], _ lexicon: Lexicon) -> Bool {
        guard boundaries.contains(text[index]) else { return false }
        return !(max(0, index - 3)...index).contains { start in
            text[start...index].allSatisfy(\.isKanji)
                && lexicon.lengths(ofWordsBeginning: text[start...].prefix { $0.isKanji }).contains { length in
                    length > 1 && start + length > index
                }
        }
    }

    private static func isSuru(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        suru.contains { text.starts(with: $0) }
    }

    private static let suru = [
        "する", "した", "して", "しま", "しな", "し、", "され", "させ", "すれ", "すべ", "しよ", "しつつ", "しなが",
    ].map { Array($0.unicodeScalars) }

    private static func finding(
        _ found: Lexicon.Misconversion, _ run: [Unicode.Scalar], at start: Int
    ) -> WordingFinding {
        let wrong = String(scalars: run[found.range])
        let right = found.right.joined(separator: "」か「")
        return WordingFinding(
            .misconversion, start + found.range.lowerBound..<start + found.range.upperBound,
            found.isWord
                ? Phrase(ja: "ここでは「\(wrong)」は意味が通りません", en: "\"\(wrong)\" makes no sense here")
                : Phrase(ja: "「\(wrong)」という言葉はありません", en: "\"\(wrong)\" is no word"),
            help: Phrase(
                ja: "「\(right)」の変換の誤りではありませんか", en: "was \"\(found.right.joined(separator: "\" or \""))\" meant?"),
            replacement: found.right.count == 1 ? found.right[0] : nil)
    }

    /// Kanji that words stand on either side of.
    private static let boundaries = ScalarSet("第及又並且等計約各毎翌様氏殿市区町村県郡府都々".unicodeScalars)

    /// Whether a noun stands before kana: particles, and the beginnings of する and な; not 手放す, 何気なく, 事欠かない.
    private static func isFollower(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, followers.contains(first) else { return false }
        let second = text.dropFirst().first
        switch first {
        case "す": return isSuru(text)
        case "な": return second != "く" && second != "い"
        // 値上がり goes on; a particle stands before another word.
        case "が": return second.map { !"りるっれ".unicodeScalars.contains($0) } ?? true
        case "か": return second.map { !$0.isHiragana || $0 == "ら" || $0 == "ど" || $0 == "も" } ?? true
        default: return true
        }
    }

    private static let followers = ScalarSet("をはがのにでとへやもしすさなかま".unicodeScalars)
}

/// A run of kanji, cut into words.
private struct Run {
    private let run: [Unicode.Scalar]
    private let lexicon: Lexicon
    /// Whether a kanji stands alone, and where the pieces begin.
    private var isSingle: [Bool]
    private var isStart: [Bool]

    init(_ run: [Unicode.Scalar], _ lexicon: Lexicon) {
        (self.run, self.lexicon) = (run, lexicon)
        isSingle = Array(repeating: false, count: run.count)
        isStart = Array(repeating: false, count: run.count + 1)
        isStart[run.count] = true
        var end = run.count
        let cuts = cuts()
        while end > 0 {
            let start = cuts[end]
            isStart[start] = true
            isSingle[start] = end - start == 1
            end = start
        }
    }

    /// By each place, where the last piece before it begins: in the cut with the fewest pieces, of which single kanji count threefold.
    private func cuts() -> [Int] {
        var best: [(cost: Double, start: Int)] = Array(repeating: (.infinity, 0), count: run.count + 1)
        best[0] = (0, 0)
        for start in run.indices {
            func offer(_ length: Int, _ cost: Double) {
                guard best[start].cost + cost < best[start + length].cost else { return }
                best[start + length] = (best[start].cost + cost, start)
            }
            offer(1, Affixes.isAny(run[start]) ? 1.6 : 3)
            for length in lexicon.lengths(ofWordsBeginning: run[start...]) where length > 1 { offer(length, 1) }
        }
        return best.map(\.start)
    }

    func misconversions() -> [Lexicon.Misconversion] {
        let words = words()
        guard isSingle.contains(true) else { return words }
        let terms = words + terms() + suffixes()
        // A term says more than a pair of its kanji.
        return terms + pairs().filter { pair in !terms.contains { $0.range.overlaps(pair.range) } }
    }

    /// Words outside the field that read like one of it: beside a word with which that one makes a term, or before する.
    private func words() -> [Lexicon.Misconversion] {
        let starts = isStart.indices.filter { isStart[$0] }
        let pieces = zip(starts, starts.dropFirst()).map { $0..<$1 }
        return pieces.enumerated().compactMap { index, piece in
            guard piece.count > 1 else { return nil }
            let word = Array(run[piece])
            let before = index > 0 ? Array(run[pieces[index - 1]]) : []
            let behind = index + 1 < pieces.count ? Array(run[pieces[index + 1]]) : []
            let isAlone = before.isEmpty && behind.isEmpty
            let isOfField = lexicon.isOfField(word)
            let homophones = lexicon.homophones(ofWord: word).map { Array($0.unicodeScalars) }
            // What stands in some term beside its neighbours is right there.
            let isKnown =
                !before.isEmpty && lexicon.isWord(before + word) || !behind.isEmpty && lexicon.isWord(word + behind)
            if !isAlone, !isKnown {
                let alike = homophones + (isOfField || word.count > 2 ? [] : neighbours(of: word))
                // Two words of the field side by side may be new; a term in their place has to be a long one.
                let right = alike.filter { candidate in
                    [before.isEmpty ? [] : before + candidate, behind.isEmpty ? [] : candidate + behind].contains {
                        isOfField ? $0.count >= 5 && lexicon.isOfField($0) : lexicon.isInTerm($0)
                    }
                }
                if !right.isEmpty { return Lexicon.Misconversion(range: piece, right: strings(right), isWord: true) }
            }
            let verbs = homophones.filter { lexicon.isVerbal($0) }
            guard piece.upperBound == run.count, !verbs.isEmpty, !lexicon.isVerbal(run[piece]) else { return nil }
            return Lexicon.Misconversion(range: piece, right: strings(verbs), isBeforeSuru: true, isWord: true)
        }
    }

    /// The words of the field that differ from a word in one kanji that reads alike.
    private func neighbours(of word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        word.indices.flatMap { place in
            lexicon.homophones(of: word[place]).map { other in
                var changed = word
                changed[place] = other
                return changed
            }
        }.filter { lexicon.isOfField($0) }
    }

    private func strings(_ words: [[Unicode.Scalar]]) -> [String] {
        Array(words.map { String(scalars: $0) }.sorted().prefix(3))
    }

    /// Two single kanji side by side that are a word of the field but for one of them.
    private func pairs() -> [Lexicon.Misconversion] {
        run.indices.dropLast().compactMap { place in
            let (first, second) = (run[place], run[place + 1])
            guard isSingle[place], isSingle[place + 1], !Numerals.isKanji(first), !Numerals.isKanji(second),
                !(Affixes.before.contains(first) && Affixes.behind.contains(second)),
                // 交渉権者: what follows a word may have a suffix of its own.
                !(place > 0 && Affixes.behind.contains(first) && Affixes.behind.contains(second)),
                !Affixes.makeWord(first, second),
                !(place > 0 && Numerals.isKanji(run[place - 1])), !lexicon.isWord([first, second])
            else { return nil }
            let right =
                lexicon.homophones(of: first).map { [$0, second] } + lexicon.homophones(of: second).map { [first, $0] }
            return misconversion(place..<place + 2, right)
        }
    }

    /// Pieces in a row that are a term but for one kanji, and of which one is left over.
    private func terms() -> [Lexicon.Misconversion] {
        var found: [Lexicon.Misconversion] = []
        for start in run.indices where isStart[start] {
            for end in (start + 3)..<max(start + 4, min(start + 10, run.count + 1))
            where end <= run.count && isStart[end] {
                let range = start..<end
                guard range.contains(where: { isSingle[$0] && !Affixes.isAny(run[$0]) }), !lexicon.isWord(run[range])
                else { continue }
                let right = range.filter { !Numerals.isKanji(run[$0]) }.flatMap { place in
                    lexicon.homophones(of: run[place]).map { other in
                        var word = Array(run[range])
                        word[place - start] = other
                        return word
                    }
                }
                if let slip = misconversion(range, right) { found.append(slip) }
            }
        }
        return found
    }

    /// A word of the field with another suffix than the one that reads alike and makes a term of it: 避難書 for 避難所.
    private func suffixes() -> [Lexicon.Misconversion] {
        run.indices.dropFirst(2).compactMap { place in
            guard isSingle[place], Affixes.narrow.contains(run[place]),
                let start = run[..<place].indices.last(where: { isStart[$0] }), place - start > 1,
                lexicon.isOfField(run[start..<place]), !lexicon.isWord(run[start...place])
            else { return nil }
            return misconversion(
                start..<place + 1, lexicon.homophones(of: run[place]).map { Array(run[start..<place]) + [$0] })
        }
    }

    private func misconversion(_ range: Range<Int>, _ candidates: [[Unicode.Scalar]]) -> Lexicon.Misconversion? {
        let right = candidates.filter { lexicon.isOfField($0) }
        return right.isEmpty ? nil : Lexicon.Misconversion(range: range, right: strings(right))
    }
}

/// Kanji that join words: 本校, 児童数.
private enum Affixes {
    static let before = Set("各本当該両同前後新旧全総副准主正非不無未再最大小中高低上下内外約計諸毎昨今翌御他何数満別仮元現双単複初終真貴弊我超多少従直東西南北左右".unicodeScalars)
    static let behind = Set(
        "者員人権欄系年月日回次現数率費料金額課科係部局室園校所館会長性的化中前後内外別用上下間等級制法案書表券証状類式型点面線度区市町村期先券物品器具名国家船社側派状店剤車".unicodeScalars)

    /// Suffixes that few new words are made with: a word that a dictionary has with another of the reading is that.
    static let narrow = Set("書所者会証回".unicodeScalars)

    /// 登室, 庁外: what is said of any place, whether a dictionary has it or not.
    static func makeWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        moves.contains(first) && places.contains(second) || places.contains(first) && sides.contains(second)
    }

    private static let moves = Set("登通来退入開閉出在".unicodeScalars)
    private static let places = Set("室所園館校庁級舎課署局部塾寮".unicodeScalars)
    private static let sides = Set("内外前後長員".unicodeScalars)

    static func isAny(_ kanji: Unicode.Scalar) -> Bool {
        before.contains(kanji) || behind.contains(kanji) || Numerals.isKanji(kanji)
    }
}

extension Numerals {
    fileprivate static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isKanjiNumeral || "百千万億〇零".unicodeScalars.contains(scalar)
    }
}
