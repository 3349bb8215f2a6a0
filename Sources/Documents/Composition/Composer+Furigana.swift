import Japanese
import Markup

extension Composer {
    /// Puts readings above the kanji of running text that the readers have not been taught.
    mutating func writeReadings(_ furigana: Furigana, _ styleSheet: (String) -> StyleSheet) {
        var known = furigana
        let count = document.elements(.ruby).count
        for ruby in document.elements(.ruby) {
            if let word = readWord(ruby) { known.add(word) }
        }
        let isJapanese = document.attribute(.lang, of: document.root)?.hasPrefix("ja") ?? true
        if isJapanese, let body = document.elements(.body).first { writeReadings(below: body, known) }
        // Lines with readings are higher: forms make up for it elsewhere.
        if document.elements(.ruby).count > count, let head = document.elements(.head).first,
            case .usable(let text) = styleSheet(Self.styleSheet)
        {
            document.append(text: [0x0A] + text, to: document.append(.style, to: head))
        }
    }

    private static let styleSheet = "style/furigana.css"

    private mutating func writeReadings(below node: MarkupDocument.NodeID, _ furigana: Furigana) {
        if let language = document.attribute(.lang, of: node), !language.hasPrefix("ja") { return }
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            let next = document.next(child)
            if let name = document.element(child) {
                if name == .ruby {
                    noteUnread(ruby: child, furigana)
                } else if !name.isTextAlone, !document.has(.screenReader, child) {
                    writeReadings(below: child, furigana)
                }
            } else {
                writeReadings(of: child, furigana)
            }
            child = next
        }
    }

    private mutating func writeReadings(of text: MarkupDocument.NodeID, _ furigana: Furigana) {
        let scalars = Array(document.text(of: text).unicodeScalars)
        let stretches = furigana.stretches(in: scalars)
        guard !stretches.isEmpty else { return }
        for stretch in stretches where stretch.reading == nil {
            unread.add(stretch.range, of: scalars, at: document.origin(text))
        }
        document.annotate(
            text, stretches.compactMap { stretch in stretch.reading.map { (scalars: stretch.range, reading: $0) } })
    }

    /// Ruby that has nothing above its kanji.
    private mutating func noteUnread(ruby: MarkupDocument.NodeID, _ furigana: Furigana) {
        guard readWord(ruby) == nil else { return }
        let base = Array(document.line(of: ruby).unicodeScalars)
        if furigana.concerns(base) { unread.add(base.indices, of: base, at: document.origin(ruby)) }
    }

    /// A word as ruby has it; nil where something has no reading.
    private func readWord(_ ruby: MarkupDocument.NodeID) -> ReadWord? {
        var parts: [ReadWord.Part] = []
        var base: [Unicode.Scalar] = []
        for child in document.children(ruby) {
            switch document.element(child) {
            case .rt:
                let reading = document.children(child).map { document.line(of: $0) }.joined()
                if reading.isEmpty || base.isEmpty { return nil }
                parts.append(ReadWord.Part(text: base, reading: reading))
                base = []
            case .rp: break
            default: base += document.line(of: child).unicodeScalars
            }
        }
        return base.isEmpty && !parts.isEmpty ? ReadWord(parts: parts) : nil
    }
}

extension ElementName {
    /// Whether what stands in it is no line of the page that may hold ruby.
    fileprivate var isTextAlone: Bool {
        switch self {
        case .textarea, .script, .style, .svg, .title, .rt, .rp: true
        default: false
        }
    }
}
