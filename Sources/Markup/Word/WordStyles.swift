/// The styles, called as Word's own are, so that Word lists them in its user's language (見出し 1) and its navigation finds them.
enum WordStyles {
    /// The font of the text and that of headings, which come with Word, and which LibreOffice has others for.
    private static let text = fonts("游明朝", latin: "Times New Roman")
    private static let heading = fonts("游ゴシック", latin: "Arial")

    private static func fonts(_ japanese: String, latin: String) -> String {
        "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(japanese)\" w:cs=\"\(latin)\"/>"
    }

    /// - Parameter size: in half points.
    private static func characters(_ fonts: String = "", size: Int, isBold: Bool = false) -> String {
        "<w:rPr>\(fonts)\(isBold ? "<w:b/><w:bCs/>" : "")<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr>"
    }

    private static func paragraph(
        _ id: String, _ name: String, basedOn base: String? = "Normal", _ paragraph: String = "",
        _ characters: String = ""
    ) -> String {
        "<w:style w:type=\"paragraph\"\(base == nil ? " w:default=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
            + (base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
            + "<w:qFormat/><w:pPr>\(paragraph)</w:pPr>\(characters)</w:style>"
    }

    static func xml(namespaces: String) -> String {
        let sizes = [32, 28, 26, 24, 24]
        let headings = (1...5).map { level in
            paragraph(
                "Heading\(level)", "heading \(level)",
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"\(level == 1 ? 480 : 280)\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level - 1)\"/>",
                characters(heading, size: sizes[level - 1], isBold: true))
        }
        let contents = (1...3).map { level in
            paragraph(
                "TOC\(level)", "toc \(level)",
                "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(WordWriter.textWidth)\"/></w:tabs><w:spacing w:before=\"60\"/><w:ind w:left=\"\((level - 1) * 480)\"/>"
            )
        }
        let border = { (side: String) in "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>" }
        let grid = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).joined()
        return
            "<w:styles \(namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\(text)<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
            + "<w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:line=\"340\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + paragraph(
                "Normal", "Normal", basedOn: nil, "<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>")
            // The first line begins one character in (１字下げ).
            + paragraph(
                "BodyText", "Body Text", "<w:ind w:firstLineChars=\"100\" w:firstLine=\"240\"/><w:jc w:val=\"both\"/>")
            + paragraph(
                "Title", "Title", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"160\"/><w:jc w:val=\"center\"/>",
                characters(heading, size: 32, isBold: true))
            + paragraph(
                "CoverTitle", "Cover Title", "<w:spacing w:before=\"4200\" w:after=\"1800\"/><w:jc w:val=\"center\"/>",
                characters(heading, size: 44, isBold: true))
            + paragraph(
                "FormText", "Form Text", "<w:spacing w:before=\"40\" w:line=\"276\" w:lineRule=\"auto\"/>",
                characters(size: 21))
            + headings.joined() + contents.joined()
            + paragraph(
                "TOCHeading", "TOC Heading", "<w:keepNext/><w:spacing w:before=\"480\" w:after=\"120\"/>",
                characters(heading, size: 32, isBold: true))
            + paragraph(
                "Caption", "caption", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>",
                characters(heading, size: 21, isBold: true))
            + paragraph(
                "Legend", "Legend", "<w:keepNext/><w:spacing w:before=\"120\" w:line=\"260\" w:lineRule=\"auto\"/>",
                characters(heading, size: 24, isBold: true))
            + paragraph("Note", "Note", "", characters(size: 21))
            + paragraph("Rule", "Rule", "<w:pBdr>\(border("bottom"))</w:pBdr>")
            + paragraph(
                "AfterTable", "After Table", "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>", characters(size: 8))
            + paragraph("Header", "header", "<w:jc w:val=\"right\"/>", characters(heading, size: 18))
            + paragraph("Footer", "footer", "<w:jc w:val=\"center\"/>", characters(heading, size: 21))
            + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>"
            + "<w:left w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
            + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:pPr><w:spacing w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>"
            + "<w:rPr><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/></w:rPr><w:tblPr><w:tblBorders>\(grid)</w:tblBorders></w:tblPr></w:style></w:styles>"
    }
}
