import Japanese
import OpenPackaging

/// The lists of a document for Word (ECMA-376-1 §17.9): Word counts their marks, and they read as they do on the page.
struct WordNumbering {
    /// A mark that Word counts: the list's number, and the level in it.
    struct Place: Equatable {
        let list: Int
        let level: Int
    }

    private struct Level {
        let marker: Marker
        let start: Int
    }

    /// By their number, less one: the levels that are used.
    private var lists: [[Level?]] = []
    /// The list that headings are counted by, and where its levels are.
    private var headings = -1
    private var counts = [Int?](repeating: nil, count: 5)

    /// A list of its own, whose first item has a number.
    mutating func addList(_ marker: Marker, from start: Int) -> Place {
        lists.append([Level(marker: marker, start: start)])
        return Place(list: lists.count, level: 0)
    }

    /// The place of a heading: in the list of those before it where Word comes to the same number, else in a new one.
    mutating func addHeading(_ marker: Marker, _ number: Int, level: Int) -> Place {
        let known = headings < 0 ? nil : lists[headings][level]
        if headings < 0 || known.map({ $0.marker != marker || (counts[level] ?? $0.start - 1) + 1 != number }) ?? false
        {
            headings = lists.count
            lists.append(Array(repeating: nil, count: counts.count))
            counts = Array(repeating: nil, count: counts.count)
        }
        if lists[headings][level] == nil { lists[headings][level] = Level(marker: marker, start: number) }
        counts[level] = number
        // Levels below begin anew.
        for lower in level + 1..<counts.count { counts[lower] = nil }
        return Place(list: headings + 1, level: level)
    }

    func write(_ xml: inout XMLWriter) {
        for (index, levels) in lists.enumerated() {
            xml.write("<w:abstractNum w:abstractNumId=\"\(index)\"><w:multiLevelType w:val=\"")
            xml.write(levels.count == 1 ? "singleLevel\"/>" : "multilevel\"/>")
            for (place, level) in levels.enumerated() {
                guard let level, let format = level.marker.wordFormat else { continue }
                xml.write("<w:lvl w:ilvl=\"\(place)\"><w:start w:val=\"\(level.start)\"/>")
                xml.write("<w:numFmt w:val=\"\(format.name)\"/><w:suff w:val=\"")
                xml.write(levels.count == 1 ? "tab" : "space")
                xml.write("\"/><w:lvlText w:val=\"")
                xml.write(escaping: level.marker.wordText(level: place))
                xml.write("\"/><w:lvlJc w:val=\"left\"/><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr></w:lvl>")
            }
            xml.write("</w:abstractNum>")
        }
        for index in lists.indices {
            xml.write("<w:num w:numId=\"\(index + 1)\"><w:abstractNumId w:val=\"\(index)\"/></w:num>")
        }
    }
}

extension Marker {
    /// Whether Word writes a number as it is written here.
    func isWord(_ number: Int) -> Bool {
        guard let format = wordFormat, !(prefix + suffix).contains("%") else { return false }
        return number >= 1 && number <= format.last
    }

    /// What Word calls the numbers (§17.18.59), and the last one that it writes alike: Ⅰ it writes as I, and ㋐ not at all.
    fileprivate var wordFormat: (name: String, last: Int)? {
        switch counter {
        case .none: ("bullet", .max)
        case .decimal: ("decimal", .max)
        case .fullwidthDecimal: ("decimalFullWidth", .max)
        case .circled: ("decimalEnclosedCircle", 20)
        case .bracketed: ("decimalEnclosedParen", 20)
        case .katakana: ("aiueoFullWidth", 46)
        case .halfwidthKatakana: ("aiueo", 46)
        case .latin: ("lowerLetter", 26)
        case .capitalLatin: ("upperLetter", 26)
        case .kanji: ("japaneseCounting", 99)
        case .roman, .smallRoman, .circledKatakana, .fullwidthLatin: nil
        }
    }

    /// The mark with the level for its number: （%2）.
    fileprivate func wordText(level: Int) -> String {
        counts ? "\(prefix)%\(level + 1)\(suffix)" : prefix
    }
}
