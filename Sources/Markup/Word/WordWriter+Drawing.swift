import Japanese
import OpenPackaging

/// Drawings as shapes (DrawingML, ECMA-376-1 §20; MS-ODRAWXML), which stay sharp and can be changed.
extension WordWriter {
    static let drawingNamespaces =
        "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""

    private static let (emuPerTwip, emuPerMillimetre, emuPerPoint) = (635.0, 36000.0, 12700.0)
    /// What 400 units of a drawing take on paper, where bars stand closer than arrows.
    private static let (chartWidth, diagramWidth) = (86 * emuPerMillimetre, 99 * emuPerMillimetre)
    /// The height of its letters, those of notes, in points.
    private static let letters = 10.5

    /// How a shape looks on paper: by the paint of its attributes, which `DrawingPart` and QR codes bear (SVG 2 §13).
    private struct Look {
        var fill: String?
        let line: String?
        let isDashed: Bool
        let width: Double

        init(of node: MarkupDocument.NodeID, in document: MarkupDocument) {
            func colour(_ name: AttributeName) -> String? { document.attribute(name, of: node).flatMap(Self.colour) }
            // What has no paint is black without a line.
            fill = document.attribute(.fill, of: node) == nil ? "000000" : colour(.fill)
            line = colour(.stroke)
            isDashed = document.attribute(.strokeDasharray, of: node) != nil
            width = document.attribute(.strokeWidth, of: node).flatMap { Double($0) } ?? 1
        }

        /// `#555` as Word writes it; nil of `none`.
        private static func colour(_ value: String) -> String? {
            guard value.hasPrefix("#") else { return nil }
            let digits = value.dropFirst().uppercased()
            return digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : digits
        }
    }

    /// The caption, then the drawing; its tables say the same, and stand for those who do not see it in what Word reads out.
    mutating func writeChart(_ figure: MarkupDocument.NodeID, _ place: Place) {
        let children = Array(document.children(figure))
        let drawings = children.filter { document.element($0) == .svg }
        guard !drawings.isEmpty else { return writeChildren(of: figure, place) }
        let captions = children.filter { document.element($0) == .figcaption }
        write(
            captions + drawings + children.filter { ![.svg, .figcaption, .table].contains(document.element($0)) }, place
        )
    }

    mutating func writeDrawing(_ svg: MarkupDocument.NodeID, _ place: Place) {
        let box = (document.attribute(.viewBox, of: svg) ?? "").split(separator: " ").compactMap { Double($0) }
        guard box.count == 4, box[2] > 0 else { return }
        var unit = (document.has(.chart, document.parent(svg)) ? Self.chartWidth : Self.diagramWidth) / 400
        if let width = document.attribute(.width, of: svg), width.hasSuffix("mm"), let side = Double(width.dropLast(2))
        {
            unit = side * Self.emuPerMillimetre / box[2]
        }
        unit = min(unit, Double(place.width - place.indent) * Self.emuPerTwip / box[2])
        let extent = "cx=\"\(Int(box[2] * unit))\" cy=\"\(Int(box[3] * unit))\""
        var drawn = place
        if document.element(document.parent(svg)) == .figure { drawn.alignment = "center" }
        beginParagraph("Drawing", drawn)
        body.write("<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><wp:inline><wp:extent \(extent)/>")
        writeDescription(of: svg)
        body.write(
            "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\">")
        body.write("<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(extent)/>")
        body.write("<a:chOff x=\"0\" y=\"0\"/><a:chExt \(extent)/></a:xfrm></wpg:grpSpPr>")
        for shape in document.descendants(of: svg) { writeShape(shape, unit) }
        body.write(
            "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
        )
    }

    /// What Word reads out: the drawing's name, what it shows, and the figures in it.
    private mutating func writeDescription(of svg: MarkupDocument.NodeID) {
        func child(_ name: ElementName) -> String? {
            document.children(svg).first { document.element($0) == name }.map { document.line(of: $0) }
        }
        let figures =
            document.has(.chart, document.parent(svg))
            ? document.children(svg).filter { document.element($0) == .text }.map { document.line(of: $0) } : []
        let name = child(.title) ?? document.attribute(.ariaLabel, of: svg) ?? ""
        let number = nextDrawing()
        body.write("<wp:docPr id=\"\(number)\" name=\"Drawing \(number)\" descr=\"")
        body.write(escaping: ([name, child(.desc) ?? ""] + figures).filter { !$0.isEmpty }.joined(separator: " "))
        body.write("\"/><wp:cNvGraphicFramePr/>")
    }

    private mutating func writeShape(_ node: MarkupDocument.NodeID, _ unit: Double) {
        let look = Look(of: node, in: document)
        func number(_ name: AttributeName) -> Double { document.attribute(name, of: node).flatMap { Double($0) } ?? 0 }
        switch document.element(node) {
        case .rect:
            let (width, height) = (number(.width), number(.height))
            guard width > 0, height > 0 else { return }
            beginShape((number(.x), number(.y), width, height), unit)
            body.write("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>")
            endShape(look, unit)
        case .path: writePath(document.attribute(.d, of: node) ?? "", look, unit)
        case .text: writeLetters(node, number(.x), number(.y), unit)
        default: break
        }
    }

    private mutating func beginShape(_ box: (x: Double, y: Double, width: Double, height: Double), _ unit: Double) {
        let number = nextDrawing()
        body.write("<wps:wsp><wps:cNvPr id=\"\(number)\" name=\"Shape \(number)\"/><wps:cNvSpPr/><wps:spPr><a:xfrm>")
        body.write("<a:off x=\"\(Int(box.x * unit))\" y=\"\(Int(box.y * unit))\"/>")
        body.write("<a:ext cx=\"\(Int(box.width * unit))\" cy=\"\(Int(box.height * unit))\"/></a:xfrm>")
    }

    private mutating func endShape(_ look: Look, _ unit: Double) {
        body.write(look.fill.map { "<a:solidFill><a:srgbClr val=\"\($0)\"/></a:solidFill>" } ?? "<a:noFill/>")
        if let line = look.line {
            body.write("<a:ln w=\"\(Int(look.width * unit))\"><a:solidFill><a:srgbClr val=\"\(line)\"/></a:solidFill>")
            body.write(look.isDashed ? "<a:prstDash val=\"dash\"/></a:ln>" : "</a:ln>")
        } else {
            body.write("<a:ln><a:noFill/></a:ln>")
        }
        body.write("</wps:spPr><wps:bodyPr/></wps:wsp>")
    }

    private mutating func writePath(_ commands: String, _ look: Look, _ unit: Double) {
        let outline = PathOutline(commands)
        guard !outline.segments.isEmpty else { return }
        let (width, height) = (outline.right - outline.left, outline.bottom - outline.top)
        beginShape((outline.left, outline.top, width, height), unit)
        if outline.segments.count == 2 {
            body.write("<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>")
            var line = look
            line.fill = nil
            return endShape(line, unit)
        }
        body.write(
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>")
        body.write("<a:path w=\"\(Int(width * unit))\" h=\"\(Int(height * unit))\">")
        func point(_ x: Double, _ y: Double) -> String {
            "<a:pt x=\"\(Int((x - outline.left) * unit))\" y=\"\(Int((y - outline.top) * unit))\"/>"
        }
        for segment in outline.segments {
            switch segment {
            case .move(let x, let y): body.write("<a:moveTo>\(point(x, y))</a:moveTo>")
            case .line(let x, let y): body.write("<a:lnTo>\(point(x, y))</a:lnTo>")
            case .halfCircle(let radius, let isForward):
                let side = Int(radius * unit)
                body.write(
                    "<a:arcTo wR=\"\(side)\" hR=\"\(side)\" stAng=\"\(isForward ? 10_800_000 : 0)\" swAng=\"-10800000\"/>"
                )
            case .close: body.write("<a:close/>")
            }
        }
        body.write("</a:path></a:pathLst></a:custGeom>")
        endShape(look, unit)
    }

    /// Letters on their line: a box of its own, which does not break them.
    private mutating func writeLetters(_ node: MarkupDocument.NodeID, _ x: Double, _ y: Double, _ unit: Double) {
        let text = document.line(of: node)
        // A quarter larger than they are drawn for, as on paper.
        let size = min(Self.letters, 14 * unit / Self.emuPerPoint * 1.25)
        let letter = size * Self.emuPerPoint / unit
        // Wider than the letters, as fonts differ.
        let width = Double(DisplayWidth().columns(Array(text.utf8)) + 2) * letter / 2
        let (alignment, left) =
            switch document.attribute(.textAnchor, of: node) {
            case "end": ("right", x - width)
            case "middle": ("center", x - width / 2)
            default: ("left", x)
            }
        let height = letter * 1.5
        // Letters stand on their line with an eighth below it.
        let top = y + letter / 8 - (height + letter) / 2
        let number = nextDrawing()
        body.write(
            "<wps:wsp><wps:cNvPr id=\"\(number)\" name=\"Text \(number)\"/><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm>"
        )
        body.write("<a:off x=\"\(Int(left * unit))\" y=\"\(Int(top * unit))\"/>")
        body.write("<a:ext cx=\"\(Int(width * unit))\" cy=\"\(Int(height * unit))\"/></a:xfrm>")
        body.write("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>")
        body.write(
            "<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"Drawing\"/><w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"\(alignment)\"/></w:pPr>"
        )
        let isBold = ["series", "name"].contains(document.attribute(.class, of: node) ?? "")
        let weight = isBold ? "<w:b/><w:bCs/>" : ""
        body.write(
            "<w:r><w:rPr>\(weight)<w:sz w:val=\"\(Int(size * 2))\"/><w:szCs w:val=\"\(Int(size * 2))\"/></w:rPr><w:t xml:space=\"preserve\">"
        )
        body.write(escaping: text)
        body.write("</w:t></w:r></w:p></w:txbxContent></wps:txbx>")
        body.write(
            "<wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:noAutofit/></wps:bodyPr></wps:wsp>"
        )
    }
}
