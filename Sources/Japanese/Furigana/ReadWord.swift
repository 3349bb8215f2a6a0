import Bytes

/// A word with what is to stand above its kanji: いとな above 営, nothing above む.
public struct ReadWord: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        public let text: [Unicode.Scalar]
        /// Nil of kana, which read themselves.
        public let reading: String?

        public init(text: [Unicode.Scalar], reading: String?) { (self.text, self.reading) = (text, reading) }
    }

    public let parts: [Part]

    public var text: [Unicode.Scalar] { parts.flatMap(\.text) }

    public init(parts: [Part]) { self.parts = parts }

    /// Lays a reading of a whole word above its kanji, as far as the kana of both tell where each belongs.
    ///
    /// - Returns: nil where it cannot be the word's: a kana of the word is missing from it, or something is left over.
    public init?(_ word: String, read reading: String) {
        // Spaces that both have part them alike.
        let (words, readings) = (word.split(separator: " "), reading.split { $0 == " " || $0 == "\u{3000}" })
        if words.count == readings.count, words.count > 1 {
            let read = zip(words, readings).map { word, reading in
                word.unicodeScalars.contains(where: \.isKanji)
                    ? ReadWord(unspaced: String(word), read: String(reading))?.parts
                    : [Part(text: Array(word.unicodeScalars), reading: nil)]
            }.compactMap(\.self)
            if read.count == words.count, read.joined().contains(where: { $0.reading != nil }) {
                self.init(parts: Array(read.joined(separator: [Part(text: [" "], reading: nil)])))
                return
            }
        }
        self.init(unspaced: word, read: reading)
    }

    private init?(unspaced word: String, read reading: String) {
        let text = Array(word.unicodeScalars)
        let runs = Run.runs(of: text)
        guard runs.contains(where: { $0.hasKanji }) else { return nil }
        let kana = Array(reading.unicodeScalars.filter { $0.isHiragana || $0.isKatakana })
        guard let cuts = Cuts(runs, of: text, HeardKana(kana)) else { return nil }
        let shares = cuts.shares.map { String(scalars: kana[$0]) }
        guard let first = runs.firstIndex(where: { !$0.isKana }), let last = runs.lastIndex(where: { !$0.isKana })
        else {
            return nil
        }
        // Where there is more than one way the whole is read as a whole, but for the kana at its ends.
        var parts: [Part] = []
        if !cuts.areCertain {
            if runs[0].range.lowerBound < runs[first].range.lowerBound {
                parts.append(Part(text: Array(text[..<runs[first].range.lowerBound]), reading: nil))
            }
            parts.append(
                Part(
                    text: Array(text[runs[first].range.lowerBound..<runs[last].range.upperBound]),
                    reading: shares[first...last].joined()))
            parts.append(Part(text: Array(text[runs[last].range.upperBound...]), reading: nil))
        } else {
            var end = 0
            for (run, share) in zip(runs, shares) where run.hasKanji {
                parts.append(Part(text: Array(text[end..<run.range.lowerBound]), reading: nil))
                parts.append(Part(text: Array(text[run.range]), reading: share))
                end = run.range.upperBound
            }
            parts.append(Part(text: Array(text[end...]), reading: nil))
        }
        self.init(parts: parts.filter { !$0.text.isEmpty })
    }

    /// A stretch of a word that is kana, or that kana are to be found for; signs and spaces belong to neither.
    private struct Run {
        var range: Range<Int>
        let isKana: Bool
        var hasKanji = false

        static func runs(of text: [Unicode.Scalar]) -> [Run] {
            var runs: [Run] = []
            for (index, scalar) in text.enumerated() {
                // 三ヶ月, 鎌ケ谷: a sign between kanji, read か or が.
                let isBetween =
                    index > 0 && text[index - 1].isKanji && index + 1 < text.count && text[index + 1].isKanji
                let isSmallKe =
                    ["ヶ", "ヵ"].contains(scalar) && index > 0 && text[index - 1].isKanji
                    || scalar == "ケ" && isBetween
                let isKana = !isSmallKe && (scalar.isHiragana || scalar.isKatakana)
                guard
                    isKana || isSmallKe || scalar.isKanji || scalar.properties.isAlphabetic
                        || scalar.properties.numericType != nil
                else { continue }
                if let last = runs.last, last.isKana == isKana, last.range.upperBound == index {
                    runs[runs.count - 1].range = last.range.lowerBound..<index + 1
                } else {
                    runs.append(Run(range: index..<index + 1, isKana: isKana))
                }
                if scalar.isKanji { runs[runs.count - 1].hasKanji = true }
            }
            return runs
        }
    }

    /// Which share of a reading belongs to each run.
    private struct Cuts {
        /// Among the scalars of the reading.
        var shares: [Range<Int>] = []
        /// Whether there is no other way.
        var areCertain = true

        init?(_ runs: [Run], of text: [Unicode.Scalar], _ heard: HeardKana) {
            let sounds = heard.sounds
            // From the last run to the first: where it may begin, how many ways there are from there on, and where it ends.
            var ways = [[Int]](repeating: [], count: runs.count + 1)
            var ends = ways
            ways[runs.count] = Array(repeating: 0, count: sounds.count) + [1]
            for (number, run) in runs.enumerated().reversed() {
                ways[number] = Array(repeating: 0, count: sounds.count + 1)
                ends[number] = ways[number]
                for start in 0...sounds.count {
                    for end in Self.ends(of: run, in: text, from: start, sounds) where ways[number + 1][end] > 0 {
                        ways[number][start] = min(2, ways[number][start] + ways[number + 1][end])
                        ends[number][start] = end
                    }
                }
            }
            guard let all = ways.first?.first, all > 0 else { return nil }
            areCertain = all == 1
            func place(_ sound: Int, _ end: Int) -> Int { sound < sounds.count ? heard.places[sound] : end }
            let length = (heard.places.last ?? 0) + 1 + heard.trailing
            var start = 0
            for number in runs.indices {
                let end = ends[number][start]
                shares.append((start == 0 ? 0 : place(start, length))..<place(end, length))
                start = end
            }
        }

        /// Where a run may end that begins at a sound.
        private static func ends(
            of run: Run, in text: [Unicode.Scalar], from start: Int, _ sounds: [Unicode.Scalar]
        ) -> [Int] {
            if run.isKana {
                let own = HeardKana(text[run.range]).sounds
                return sounds[start...].starts(with: own) ? [start + own.count] : []
            }
            guard start < sounds.count, !cannotBegin.contains(sounds[start]) else { return [] }
            return Array(start + 1...max(start + 1, min(sounds.count, start + longest * run.range.count))).filter {
                $0 <= sounds.count
            }
        }

        /// うけたまわる, だぶりゅー: sounds of a character at most.
        private static let longest = 6
        private static let cannotBegin: Set<Unicode.Scalar> = ["ん", "っ", "ゃ", "ゅ", "ょ"]
    }
}
