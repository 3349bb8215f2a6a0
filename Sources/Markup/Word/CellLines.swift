import Japanese

/// Where a line is to end in a narrow cell, or in the title of a table, before what no line parts: the number of an address, a date, a figure with its unit.
///
/// Word and LibreOffice part full-width digits like kanji, and a number from what counts it. Letters that are as wide as they are high make
/// lines that can be foreseen; where a font makes others, a line ends early and no more.
struct CellLines {
    private let document: MarkupDocument
    private let letter: Int
    private let room: Int
    /// How far the line has come, and whether it is one that the writer's program has begun.
    private var place = 0
    private var isBroken = false
    /// Whether the letter before is as narrow as Latin ones are; nil where none or a space stands before.
    private var wasNarrow: Bool?
    private var breaks: Set<MarkupDocument.NodeID> = []

    /// The elements of a cell or a caption that begin a line.
    /// - Parameters:
    ///   - letter: how wide a kanji is, in twips.
    ///   - room: how wide a line is.
    static func breaks(
        in cell: MarkupDocument.NodeID, of document: MarkupDocument, letter: Int, room: Int
    ) -> Set<MarkupDocument.NodeID> {
        var lines = CellLines(document: document, letter: letter, room: room)
        for child in document.children(cell) { lines.pass(child) }
        return lines.breaks
    }

    private init(document: MarkupDocument, letter: Int, room: Int) {
        (self.document, self.letter, self.room) = (document, letter, room)
    }

    private mutating func pass(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node) else {
            for width in widths(of: document.line(of: node)) { pass(width) }
            noteEnd(of: node)
            return
        }
        if document.has(.screenOnly, node) || name == .rt || name == .rp { return }
        if name == .br || !name.isInline { begin() }
        if document.isUnbroken(node) {
            let width = widths(of: document.line(of: node)).reduce(0, +)
            // Brackets and stops may have taken a letter along to a line that was begun.
            let slack = isBroken ? letter : 0
            if width <= room, place > 0, place + width + slack > room {
                breaks.insert(node)
                begin()
            }
            place += width
            noteEnd(of: node)
        } else {
            for child in document.children(node) { pass(child) }
        }
        if !name.isInline { begin() }
    }

    private mutating func begin() { (place, isBroken, wasNarrow) = (0, false, nil) }

    private mutating func pass(_ width: Int) {
        if place + width > room { (place, isBroken) = (0, true) }
        place += width
    }

    private mutating func noteEnd(of node: MarkupDocument.NodeID) {
        if let last = document.text(of: node).unicodeScalars.last { wasNarrow = Self.isNarrow(last) }
    }

    private static func isNarrow(_ letter: Unicode.Scalar) -> Bool? {
        letter.value <= 0x20 ? nil : DisplayWidth().columns(scalar: letter.value) == 1
    }

    /// Of letters as wide as in wide fonts, with the quarter of one that Word leaves between Latin and Japanese ones.
    private func widths(of text: String) -> [Int] {
        var last = wasNarrow
        return text.unicodeScalars.map { scalar in
            guard let isNarrow = Self.isNarrow(scalar) else {
                last = nil
                return letter / 3
            }
            guard DisplayWidth().columns(scalar: scalar.value) > 0 else { return 0 }
            defer { last = isNarrow }
            return (isNarrow ? letter * 5 / 8 : letter) + (last ?? isNarrow == isNarrow ? 0 : letter / 4)
        }
    }
}

extension MarkupDocument {
    private static let unbroken = ["digits", "unbroken", "unbroken lot"].map { Array($0.utf8) }

    /// Whether no line is to part it, which Word would: Latin letters it keeps together by itself.
    func isUnbroken(_ node: NodeID) -> Bool {
        (element(node) == .time || attribute(.class, of: node, isOneOf: Self.unbroken) ?? false)
            && bytes(of: node).contains { $0 >= 0x80 }
    }
}
