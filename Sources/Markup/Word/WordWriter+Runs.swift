import OpenPackaging

/// What stands in lines.
extension WordWriter {
    struct RunStyle {
        var isBold = false
        var isUnderlined = false
        var isStruck = false
        /// In half points, and whether that is another than its paragraph's.
        var size = WordStyles.textSize
        var isOwnSize = false
        /// Whether it is the number of an address, whose hyphens end no line.
        var isLot = false

        var properties: String {
            let marks = [
                isBold ? "<w:b/><w:bCs/>" : "", isStruck ? "<w:strike/>" : "",
                isOwnSize ? "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" : "",
                isUnderlined ? "<w:u w:val=\"single\"/>" : "",
            ].joined()
            return marks.isEmpty ? "" : "<w:rPr>\(marks)</w:rPr>"
        }
    }

    mutating func writeRuns(_ nodes: [MarkupDocument.NodeID], _ style: RunStyle) {
        for node in nodes { writeRun(node, style) }
    }

    private mutating func writeRun(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        guard let name = document.element(node) else { return writeText(document.text(of: node), style) }
        if document.has(.screenOnly, node) { return }
        noteBookmark(of: node)
        if name != .rt { writePendingBookmarks() }
        if cellBreaks.contains(node) { writeLineBreak() }
        var style = style
        let children = Array(document.children(node))
        switch name {
        case .br: writeLineBreak()
        case .wbr: writeBreakPlace(node, style)
        case .rt, .rp, .script, .style: break
        case .em, .strong, .th:
            style.isBold = true
            writeRuns(children, style)
        case .small:
            (style.isOwnSize, style.size) = (true, min(style.size, WordStyles.smallSize))
            writeRuns(children, style)
        case .ins:
            style.isUnderlined = true
            writeRuns(children, style)
        case .del:
            style.isStruck = true
            writeRuns(children, style)
        case .a: writeLink(node, style)
        case .span where document.has(.paged, node):
            // Each with its own page: Word cannot see that two are the same.
            for child in children {
                writeRun(child, style)
                if let target = document.attribute(.href, of: child) {
                    writePageNumber(of: String(target.dropFirst()), of: node, style)
                }
            }
        case .span where document.attribute(.class, of: node, isOneOf: [Array("unbroken lot".utf8)]) == true:
            style.isLot = true
            writeRuns(children, style)
        case .ruby: writeRuby(node, style)
        case .input: writeInput(node, style)
        case .textarea: writeAnswer(node, style)
        case _ where row?.label == node: writeRowLabel(node, style)
        default: writeRuns(children, style)
        }
    }

    private mutating func writeLineBreak() {
        body.write("<w:r><w:br/></w:r>")
        (pendingSpace, isLineStart) = (false, true)
    }

    /// Text whose runs of white space become one space, none at the beginning of a line.
    private mutating func writeText(_ text: String, _ style: RunStyle) {
        var folded = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 {
                pendingSpace = true
            } else {
                if pendingSpace, !isLineStart { folded += " " }
                (pendingSpace, isLineStart) = (false, false)
                folded.unicodeScalars.append(scalar)
            }
        }
        // A tab stands for it.
        if isInRowLabel, folded.hasSuffix("　") { folded.removeLast() }
        if !folded.isEmpty { writeRun(folded, style) }
    }

    /// The space that has been read before what is no text.
    mutating func writeSpace(_ style: RunStyle) {
        if pendingSpace, !isLineStart { writeRun(" ", style) }
        pendingSpace = false
    }

    mutating func writeRun(_ text: String, _ style: RunStyle) {
        body.write("<w:r>\(style.properties)")
        let parts = style.isLot ? text.split(separator: "-", omittingEmptySubsequences: false).map(String.init) : [text]
        for (index, part) in parts.enumerated() {
            if index > 0 { body.write("<w:noBreakHyphen/>") }
            guard !part.isEmpty || parts.count == 1 else { continue }
            body.write("<w:t xml:space=\"preserve\">")
            body.write(escaping: part)
            body.write("</w:t>")
        }
        body.write("</w:r>")
        isLineStart = false
    }

    /// Word breaks a long address anywhere where its column is narrow: U+200B says where it may.
    private mutating func writeBreakPlace(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        var place = document.parent(node)
        while place != MarkupDocument.none {
            if document.element(place) == .td { return writeRun("\u{200B}", style) }
            place = document.parent(place)
        }
    }

    /// Kanji with their reading above them.
    private mutating func writeRuby(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        writeSpace(style)
        var base = ""
        for child in document.children(node) {
            switch document.element(child) {
            case .rt:
                // Half as large as what it is the reading of, and above it.
                let small = style.size / 2
                body.write("<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val=\"distributeSpace\"/><w:hps w:val=\"\(small)\"/>")
                body.write("<w:hpsRaise w:val=\"\(style.size - 2)\"/><w:hpsBaseText w:val=\"\(style.size)\"/>")
                body.write("<w:lid w:val=\"ja-JP\"/></w:rubyPr><w:rt>")
                body.write("<w:r><w:rPr><w:sz w:val=\"\(small)\"/><w:szCs w:val=\"\(small)\"/></w:rPr><w:t>")
                body.write(escaping: document.children(child).map { document.text(of: $0) }.joined())
                body.write("</w:t></w:r>")
                body.write("</w:rt><w:rubyBase>")
                writeRun(base, style)
                body.write("</w:rubyBase></w:ruby></w:r>")
                base = ""
            case .rp: break
            default: base += document.text(of: child)
            }
        }
        if !base.isEmpty { writeRun(base, style) }
    }
}
