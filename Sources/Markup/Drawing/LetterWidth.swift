import Japanese

/// How wide text is in a drawing: as wide as its letters in the fonts of Japanese, whose figures take more than half of a kanji.
enum LetterWidth {
    /// The size that the style sheets give letters of a chart where it is greatest: on paper.
    static let chart = 17.25
    /// The same of a procedure: on a phone.
    static let procedure = 15.0

    static func of(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + of($1) } * size
    }

    /// In ems.
    private static func of(_ letter: Unicode.Scalar) -> Double {
        switch letter {
        case ",", ".", ":", " ", "'": 0.28
        case "M", "W", "m", "w", "%", "@": 0.9
        case "A"..."Z": 0.7
        default:
            switch DisplayWidth().columns(scalar: letter.value) {
            case 0: 0
            case 1: 0.555
            default: 1
            }
        }
    }
}
