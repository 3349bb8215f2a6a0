import Bytes
import Diagnostics
public import Files
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
    private final class Row: Sendable {
        let written: [Unicode.Scalar]
        let meant: String
        let before: Company
        let after: Company

        init(_ columns: [String]) {
            written = Array(columns[0].unicodeScalars)
            meant = columns.count > 1 ? columns[1] : ""
            before = Company(columns.count > 2 ? columns[2] : "")
            after = Company(columns.count > 3 ? columns[3] : "")
        }
    }

    /// What stands on one side of a word.
    struct Company: Sendable {
        private var wanted: [[Sign]] = []
        private var unwanted: [[Sign]] = []
        private var isAtEnd = false

        init(_ column: String) {
            for word in column.unicodeScalars.split(separator: "|") {
                if word.elementsEqual(["^"]) || word.elementsEqual(["$"]) {
                    isAtEnd = true
                } else if word.first == "!" {
                    unwanted.append(Sign.signs(word.dropFirst()))
                } else {
                    wanted.append(Sign.signs(word))
                }
            }
        }

        func stands(in text: [Unicode.Scalar], before place: Int) -> Bool {
            holds(isEnd: place == 0 || Self.ends.contains(text[place - 1])) { signs in
                Self.stand(signs, in: text, at: place - signs.count)
            }
        }

        func stands(in text: [Unicode.Scalar], behind place: Int) -> Bool {
            holds(isEnd: place == text.count || Self.ends.contains(text[place])) { signs in
                Self.stand(signs, in: text, at: place)
            }
        }

        private static func stand(_ signs: [Sign], in text: [Unicode.Scalar], at place: Int) -> Bool {
            place >= 0 && place + signs.count <= text.count
                && signs.indices.allSatisfy { signs[$0].matches(text[place + $0]) }
        }

        private func holds(isEnd: @autoclosure () -> Bool, _ stands: ([Sign]) -> Bool) -> Bool {
            guard !unwanted.contains(where: stands) else { return false }
            guard !wanted.isEmpty || isAtEnd else { return true }
            return isAtEnd && isEnd() || wanted.contains(where: stands)
        }

        private static let ends = ScalarSet("。．！？\n　「『（".unicodeScalars)
    }

    /// A scalar, or a class of them.
    enum Sign: Sendable {
        case scalar(Unicode.Scalar)
        case kanji, katakana, hiragana, noun, digit
        /// Hiragana of a vowel, by its place among あいうえお.
        case vowel(Int)

        static func signs(_ text: Substring.UnicodeScalarView) -> [Sign] {
            var signs: [Sign] = []
            let scalars = Array(text)
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
    /// Where the lines of words with one head stand.
    private let lines: [[Range<Int>]]
    /// Which of them those of a head are.
    private let places: [WordHead: Int]
    private let heads: ScalarSet
    /// The lines of heads that have been met: most never are, and are not read.
    private let rows: Mutex<[[Row]?]>

    public init(path: String) throws(FileError) {
        let file = try MappedFile(path: path)
        var lines: [[Range<Int>]] = []
        var places: [WordHead: Int] = [:]
        file.withBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
                defer { start = end + 1 }
                guard bytes[start] != UInt8(ascii: "#"), let tab = bytes.firstIndex(of: 0x09, from: start),
                    start < tab, tab < end
                else { continue }
                let first = UTF8Scalar(bytes, at: start)
                let second = start + first.length
                guard let head = Unicode.Scalar(first.value) else { continue }
                let next = second < tab ? Unicode.Scalar(UTF8Scalar(bytes, at: second).value) : nil
                let place = places[WordHead(first: head, second: next), default: lines.count]
                if place == lines.count {
                    places[WordHead(first: head, second: next)] = place
                    lines.append([])
                }
                lines[place].append(start..<end)
            }
        }
        (self.file, self.lines, self.places) = (file, lines, places)
        heads = ScalarSet(places.keys.map(\.first))
        rows = Mutex(Array(repeating: nil, count: lines.count))
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
        WordHead(text, at: index).flatMap { row(in: text, at: index, $0) }
            ?? row(in: text, at: index, WordHead(first: text[index], second: nil))
    }

    private func row(in text: [Unicode.Scalar], at index: Int, _ head: WordHead) -> (length: Int, meant: String)? {
        guard let place = places[head] else { return nil }
        let row = rows(at: place).first { row in
            text[index...].starts(with: row.written) && row.before.stands(in: text, before: index)
                && row.after.stands(in: text, behind: index + row.written.count)
        }
        return row.map { ($0.written.count, $0.meant) }
    }

    private func rows(at place: Int) -> [Row] {
        if let known = rows.withLock({ $0[place] }) { return known }
        let read = file.withBytes { bytes in lines[place].map { Row(SortedTable.columns(bytes, $0)) } }
        rows.withLock { $0[place] = read }
        return read
    }
}
