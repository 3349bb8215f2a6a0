import Japanese
import OpenPackaging

/// Forms: labels under one another, lines to write on, content controls.
extension WordWriter {
    /// A row of a form: a label, and behind it what belongs there.
    struct FormRow {
        /// What stands in the column of labels; nil where it is wider than that, or where there is none.
        let label: MarkupDocument.NodeID?
        /// The blank that takes the rest of the line.
        let wide: MarkupDocument.NodeID?
        /// Whether it is nothing but a line to write on.
        var isLineAlone = false
    }

    /// The width of the column of labels, ten characters, and of a blank that takes the rest of its line.
    private static let (labelWidth, wideSize) = (10 * WordStyles.smallSize * 10, 30)
    private static let (rowClass, labelClass) = ([Array("form-row".utf8)], [Array("form-label".utf8)])

    /// Whether it is one line with something to write on, or with the label of what is written there.
    func isFormLine(_ node: MarkupDocument.NodeID) -> Bool {
        let isLine = document.children(node).allSatisfy { child in
            switch document.element(child) {
            case nil: true
            case .textarea: document.attribute(.rows, of: child) == "1"
            case let name?: name.isInline
            }
        }
        return isLine && (isRow(node) || document.descendants(of: node).contains { document.element($0) == .input })
    }

    private func isRow(_ node: MarkupDocument.NodeID) -> Bool {
        document.attribute(.class, of: node, isOneOf: Self.rowClass) ?? false
    }

    mutating func writeFormLine(_ node: MarkupDocument.NodeID, _ place: Place) {
        let parts = document.children(node).filter { document.element($0) != nil }
        let label = parts.first.flatMap { first in
            let isLabel =
                document.element(first) == .label
                || document.attribute(.class, of: first, isOneOf: Self.labelClass) ?? false
            let text = document.text(of: first)
            let columns = DisplayWidth().columns(text)
            return isLabel && isRow(node) && text.hasSuffix("　")
                && columns * WordStyles.smallSize * 5 <= Self.labelWidth ? first : nil
        }
        let last = parts.last.flatMap { last in
            document.element(last) == .input
                && (document.attribute(.size, of: last).flatMap { Int($0) } ?? 0) >= Self.wideSize
                ? last : nil
        }
        row = FormRow(label: label, wide: last)
        isRowAligned = false
        writeParagraph(of: node, style: nil, place)
        row = nil
    }

    /// The stops of a row: where its values begin, and the margin, with a line up to it.
    func rowStops(_ place: Place) -> String {
        let value = row?.label == nil ? "" : "<w:tab w:val=\"left\" w:pos=\"\(place.indent + Self.labelWidth)\"/>"
        // A line to write on is seven millimetres high; one by itself eight, of which LibreOffice takes what stands before.
        let spacing =
            row?.isLineAlone == true
            ? "w:before=\"200\" w:line=\"254\" w:lineRule=\"exact\""
            : "w:before=\"20\" w:line=\"400\" w:lineRule=\"atLeast\""
        return "<w:tabs>\(value)<w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"\(place.width)\"/></w:tabs>"
            + (place.isCell ? "" : "<w:spacing \(spacing)/>")
    }

    /// A label, in place of the space behind it a tab.
    mutating func writeRowLabel(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        isInRowLabel = true
        writeRuns(Array(document.children(node)), style)
        isInRowLabel = false
        writeTab()
        isRowAligned = true
    }

    private mutating func writeBlankLine(_ place: Place) {
        row = FormRow(label: nil, wide: nil, isLineAlone: true)
        beginParagraph(nil, place)
        writeTab()
        body.write("</w:p>")
        row = nil
    }

    mutating func writeInput(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        switch document.attribute(.type, of: node) ?? "text" {
        case "hidden": break
        case "checkbox", "radio":
            writeSpace(style)
            let isChecked = document.attribute(.checked, of: node) != nil
            body.write(
                "<w:sdt><w:sdtPr><w:id w:val=\"\(nextControl())\"/><w14:checkbox><w14:checked w14:val=\"\(isChecked ? 1 : 0)\"/>"
            )
            body.write(
                "<w14:checkedState w14:val=\"2611\"/><w14:uncheckedState w14:val=\"25A1\"/></w14:checkbox></w:sdtPr><w:sdtContent>"
            )
            writeRun(isChecked ? "☑" : "□", style)
            body.write("</w:sdtContent></w:sdt>")
        default:
            let size = min(document.attribute(.size, of: node).flatMap { Int($0) } ?? 20, 60)
            let blank: Blank = row?.wide == node && isRowAligned ? .toMargin : .letters(size / 2)
            writeControl(node, text: document.attribute(.value, of: node) ?? "", blank, style)
        }
    }

    /// An answer of one line that stands behind its label.
    mutating func writeAnswer(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        writeControl(node, text: document.text(of: node), isRowAligned ? .toMargin : .letters(34), style)
    }

    /// A paragraph for each line that is written, or that there is to write on.
    mutating func writeTextArea(_ node: MarkupDocument.NodeID, _ place: Place) {
        body.write("<w:sdt><w:sdtPr>")
        writeName(of: node)
        body.write("<w:id w:val=\"\(nextControl())\"/></w:sdtPr><w:sdtContent>")
        let text = document.text(of: node)
        let rows = min(max(document.attribute(.rows, of: node).flatMap { Int($0) } ?? 1, 1), 40)
        // A cell is a blank by itself, and needs no more than a place to click on.
        let isInCell = document.element(document.parent(node)) == .td
        if text.isEmpty {
            for _ in 0..<rows { isInCell ? writeParagraph("　　　　", place) : writeBlankLine(place) }
        } else {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                writeParagraph(String(line), place)
            }
        }
        body.write("</w:sdtContent></w:sdt>")
    }

    private enum Blank {
        case letters(Int)
        /// A line to the right margin.
        case toMargin
    }

    /// A place that can be typed into: what is written there, or a line to write on.
    private mutating func writeControl(
        _ node: MarkupDocument.NodeID, text: String, _ blank: Blank, _ style: RunStyle
    ) {
        writeSpace(style)
        body.write("<w:sdt><w:sdtPr>")
        writeName(of: node)
        body.write(
            "<w:id w:val=\"\(nextControl())\"/>\(text.isEmpty ? "<w:showingPlcHdr/>" : "")<w:text/></w:sdtPr><w:sdtContent>"
        )
        switch blank {
        case _ where !text.isEmpty: writeRun(text, style)
        case .letters(let count): writeRun(String(repeating: "＿", count: max(count, 1)), style)
        case .toMargin: writeTab()
        }
        body.write("</w:sdtContent></w:sdt>")
    }

    private mutating func writeTab() {
        body.write("<w:r><w:tab/></w:r>")
        (pendingSpace, isLineStart) = (false, false)
    }

    private mutating func writeName(of node: MarkupDocument.NodeID) {
        guard let name = document.attribute(.ariaLabel, of: node) ?? label(of: node) else { return }
        body.write("<w:alias w:val=\"")
        body.write(escaping: name)
        body.write("\"/>")
    }

    private func label(of node: MarkupDocument.NodeID) -> String? {
        guard let id = document.attribute(.id, of: node) else { return nil }
        return document.elements(.label).first { document.attribute(.for, of: $0) == id }.map { document.line(of: $0) }
    }
}
