/// Days and hours as lists write them, read for data sets that want them plain.
///
/// What stands in brackets is a remark; a text that says more than days or one span of hours is left unread.
public enum OpeningTimes {
    /// The days of a week, in their order: 月火水木金 for 月曜日から金曜日まで or 平日.
    public static func weekdays(_ text: String) -> String? {
        var reader = Reader(text)
        var days: Set<Int> = []
        repeat {
            if reader.skip("平日") {
                days.formUnion(0..<5)
            } else if reader.skip("毎日") {
                days.formUnion(0..<7)
            } else {
                _ = reader.skip("毎週")
                guard let first = reader.day() else { return nil }
                guard reader.skip(oneOf: Reader.ranges) else {
                    days.insert(first)
                    continue
                }
                guard let last = reader.day(), first < last else { return nil }
                days.formUnion(first...last)
                _ = reader.skip("まで")
            }
        } while reader.skip(oneOf: ["、", "・", ",", "及び", "と", "/"]) || reader.isDay
        return reader.isAtEnd ? String(days.sorted().map { Reader.week[$0] }) : nil
    }

    /// The hours from and until which it is open: 09:30 and 15:00 for 午前９時半から午後３時まで.
    public static func hours(_ text: String) -> (from: String, to: String)? {
        var reader = Reader(text)
        guard let from = reader.time(), reader.skip(oneOf: Reader.ranges), let to = reader.time() else { return nil }
        _ = reader.skip("まで")
        guard reader.isAtEnd, from < to else { return nil }
        return (clock(from), clock(to))
    }

    private static func clock(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }

    private struct Reader {
        static let week = Array("月火水木金土日")
        static let ranges = ["から", "~", "～", "〜", "-", "－", "―"]

        private var rest: Substring

        init(_ text: String) {
            var (plain, depth) = ("", 0)
            for character in WidthFolding.ascii(text) where !character.isWhitespace {
                if "（(".contains(character) { depth += 1 }
                if depth == 0 { plain.append(character) }
                if "）)".contains(character) { depth -= 1 }
            }
            rest = plain[...]
        }

        var isAtEnd: Bool { rest.isEmpty }
        var isDay: Bool { rest.first.map { Self.week.contains($0) } ?? false }

        mutating func skip(_ word: String) -> Bool {
            guard rest.hasPrefix(word) else { return false }
            rest = rest.dropFirst(word.count)
            return true
        }

        mutating func skip(oneOf words: [String]) -> Bool { words.contains { skip($0) } }

        mutating func day() -> Int? {
            guard let day = rest.first.flatMap({ Self.week.firstIndex(of: $0) }) else { return nil }
            rest = rest.dropFirst()
            _ = skip("曜日") || skip("曜")
            return day
        }

        /// Minutes since midnight.
        mutating func time() -> Int? {
            let isMorning = skip("午前")
            let isAfternoon = !isMorning && skip("午後")
            guard let hour = number(), hour <= (isMorning || isAfternoon ? 12 : 24) else { return nil }
            var minute = 0
            if skip(":") {
                guard let number = number() else { return nil }
                minute = number
            } else if skip("時") {
                if skip("半") {
                    minute = 30
                } else if let number = number() {
                    guard skip("分") else { return nil }
                    minute = number
                }
            } else {
                return nil
            }
            guard minute < 60 else { return nil }
            return (isAfternoon && hour < 12 ? hour + 12 : hour) * 60 + minute
        }

        private mutating func number() -> Int? {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard (1...2).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            return Int(digits)
        }
    }
}
