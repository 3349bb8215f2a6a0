import Bytes
import Diagnostics
import Japanese

/// Real words in the wrong place, by the company that right texts have them in: 領収書を添えて清算する for 精算.
///
/// A word is doubted where what stands before it, what stands behind it, and what the sentence is about speak for one that is read alike, together
/// more than how often either is met speaks against it.
enum CompanyRule {
    static func findings(
        in text: [Unicode.Scalar], _ table: HomophoneCompany, _ lexicon: Lexicon
    ) -> [WordingFinding] {
        var findings: [WordingFinding] = []
        var quotation = Quotation()
        for index in text.indices {
            quotation.pass(text[index])
            guard !quotation.isOpen else { continue }
            let slips = table.words(in: text, at: index).compactMap { slip(of: $0, at: index, in: text, table) }
            if let slip = slips.max(by: { $0.sureness < $1.sureness }), !lexicon.isCut(slip.word.range, in: text) {
                findings.append(finding(slip.word, slip.meant))
            }
        }
        return findings
    }

    private typealias Slip = (word: (text: String, range: Range<Int>), meant: String, sureness: Double)

    /// How sure a doubt has to be, of which the company alone has to say a part; and where one voice alone speaks, or others against it.
    private static let (sure, sureByOne, leastOfCompany) = (4.5, 6.0, 2.0)
    /// What is met so much less often than the word that is written was hardly meant: a logarithm.
    private static let rarest = -3.5
    /// How much a subject counts, and all of them together: they come in company themselves. How much it counts which word is met more often.
    private static let (ofSubject, ofSubjects, ofFrequency) = (0.7, 7.0, 0.9)
    /// What both sides have to say for a word that is not looked at any longer.
    private static let right = 4

    private static func slip(
        of word: HomophoneCompany.Word, at index: Int, in text: [Unicode.Scalar], _ table: HomophoneCompany
    ) -> Slip? {
        let range = index..<index + word.text.count
        let sides: [(place: HomophoneCompany.Place, written: HomophoneCompany.Voice)] = [.before, .behind].map {
            ($0, table.voice(of: word, $0, range, in: text, else: 0))
        }
        // A word by itself has no company.
        guard range.count < text.count else { return nil }
        let isRight = sides.allSatisfy { $0.written.known > 0 } && sides.reduce(0) { $0 + $1.written.logit } >= right
        guard !isRight, !word.alike.isEmpty else { return nil }
        let subjects = HomophoneCompany.subjects(text, about: range)
        return word.alike.compactMap { meant -> Slip? in
            let frequency = meant.frequency - word.frequency
            // 改訂に合わせて改定する: who writes both words knows one from the other.
            guard frequency >= rarest, !isNear(meant, range, in: text), !isSettled(word, range, in: text) else {
                return nil
            }
            let usual = max(-8, min(8, Int(frequency.rounded())))
            func voice(_ meant: HomophoneCompany.Voice, _ written: HomophoneCompany.Voice) -> Double {
                let written = written.known > 0 ? written : HomophoneCompany.Voice(logit: -usual)
                return meant.against(written) - frequency
            }
            var voices = sides.map { voice(table.voice(of: meant, $0.place, range, in: text, else: usual), $0.written) }
            let about = subjects.map { subject in
                let (other, written) = (
                    table.voice(of: meant, about: subject, else: usual),
                    table.voice(of: word, about: subject, else: -usual)
                )
                return other.known + written.known > 0 ? max(-3, min(3, voice(other, written))) : 0
            }.reduce(0, +)
            voices.append(max(-ofSubjects, min(ofSubjects, about * ofSubject)))
            let company = voices.reduce(0, +)
            let sureness = company + ofFrequency * frequency
            let isOne = voices.count { $0 > 0.8 } < 2
            guard company >= leastOfCompany, sureness > (isOne ? sureByOne : sure),
                !isOne || voices.allSatisfy({ $0 >= -2 })
            else { return nil }
            return ((string(word), range), string(meant), sureness)
        }.max { $0.sureness < $1.sureness }
    }

    private static func isNear(_ word: HomophoneCompany.Word, _ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        let reach = max(0, range.lowerBound - 40)..<min(text.count, range.upperBound + 40)
        return reach.contains { text[$0] == word.text[0] && text[$0...].starts(with: word.text) }
    }

    /// What a word is said of whatever stands between: 生徒指導提要（令和4年12月改訂）.
    private static let writings: [String: [[Unicode.Scalar]]] = [
        "改訂": ["提要", "要領", "手引", "教科書", "冊子", "マニュアル", "ブック", "リーフレット", "パンフレット"].map { Array($0.unicodeScalars) }
    ]

    private static func isSettled(
        _ word: HomophoneCompany.Word, _ range: Range<Int>, in text: [Unicode.Scalar]
    ) -> Bool {
        guard let writings = writings[string(word)] else { return false }
        let before = max(0, range.lowerBound - 30)..<range.lowerBound
        return before.contains { place in writings.contains { text[place..<range.lowerBound].starts(with: $0) } }
    }

    private static func string(_ word: HomophoneCompany.Word) -> String { String(scalars: word.text) }

    private static func finding(_ word: (text: String, range: Range<Int>), _ meant: String) -> WordingFinding {
        WordingFinding(
            .misconversion, word.range,
            Phrase(
                ja: "ここでは、「\(word.text)」より「\(meant)」のほうが普通です",
                en: "\"\(meant)\" is usual here, not \"\(word.text)\", which is read alike"),
            help: Phrase(ja: "「\(meant)」の変換の誤りではありませんか", en: "was \"\(meant)\" meant?"), replacement: meant)
    }
}
