/// A PDF as Chromium writes it (Skia): its objects lie open in the file, only the pages' contents are compressed (ISO 32000-1 §7.3).
///
/// What is changed in it keeps its length, so that the table of objects stays true.
public struct PrintedPaper: Sendable {
    public private(set) var bytes: [UInt8]
    /// The numbers of the pages' objects, in order.
    public private(set) var pages: [Int] = []

    /// - Returns: nil where it is no PDF whose pages can be found.
    public init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.starts(with: "%PDF-".utf8), let catalog = object(holding: "/Type /Catalog"),
            let root = reference("/Pages", in: catalog)
        else { return nil }
        pages = leaves(of: root, depth: 20)
        if pages.isEmpty { return nil }
    }

    // MARK: Pages

    private func leaves(of number: Int, depth: Int) -> [Int] {
        guard depth > 0, let node = object(number) else { return [] }
        guard let kids = array("/Kids", in: node) else { return [number] }
        return kids.flatMap { leaves(of: $0, depth: depth - 1) }
    }

    /// The pages, counted from 1, on which what has an id stands, by the ids that links lead to.
    public var destinations: [String: Int] {
        guard let catalog = object(holding: "/Type /Catalog"), let number = reference("/Dests", in: catalog),
            let range = object(number)
        else { return [:] }
        let places = Dictionary(pages.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        var found: [String: Int] = [:]
        // /procedure [181 0 R /XYZ .75 841.9 0]
        for line in bytes[range].split(separator: UInt8(ascii: "\n")) {
            guard let slash = line.firstIndex(of: UInt8(ascii: "/")),
                let bracket = line[slash...].firstIndex(of: UInt8(ascii: "[")),
                let page = Self.number(line[(bracket + 1)...]), let place = places[page]
            else { continue }
            found[Self.name(line[(slash + 1)..<bracket])] = place
        }
        return found
    }

    // MARK: Mending

    /// Sets the days on which it was made: the same pages give the same bytes.
    /// - Parameter day: `20250301`.
    public mutating func date(_ day: String) {
        let date = Array("\(day)000000+00'00'".utf8)
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            guard let place = bytes.first(of: key, in: 0...),
                let end = bytes[place...].firstIndex(of: UInt8(ascii: ")")),
                case let range = place + key.utf8.count..<end, range.count == date.count
            else { continue }
            bytes.replaceSubrange(range, with: date)
        }
    }

    /// Says each heading once: of one that was laid out anew on the next page Chromium's bookmark has it twice, or its first line before it.
    /// - Parameter heading: the heading that a text is of; nil where it is none's.
    public mutating func mendBookmarks(_ heading: (String) -> String?) {
        var place = 0
        while let start = bytes.first(of: "<</Title <FEFF", in: place...) {
            let hex = start + "<</Title <".utf8.count
            guard let end = bytes[hex...].firstIndex(of: UInt8(ascii: ">")) else { return }
            place = end
            guard let title = Self.text(bytes[hex..<end]), let once = heading(title), once != title else { continue }
            let written = Array(Self.hexadecimal(once).utf8) + [UInt8(ascii: ">")]
            guard written.count <= end + 1 - hex else { continue }
            bytes.replaceSubrange(
                hex...end, with: written + [UInt8](repeating: UInt8(ascii: " "), count: end + 1 - hex - written.count))
        }
    }

    // MARK: Objects

    /// The bytes of an object by its number.
    private func object(_ number: Int) -> Range<Int>? {
        let head = "\n\(number) 0 obj\n"
        return bytes.first(of: head, in: 0...).flatMap { extent(from: $0 + head.utf8.count) }
    }

    /// The bytes of the last object that holds a text: a dictionary of that type.
    private func object(holding text: String) -> Range<Int>? {
        var found: Int?
        var place = 0
        while let next = bytes.first(of: text, in: place...) { (found, place) = (next, next + 1) }
        return found.flatMap { extent(from: $0) }
    }

    private func extent(from start: Int) -> Range<Int>? {
        bytes.first(of: "endobj", in: start...).map { start..<$0 }
    }

    private func reference(_ key: String, in range: Range<Int>) -> Int? {
        bytes.first(of: key + " ", in: range).flatMap {
            Self.number(bytes[($0 + key.utf8.count + 1)..<range.upperBound])
        }
    }

    /// The references in an array: `/Kids [2 0 R 31 0 R]`.
    private func array(_ key: String, in range: Range<Int>) -> [Int]? {
        guard let place = bytes.first(of: key + " [", in: range),
            let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let words = bytes[(place + key.utf8.count + 2)..<end].split { $0 == 0x20 || $0 == 0x0A }
        return stride(from: 0, to: words.count, by: 3).compactMap { Self.number(words[$0]) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }

    /// A name without its escapes: `#E3` (ISO 32000-1 §7.3.5).
    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        var name: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex, bytes[place] != 0x20 {
            if bytes[place] == UInt8(ascii: "#"), place + 2 < bytes.endIndex,
                let byte = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
            {
                name.append(byte)
                place += 3
            } else {
                name.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// A text string in UTF-16BE with its byte order mark, in hexadecimal (ISO 32000-1 §7.9.2.2).
    private static func text(_ hex: ArraySlice<UInt8>) -> String? {
        let digits = Array(hex)
        guard digits.count.isMultiple(of: 4) else { return nil }
        let units = stride(from: 4, to: digits.count, by: 4).map {
            UInt16(String(decoding: digits[$0..<$0 + 4], as: UTF8.self), radix: 16) ?? 0xFFFD
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func hexadecimal(_ text: String) -> String {
        ([0xFEFF] + Array(text.utf16)).map { unit in
            let digits = String(unit, radix: 16, uppercase: true)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
