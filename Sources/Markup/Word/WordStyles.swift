/// The styles, called as Word's own are, so that Word lists them in its user's language (見出し 1) and its navigation finds them.
struct WordStyles {
    let fonts: WordFonts
    /// The size of the document's title; nil where it has a cover, or none.
    let title: Int?

    /// Of the text, and of tables, forms and notes, in half points.
    static let (textSize, smallSize) = (24, 21)
    /// Of the styles that differ from the text.
    static let sizes = [
        "Heading1": 32, "Heading2": 28, "Heading3": 26, "Title": 32, "CoverTitle": 44, "TOCHeading": 32,
        "Caption": smallSize,
        "FormText": smallSize, "FormCell": 19, "Note": smallSize, "Drawing": smallSize,
    ]

    /// - Parameter title: that of the document's title, which no heading is larger than, nor as large.
    static func size(of style: String, title: Int?) -> Int {
        let size = sizes[style] ?? textSize
        guard let title, let level = style.last?.wholeNumberValue, style.hasPrefix("Heading") else { return size }
        return max(textSize, min(size, title - level))
    }

    private func characters(_ style: String, _ fonts: String = "", isBold: Bool = false) -> String {
        let size = Self.size(of: style, title: title)
        return
            "<w:rPr>\(fonts)\(isBold ? "<w:b/><w:bCs/>" : "")<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr>"
    }

    private func paragraph(
        _ id: String, _ name: String, basedOn base: String? = "Normal", _ paragraph: String = "",
        _ characters: String = ""
    ) -> String {
        "<w:style w:type=\"paragraph\"\(base == nil ? " w:default=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
            + (base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
            + "<w:qFormat/><w:pPr>\(paragraph)</w:pPr>\(characters)</w:style>"
    }

    func xml(namespaces: String) -> String {
        let heading = fonts.heading
        let headings = (1...5).map { level in
            paragraph(
                "Heading\(level)", "heading \(level)",
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"\(level == 1 ? 480 : 280)\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level - 1)\"/>",
                characters("Heading\(level)", heading, isBold: true))
        }
        let contents = (1...3).map { level in
            paragraph(
                "TOC\(level)", "toc \(level)",
                "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(WordWriter.Paper.upright.textWidth)\"/></w:tabs><w:spacing w:before=\"60\"/><w:ind w:left=\"\((level - 1) * 480)\"/>"
            )
        }
        let border = { (side: String) in "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>" }
        let grid = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).joined()
        return
            "<w:styles \(namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\(fonts.text)<w:sz w:val=\"\(Self.textSize)\"/><w:szCs w:val=\"\(Self.textSize)\"/>"
            + "<w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:line=\"400\" w:lineRule=\"atLeast\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + paragraph(
                "Normal", "Normal", basedOn: nil, "<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>")
            // The first line begins one character in (１字下げ).
            + paragraph(
                "BodyText", "Body Text", "<w:ind w:firstLineChars=\"100\" w:firstLine=\"240\"/><w:jc w:val=\"both\"/>")
            + paragraph(
                "Title", "Title", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"160\"/><w:jc w:val=\"center\"/>",
                characters("Title", heading, isBold: true))
            + paragraph(
                "CoverTitle", "Cover Title", "<w:spacing w:before=\"4200\" w:after=\"1800\"/><w:jc w:val=\"center\"/>",
                characters("CoverTitle", heading, isBold: true))
            + paragraph(
                "FormText", "Form Text", "<w:spacing w:before=\"20\" w:line=\"340\" w:lineRule=\"atLeast\"/>",
                characters("FormText"))
            + paragraph(
                "FormCell", "Form Cell", "<w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/>", characters("FormCell"))
            + headings.joined() + contents.joined()
            + paragraph(
                "TOCHeading", "TOC Heading", "<w:keepNext/><w:spacing w:before=\"480\" w:after=\"120\"/>",
                characters("TOCHeading", heading, isBold: true))
            + paragraph(
                "Caption", "caption", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>",
                characters("Caption", heading, isBold: true))
            + paragraph(
                "Legend", "Legend", "<w:keepNext/><w:spacing w:before=\"120\" w:line=\"340\" w:lineRule=\"atLeast\"/>",
                characters("Legend", heading, isBold: true))
            + paragraph("Note", "Note", "<w:spacing w:line=\"340\" w:lineRule=\"atLeast\"/>", characters("Note"))
            + paragraph(
                "Drawing", "Drawing",
                "<w:spacing w:before=\"120\" w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/>",
                characters("Drawing", heading))
            + paragraph("Rule", "Rule", "<w:pBdr>\(border("bottom"))</w:pBdr>")
            + paragraph(
                "AfterTable", "After Table", "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>",
                "<w:rPr><w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/></w:rPr>")
            + paragraph(
                "Header", "header", "<w:jc w:val=\"right\"/>",
                "<w:rPr>\(heading)<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>")
            + paragraph("Footer", "footer", "<w:jc w:val=\"center\"/>", characters("Drawing", heading))
            + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>"
            + "<w:left w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
            + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:pPr><w:spacing w:line=\"320\" w:lineRule=\"atLeast\"/></w:pPr>"
            + "<w:rPr><w:sz w:val=\"\(Self.smallSize)\"/><w:szCs w:val=\"\(Self.smallSize)\"/></w:rPr><w:tblPr><w:tblBorders>\(grid)</w:tblBorders></w:tblPr></w:style></w:styles>"
    }
}
