/// The numbers of an address, which are not parted by the end of a line: 9-10-2F, 3丁目1番7号, 312番地の5, 5階.
public enum AddressNumbers {
    private static let units = [
        "丁目", "番地", "番", "号室", "号棟", "号館", "号", "条", "線", "階", "F", "Ｆ", "棟",
    ].map { Array($0.utf8) }
    private static let chome = [Array("丁目".utf8)]
    private static let jo = [Array("条".utf8)]

    /// What stands between two numbers of one address.
    private static let joints = ["-", "－", "−", "‐", "–", "ー", "の", "ノ", "之"].map { Array($0.utf8) }

    /// What stands before the number of a block: 北1条西3丁目.
    private static let directions = ["東", "西", "南", "北"].map { Array($0.utf8) }

    private static let kanjiDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"].map { Array($0.utf8) }

    /// - Returns: where they stand; a number by itself has no place to be parted at.
    public static func find(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = text.startIndex
        while place < text.endIndex {
            if let end = run(from: place, in: text) {
                found.append(place..<end)
                place = end
            } else if let end = number(at: place, in: text) ?? kanjiDigits(at: place, in: text) {
                // None of the places in it begins a run, either.
                place = end
            } else {
                // To the next character.
                repeat { place += 1 } while place < text.endIndex && text[place] & 0xC0 == 0x80
            }
        }
        return found
    }

    /// The end of numbers with their units that begin at a place; nil where there are none, or one digit run alone.
    private static func run(from start: Int, in text: ArraySlice<UInt8>) -> Int? {
        var end: Int?
        var place = start
        var isRun = false
        while true {
            var next = place
            var isJoined = false
            if let behind = match(directions, at: place, in: text) {
                // At the start, it may be a town's: 湘南1丁目.
                guard end != nil || number(at: behind, in: text).flatMap({ match(jo, at: $0, in: text) }) != nil
                else { break }
                next = behind
            } else if end != nil, let behind = match(joints, at: place, in: text) {
                (next, isJoined) = (behind, true)
            }
            guard let behind = number(at: next, in: text) ?? kanjiNumber(at: next, in: text) else { break }
            place = behind
            if isJoined { isRun = true }
            while let unit = match(units, at: place, in: text) {
                place = unit
                isRun = true
            }
            end = place
        }
        return isRun ? end : nil
    }

    /// The end of digits of either width.
    private static func number(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
        var place = start
        while place < text.endIndex {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place]) {
                place += 1
            } else if text[place...].starts(with: [0xEF, 0xBC]), place + 2 < text.endIndex,
                (0x90...0x99).contains(text[place + 2])
            {
                place += 3
            } else {
                break
            }
        }
        return place > start ? place : nil
    }

    /// The end of a number in kanji, where it is one of a block: 三丁目. Towns are called by such, too: 三条, 一番町.
    private static func kanjiNumber(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
        kanjiDigits(at: start, in: text).flatMap { match(chome, at: $0, in: text) == nil ? nil : $0 }
    }

    private static func kanjiDigits(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
        var place = start
        while let behind = match(kanjiDigits, at: place, in: text) { place = behind }
        return place > start ? place : nil
    }

    private static func match(_ words: [[UInt8]], at place: Int, in text: ArraySlice<UInt8>) -> Int? {
        guard place < text.endIndex else { return nil }
        return words.first { text[place...].starts(with: $0) }.map { place + $0.count }
    }
}
