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
        if document.isJapanese, let body = document.elements(.body).first { writeReadings(below: body, known) }
        // Lines with readings are higher: forms make up for it elsewhere.
        if document.elements(.ruby).count > count, let head = document.elements(.head).first,
            case .usable(let text) = styleSheet(Self.styleSheet)
        {
            document.append(text: [0x0A] + text, to: document.append(.style, to: head))
        }
    }

    private static let styleSheet = "style/furigana.css"

    private mutating func writeReadings(below node: MarkupDocument.NodeID, _ furigana: Furigana) {
        var line: [MarkupDocument.NodeID] = []
        gather(below: node, &line, furigana)
        writeReadings(of: line, furigana)
    }

    /// Goes through what stands below a node, a line at a time: words run on through tags in it.
    private mutating func gather(
        below node: MarkupDocument.NodeID, _ line: inout [MarkupDocument.NodeID], _ furigana: Furigana
    ) {
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            let next = document.next(child)
            if let name = document.element(child) {
                let isOther = document.attribute(.lang, of: child).map { !$0.hasPrefix("ja") } ?? false
                let isLeftAlone = name.isTextAlone || isOther || document.has(.screenReader, child)
                // A blank stands between words, not in one: 令和＿年＿月＿日.
                let parts = name.partsLine || name == .ruby || name == .input || isLeftAlone
                if parts { end(&line, furigana) }
                if name == .ruby {
                    noteUnread(ruby: child, furigana)
                } else if !isLeftAlone {
                    gather(below: child, &line, furigana)
                }
                if parts { end(&line, furigana) }
            } else {
                line.append(child)
            }
            child = next
        }
    }

    private mutating func end(_ line: inout [MarkupDocument.NodeID], _ furigana: Furigana) {
        writeReadings(of: line, furigana)
        line = []
    }

    /// Puts readings above the words of a line. A word that tags divide has none: ruby would stand across them.
    private mutating func writeReadings(of line: [MarkupDocument.NodeID], _ furigana: Furigana) {
        var scalars: [Unicode.Scalar] = []
        let texts = line.map { node in
            let start = scalars.count
            scalars += document.text(of: node).unicodeScalars
            return (node: node, range: start..<scalars.count)
        }
        let stretches = furigana.stretches(in: scalars)
        guard !stretches.isEmpty else { return }
        for (node, range) in texts {
            let own = stretches.filter { range.contains($0.range.lowerBound) }
            for stretch in own where stretch.reading == nil || stretch.range.upperBound > range.upperBound {
                unread.add(
                    stretch.range, of: scalars, at: document.origin(node), isDivided: stretch.reading != nil)
            }
            document.annotate(
                node,
                own.compactMap { stretch in
                    guard let reading = stretch.reading, stretch.range.upperBound <= range.upperBound else {
                        return nil
                    }
                    let first = stretch.range.lowerBound - range.lowerBound
                    return (scalars: first..<first + stretch.range.count, reading: reading)
                })
        }
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
    var isTextAlone: Bool {
        switch self {
        case .textarea, .script, .style, .svg, .title, .rt, .rp: true
        default: false
        }
    }
}
