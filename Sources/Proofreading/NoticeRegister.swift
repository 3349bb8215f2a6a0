import Bytes
import Diagnostics
public import Files
public import Japanese
import Tables

/// Notices and acts that papers cite, each with its number, day, issuer and title, and what it replaces.
public struct NoticeRegister: Sendable {
    public final class Entry: Sendable {
        public let number: String
        public let date: CalendarDate
        /// Empty for acts.
        public let issuer: String
        public let title: String
        /// Whether it is an act, an order or an ordinance, which are cited by their titles.
        public let isAct: Bool
        /// The number of what replaced it; nil while it is in force.
        public let successor: String?
        /// Whether a guideline on counting attendance ought to know it.
        public let isBasis: Bool
        /// A usual short name.
        public let short: String
        /// By which numbers are compared.
        let folded: String

        /// - Parameter columns: those of a line; nil where they are not whole.
        fileprivate init?(_ columns: [String]) {
            guard columns.count >= 9, let date = CalendarDate(iso: columns[1]) else { return nil }
            (number, self.date, issuer, title) = (columns[0], date, columns[2], columns[3])
            isAct = ["act", "order", "ordinance"].contains(columns[4])
            successor = columns[6].isEmpty ? nil : columns[6].split(separator: ";").last.map(String.init)
            (isBasis, short, folded) = (!columns[7].isEmpty, columns[8], NoticeRegister.folded(columns[0]))
        }
    }

    /// A handbook or guide without a number: one line of the table is one edition of it.
    public struct Guide: Sendable {
        public let title: String
        public let month: YearMonth
        public let issuer: String

        fileprivate init?(_ columns: [String]) {
            let parts = columns[1].split(separator: "-").compactMap { Int($0) }
            guard columns.count >= 5, columns[4] == "guide", parts.count == 2,
                let month = YearMonth(year: parts[0], month: parts[1])
            else { return nil }
            (title, self.month, issuer) = (columns[3], month, columns[2])
        }
    }

    public let entries: [Entry]
    /// The editions of guides, which are known by title and month.
    public let guides: [Guide]
    private let byNumber: [String: Int]

    /// - Parameter path: of lines `number date issuer title kind replaces replaced_by basis_of short source`, parted by tabs.
    public init(path: String) throws(FileError) {
        let file = try MappedFile(path: path)
        (entries, guides) = file.withBytes { bytes in
            var (entries, guides): ([Entry], [Guide]) = ([], [])
            // The first line says what the table is.
            var end = bytes.firstIndex(of: 0x0A) ?? bytes.count
            while end < bytes.count {
                let start = end + 1
                end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
                let columns = SortedTable.columns(bytes, start..<end)
                if let entry = Entry(columns) {
                    entries.append(entry)
                } else if columns.count > 1, let guide = Guide(columns) {
                    guides.append(guide)
                }
            }
            return (entries, guides)
        }
        byNumber = Dictionary(entries.enumerated().map { ($1.folded, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of a number, however wide its digits are.
    public func entry(_ number: String) -> Entry? { byNumber[Self.folded(number)].map { entries[$0] } }

    /// The entries of a title, or of its short name.
    public func entries(titled title: String) -> [Entry] {
        entries.filter { $0.title == title || !$0.short.isEmpty && $0.short == title }
    }

    /// The act whose title, or short name, a text ends with at a place; of an old one and a new one, the new.
    func act(endingAt end: Int, in text: [Unicode.Scalar]) -> Entry? {
        let before = String(scalars: text[..<end].suffix(80))
        let found = entries.filter { $0.isAct && $0.successor == nil }.compactMap { entry -> (Entry, Int)? in
            let name = [entry.title, entry.short].filter { !$0.isEmpty && before.hasSuffix($0) }.max {
                $0.count < $1.count
            }
            return name.map { (entry, $0.count) }
        }.max { $0.1 < $1.1 }
        guard let (entry, length) = found else { return nil }
        // 私立学校教育法: the end of a longer word is no title.
        let first = before.dropLast(length).unicodeScalars.last
        return first.map { $0.isKanji || $0.isKatakana } ?? false ? nil : entry
    }

    /// A title without what says that it is a notice.
    public static func title(_ text: String) -> String {
        var title = text.filter { $0 != "「" && $0 != "」" }
        for suffix in ["（通知）", "(通知)", "等の通知"] where title.hasSuffix(suffix) { title.removeLast(suffix.count) }
        return title
    }

    /// The entries of one office, or of one kind of act, whose numbers differ from one in few digits.
    public func entries(alike number: String) -> [Entry] {
        let folded = Self.folded(number)
        return entries.filter { entry in
            folded.filter { !$0.isNumber } == entry.folded.filter { !$0.isNumber }
                || NearestName.find(folded, among: [entry.folded]) != nil
        }
    }

    /// The notice whose number has two digits in another order; with one digit otherwise it is mostly another notice of the year.
    func entry(slippedAs number: String) -> Entry? {
        let folded = Array(Self.folded(number).utf8)
        return entries.first { !$0.isAct && DigitSlip(folded, for: Array($0.folded.utf8)) == .neighbours }
    }

    /// The latest entry whose title is nearly, but not quite, one.
    public func nearest(to title: String) -> Entry? {
        let letters = Array(title)
        guard letters.count >= 8 else { return nil }
        let limit = max(1, letters.count / 6)
        return entries.last { entry in
            // A letter is four bytes at the most.
            abs(entry.title.utf8.count - title.utf8.count) <= 4 * limit
                && entry.title != title && Self.difference(letters, Array(entry.title)) <= limit
                && NearestName.find(title, among: [entry.title]) != nil
        }
    }

    /// The guide whose title is nearly one, of a month and an issuer: 生徒指導要領 of 令和4年12月 for 生徒指導提要.
    public func guide(near title: String, month: YearMonth, issuer: String) -> Guide? {
        let letters = Array(title)
        return guides.first { guide in
            guide.month == month && guide.issuer == issuer && guide.title != title
                // What is added is no slip of a letter.
                && letters.count >= 5 && letters.count == guide.title.count
                && guide.title.prefix(3) == title.prefix(3) && Self.difference(letters, Array(guide.title)) <= 2
        }
    }

    /// How many letters differ in the middle of two texts that begin and end alike.
    static func difference(_ first: [Character], _ second: [Character]) -> Int {
        let head = zip(first, second).prefix { $0 == $1 }.count
        let tail = zip(first.dropFirst(head).reversed(), second.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        return max(first.count, second.count) - head - tail
    }

    /// A number without spaces and 第, its digits half-width: 元文科初第698号 and 元文科初698号 are one.
    static func folded(_ number: String) -> String {
        var text = WidthFolding.ascii(number).filter { !$0.isWhitespace && $0 != "第" && $0 != "号" }
        // 令元文科初第698号: some offices write the era, too.
        for era in ["令和", "令", "平成", "平"] where text.hasPrefix(era) && text.contains("文科") {
            text.removeFirst(era.count)
        }
        return text
    }
}
