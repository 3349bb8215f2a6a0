/// The parts of a drawing.
extension MarkupBuilder {
    /// The outermost element: a picture with a name and a description for those who cannot see it.
    mutating func picture(
        width: Int, height: Int, id: String, title: String, description: String,
        _ content: (inout MarkupBuilder) -> Void
    ) {
        element(
            .svg,
            [
                (.viewBox, "0 0 \(width) \(height)"), (.fontFamily, "sans-serif"), (.fontSize, "14"), (.role, "img"),
                (.ariaLabelledby, "\(id)-title"), (.ariaDescribedby, "\(id)-description"),
            ]
        ) { drawing in
            drawing.element(.title, [(.id, "\(id)-title")], text: title)
            drawing.element(.desc, [(.id, "\(id)-description")], text: description)
            content(&drawing)
        }
    }

    mutating func text(_ text: String, x: Int, y: Int, anchor: String = "start", as part: DrawingPart? = nil) {
        element(
            .text, (part?.attributes ?? []) + [(.x, String(x)), (.y, String(y)), (.textAnchor, anchor)], text: text)
    }

    mutating func box(x: Int, y: Int, width: Int, height: Int, as part: DrawingPart) {
        element(
            .rect,
            part.attributes + [
                (.x, String(x)), (.y, String(y)), (.width, String(width)), (.height, String(height)),
            ])
    }

    /// A path by SVG's commands.
    mutating func path(_ commands: String, as part: DrawingPart) {
        element(.path, part.attributes + [(.d, commands)])
    }
}
