import Bytes
import Japanese

/// An address as it is compared: 兵庫県宝塚市寿町9番10号2階 and 宝塚市寿町9-10 2F are one.
struct ComparedAddress: Sendable {
    /// The prefecture, where it is given.
    let prefecture: String?
    /// Names and numbers in turn, without the prefecture and the county; a floor is a number and F.
    let parts: [String]
    /// How many of the parts are the town with the numbers of its block and house.
    private let housed: Int

    init(_ address: String) {
        let town = Self.withoutIsland(Self.withoutStreets(address))
        let written = town.replacing("地下", with: "B").replacing("#", with: " ").replacing("小字", with: "字")
        let folded = FoldedAddress(Self.romanFolded(written))
        let text = folded.scalars
        let head = String(scalars: text.prefix(4))
        prefecture = Prefecture.names.first { head.hasPrefix($0) }
        var (parts, housed) = ([String](), Int?.none)
        var index = Self.start(text, prefecture)
        while index < text.count {
            if text[index].isArabicDigit {
                var end = index + 1
                while end < text.count, text[end].isArabicDigit, !folded.hasGap(before: end) { end += 1 }
                let mark = Self.marks.first { text[end...].starts(with: $0.unicodeScalars) }
                let isFloor = mark == "階" || mark == "F"
                // 3号室 and 2号館 are of the building.
                if isFloor || mark.map({ Self.rooms.contains($0) }) ?? false { housed = housed ?? parts.count }
                var number = String(scalars: text[index..<end]) + (isFloor ? "F" : "")
                if parts.last == "B" { number = parts.removeLast() + number }
                parts.append(number)
                let isRoom = mark.map { Self.rooms.contains($0) } ?? false
                index = end + (isRoom ? 0 : mark?.unicodeScalars.count ?? 0)
                // 2丁目7の41
                if mark == nil, index + 1 < text.count, text[index] == "ノ", text[index + 1].isArabicDigit { index += 1 }
            } else {
                var end = index
                while end < text.count, !text[end].isArabicDigit { end += 1 }
                let name = text[index..<end].filter { !["-", ",", "、", "(", ")", " "].contains($0) }
                // What stands behind the numbers is the building.
                if !name.isEmpty {
                    if parts.count > 1, parts.last?.first?.isNumber ?? false { housed = housed ?? parts.count }
                    parts.append(String(scalars: name))
                }
                index = end
            }
        }
        self.parts = parts
        self.housed = housed ?? parts.count
    }

    private static let rooms = ["号室", "号館", "号棟"]
    private static let marks = ["丁目", "地割"] + rooms + ["番", "号", "-", "階", "F"]

    /// Of Kyoto the town alone: the streets at which it lies (寺町通御池上る) are left out by some.
    private static func withoutStreets(_ address: String) -> String {
        guard let city = address.firstRange(of: "京都市"),
            let ward = address[city.upperBound...].firstIndex(of: "区").map({ address.index(after: $0) })
        else { return address }
        let turns = ["上る", "上ル", "下る", "下ル", "東入る", "東入ル", "西入る", "西入ル", "東入", "西入"]
        let ends = turns.compactMap { address[ward...].ranges(of: $0).last?.upperBound }
        guard let end = ends.max(), case var rest = address[end...].drop(while: \.isWhitespace) else { return address }
        // 大和大路通四条下る4丁目小松町
        if let block = rest.firstRange(of: "丁目"), rest[..<block.lowerBound].allSatisfy({ $0.isNumber }) {
            rest = rest[block.upperBound...]
        }
        guard let first = rest.first, !first.isNumber else { return address }
        return String(address[..<ward] + rest)
    }

    /// The islands of Tokyo, before their towns or in place of them: 八丈島八丈町, 八丈島大賀郷.
    private static let islands = [
        ("八丈島", "八丈町"), ("三宅島", "三宅村"), ("伊豆大島", "大島町"), ("小笠原諸島", "小笠原村"), ("御蔵島", "御蔵島村"), ("神津島", "神津島村"),
        ("青ヶ島", "青ヶ島村"), ("青ケ島", "青ケ島村"), ("新島", "新島村"), ("利島", "利島村"),
    ]

    private static func withoutIsland(_ address: String) -> String {
        let prefecture = "東京都"
        let (head, rest) =
            address.hasPrefix(prefecture) ? (prefecture, address.dropFirst(prefecture.count)) : ("", address[...])
        guard let (island, town) = islands.first(where: { rest.hasPrefix($0.0) }), !rest.hasPrefix(town) else {
            return address
        }
        let behind = rest.dropFirst(island.count)
        return head + (behind.hasPrefix(town) ? "" : town) + behind
    }

    /// Roman numerals as letters: ビルⅡ is ビルII.
    private static func romanFolded(_ text: String) -> String {
        let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
        return numerals.enumerated().reduce(text) { text, numeral in
            Unicode.Scalar(0x2160 + UInt32(numeral.offset)).map {
                text.replacing(bytesOf: String($0), with: numeral.element + " ")
            } ?? text
        }
    }

    /// The town with at most two numbers: 丁目 and 番, or 番 and 号; empty where no number says where in the town.
    var block: String {
        let numbers = parts.prefix(housed)
        return numbers.count < 2 ? "" : numbers.prefix(3).joined(separator: " ")
    }

    /// All of it; empty where nothing is given.
    var whole: String { parts.joined(separator: " ") }

    /// Whether two may be one; either may leave out the building.
    func isSame(as other: ComparedAddress) -> Bool {
        if let prefecture, let theirs = other.prefecture, prefecture != theirs { return false }
        let (short, long) = parts.count <= other.parts.count ? (self, other) : (other, self)
        if Self.plain(long.parts).starts(with: Self.plain(short.parts)) {
            return short.parts.count == long.parts.count || short.parts.count >= min(long.housed, 4)
        }
        // 2-7-41-301 is 2-7-41 野間ビル301号室.
        let numbers = { (parts: [String]) in Self.plain(parts.filter { $0.contains(where: \.isNumber) }) }
        return short.parts.first == long.parts.first && numbers(short.parts) == numbers(long.parts)
            && numbers(long.parts).count >= 2 && !zip(building, other.building).contains { Self.areSeveral($0, $1) }
    }

    /// What stands behind the numbers of the house, without numbers of its own.
    private var building: [String] { parts.dropFirst(housed).filter { !$0.contains(where: \.isNumber) } }

    /// Whether two names of buildings differ in what tells several of one place apart: A棟 and B棟, 東館 and 西館.
    private static func areSeveral(_ one: String, _ other: String) -> Bool {
        let differing = zip(one, other).filter { $0 != $1 }
        return one.count == other.count && differing.count == 1
            && [differing[0].0, differing[0].1].allSatisfy { "東西南北上下左右前後新旧本別甲乙丙ABCDEFGH".contains($0) }
    }

    /// Without the marks of floors: 9-10-2 is 9-10 2F.
    private static func plain(_ parts: [String]) -> [String] {
        parts.map { $0.contains(where: \.isNumber) && $0.hasSuffix("F") ? String($0.dropLast()) : $0 }
    }

    /// Where the municipality begins: the prefecture, and the county, are left out by some.
    private static func start(_ text: [Unicode.Scalar], _ prefecture: String?) -> Int {
        let start = prefecture?.unicodeScalars.count ?? 0
        guard let county = text.dropFirst(start).prefix(6).firstIndex(of: "郡"), county > start else { return start }
        return county + 1
    }
}
