import Bytes
public import Diagnostics
import Japanese
import Synchronization
import Tables

/// Words that are wrong in some company: 対称 behind 支援の, 申し込み before 書.
///
/// A table of lines `written meant before after`, parted by tabs. `before` and `after` are what may stand directly before and behind the word,
/// alternatives parted by `|`, `^` and `$` for the ends of a sentence; where both are given, both have to stand there. `!` in front of an
/// alternative makes it one that must not stand there. `<漢>` is any kanji, `<カ>` katakana, `<ひ>` hiragana, `<名>` the end or beginning of a noun
/// (kanji, katakana, a closing bracket), `<数>` a digit, `<あ>` to `<お>` hiragana of that vowel.
public final class PhraseTable: Sendable {
    /// A word in its company.
    struct Row: Sendable {
        let meant: String
        let before: Company
        let after: Company
    }

    /// What stands on one side of a word.
    struct Company: Sendable {
        private var wanted: [[Sign]] = []
        private var unwanted: [[Sign]] = []
        private var isAtEnd = false

        init(_ column: Substring) {
            for word in column.split(separator: "|") {
                if word == "^" || word == "$" {
                    isAtEnd = true
                } else if word.first == "!" {
                    unwanted.append(Sign.signs(word.dropFirst()))
                } else {
                    wanted.append(Sign.signs(word))
                }
            }
        }

        func stands(before text: ArraySlice<Unicode.Scalar>) -> Bool {
            holds(isEnd: text.last.map(Self.ends.contains) ?? true) { signs in
                text.count >= signs.count && zip(signs, text.suffix(signs.count)).allSatisfy { $0.matches($1) }
            }
        }

        func stands(behind text: ArraySlice<Unicode.Scalar>) -> Bool {
            holds(isEnd: text.first.map(Self.ends.contains) ?? true) { signs in
                text.count >= signs.count && zip(signs, text).allSatisfy { $0.matches($1) }
            }
        }

        private func holds(isEnd: Bool, _ stands: ([Sign]) -> Bool) -> Bool {
            guard !unwanted.contains(where: stands) else { return false }
            guard !wanted.isEmpty || isAtEnd else { return true }
            return isAtEnd && isEnd || wanted.contains(where: stands)
        }

        private static let ends = Set("。．！？\n　「『（".unicodeScalars)
    }

    /// A scalar, or a class of them.
    enum Sign: Sendable {
        case scalar(Unicode.Scalar)
        case kanji, katakana, hiragana, noun, digit
        /// Hiragana of a vowel, by its place among あいうえお.
        case vowel(Int)

        static func signs(_ text: some StringProtocol) -> [Sign] {
            var signs: [Sign] = []
            let scalars = Array(text.unicodeScalars)
            var index = 0
            while index < scalars.count {
                if scalars[index] == "<", index + 2 < scalars.count, let sign = ofClass(scalars[index + 1]) {
                    signs.append(sign)
                    index += 3
                } else {
                    signs.append(.scalar(scalars[index]))
                    index += 1
                }
            }
            return signs
        }

        private static func ofClass(_ name: Unicode.Scalar) -> Sign? {
            switch name {
            case "漢": .kanji
            case "カ": .katakana
            case "ひ": .hiragana
            case "名": .noun
            case "数": .digit
            default:
                "あいうえお".unicodeScalars.firstIndex(of: name).map {
                    .vowel("あいうえお".unicodeScalars.distance(from: "あいうえお".unicodeScalars.startIndex, to: $0))
                }
            }
        }

        func matches(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .scalar(let wanted): scalar == wanted
            case .kanji: scalar.isKanji
            case .katakana: scalar.isKatakana
            case .hiragana: scalar.isHiragana
            case .noun: scalar.isKanji || scalar.isKatakana || scalar == "）" || scalar == "」"
            case .digit: scalar.isDigit
            case .vowel(let place): Self.rows[place].contains(scalar)
            }
        }

        private static let rows = [
            "あかがさざただなはばぱまやらわ", "いきぎしじちぢにひびぴみり", "うくぐすずつづぬふぶぷむゆる", "えけげせぜてでねへべぺめれ", "おこごそぞとどのほぼぽもよろを",
        ].map { Set($0.unicodeScalars) }
    }

    private let file: MappedFile
    /// Each word with where its line goes on, by their first scalars.
    private let words: [Unicode.Scalar: [(written: [Unicode.Scalar], rest: Range<Int>)]]
    private let heads: ScalarSet
    /// The rows whose words have been met: most never are, and are not read.
    private let rows = Mutex<[Int: Row]>([:])

    public init(path: String) throws(FileError) {
        let file = try MappedFile(path: path)
        var words: [Unicode.Scalar: [(written: [Unicode.Scalar], rest: Range<Int>)]] = [:]
        file.withBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
                defer { start = end + 1 }
                guard bytes[start] != UInt8(ascii: "#"), let tab = bytes.firstIndex(of: 0x09, from: start), tab < end
                else { continue }
                let written = Array(String(decoding: (start..<tab).map { bytes[$0] }, as: UTF8.self).unicodeScalars)
                guard let first = written.first else { continue }
                words[first, default: []].append((written, tab + 1..<end))
            }
        }
        (self.file, self.words) = (file, words)
        heads = ScalarSet(words.keys)
    }

    /// Where words stand in such company, outside quotations.
    func matches(in text: [Unicode.Scalar]) -> [(range: Range<Int>, meant: String)] {
        var found: [(range: Range<Int>, meant: String)] = []
        var quotation = Quotation()
        var index = 0
        while index < text.count {
            quotation.pass(text[index])
            guard heads.contains(text[index]), !quotation.isOpen, let row = row(in: text, at: index) else {
                index += 1
                continue
            }
            found.append((index..<index + row.length, row.meant))
            index += row.length
        }
        return found
    }

    private func row(in text: [Unicode.Scalar], at index: Int) -> (length: Int, meant: String)? {
        for word in words[text[index]] ?? [] where text[index...].starts(with: word.written) {
            let row = row(word.rest)
            let behind = text[(index + word.written.count)...]
            if row.before.stands(before: text[..<index]), row.after.stands(behind: behind) {
                return (word.written.count, row.meant)
            }
        }
        return nil
    }

    private func row(_ rest: Range<Int>) -> Row {
        if let known = rows.withLock({ $0[rest.lowerBound] }) { return known }
        let columns = file.withBytes { bytes in String(decoding: rest.map { bytes[$0] }, as: UTF8.self) }
            .split(separator: "\t", omittingEmptySubsequences: false)
        let row = Row(
            meant: String(columns[0]), before: Company(columns.count > 1 ? columns[1] : ""),
            after: Company(columns.count > 2 ? columns[2] : ""))
        rows.withLock { $0[rest.lowerBound] = row }
        return row
    }
}
