/// Kana as they are heard: each a hiragana, ぁ to ぉ large, ずつ and づつ the same.
public struct HeardKana: Sendable {
    public private(set) var sounds: [Unicode.Scalar] = []
    /// Where each sound begins among the scalars of the text.
    public private(set) var places: [Int] = []
    /// How many scalars stand behind the last sound.
    public private(set) var trailing = 0

    /// The kana of a text; all else is left out, length marks too.
    public init(_ text: some Sequence<Unicode.Scalar>) {
        for (place, scalar) in text.enumerated() {
            guard let sound = Self.sound(of: scalar) else {
                trailing += 1
                continue
            }
            trailing = 0
            sounds.append(sound)
            places.append(place)
        }
    }

    /// Particles are written は, へ, を.
    private static func sound(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let hiragana = (0x30A1...0x30F6).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
        switch hiragana {
        case "づ": return "ず"
        case "ぢ": return "じ"
        case "を": return "お"
        case "は": return "わ"
        case "へ": return "え"
        case "ー": return nil
        case "ぁ": return "あ"
        case "ぃ": return "い"
        case "ぅ": return "う"
        case "ぇ": return "え"
        case "ぉ": return "お"
        default: return hiragana.isHiragana ? hiragana : nil
        }
    }
}
