/// The parts of a drawing, by the class from which style sheets paint them.
///
/// Each bears its paint as attributes, too: what reads no style sheets inside a drawing (WeasyPrint, some programs for mail and
/// office) would fill all of it with black. Style sheets come before them (SVG 2 §6.6); these are the colours of paper.
enum DrawingPart: String {
    /// Bars: the title of a series, its figures, its bars, and the line at which they begin.
    case series, value, bar, axis
    /// A procedure: who takes part, and the line below; arrows with their heads; paper behind a label.
    case name, actor, lifeline, arrow, head, paper

    var attributes: [(AttributeName, String)] { [(.class, rawValue)] + paint }

    private var paint: [(AttributeName, String)] {
        switch self {
        case .series, .name: [(.fontWeight, "700")]
        case .value, .head: []
        case .bar: [(.fill, "#555")]
        case .axis: [(.stroke, "#000")]
        case .actor: [(.fill, "#fff"), (.stroke, "#000")]
        case .lifeline: [(.stroke, "#000"), (.strokeDasharray, "3 3")]
        case .arrow: [(.fill, "none"), (.stroke, "#000"), (.strokeWidth, "1.5")]
        case .paper: [(.fill, "#fff")]
        }
    }
}
